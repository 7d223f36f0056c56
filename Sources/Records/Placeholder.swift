import Findings
import Reading

/// What a new document has in the place of a text: a quotation that says what to write, until somebody writes it.
///
///     > [To write] How people can question what the tool said about them.
enum Placeholder {
  /// How the quotation begins; a condition and `]` may follow.
  static let mark = "[To write"
}

/// A placeholder that was found in a text.
struct FoundPlaceholder {
  let span: Span
  /// Whether the text says nothing else.
  let isAlone: Bool
}

extension Passage {
  /// The first placeholder of a text. Looked for only as a quotation of its own, so no publisher's sentence is taken for one.
  var placeholder: FoundPlaceholder? {
    var found: Span?
    var others = false
    var index = 1
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if node.kind == .quote, tree.plainText(of: index).hasPrefix(Placeholder.mark) {
        if found == nil { found = node.span }
      } else {
        others = true
      }
      index = tree.end(of: index)
    }
    return found.map { FoundPlaceholder(span: $0, isAlone: !others) }
  }
}
