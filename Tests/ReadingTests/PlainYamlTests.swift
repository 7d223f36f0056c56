import Findings
import Foundation
import Ground
import Testing

@testable import Reading

/// What is read as plain YAML without asking libyaml is just what libyaml makes of it, and nothing that has a finding.
@Suite struct PlainYamlTests {
  /// Whatever the repository holds; and every document of a tool is read the short way, or it would be slow again unseen.
  @Test func isWhatLibyamlMakesOfEveryFile() throws {
    var long = ""
    for path in try files(["Content", "Sources/Starter", "Themes", "Tests"]) {
      let source = try Checkout.source(path)
      var gathering = Gathering(source, limit: 200)
      guard let text = gathering.checkText(Limits()) else { continue }
      let span = path.hasSuffix(".md") ? gathering.frontMatter(of: text)?.yaml : text
      guard let span else { continue }
      let isPlain = isSameAsLibyaml(source, span)
      if !isPlain, path.hasPrefix("Content/tools/") { long += path + "\n" }
    }
    #expect(long == "")
  }

  @Test(arguments: [
    "a: b", "a: b # c\n", "a:\n", "a: # c\n\n", "a:   \n- b\n-\n- c: d\n  e:\n  - f\n-   g: h\n    i: j\nk: l\n", "- a\n-\n  b: c\n- [d]\n",
    "a:\n - {b: c,\n    d: e}\n - [f,\n  g]\n", "a:\n  - b\n  # c\n  -\n    - d\n",
    "a: |\n  b\n\n   c\n\n# d\ne: |-\n  f\ng: >\n  h\n  i\nj: >-\n  k\n  l\n\n",
    "a: [b, c d,e , \"f, g\", 'h']\ni: {j: k:l, m: [], n: {}}\n", "é: f", "a: é – ‘£’\nb: {c: é, d: \"ü\"}\n",
    "a: http://b#c\nd: -1\ne: (f)\n",
  ])
  func readsThePlain(text: String) {
    let source = source(text)
    #expect(isSameAsLibyaml(source, Span(start: 0, length: source.bytes.count)) == (text != "é: f"))
  }

  /// Thousands of texts made from plain ones by somebody who slips, and by somebody who means harm.
  @Test func isWhatLibyamlMakesOfMadeTexts() {
    let pieces = [
      ":", ": ", "- ", "-", " ", "  ", "    ", "\t", "\n", "\n\n", "\r\n", "[", "]", "{", "}", ",", "&a ", "*a", "!b ", "|", "|-", "|+",
      "|2", ">",
      "'", "\"", "#", " #", "%", "@", "?", "? ", "---\n", "...\n", "\\", "é", "\u{301}", "£", "a", "a: ", "\na: b", "\n  a: b", "\n- ",
      "\n  - ", "~",
      "<<: ", "=", "`", "\u{2028}", "\u{A0}", "\n\n      ", " \n", "[a]", "{a: b}", "\"a\"", "''", "1", "/", ".", "\n#", "\n  # c",
    ]
    let dice = Dice()
    var plain = 0
    for _ in 0..<30_000 {
      var bytes = Array(starts[dice.roll(starts.count)].utf8)
      for _ in 0..<dice.roll(5) { spoil(&bytes, pieces, dice) }
      let source = Source(path: "a.yaml", bytes: bytes)
      if isSameAsLibyaml(source, Span(start: 0, length: bytes.count)) { plain += 1 }
    }
    #expect(plain > 5000)
  }

  /// Short texts of nothing but marks, in which every neighbourhood of two and three of them occurs.
  @Test func isWhatLibyamlMakesOfMarks() {
    let pieces = [
      "a", "b", ":", " ", "  ", "\n", "\n", "- ", "-", "#", "[", "]", "{", "}", ",", "\"", "'", "|", ">", "é", "?", "&", "*", "!", "%", ".",
    ]
    let dice = Dice()
    var plain = 0
    for _ in 0..<60_000 {
      let text = "a: b\n" + (0...dice.roll(14)).map { _ in pieces[dice.roll(dice.roll(2) == 0 ? 8 : pieces.count)] }.joined()
      let source = source(text)
      if isSameAsLibyaml(source, Span(start: 0, length: source.bytes.count)) { plain += 1 }
    }
    #expect(plain > 1000)
  }

  @Test(.enabled(if: Suites.expected)) func isWhatLibyamlMakesOfTheSuite() throws {
    let root = try #require(Suites.root, "\(Suites.missing)")
    var plain = 0
    for one in try YamlCase.all(root) {
      let source = Source(path: one.id, bytes: Array(one.yaml.utf8))
      if isSameAsLibyaml(source, Span(start: 0, length: source.bytes.count)) { plain += 1 }
    }
    #expect(plain > 20)
  }

  @Test func stopsAtTheLimitOfNesting() {
    var limits = Limits()
    limits.nesting = 3
    for text in [
      "a:\n  b:\n    c: d\n", "a:\n  b: [c]\n", "a:\n- b: {c: d}\n", "a:\n- b:\n  - c\n", "a: [[[b]]]\n", "a: {b: {c: {d: e}}}\n",
    ] {
      let source = source(text)
      isSameAsLibyaml(source, Span(start: 0, length: source.bytes.count), limits)
    }
  }

  private let starts = [
    """
    kind: atrs-4.0
    name: "Early help"
    list: [South West, b, 'c']
    say: |
      one

      two – é

    group:
      - one: {see: beta-2026}
        two: >-
          folded
          text
      - two:
          - x
          - y z
        three: 0.75
    # end
    last:

    """,
    "a:\n- b\n- c: d\n  e: |\n   f\n    g\n- {h: 1, i: -2,\n   j: 'k, l', m: [n,\n  o]}\nm:\n  n:\n    o: p # q\n  r: []\n",
    "- a: \"b\"\n  c:\n- d\n-\n  e: f\n- g: |-\n    h\n    i\n",
  ]

  /// Does to a text what slips of the hand do.
  private func spoil(_ bytes: inout [UInt8], _ pieces: [String], _ dice: Dice) {
    guard !bytes.isEmpty else { return }
    let place = dice.roll(bytes.count)
    switch dice.roll(7) {
    case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.roll(4)))
    case 1: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + dice.roll(30))], at: dice.roll(bytes.count))
    case 2: bytes.swapAt(place, dice.roll(bytes.count))
    case 3: if dice.roll(3) == 0 { bytes.removeSubrange(place...) }
    case 4:
      // More or less of a margin.
      let line = (bytes[..<place].lastIndex(of: 0x0A) ?? -1) + 1
      if dice.roll(2) == 0 { bytes.insert(0x20, at: line) } else if bytes[line] == 0x20 { bytes.remove(at: line) }
    default: bytes.insert(contentsOf: pieces[dice.roll(pieces.count)].utf8, at: place)
    }
  }

  /// Whether a text is taken for plain.
  @discardableResult
  private func isSameAsLibyaml(_ source: Source, _ span: Span, _ limits: Limits = Limits()) -> Bool {
    var gathering = Gathering(source, limit: 200)
    guard gathering.checkText(limits) != nil else { return false }
    let before = gathering.findings.count
    guard let plain = source.bytes.withUnsafeBufferPointer({ plainYAML($0, in: span, limits) }) else { return false }
    let node = gathering.readAnyYAML(in: span, limits)
    let text = source.text(span).debugDescription
    #expect(gathering.findings.count == before, "\(source.path) \(lines(gathering.findings)) \(text)")
    #expect(node == plain, "\(source.path) \(text)")
    #expect(node.map { exact($0) } == exact(plain), "\(source.path) \(text)")
    return true
  }

  /// All a node holds, byte by byte.
  private func exact(_ node: Node) -> [UInt8] {
    var bytes = Array("\(node.span.start)+\(node.span.length)".utf8)
    switch node.content {
    case .scalar(let scalar): bytes += Array("\(scalar.style)\(scalar.span)\(scalar.text)".utf8)
    case .list(let nodes): for node in nodes { bytes += exact(node) }
    case .map(let entries):
      for entry in entries { bytes += Array("\(entry.key.style)\(entry.key.span)\(entry.key.text)".utf8) + exact(entry.value) }
    }
    return bytes
  }

  private func files(_ folders: [String]) throws -> [String] {
    var paths: [String] = []
    for folder in folders {
      let names = FileManager.default.enumerator(atPath: Checkout.root + "/" + folder)?.compactMap { $0 as? String } ?? []
      paths += names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".yaml") }.map { folder + "/" + $0 }
    }
    return paths.sorted()
  }
}
