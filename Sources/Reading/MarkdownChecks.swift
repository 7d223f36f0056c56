internal import Findings

extension Gathering {
  /// Says what a passage may not hold: raw HTML, a page's own headings, links and pictures that lead nowhere good, loose footnotes.
  mutating func check(_ tree: Tree, of text: UnsafeBufferPointer<UInt8>) {
    for (index, node) in tree.nodes.enumerated() {
      switch node.kind {
      case .htmlBlock, .htmlInline: checkHTML(node)
      case .heading: checkHeading(node)
      case .link: checkLink(node, tree, index)
      case .image: checkImage(node, tree, index)
      case .text: checkText(node)
      default: break
      }
    }
  }

  mutating func checkHTML(_ node: TreeNode) {
    let comment = node.text.utf8.starts(with: "<!--".utf8)
    add(comment ? "markdown.comment" : "markdown.html", at: node.span, ["text": excerpt(node.span)])
  }

  private mutating func checkHeading(_ node: TreeNode) {
    guard node.number <= 2 else { return }
    let start = source.bytes[node.span.start..<max(node.span.start, node.span.end)]
    if start.first != UInt8(ascii: "#") {
      add("markdown.underlined-heading", at: node.span, ["text": excerpt(node.span)])
    } else {
      add(node.number == 1 ? "markdown.title" : "markdown.heading-place", at: node.span)
    }
  }

  private mutating func checkLink(_ node: TreeNode, _ tree: Tree, _ index: Int) {
    checkDestination(node)
    if tree.plainText(of: index).utf8.allSatisfy({ $0 <= 0x20 }) {
      add("link.text", at: node.span, ["address": short(node.text)])
    }
  }

  private mutating func checkImage(_ node: TreeNode, _ tree: Tree, _ index: Int) {
    checkDestination(node)
    if tree.plainText(of: index).utf8.allSatisfy({ $0 <= 0x20 }) {
      add("markdown.image-text", at: node.span, ["address": short(node.text)])
    }
  }

  private mutating func checkDestination(_ node: TreeNode) {
    switch Destination(node.text) {
    case .refused(let scheme):
      add("link.scheme", at: node.span, ["address": short(node.text), "scheme": short(scheme)])
    case .empty: add("link.empty", at: node.span)
    case .web, .mail, .telephone, .relative, .fragment: break
    }
  }

  /// A footnote's mark that stayed text has no note in this passage.
  private mutating func checkText(_ node: TreeNode) {
    let bytes = node.text.utf8
    guard bytes.contains(UInt8(ascii: "[")), let start = node.text.firstRange(ofFootnoteMark: ()) else { return }
    add("markdown.footnote-missing", at: node.span, ["mark": short(String(node.text[start]))])
  }

  private func short(_ text: String) -> String {
    text.count > 60 ? text.prefix(59) + "…" : text
  }
}

extension String {
  /// The first `[^…]` of a text.
  fileprivate func firstRange(ofFootnoteMark: Void) -> Range<Index>? {
    var index = utf8.startIndex
    while let open = utf8[index...].firstIndex(of: UInt8(ascii: "[")) {
      let caret = utf8.index(after: open)
      guard caret < utf8.endIndex else { return nil }
      index = caret
      guard utf8[caret] == UInt8(ascii: "^"), let close = utf8[caret...].firstIndex(of: UInt8(ascii: "]")) else { continue }
      let label = utf8[utf8.index(after: caret)..<close]
      if !label.isEmpty, label.allSatisfy({ $0 > 0x20 && $0 != UInt8(ascii: "[") }) {
        return open..<utf8.index(after: close)
      }
    }
    return nil
  }
}
