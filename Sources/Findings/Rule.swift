import Bytes

/// One thing that can be wrong and every word said about it.
///
/// Sentences name facts in braces: `'{field}' takes a date as YYYY-MM-DD`. Of `labels` the first whose facts are all given is
/// printed beside the caret; of `fixes` every one whose facts are all given is printed; `{{` and `}}` print a brace. So a rule says "did you mean '{near}'?"
/// only where something near was found, and no check puts words together.
package struct Rule: Sendable {
  package var code: String
  package var severity: Severity
  package var summary: String
  package var labels: [String]
  package var why: String
  package var fixes: [String]
  /// What `gazette explain` adds: the rule at length, with an example.
  package var more: String
  /// Whether it is about what a command was asked for, and says nothing of what is written.
  package var isOfCommand: Bool

  package init(
    _ code: String, _ severity: Severity, _ summary: String, labels: [String] = [], why: String,
    fixes: [String] = [], more: String = "", isOfCommand: Bool = false
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.labels = labels
    self.why = why
    self.fixes = fixes
    self.more = more
    self.isOfCommand = isOfCommand
  }

  /// Every rule of the program, family by family; the families stand in `Rules/`.
  package static let all: [Rule] = [
    files,
    text,
    yaml,
    markdown,
    links,
    data,
    fields,
    documents,
    templates,
    themes,
    pages,
    publishing,
    consistency,
    figures,
    reading,
    leads,
    attachments,
    privacy,
    proof,
  ].flatMap { $0 }

  private static let byCode: [String: Rule] = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

  package static func named(_ code: String) -> Rule? { byCode[code] }
}

/// A finding put into words: all that a printer needs.
package struct Told: Sendable, Hashable {
  package var code: String
  package var severity: Severity
  package var place: Place
  package var summary: String
  /// What is printed beside the caret.
  package var label: String?
  package var why: String
  package var fixes: [String]
}

extension Finding {
  /// The rule's sentences with this case's facts in them.
  package var told: Told {
    guard let rule = Rule.named(code) else {
      return Told(
        code: code, severity: severity, place: place, summary: code, label: nil, why: "", fixes: [])
    }
    return told(by: rule)
  }

  package func told(by rule: Rule) -> Told {
    Told(
      code: code, severity: rule.severity, place: place,
      summary: fill(rule.summary) ?? rule.summary,
      label: rule.labels.lazy.compactMap { fill($0) }.first,
      why: fill(rule.why) ?? rule.why,
      fixes: rule.fixes.compactMap { fill($0) })
  }

  /// A sentence with its facts filled in, or nothing where one is not given.
  private func fill(_ sentence: String) -> String? { filled(sentence) { facts[$0] } }
}

extension Rule {
  /// A sentence about no case in particular: `'{field}' takes a date` as `'<field>' takes a date`.
  package static func general(_ sentence: String) -> String {
    filled(sentence) { name in "<" + name.map { $0 == "_" ? " " : String($0) }.joined() + ">" } ?? sentence
  }
}
