package import Findings
package import Reading

/// One Markdown file of a tool, understood: every field of its kind with its value.
package final class Document: Sendable {
  /// The file's name without `.md`.
  package let id: String
  package let kind: Kind
  package let source: Source
  /// In the order of `kind.fields`.
  package let values: [Value]
  /// What opens an audience's page.
  package let intros: [AudienceTelling]
  /// What the document is called: its title, or for a record its name.
  package let title: String
  package let lang: String
  /// Every piece of Markdown of the document.
  package let passages: [Passage]
  /// The answers and parts of answers that hold Markdown, in the order of the fields.
  let told: [ToldAnswer]
  /// Those that name other documents.
  let naming: [ToldAnswer]

  package init(
    id: String, kind: Kind, source: Source, values: [Value], intros: [AudienceTelling]
  ) {
    self.id = id
    self.kind = kind
    self.source = source
    self.values = values
    self.intros = intros
    func text(_ meaning: Meaning) -> String? { kind.position(of: meaning).flatMap { values[$0].text } }
    title = text(.title) ?? text(.name) ?? id
    lang = text(.lang) ?? "en"
    var noted = NotedAnswers(passages: intros.map(\.passage))
    for position in values.indices {
      noted.note(values[position], kind.fields[position])
      guard case .group(let items) = values[position].content else { continue }
      let parts = kind.fields[position].fields
      for item in items {
        for part in item.values.indices { noted.note(item.values[part], parts[part]) }
      }
    }
    told = noted.told
    naming = noted.naming
    passages = noted.passages
  }

  package func value(_ meaning: Meaning) -> Value? {
    kind.position(of: meaning).map { values[$0] }
  }

  package func value(_ id: String) -> Value? { kind.position(of: id).map { values[$0] } }

  /// The one-line text of the field with a meaning, where it is given.
  package func text(_ meaning: Meaning) -> String? { value(meaning)?.text }

  /// What the choice of that field means to the program.
  package func sense(_ meaning: Meaning) -> Sense? {
    guard let position = kind.position(of: meaning), let choice = values[position].text else { return nil }
    return kind.fields[position].sense(of: choice)
  }

  /// The same for a day.
  package func day(_ meaning: Meaning) -> PartDay? { value(meaning)?.day }

  package func place(_ span: Span) -> Place { source.place(span) }

  /// Whether somebody is still writing it.
  package var isDraft: Bool { text(.status) == "draft" }

  /// Whether readers may still rely on it: neither withdrawn nor replaced by a newer one.
  package var holds: Bool {
    guard let status = text(.status) else { return true }
    return status != "withdrawn" && status != "superseded"
  }

  /// What the document says has changed, as one line.
  package var changeNote: String? {
    switch value(.change)?.content {
    case .text(let text): text
    case .prose(let passage): passage.tree.plainText()
    default: nil
    }
  }
}

/// An answer with its field; of a group, one part of one item.
struct ToldAnswer: Sendable {
  let field: Field
  let value: Value
}

/// What several checks look for among all answers, found in one walk: most answers are lines that none of them asks about.
private struct NotedAnswers {
  var passages: [Passage]
  var told: [ToldAnswer] = []
  var naming: [ToldAnswer] = []

  @inline(__always) mutating func note(_ value: Value, _ field: @autoclosure () -> Field) {
    if value.isToldInMarkdown { addPassages(of: value, field()) }
    if value.isSeenElsewhere || field().type.isLink { naming.append(ToldAnswer(field: field(), value: value)) }
  }

  private mutating func addPassages(of value: Value, _ field: Field) {
    told.append(ToldAnswer(field: field, value: value))
    if case .prose(let passage) = value.content { passages.append(passage) }
    for telling in value.tellings { passages.append(telling.passage) }
  }
}

extension Value {
  fileprivate var isToldInMarkdown: Bool { if case .prose = content { true } else { !tellings.isEmpty } }
  fileprivate var isSeenElsewhere: Bool { if case .see = state { true } else { false } }
}
