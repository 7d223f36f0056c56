import Findings
import Testing

@testable import Reading

/// What is taken for plain Markdown without asking cmark is just what cmark makes of it, and nothing that has a finding.
@Suite struct PlainMarkdownTests {
  private let dice = Dice()

  /// Heaps of marks.
  @Test func isWhatCmarkMakesOfIt() {
    let pieces = [
      "a", "Word", "word", "é", "’", " ", " ", "  ", "\n", "\n", "\n\n", "\t", "1", "1. ", "1) ", "- ", "-", "---", "+ ", "=", "==", "#",
      "# ", "> ", ">", "*", "_", "`", "~", "~~~", ":", ":-", "|", "[", "]", "^", "(", ")", "<", "&amp;", "\\", "!", ".", ",", "'", "\"",
      "https://example.org", "www.example.org", "a@example.org", "/", "%", "$", "{", "}", "?", ";", "@", "\r\n", "**", "](", "](https://a)",
    ]
    var plain = 0
    for _ in 0..<20_000 {
      let text = (0...dice.roll(12)).map { _ in pieces[dice.roll(2) == 0 ? dice.roll(9) : dice.roll(pieces.count)] }.joined()
      if isSameAsCmark(text) { plain += 1 }
    }
    #expect(plain > 1000)
    for text in ["", "a", "ab", "a\n", "a\nb", "a\nb\n", "a \nb", "a\n b", "a\n\nb", "a\n---", "a\n:-", "a | b\n-|-", "\u{A0}b"] {
      isSameAsCmark(text)
    }
  }

  /// Paragraphs, lists, what is set off and links, as people write them and with slips.
  @Test func isWhatCmarkMakesOfMadeTexts() {
    let words = ["The board", "case", "it’s", "é", "4,000", "no.", "(all)", "a: b", "2026-03", "\"so\"", "x.", "12"]
    let marks = [
      "*always*", "**the list**", "*a\nb*", "**the limits\nthat were\nagreed**", "[a guide](https://example.org/a-b/)",
      "[the guide\nto visits](http://example.org?x=1#y)", "(*so*)", "*1*,", "**b**.", "[c](https://a).",
    ]
    let slips = [
      "*", "**", "[", "](https://a)", "- ", "1. ", "\n", " ", "  ", "_", "`", "!", "&", "***", "](", ")", "[^1]", "[a]: b", "#", "|", "\\",
      "<",
      "> ", "\n\n\n", "---", "===", "+ ", "\t", "\n- a", "[d](e)", "[f](javascript:g)", "[](https://h)", "*é*", "é*", "*é",
      "[é](https://i)",
    ]
    let ends = [" ", " ", " ", "\n", "\n", ", ", "\n\n", "\n- ", "\n\n- ", "\n2. ", "\n\n1. ", "\n\n123. "]
    var counts: [TreeNode.Kind: Int] = [:]
    var numbered = 0
    for _ in 0..<40_000 {
      var text = ["- ", "7. ", "", "", "", ""][dice.roll(6)]
      for _ in 0...dice.roll(8) {
        text += dice.roll(3) == 0 ? marks[dice.roll(marks.count)] : words[dice.roll(words.count)]
        text += dice.roll(8) == 0 ? "" : ends[dice.roll(ends.count)]
        if dice.roll(24) == 0 { text += slips[dice.roll(slips.count)] }
      }
      while text.hasSuffix(" ") { text.removeLast() }
      guard let tree = tree(ofPlain: text) else { continue }
      for kind in Set(tree.nodes.map(\.kind)) { counts[kind, default: 0] += 1 }
      if tree.nodes.contains(where: \.ordered) { numbered += 1 }
    }
    #expect(numbered > 500)
    for kind in [TreeNode.Kind.paragraph, .list, .emphasis, .strong, .link, .softBreak] {
      #expect(counts[kind, default: 0] > 1000, "\(kind) \(counts)")
    }
  }

  @Test func isWhatCmarkMakesOfTables() {
    let cells = ["a", "Part b", "é", "737", "-", "*so*", "**a b**.", "[c](https://d)", "(e)", "a: b", "x*", "--", ":", "f g h"]
    let rules = ["---", "---:", ":--", ":-:", " --- ", " :-: ", "-", "--:"]
    let slips = ["|", " ", "\\|", "`", "\n", "\n\n", "-", "*", "[", "  ", ":", "!", "_", "\n---", "\n- b", "> "]
    var tables = 0
    var cases = 0
    for _ in 0..<20_000 {
      let columns = 1 + dice.roll(4)
      func row(_ pieces: [String], _ space: String, _ columns: Int) -> String {
        "|" + (0..<columns).map { _ in space + pieces[dice.roll(pieces.count)] + space + "|" }.joined()
      }
      var text = ["", "", "a\n\n", "a\n", "- b\n\n"][dice.roll(5)] + row(cells, " ", columns) + "\n" + row(rules, "", columns)
      for _ in 0..<dice.roll(4) { text += "\n" + row(cells, " ", dice.roll(12) == 0 ? 1 + dice.roll(4) : columns) }
      text += ["", "", "\n", "\n\na b", "\n\n\na b\n", "\na b", "\n\n- c", "\n\n| a |\n|---|"][dice.roll(8)]
      if dice.roll(3) == 0 {
        let place = dice.roll(text.unicodeScalars.count)
        let index = text.unicodeScalars.index(text.startIndex, offsetBy: place)
        text.unicodeScalars.insert(contentsOf: slips[dice.roll(slips.count)].unicodeScalars, at: index)
      }
      guard let tree = tree(ofPlain: text) else { continue }
      cases += 1
      if tree.nodes.contains(where: { $0.kind == .table }) { tables += 1 }
    }
    #expect(tables > 2000, "\(cases)")
  }

  /// Whether a text is taken for plain.
  @discardableResult
  private func isSameAsCmark(_ text: String) -> Bool { tree(ofPlain: text) != nil }

  /// All that nodes are but where their words are kept, which is each reader's own.
  private func shape(_ tree: Tree) -> [TreeNode] {
    tree.nodes.map { node in
      var node = node
      (node.text, node.title) = (TreeNode.Piece(), TreeNode.Piece())
      return node
    }
  }

  /// The tree of a text that is taken for plain; the same in the source and in a folded or literal value of front matter.
  private func tree(ofPlain text: String) -> Tree? {
    let bytes = Array(("…\n" + text).utf8)
    let source = Source(path: "a.md", bytes: bytes)
    let span = Span(start: 4, length: bytes.count - 4)
    return bytes.withUnsafeBufferPointer { bytes in
      let words = UnsafeBufferPointer(rebasing: bytes[4...])
      let exact = Lines(words, at: span)
      let origins = (1...exact.count).map { 2 + (exact.start($0) ?? 0) }
      var plain: Tree?
      for lines in [Lines(words, origins: origins, in: span), Lines(words, origins: [], in: span), exact] {
        plain = plainMarkdown(words, lines)
        guard let plain else { continue }
        let parsed = parseMarkdown(words, lines, memory: 1 << 20)
        #expect(shape(plain) == parsed.map(shape), "\(text.debugDescription)")
        #expect(plain.dump == parsed?.dump, "\(text.debugDescription)")
        var gathering = Gathering(source, limit: 200)
        gathering.check(plain, of: words, lines)
        #expect(gathering.findings.isEmpty && guardMarkdown(words, Limits()) == nil, "\(text.debugDescription)")
      }
      return plain
    }
  }
}
