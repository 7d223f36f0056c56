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

  package var kind: Kind
  package var parent: Int32
  package var firstChild: Int32 = -1
  package var next: Int32 = -1
  /// Bytes of the source; for what has no place of its own, an empty span where it stands.
  package var span: Span
  /// The words of text, code and HTML; the address of links and images.
  package var text = ""
  /// The title of links and images; what a code block says of its language.
  package var title = ""
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
package struct Tree: Sendable, Hashable {
  package var nodes: [TreeNode]

  package init(nodes: [TreeNode]) { self.nodes = nodes }

  /// A document that says nothing.
  package static func empty(at span: Span) -> Tree {
    Tree(nodes: [TreeNode(kind: .document, parent: -1, span: span)])
  }

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
    var result = ""
    for index in index..<end(of: index) {
      switch nodes[index].kind {
      case .text, .code, .codeBlock: result += nodes[index].text
      case .softBreak, .lineBreak: result += " "
      case .paragraph, .heading, .item, .row, .cell:
        if !result.isEmpty, result.utf8.last != 0x20 { result += " " }
      default: break
      }
    }
    return result
  }

  /// Where its links lead and its pictures stand, in the order of the text.
  package var addresses: [String] {
    var addresses: [String] = []
    for index in nodes.indices where nodes[index].kind == .link || nodes[index].kind == .image { addresses.append(nodes[index].text) }
    return addresses
  }

  /// The tree as indented lines, for tests: kind, place, attributes, words.
  package var dump: String {
    var result = ""
    var depth: [Int] = []
    for (index, node) in nodes.enumerated() {
      depth.append(node.parent < 0 ? 0 : depth[Int(node.parent)] + 1)
      result += String(repeating: "  ", count: depth[index])
      result += node.described + "\n"
    }
    return result
  }
}

extension TreeNode {
  fileprivate var described: String {
    var result = "\(kind) \(span.start)..<\(span.end)"
    switch kind {
    case .heading: result += " level \(number)"
    case .list: result += (ordered ? " from \(number)" : "") + (tight ? " tight" : " loose")
    case .row where head: result += " head"
    case .cell where alignment != .none: result += " \(alignment)"
    case .footnoteReference, .footnoteDefinition: result += " \(number)"
    default: break
    }
    if !text.isEmpty { result += " \(quote(text))" }
    if !title.isEmpty { result += " title \(quote(title))" }
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
