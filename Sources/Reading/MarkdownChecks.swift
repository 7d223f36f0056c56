internal import Bytes
internal import Findings

extension Gathering {
  /// Says what a passage may not hold: raw HTML, a page's own headings, links and pictures that lead nowhere good, loose footnotes.
  mutating func check(_ tree: Tree, of text: UnsafeBufferPointer<UInt8>, _ lines: Lines) {
    for index in tree.nodes.indices {
      switch tree.nodes[index].kind {
      case .htmlBlock, .htmlInline: checkHTML(tree.nodes[index], tree)
      case .heading: checkHeading(tree.nodes[index])
      case .link: checkLink(tree.nodes[index], tree, index)
      case .image: checkImage(tree.nodes[index], tree, index)
      case .text: checkText(tree.nodes[index], tree)
      default: break
      }
    }
    checkNotes(tree, of: text, lines)
  }

  mutating func checkHTML(_ node: TreeNode, _ tree: Tree) {
    let comment = tree.words[node.text.range].starts(with: "<!--".utf8)
    add(comment ? "markdown.comment" : "markdown.html", at: node.span, ["text": excerpt(node.span)])
  }

  private mutating func checkHeading(_ node: TreeNode) {
    guard node.number <= headingsAbove else { return }
    let start = source.bytes[node.span.start..<max(node.span.start, node.span.end)]
    if start.first != UInt8(ascii: "#") {
      add("markdown.underlined-heading", at: node.span, ["text": excerpt(node.span)])
    } else {
      add(node.number == 1 ? "markdown.title" : "markdown.heading-place", at: node.span)
    }
  }

  private mutating func checkLink(_ node: TreeNode, _ tree: Tree, _ index: Int) {
    checkDestination(node, tree)
    if tree.plainText(of: index).utf8.allSatisfy({ $0 <= 0x20 }) {
      add("link.text", at: node.span, ["address": short(tree.text(node.text))])
    }
  }

  private mutating func checkImage(_ node: TreeNode, _ tree: Tree, _ index: Int) {
    checkDestination(node, tree)
    if tree.plainText(of: index).utf8.allSatisfy({ $0 <= 0x20 }) {
      add("markdown.image-text", at: node.span, ["address": short(tree.text(node.text))])
    }
  }

  private mutating func checkDestination(_ node: TreeNode, _ tree: Tree) {
    let address = tree.text(node.text)
    switch Destination(address) {
    case .refused(let scheme):
      add("link.scheme", at: node.span, ["address": short(address), "scheme": short(scheme)])
    case .empty: add("link.empty", at: node.span)
    case .web, .mail, .telephone, .relative, .fragment: break
    }
  }

  /// A mark that stayed text because what it names is not in this passage.
  private mutating func checkText(_ node: TreeNode, _ tree: Tree) {
    guard tree.words.place(of: UInt8(ascii: "["), in: node.text.range) < node.text.range.upperBound else { return }
    var previous: UInt8 = 0
    for byte in tree.words[node.text.range] {
      if previous == UInt8(ascii: "]"), byte == UInt8(ascii: "[") {
        return add("markdown.link-missing", at: node.span)
      }
      if previous == UInt8(ascii: "]"), byte == UInt8(ascii: "(") { return add("link.form", at: node.span) }
      if previous == UInt8(ascii: "["), byte == UInt8(ascii: "^") {
        return add("markdown.footnote-missing", at: node.span)
      }
      previous = byte
    }
  }

  /// Notes that no mark names: cmark drops them, and nothing that was written may vanish without a word.
  private mutating func checkNotes(_ tree: Tree, of text: UnsafeBufferPointer<UInt8>, _ lines: Lines) {
    let notes = notes(in: text)
    guard !notes.isEmpty, notes.count > tree.nodes.count(where: { $0.kind == .footnoteDefinition }) else { return }
    var named: Set<String> = []
    for node in tree.nodes where node.kind == .footnoteReference { named.insert(source.text(node.span).lowercased()) }
    for note in notes {
      let place = lines.span(note)
      let mark = source.text(place)
      let isCode = tree.nodes.contains { $0.kind == .codeBlock && $0.span.start <= place.start && place.end <= $0.span.end }
      if !isCode, !named.contains(mark.lowercased()) { add("markdown.footnote-unused", at: place, ["mark": short(mark)]) }
    }
  }

  /// Every `[^…]` at the start of a line with a colon after it.
  private func notes(in text: UnsafeBufferPointer<UInt8>) -> [Span] {
    var notes: [Span] = []
    var index = text.place(of: UInt8(ascii: "["), in: 0..<text.count)
    while index + 1 < text.count {
      if text[index + 1] == UInt8(ascii: "^"), isAtMargin(index, of: text) {
        var end = index + 2
        while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "]") { end += 1 }
        if end + 1 < text.count, text[end] == UInt8(ascii: "]"), text[end + 1] == UInt8(ascii: ":") {
          notes.append(Span(start: index, length: end + 1 - index))
        }
      }
      index = text.place(of: UInt8(ascii: "["), in: (index + 1)..<text.count)
    }
    return notes
  }

  /// Whether nothing but spaces and the marks of quotations stand before a byte in its line.
  private func isAtMargin(_ index: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = index
    while start > 0, text[start - 1] == 0x20 || text[start - 1] == UInt8(ascii: ">") { start -= 1 }
    return start == 0 || text[start - 1] == 0x0A
  }

  private func short(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }
}
