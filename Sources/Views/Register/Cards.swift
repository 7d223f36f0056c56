import Records
import Templates

extension RegisterView {
  /// A tool as lists show it.
  func card(_ tool: Summary, on frame: Frame) -> Object {
    [
      .id: .text(tool.id), .label: .text(tool.name), .href: .text(frame.href("tools/\(tool.id)/")),
      .summary: .text(tool.sentence), .lang: tool.lang == frame.lang ? .none : .text(tool.lang),
      .organisation: .object(frame.facet("organisation", tool.organisation)),
      .phase: tool.phase.map { .object(frame.facet("phase", $0)) } ?? .none,
      .decides: tool.decides.map { .text(frame.language.label($0)) } ?? .none,
      .version: tool.version.map { .number($0.number) } ?? .none,
      .date: tool.version.map { .object(dateModel($0.date)) } ?? .none,
      .overdue: .flag(isOverdue(tool)), .retired: .flag(tool.isRetired), .deprecated: .flag(tool.isDeprecated),
      .live: .flag(!tool.isRetired && !tool.isDeprecated), .facets: .text(filed(tool)),
    ]
  }

  /// `organisation=example-police phase=production`: what the home page's filters look for.
  private func filed(_ tool: Summary) -> String {
    let offered = Set(filters.map(\.id))
    return tool.facets.filter { offered.contains($0.facet) }.flatMap { filed in
      filed.values.map { "\(filed.facet)=\(facetID(filed.facet, $0, site.settings))" }
    }.joined(separator: " ")
  }

  func isOverdue(_ tool: Summary) -> Bool {
    tool.reviews.first.map { $0.document == nil && $0.due < site.day } ?? false
  }

  /// The facets that tell tools apart, and few enough values to choose from.
  var filters: [Facet] { facets.filter { (2...200).contains($0.values.count) } }

  func model(_ facet: Facet, on frame: Frame, current: String? = nil) -> Object {
    [
      .id: .text(facet.id), .label: .text(frame.language.label(facet.label)),
      .href: .text(frame.href("browse/\(facet.id)/")),
      .values: .list(
        facet.values.filter { !$0.tools.isEmpty }.map { value in
          [
            .id: .text(value.id), .label: .text(frame.language.label(value.label)),
            .count: .object(countModel(value.tools.count)),
            .href: .text(frame.href("browse/\(facet.id)/\(value.id)/")),
            .current: .flag(value.id == current),
          ]
        }),
    ]
  }
}
