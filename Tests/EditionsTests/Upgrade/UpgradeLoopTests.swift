import Editions
import Findings
import Foundation
import Reading
import Records
import Testing

/// Every record that can be moved, moved to every newer version there is: no word is lost, and what was moved can be read.
@Suite struct UpgradeLoopTests {
  private static let line = ["atrs-1.1", "atrs-2.1", "atrs-3.0", "atrs-4.0"]
  static let pairs = line.indices.flatMap { older in
    line.indices.dropFirst(older + 1).map { [line[older], line[$0]] }
  }

  @Test func theLineIsWhole() throws {
    let kinds = try Shipped.vocabulary().kinds.filter { $0.role == .record }
    #expect(kinds.map(\.id) == Self.line)
    #expect(kinds.map { $0.replaces ?? "-" } == ["-"] + Self.line.dropLast())
  }

  @Test(arguments: pairs) func examplesKeepEveryWord(_ pair: [String]) throws {
    let vocabulary = try Shipped.vocabulary()
    let kind = try #require(vocabulary.kind(pair[0]))
    let answers = Dictionary(
      kind.fields.compactMap { field in field.example.map { (field.id, $0) } }, uniquingKeysWith: { first, _ in first })
    try expectEveryWord(scaffold(of: kind, for: [], answers: answers), to: pair[1])
    let told = try toldToEverybody(kind, answers)
    #expect(told.contains("### For end users"))
    try expectEveryWord(told, to: pair[1])
  }

  /// The same with a reason in the place of every answer.
  @Test(arguments: pairs) func reasonsAreKept(_ pair: [String]) throws {
    let vocabulary = try Shipped.vocabulary()
    let kind = try #require(vocabulary.kind(pair[0]))
    let lines = kind.fields.enumerated().map { "\($1.id): {unknown: Reason\($0)}" }
    try expectEveryWord((["---", "kind: \(kind.id)"] + lines + ["---", ""]).joined(separator: "\n"), to: pair[1])
  }

  @Test func theSampleKeepsEveryWord() throws {
    var moved = 0
    for tool in try Shipped.sample() where tool.record.kind.id != "atrs-4.0" {
      try expectEveryWord(String(decoding: tool.record.source.bytes, as: UTF8.self), to: "atrs-4.0")
      moved += 1
    }
    #expect(moved > 3)
  }

  private func toldToEverybody(_ kind: Kind, _ answers: [String: Node]) throws -> String {
    var answers = answers
    for (place, field) in kind.fields.enumerated() where field.type == .prose && place < kind.ownCount {
      guard let text = answers[field.id]?.scalar?.text else { continue }
      let told = text + "\n\n### For end users\n\nUsers\(place) of it.\n\n### For affected people\n\n- People\(place)"
      let span = Span(start: 0, length: 0)
      answers[field.id] = Node(span: span, content: .scalar(Scalar(text: told, span: span)))
    }
    return scaffold(of: kind, for: [], answers: answers, opening: ["", "## For end users", "", "Opening."])
  }

  private func document(_ text: String, _ vocabulary: Vocabulary) throws -> Document {
    let (draft, unread) = read(Source(path: "Content/tools/a/record.md", bytes: Array(text.utf8)))
    let (document, wrong) = understand(try #require(draft), with: vocabulary)
    // A text of old may have more lines than the new field takes: a person shortens it where it stands.
    let errors = (unread + wrong).filter { $0.severity == .error && $0.code != "field.one-line" }
    #expect(errors.map { "\($0.place.line) \($0.code) \($0.facts)" } == [])
    return try #require(document)
  }

  private func expectEveryWord(_ text: String, to id: String) throws {
    let vocabulary = try Shipped.vocabulary()
    let old = try document(text, vocabulary)
    let kind = try #require(vocabulary.kind(id))
    let moved = try #require(upgrade(old, to: kind, with: vocabulary))
    let new = try document(moved.text, vocabulary)
    var there = words(of: new)
    for left in moved.left { there += words(left.words) }
    let have = Set(there)
    for word in words(of: old) { #expect(have.contains(word), "'\(word)' of \(old.kind.id) is lost on the way to \(id)") }
    // Nothing is made up: every word of the new document stood in the old one.
    let had = Set(words(of: old))
    for word in words(of: new) { #expect(had.contains(word), "'\(word)' in \(id) was not in \(old.kind.id)") }
  }

  /// The words of all answers, tellings and introductions.
  private func words(of document: Document) -> [String] {
    let told = canonical(document)
    return words(told)
  }

  private func words(_ value: Canon) -> [String] {
    switch value {
    case .text(let text): words(text)
    case .list(let values): values.flatMap(words)
    case .map(let members): members.filter { $0.name != "kind" && $0.name != "state" }.flatMap { words($0.value) }
    default: []
    }
  }

  private func words(_ text: String) -> [String] {
    text.split(whereSeparator: { $0.isWhitespace || $0 == ";" || $0 == ":" }).map(String.init)
  }
}
