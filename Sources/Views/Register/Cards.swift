import Bytes
import Records
import Templates

extension RegisterView {
  /// A tool as lists show it.
  ///
  /// - Parameter facets: what the list's filters look for, where it has some.
  func card(_ tool: Summary, on frame: Frame, facets: String? = nil) -> Object {
    [
      .id: .text(tool.id), .label: .text(tool.name), .href: .text(frame.href("tools/\(tool.id)/")),
      .summary: .text(tool.sentence), .lang: tool.lang == frame.lang ? .none : .text(tool.lang),
      .organisation: .object(frame.facet("organisation", tool.filed("organisation", tool.organisation, site.settings))),
      .phase: tool.phase.map { .object(frame.facet("phase", tool.filed("phase", $0, site.settings))) } ?? .none,
      .in_use: tool.use.map { .object($0.model) } ?? .none,
      .decides: tool.decides.map { .text(frame.language.label($0)) } ?? .none,
      .version: tool.version.map { .number($0.number) } ?? .none,
      .date: tool.version.map { .object(dateModel($0.date)) } ?? .none,
      .overdue: .flag(isOverdue(tool)), .paused: .flag(tool.isPaused), .retired: .flag(tool.isRetired),
      .deprecated: .flag(tool.isDeprecated),
      .live: .flag(!tool.isRetired && !tool.isDeprecated), .facets: .maybe(facets),
    ]
  }

  /// `organisation=example-police phase=production`: what the home page's filters look for.
  func filed(_ tool: Summary) -> String {
    var text = ""
    for filed in tool.facets where filters.contains(where: { $0.id == filed.facet }) {
      for value in filed.values {
        if !text.isEmpty { text += " " }
        text += filed.facet
        text += "="
        text += value.id
      }
    }
    return text
  }

  func isOverdue(_ tool: Summary) -> Bool {
    !tool.isRetired && tool.reviewDue.map { $0 < site.day } ?? false
  }

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

extension Summary {
  /// A value the tool is filed by; worked out only where the record says it without being filed by it.
  func filed(_ facet: String, _ text: String, _ settings: Settings) -> Filed.Value {
    let known = facets.first { $0.facet == facet }?.values.first { $0.text.equalsByBytes(text) }
    return known ?? Filed.Value(id: facetID(facet, text, settings), text: text)
  }
}
