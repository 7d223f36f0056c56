import Findings
import Reading
import Testing

@testable import Records

@Suite struct SentenceTests {
  /// `words/plain words: where it stands` for each sentence of a text.
  private func sentences(_ text: String) -> [String] {
    let source = Source(path: "a.md", bytes: Array(text.utf8))
    let (passage, findings) = readMarkdown(source, in: Span(start: 0, length: text.utf8.count))
    #expect(findings.filter { $0.severity == .error } == [])
    let prose = ProseText(passage.tree)
    return prose.sentences.map { "\($0.words)/\($0.plainWords): \(source.text(prose.span($0.range)))" }
  }

  @Test(arguments: [
    ("One two three. Four five!", ["3/3: One two three.", "2/2: Four five!"]),
    ("It is 0.81 of 1.5 million. Is it? Yes.", ["6/4: It is 0.81 of 1.5 million.", "2/2: Is it?", "1/1: Yes."]),
    ("Ask Dr. Smith, e.g. on Monday, or J. Jones.", ["9/3: Ask Dr. Smith, e.g. on Monday, or J. Jones."]),
    ("Early Help Finder lists them.", ["5/3: Early Help Finder lists them."]),
    (
      "Write to help@example.org or see https://example.org/a.b today.",
      ["7/5: Write to help@example.org or see https://example.org/a.b today."]
    ),
    ("She said “No.” He went.", ["3/2: She said “No.", "2/2: He went."]),
    ("- first thing\n- second thing, and\n  more of it\n", ["2/2: first thing", "6/6: second thing, and"]),
    ("| a | b |\n|---|---|\n| c d | e f |\n\nAfter it.", ["2/2: After it."]),
    ("```\nlet code be code\n```\n\nUse `this code` now.", ["2/2: Use "]),
    ("A *well-known* **thing** [is here](https://example.org/).", ["5/5: A "]),
    ("They don’t know – yet.", ["4/4: They don’t know – yet."]), ("", []), ("...", []), ("A.", ["1/1: A."]),
  ])
  func cutsAText(_ text: String, _ expected: [String]) {
    #expect(sentences(text) == expected)
  }

  @Test func staysInProportion() {
    #expect(sentences(String(repeating: "a. ", count: 5000)).count == 1)
    #expect(sentences(String(repeating: "A. ", count: 5000)).count == 1)
    #expect(sentences(String(repeating: "Aa. ", count: 5000)).count == 5000)
  }
}
