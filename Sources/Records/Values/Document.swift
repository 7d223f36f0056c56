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
    passages = intros.map(\.passage) + values.flatMap(\.passages)
  }

  package func value(_ meaning: Meaning) -> Value? {
    kind.position(of: meaning).map { values[$0] }
  }

  package func value(_ id: String) -> Value? { kind.position(of: id).map { values[$0] } }

  /// The one-line text of the field with a meaning, where it is given.
  package func text(_ meaning: Meaning) -> String? { value(meaning)?.text }

  package func place(_ span: Span) -> Place { source.place(span) }

  /// What the document says has changed, as one line.
  package var changeNote: String? {
    switch value(.change)?.content {
    case .text(let text): text
    case .prose(let passage): passage.tree.plainText()
    default: nil
    }
  }
}
