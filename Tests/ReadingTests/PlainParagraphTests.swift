import Findings
import Testing

@testable import Reading

/// What is taken for a paragraph of plain words without asking cmark is just what cmark makes of it.
@Suite struct PlainParagraphTests {
  @Test func isWhatCmarkMakesOfIt() {
    let pieces = [
      "a", "Word", "word", "é", "’", " ", " ", "  ", "\n", "\n", "\n\n", "\t", "1", "1. ", "1) ", "- ", "-", "---", "+ ", "=", "==", "#",
      "# ", "> ", ">", "*", "_", "`", "~", "~~~", ":", ":-", "|", "[", "]", "^", "(", ")", "<", "&amp;", "\\", "!", ".", ",", "'", "\"",
      "https://example.org", "www.example.org", "a@example.org", "/", "%", "$", "{", "}", "?", ";", "@", "\r\n",
    ]
    var state: UInt64 = 7
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    var plain = 0
    for _ in 0..<20_000 {
      let text = (0...roll(12)).map { _ in pieces[roll(2) == 0 ? roll(9) : roll(pieces.count)] }.joined()
      if isSameAsCmark(text) { plain += 1 }
    }
    #expect(plain > 1000)
    for text in ["", "a", "ab", "a\n", "a\nb", "a\nb\n", "a \nb", "a\n b", "a\n\nb", "a\n---", "a\n:-", "a | b\n-|-", "\u{A0}b"] {
      isSameAsCmark(text)
    }
  }

  /// Whether a text is taken for plain; a text in the source and in a folded value of front matter alike.
  @discardableResult
  private func isSameAsCmark(_ text: String) -> Bool {
    let bytes = Array(("…\n" + text).utf8)
    let span = Span(start: 4, length: bytes.count - 4)
    return bytes.withUnsafeBufferPointer { bytes in
      let words = UnsafeBufferPointer(rebasing: bytes[4...])
      var isPlain = false
      for lines in [Lines(words, at: span), Lines(words, origins: [], in: span)] {
        guard let tree = plainParagraph(words, lines) else { continue }
        isPlain = true
        #expect(tree.dump == parseMarkdown(words, lines, memory: 1 << 20)?.dump, "\(text.debugDescription)")
      }
      return isPlain
    }
  }
}
