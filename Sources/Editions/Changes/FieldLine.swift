import Bytes
package import Records

/// What one field said over the versions of a tool, for comparing any two of them.
package struct FieldLine: Sendable, Hashable {
  /// A stretch of versions in which the field said the same.
  package struct Stretch: Sendable, Hashable {
    /// The first and the last version's number.
    package var first: Int
    package var last: Int
    /// Nothing where the field said nothing.
    package var answer: Answer?
  }

  package var document: String
  package var title: String
  package var field: String
  /// The audience whose own telling it is; nothing for the general text.
  package var audience: String?
  package var label: String
  package var ref: String?
  package var anchor: String
  /// From the oldest version to the newest; more than one.
  package var stretches: [Stretch]
}

/// Every field that ever changed with what it said and when, in the order of the newest version.
///
/// Fields are followed through standards as `changes` does; those that only older versions have come after the others of their document.
///
/// - Parameter versions: oldest first, each with its number.
package func fieldLines(
  of versions: [(number: Int, tool: Tool)], with vocabulary: Vocabulary
) -> [FieldLine] {
  var ids: [String] = []
  for version in versions.reversed() {
    for document in version.tool.documents where !ids.contains(document.id) {
      ids.append(document.id)
    }
  }
  ids.sort { $0.precedesByBytes($1) }
  var lines = LineTracer(vocabulary: vocabulary)
  lines.trace(versions.map { ($0.number, $0.tool.record) })
  for id in ids { lines.trace(versions.map { ($0.number, $0.tool.document(id)) }) }
  return lines.found
}

private struct LineTracer {
  let vocabulary: Vocabulary
  var found: [FieldLine] = []

  /// Follows one document: by the fields of its newest kind, then by those that only older kinds had.
  mutating func trace(_ versions: [(number: Int, document: Document?)]) {
    var frames: [Document] = []
    for case let document? in versions.reversed().map(\.document)
    where !frames.contains(where: { $0.kind.id == document.kind.id }) {
      let newer = frames.map {
        FieldOrigins(of: $0.kind, in: document.kind, with: vocabulary).used
      }
      frames.append(document)
      let told = versions.map { version in
        (version.number, version.document.map { DocumentComparison(document, $0, document, vocabulary) })
      }
      for index in document.kind.fields.indices {
        let id = document.kind.fields[index].id
        if newer.contains(where: { used in used.contains { $0.field == id } }) { continue }
        trace(index, of: document, told)
      }
    }
  }

  private mutating func trace(
    _ index: Int, of document: Document, _ versions: [(number: Int, told: DocumentComparison?)]
  ) {
    let field = document.kind.fields[index]
    let answers = versions.map { ($0.number, $0.told?.former(index) ?? .blank) }
    add(document, field, nil, answers.map { ($0.0, $0.1.answer(field)) })
    for audience in vocabulary.audiences {
      add(
        document, field, audience.id,
        answers.map { number, told in
          let text = told.tellings.first { $0.audience == audience.id }?.text
          return (number, text.map { Answer(state: .given, text: $0) })
        })
    }
  }

  private mutating func add(
    _ document: Document, _ field: Field, _ audience: String?, _ answers: [(Int, Answer?)]
  ) {
    var stretches: [FieldLine.Stretch] = []
    for (number, answer) in answers {
      if let last = stretches.last, same(last.answer, answer) {
        stretches[stretches.count - 1].last = number
      } else {
        stretches.append(FieldLine.Stretch(first: number, last: number, answer: answer))
      }
    }
    guard stretches.count > 1 else { return }
    found.append(
      FieldLine(
        document: document.id, title: document.title, field: field.id, audience: audience,
        label: field.label, ref: field.ref, anchor: field.anchor, stretches: stretches))
  }

  private func same(_ one: Answer?, _ other: Answer?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.state.word == other.state.word && one.text.equalsByBytes(other.text)
  }
}
