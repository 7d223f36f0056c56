package import Findings

/// One node of a Markdown syntax tree; nodes name each other by their number in `Tree.nodes`.
package struct TreeNode: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case document, paragraph, heading, list, item, quote, codeBlock, htmlBlock, thematicBreak
    case table, row, cell, footnoteDefinition
    case text, softBreak, lineBreak, code, emphasis, strong, link, image, htmlInline, footnoteReference
  }

  package enum Alignment: UInt8, Sendable {
    case none, left, centre, right
  }

  /// Where some words stand among those of the whole tree.
  package struct Piece: Sendable, Hashable {
    var start: Int32 = 0
    var count: Int32 = 0

    package var isEmpty: Bool { count == 0 }
    package var range: Range<Int> { Int(start)..<Int(start + count) }

    init() {}

    init(_ range: Range<Int>) {
      start = Int32(range.lowerBound)
      count = Int32(range.count)
    }
  }

  package var kind: Kind
  package var parent: Int32
  package var firstChild: Int32 = -1
  package var next: Int32 = -1
  /// Bytes of the source; for what has no place of its own, an empty span where it stands.
  package var span: Span
  /// The words of text, code and HTML; the address of links and images.
  package var text = Piece()
  /// The title of links and images; what a code block says of its language.
  package var title = Piece()
  /// A heading's level, an ordered list's first number, a footnote's number.
  package var number: Int32 = 0
  /// Of lists: numbered.
  package var ordered = false
  /// Of lists: without blank lines between their items.
  package var tight = false
  /// Of rows: the head of the table.
  package var head = false
  /// Of cells.
  package var alignment = Alignment.none

  package init(kind: Kind, parent: Int32, span: Span) {
    self.kind = kind
    self.parent = parent
    self.span = span
  }
}

/// A Markdown syntax tree as a flat array in reading order: a node stands before its children, and these before its next sibling.
///
/// So a pass over `nodes` is a pass over the text, and no depth of nesting can overflow a stack. Node 0 is the document. Footnote
/// definitions come last, numbered in the order they are first referred to.
///
/// What all nodes say stands in one run of bytes, of which each names its pieces: a node is a few numbers, and looking at one takes nothing.
package struct Tree: Sendable, Hashable {
  package let nodes: [TreeNode]
  package let words: [UInt8]

  package init(nodes: [TreeNode], words: [UInt8]) {
    self.nodes = nodes
    self.words = words
  }

  /// A document that says nothing.
  package static func empty(at span: Span) -> Tree {
    Tree(nodes: [TreeNode(kind: .document, parent: -1, span: span)], words: [])
  }

  package func text(_ piece: TreeNode.Piece) -> String { String(decoding: words[piece.range], as: UTF8.self) }

  /// The number after the last node inside a node; nodes from `index` up to it are the node and all it holds.
  package func end(of index: Int) -> Int {
    var current = index
    while current >= 0 {
      if nodes[current].next >= 0 { return Int(nodes[current].next) }
      current = Int(nodes[current].parent)
    }
    return nodes.count
  }

  /// The words of a node and all it holds, without marks: line breaks are spaces, pictures say their text.
  package func plainText(of index: Int = 0) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(nodes[index].span.length + 1)
    for index in index..<end(of: index) {
      switch nodes[index].kind {
      case .text, .code, .codeBlock: result += words[nodes[index].text.range]
      case .softBreak, .lineBreak: result.append(0x20)
      case .paragraph, .heading, .item, .row, .cell:
        if let last = result.last, last != 0x20 { result.append(0x20) }
      default: break
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Where its links lead and its pictures stand, in the order of the text.
  package var addresses: [String] {
    var addresses: [String] = []
    for node in nodes where node.kind == .link || node.kind == .image { addresses.append(text(node.text)) }
    return addresses
  }

  /// The tree as indented lines, for tests: kind, place, attributes, words.
  package var dump: String {
    var result = ""
    var depth: [Int] = []
    for (index, node) in nodes.enumerated() {
      depth.append(node.parent < 0 ? 0 : depth[Int(node.parent)] + 1)
      result += String(repeating: "  ", count: depth[index])
      result += described(node) + "\n"
    }
    return result
  }
}

extension Tree {
  private func described(_ node: TreeNode) -> String {
    var result = "\(node.kind) \(node.span.start)..<\(node.span.end)"
    switch node.kind {
    case .heading: result += " level \(node.number)"
    case .list: result += (node.ordered ? " from \(node.number)" : "") + (node.tight ? " tight" : " loose")
    case .row where node.head: result += " head"
    case .cell where node.alignment != .none: result += " \(node.alignment)"
    case .footnoteReference, .footnoteDefinition: result += " \(node.number)"
    default: break
    }
    if !node.text.isEmpty { result += " \(quote(text(node.text)))" }
    if !node.title.isEmpty { result += " title \(quote(text(node.title)))" }
    return result
  }

  private func quote(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
