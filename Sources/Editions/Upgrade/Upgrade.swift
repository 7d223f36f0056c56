import Findings
import Reading
package import Records

/// A record moved to a newer kind: its new text, what a person must now write, and what found no place.
package struct Upgrade: Sendable {
  /// A field that the newer kind needs and nothing in the older record answers.
  package struct Missing: Sendable, Hashable {
    /// Its id, with the part of a group after a dot.
    package let field: String
    package let label: String
  }

  /// Words of the older record that stand nowhere in the new one.
  package struct Left: Sendable, Hashable {
    /// The field of the older kind, with the part of a group after a dot.
    package let field: String
    package let label: String
    /// The audience that they were written for; nothing where for all.
    package let audience: String?
    package let words: String
    package let because: String
  }

  package let text: String
  package let missing: [Missing]
  package let left: [Left]
}

/// Moves a document along `was:` to a kind that replaces its own, however many kinds lie between.
///
/// Every word is either in the new text, as it was written, or in `left` with the reason: nothing is shortened and nothing made up. A
/// field that several fields of old became has their texts one after the other; a value that the new field does not take, such as a phase
/// it does not know, is left for a person to decide. Comments in the front matter are help, and are not taken along.
///
/// - Returns: nothing where the newer kind does not replace the older, directly or through others.
package func upgrade(_ document: Document, to kind: Kind, with vocabulary: Vocabulary) -> Upgrade? {
  guard document.kind.id != kind.id, FieldOrigins.line(from: kind, to: document.kind, vocabulary) != nil else { return nil }
  var move = Move(document, to: kind, with: vocabulary)
  let answers = move.answers()
  let opening = move.opening()
  let write = { (asking: Set<String>) in
    scaffold(of: kind, for: vocabulary.audiences, answers: answers, opening: opening, asking: asking)
  }
  guard let found = missing(in: write([]), path: document.source.path, vocabulary) else { return nil }
  return Upgrade(
    text: write(asked(of: kind, answered: Set(answers.keys), missing: Set(found.map(\.field)))), missing: found,
    left: move.left())
}

/// The fields and parts that a new text does not answer and its kind needs.
private func missing(in text: String, path: String, _ vocabulary: Vocabulary) -> [Upgrade.Missing]? {
  let source = Source(path: path, bytes: Array(text.utf8))
  guard let draft = read(source, limits: vocabulary.settings.limits).draft,
    let document = understand(draft, with: vocabulary).0
  else { return nil }
  var result: [Upgrade.Missing] = []
  for finding in incompleteness(of: document) where finding.code != "field.not-asked" {
    guard let id = finding.facts["field"], let position = document.kind.position(of: id) else { continue }
    let field = document.kind.fields[position]
    let part = finding.facts["part"].flatMap { field.position(of: $0) }.map { field.fields[$0] }
    let missing = Upgrade.Missing(
      field: id + (part.map { "." + $0.id } ?? ""), label: field.heading + (part.map { ": " + $0.label } ?? ""))
    if !result.contains(missing) { result.append(missing) }
  }
  return result
}

/// What is missing, and what a person's answer to it may make necessary.
private func asked(of kind: Kind, answered: Set<String>, missing: Set<String>) -> Set<String> {
  var asked = missing.subtracting(answered)
  for field in kind.fields where !answered.contains(field.id) && (field.required || !field.requiredWhen.isEmpty) {
    let conditions = field.requiredWhen + field.askedWhen
    if conditions.contains(where: { asked.contains($0.field) }) { asked.insert(field.id) }
  }
  return asked
}
