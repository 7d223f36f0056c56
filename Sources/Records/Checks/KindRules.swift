import Findings
import Reading

/// The rules that a kind's own data states, with the data's own words.
@Sendable func checkKindRules(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document -> [Finding] in
    guard document.holds else { return [] }
    return document.kind.rules.flatMap { broken($0, by: document, of: context.tool) }
  }
}

extension Document {
  /// Where the first value stands that a condition speaks of; the top of the document where there is none.
  fileprivate func place(of conditions: [Condition]) -> Place {
    for condition in conditions {
      for value in values(at: condition.path) where value.hasPlace && value.says(oneOf: condition.values) {
        return place(value.span)
      }
    }
    return place(Span(start: 0, length: 3))
  }
}

private func broken(_ rule: KindRule, by document: Document, of tool: Tool) -> [Finding] {
  guard document.meets(rule.when) else { return [] }
  func finding(_ place: Place, _ more: [String: String] = [:]) -> Finding {
    let facts = ["say": rule.say, "because": rule.why, "fix": rule.fix]
    return Finding("document.rule", at: place, facts.merging(more) { _, more in more })
  }
  switch rule.need {
  case .document(let kinds):
    guard !tool.all.contains(where: { kinds.contains($0.kind.id) && $0.holds }) else { return [] }
    return [finding(document.place(of: rule.when))]
  case .record(let conditions):
    return tool.record.meets(conditions) ? [] : [finding(document.place(of: rule.when))]
  case .field(let path):
    let values = document.values(at: path)
    if values.contains(where: { $0.state != .missing || !$0.tellings.isEmpty }) { return [] }
    // A field that has to be written anyway has a finding of its own.
    let position = path.part == nil ? document.kind.position(of: path) : nil
    let isAsked = position.map { document.requires(document.kind.fields[$0]) } ?? false
    if isAsked || values.contains(where: \.hasPlace) { return [] }
    return [finding(document.place(of: rule.when))]
  case .otherAnswer: return [finding(document.place(of: rule.when))]
  case .match(let each, let other):
    let known = document.texts(at: other)
    let written = Set(known.map { Array($0.utf8) })
    return document.named(at: each).filter { !written.contains(Array($0.text.utf8)) }.enumerated().map { number, named in
      var more = ["value": named.text]
      more["near"] = likely(named.text, among: known, after: number)
      return finding(document.place(named.span), more)
    }
  }
}

extension Document {
  /// Every text of a field or of a part in every item, with its own place.
  fileprivate func named(at path: AnswerPath) -> [(text: String, span: Span)] {
    values(at: path).flatMap { value -> [(text: String, span: Span)] in
      if case .list(let list) = value.content { return list.map { ($0.text, $0.span) } }
      return value.texts.map { ($0, value.span) }
    }
  }
}
