import Bytes
import Findings
import Records
import Templates
import Typesetting

extension RegisterView {
  /// How many rows a table of the quality page has at most; the rest stands in the data.
  static let rowsAtMost = 500

  /// What is filled in, what is due for review, and which warnings were let pass.
  func qualityPage() -> Page {
    let frame = frame("quality/")
    var model = frame.model(Head(title: "", describe: ""), template: "quality")
    model.add(
      .audiences,
      .list(vocabulary.audiences.map { [.label: .text(frame.language.label($0.label))] }))
    model.add(.tools, .list(leastComplete.map { completeness($0, on: frame) }))
    model.add(.cut, cut(tools.count))
    model.add(.reviews, reviews(on: frame))
    model.add(.accepted, Frame.items(accepted(on: frame)))
    let tally = tools.reduce(into: Summary.Tally()) { $0.add($1.tally) }
    model.add(.states, .list(states(tally)))
    model.add(.grounds, Frame.items(grounds(tally, on: frame)))
    model.add(.links, Frame.items(deadLinks(on: frame)))
    model.add(.as_of, .object(dateModel(site.day)))
    return Page(address: frame.address, template: "quality", lang: lang, model: model)
  }

  /// By name; where there are very many, those least complete, then by name.
  private var leastComplete: [Summary] {
    guard tools.count > RegisterView.rowsAtMost else { return tools }
    let numbered = tools.enumerated().sorted { one, other in
      let told = (one.element.leastShare, other.element.leastShare)
      return told.0 == told.1 ? one.offset < other.offset : told.0 < told.1
    }
    return numbered.prefix(RegisterView.rowsAtMost).map(\.element)
  }

  private func completeness(_ tool: Summary, on frame: Frame) -> Object {
    var model = link(tool, on: frame)
    let technical = vocabulary.audiences.first { $0.readingAge == nil }?.address ?? ""
    let page = "tools/\(tool.id)/" + (technical.isEmpty ? "" : technical + "/")
    let language = site.language(tool.lang)
    model.add(
      .shares,
      .list(
        vocabulary.audiences.map { audience in
          let percent = tool.shares.first { $0.audience == audience.id }?.percent ?? 0
          return [
            .id: .text(audience.id), .label: .text(frame.language.label(audience.label)),
            .percent: .number(percent), .full: .flag(percent == 100), .picture: .markup(drawShare(percent: percent)),
          ]
        }))
    model.add(
      .missing,
      Frame.items(
        tool.missing.map { [.label: .text(language.label($0)), .href: .text(frame.href(page))] }))
    return model
  }

  /// Of every tool and document, the most urgent first.
  private func reviews(on frame: Frame) -> Templates.Value {
    // By their places: a summary is too large to be carried about while sorting.
    let all = tools.indices.flatMap { tool in
      tools[tool].reviews.indices.map { (due: tools[tool].reviews[$0].due.number, tool: tool, review: $0) }
    }
    let sorted = all.sorted { one, other in (one.due, one.tool, one.review) < (other.due, other.tool, other.review) }
    let rows = sorted.prefix(RegisterView.rowsAtMost).map { place -> Object in
      let item = (tool: tools[place.tool], review: tools[place.tool].reviews[place.review])
      let place = "tools/\(item.tool.id)/"
      let document = item.review.document.map { frame.link(item.review.title, "\(place)documents/\($0)/") }
      return [
        .tool: .object(frame.link(item.tool.name, place)), .document: document.map { .object($0) } ?? .none,
        .due: .object(dateModel(item.review.due)), .overdue: .flag(item.review.due < site.day),
      ]
    }
    return rows.isEmpty ? .none : .object([.items: .list(rows), .cut: cut(all.count)])
  }

  /// How many rows there would be, where the table has not all of them.
  private func cut(_ count: Int) -> Templates.Value {
    count > RegisterView.rowsAtMost
      ? .object([.number: .text(grouped(count)), .shown: .text(grouped(RegisterView.rowsAtMost))]) : .none
  }

  private func deadLinks(on frame: Frame) -> [Object] {
    tools.flatMap { tool in
      tool.deadLinks.map { link in
        [
          .address: .text(link.address), .word: .text(link.wasRemoved ? "words/link_removed" : "words/link_missing"),
          .tool: .object(frame.link(tool.name, "tools/\(tool.id)/" + (link.document.map { "documents/\($0)/" } ?? ""))),
        ]
      }
    }
  }

  /// Those of tools in the checks' words; of what is no tool, in the rule's.
  private func accepted(on frame: Frame) -> [Object] {
    var items: [Object] = []
    for tool in tools {
      for accepted in tool.accepted { items.append(self.accepted(accepted, frame.link(tool.name, "tools/\(tool.id)/"))) }
    }
    for entry in site.settings.accepted where !isOfTool(entry.file) {
      guard let rule = Rule.named(entry.code) else { continue }
      let told = Summary.Accepted(
        code: entry.code, summary: Rule.general(rule.summary), file: entry.file, because: entry.because, by: entry.by)
      items.append(accepted(told, nil))
    }
    return items
  }

  private func isOfTool(_ file: String) -> Bool {
    file.hasPrefix("tools/") || file.hasPrefix("Content/tools/")
  }

  private func accepted(_ accepted: Summary.Accepted, _ tool: Object?) -> Object {
    [
      .code: .text(accepted.code), .summary: .text(accepted.summary), .tool: tool.map { .object($0) } ?? .none,
      .file: .text(accepted.file), .because: .text(accepted.because), .by: .text(accepted.by),
    ]
  }

  private func states(_ tally: Summary.Tally) -> [Object] {
    ["given", "withheld", "not_applicable", "unknown", "not_measured", "missing"].map { state in
      let told = state == "given" ? (tally.states["see"] ?? 0) : 0
      return [
        .id: .text(state), .word: .text("words/tally_" + state),
        .count: .object(countModel((tally.states[state] ?? 0) + told)),
      ]
    }
  }

  private func grounds(_ tally: Summary.Tally, on frame: Frame) -> [Object] {
    site.settings.grounds.compactMap { ground in
      guard let count = tally.grounds[ground.id], count > 0 else { return nil }
      return [
        .label: .text(frame.language.label(ground.label)), .describe: .text(frame.language.label(ground.describe)),
        .count: .object(countModel(count)),
      ]
    }
  }
}

extension Summary {
  /// The share of the audience that is told least.
  fileprivate var leastShare: Int { shares.map(\.percent).min() ?? 100 }
}
