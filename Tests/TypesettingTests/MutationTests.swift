import Findings
import Reading
import Testing
import Typesetting

/// The same numbers on every run.
struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}

/// Says what is wrong with HTML as this program writes it: tags that do not close, names and attributes it never uses, ids given twice.
func faults(_ html: String) -> String {
  let pairs: Set = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "table", "thead", "tbody", "tr", "th", "td",
    "div", "em", "strong", "a", "sup", "section",
  ]
  let lone: Set = ["br", "hr", "img"]
  let attributes: Set = [
    "id", "href", "title", "src", "alt", "class", "role", "tabindex", "aria-label", "scope", "start",
  ]
  var open: [Substring] = []
  var ids: Set<Substring> = []
  var rest = html[...]
  while let start = rest.firstIndex(of: "<") {
    if rest[..<start].contains(">") { return "a lone > in \(rest.prefix(80))" }
    guard let end = rest[start...].firstIndex(of: ">") else { return "an open tag: \(rest[start...].prefix(80))" }
    let tag = rest[rest.index(after: start)..<end]
    rest = rest[rest.index(after: end)...]
    if tag.hasPrefix("/") {
      guard let last = open.popLast(), last == tag.dropFirst() else { return "<\(tag)> closes something else" }
      continue
    }
    let name = tag.prefix { $0 != " " }
    guard pairs.contains(String(name)) || lone.contains(String(name)) else { return "<\(tag)>" }
    if pairs.contains(String(name)) { open.append(name) }
    var inside = tag.dropFirst(name.count)
    while !inside.isEmpty {
      guard let found = inside.prefixMatch(of: #/ ([a-z-]+)="([^"<>]*)"/#), attributes.contains(String(found.1)) else { return "<\(tag)>" }
      if found.1 == "id", !ids.insert(found.2).inserted { return "id \(found.2) twice" }
      if found.1 == "href" || found.1 == "src", case .refused = Destination(unescaped(String(found.2))) { return "<\(tag)>" }
      inside = inside[found.range.upperBound...]
    }
  }
  if rest.contains(">") { return "a lone > in \(rest.suffix(80))" }
  return open.isEmpty ? "" : "never closed: \(open.joined(separator: " "))"
}

@Suite struct MutationTests {
  static let start = """
    # T\n\nA *b* **c** `d` [e](https://f.example "g") ![h](i.png) <j@k.example>[^1] &amp; \\* <b>l</b>  \nm

    - n\n  1. o\n\n     p\n- q

    > r\n> > s

    | t | u |\n|:--|--:|\n| v[^2] | w |

    ```x\ny\n```\n\n    z\n\n***\n\n## A [a]\n\n[^1]: note\n\n    more\n[^2]: - list\n[a]: javascript:x 'y'\n<!-- z -->\n<script>
    """

  /// Thousands of texts that nobody would write: each is set as sound HTML, the same each time, from a sound tree.
  @Test func setsWhateverIsWritten() {
    let pieces = [
      "<", ">", "\"", "'", "&", "*", "**", "_", "`", "```", "~~~", "[", "]", "(", ")", "![", "](", "[^1]", "[^2]:", "|", "|-|", "\n",
      "\n\n", "    ", "\t",
      "- ", "1. ", "> ", "#", "## ", "===", "---", "\\", "<a ", "</p>", "<!--", "-->", "javascript:", "//", "&#60;", "&quot;", "é",
      "\u{1F600}", " ", "\r\n",
    ]
    var dice = Dice(state: 7)
    for round in 0..<300 {
      var text = Array(Self.start.utf8)
      for _ in 0...dice.roll(12) {
        let place = dice.roll(text.count)
        switch dice.roll(3) {
        case 0: text.removeSubrange(place..<min(text.count, place + 1 + dice.roll(20)))
        case 1: text.insert(contentsOf: pieces[dice.roll(pieces.count)].utf8, at: place)
        default: text.insert(contentsOf: text[place..<min(text.count, place + dice.roll(40))], at: dice.roll(text.count))
        }
        if text.isEmpty { text = [0x61] }
      }
      let whole = String(decoding: text, as: UTF8.self)
      let source = Source(path: "a.md", bytes: Array(whole.utf8))
      let (passage, _) = readMarkdown(source, in: Span(start: 0, length: source.bytes.count))
      let html = String(decoding: typeset(passage.tree, Setting(prefix: "x-")).bytes, as: UTF8.self)
      #expect(faults(html) == "", "round \(round): \(whole)")
      let again = readMarkdown(source, in: Span(start: 0, length: source.bytes.count)).passage.tree
      #expect(again == passage.tree)
      #expect(unsound(passage.tree, in: source) == "", "round \(round): \(whole)")
    }
  }

  /// What is wrong with a tree's links and places.
  private func unsound(_ tree: Tree, in source: Source) -> String {
    for (index, node) in tree.nodes.enumerated() {
      if node.parent >= index || (node.parent < 0) != (index == 0) { return "parent of \(index)" }
      if node.firstChild >= 0, node.firstChild != index + 1 { return "child of \(index)" }
      if node.next >= 0, tree.nodes[Int(node.next)].parent != node.parent || node.next <= index { return "next of \(index)" }
      if node.span.start < 0 || node.span.length < 0 || node.span.end > source.bytes.count { return "place of \(index)" }
    }
    return ""
  }
}
