import Bytes
import Findings
import Records
import Templates
import Typesetting

extension RegisterView {
  /// How many rows a table of the quality page has at most; the rest stands in the data.
  static let rowsAtMost = 500
  /// To how many of the answers that are withheld on one ground it leads.
  static let withheldAtMost = 50

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
    model.add(.grounds, Frame.items(grounds(on: frame)))
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
    let page = frame.href(everyField(of: tool))
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
        tool.missing.map { [.label: .text(frame.language.label($0)), .href: .text(page)] }))
    model.add(.blank, tool.tally.blank == 0 ? .none : .object([.number: .text(grouped(tool.tally.blank)), .href: .text(page)]))
    return model
  }

  /// The page of a tool on which every field of its record stands.
  private func everyField(of tool: Summary) -> String {
    let technical = vocabulary.audiences.first { $0.readingAge == nil }?.address ?? ""
    return "tools/\(tool.id)/" + (technical.isEmpty ? "" : technical + "/")
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
      let document = item.review.document.map { documentLink($0, called: item.review.title, of: item.tool, on: frame) }
      return [
        .tool: .object(link(item.tool, on: frame)), .document: document.map { .object($0) } ?? .none,
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
          .tool: .object(
            link.document.map { documentLink($0, called: tool.name, of: tool, on: frame) } ?? self.link(tool, on: frame)),
        ]
      }
    }
  }

  /// What leads to a document, which is in the language of its tool.
  private func documentLink(_ document: String, called label: String, of tool: Summary, on frame: Frame) -> Object {
    var link = frame.link(label, "tools/\(tool.id)/documents/\(document)/")
    link.add(.lang, tool.lang == frame.lang ? .none : .text(tool.lang))
    return link
  }

  /// Those of tools in the checks' words; of what is no tool, in the rule's.
  private func accepted(on frame: Frame) -> [Object] {
    var items: [Object] = []
    for tool in tools {
      for accepted in tool.accepted { items.append(self.accepted(accepted, link(tool, on: frame))) }
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
      .code: .text(accepted.code), .summary: .text(capitalised(withDaysInWords(accepted.summary))),
      .tool: tool.map { .object($0) } ?? .none, .file: .text(accepted.file),
      .because: .text(accepted.because), .by: .text(accepted.by),
    ]
  }

  private func states(_ tally: Summary.Tally) -> [Object] {
    let states = ["given", "withheld", "not_applicable", "unknown", "not_measured", "missing"].map { state in
      let told = state == "given" ? (tally.states["see"] ?? 0) : 0
      return (state, (tally.states[state] ?? 0) + told)
    }
    return (states + [("blank", tally.blank)]).map { state, count in
      [.id: .text(state), .word: .text("words/tally_" + state), .count: .object(countModel(count))]
    }
  }

  /// On which grounds answers are withheld, and which answers those are.
  private func grounds(on frame: Frame) -> [Object] {
    var known: [String: (count: Int, fields: Int, links: [Object])] = [:]
    for tool in tools {
      for withheld in tool.withheld {
        var told = known[withheld.ground] ?? (count: 0, fields: 0, links: [])
        told.count += withheld.count
        told.fields += 1
        if told.links.count < RegisterView.withheldAtMost { told.links.append(link(to: withheld, of: tool, on: frame)) }
        known[withheld.ground] = told
      }
    }
    return site.settings.grounds.compactMap { ground in
      guard let told = known[ground.id] else { return nil }
      let more = told.fields - told.links.count
      return [
        .label: .text(frame.language.label(ground.label)), .describe: .text(frame.language.label(ground.describe)),
        .count: .object(countModel(told.count)), .links: .list(told.links), .more: more == 0 ? .none : .text(grouped(more)),
      ]
    }
  }

  private func link(to withheld: Summary.Withheld, of tool: Summary, on frame: Frame) -> Object {
    let page = withheld.document.map { "tools/\(tool.id)/documents/\($0)/" } ?? everyField(of: tool)
    return [
      .label: .text(tool.name), .lang: tool.lang == frame.lang ? .none : .text(tool.lang),
      .text: .text(frame.language.label(withheld.heading)), .number: withheld.count == 1 ? .none : .number(withheld.count),
      .href: .text(frame.href(page + "#" + anchorName(withheld.heading))),
    ]
  }
}

extension Summary {
  /// The share of the audience that is told least.
  fileprivate var leastShare: Int { shares.map(\.percent).min() ?? 100 }
}
