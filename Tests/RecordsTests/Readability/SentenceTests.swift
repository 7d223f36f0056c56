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

  /// Most words are read sixteen bytes at a time; such a word is what it is where each byte is looked at alone.
  @Test func aPlainWordIsAWord() {
    var random = SystemRandomNumberGenerator()
    let prose = ProseText(readMarkdown(Source(path: "a.md", bytes: [0x61]), in: Span(start: 0, length: 1)).0.tree)
    var plain = 0
    for _ in 0..<20_000 {
      let letters = (0..<Int.random(in: 1...18, using: &random)).map { _ in "aeioyrstlndcmEA0é’-".randomElement(using: &random) ?? "a" }
      let end =
        [" ", ", ", ". ", ".", ": ", ":x", "://", ") ", "; ", "? ", "! ", "' ", "'s", "-", "/a", "@b", "’s", "…", ".x"]
        .randomElement(using: &random) ?? ""
      let bytes = Array((letters.map(String.init).joined() + end).utf8) + [0x0A]
      bytes.withUnsafeBufferPointer { text in
        let first = Bool.random(using: &random)
        guard let word = prose.plainWord(text, 0, first: first) else { return }
        plain += 1
        let slowly = prose.word(text, 0, bytes.count - 1, first: first)
        #expect(slowly.end == word.end && slowly.isPlain && !slowly.isJoined, "\(String(decoding: bytes, as: UTF8.self))")
        #expect(word.syllables == syllables(String(decoding: bytes[..<word.end], as: UTF8.self)))
      }
    }
    #expect(plain > 500)
  }

  @Test func staysInProportion() {
    #expect(sentences(String(repeating: "a. ", count: 5000)).count == 1)
    #expect(sentences(String(repeating: "A. ", count: 5000)).count == 1)
    #expect(sentences(String(repeating: "Aa. ", count: 5000)).count == 5000)
  }
}
