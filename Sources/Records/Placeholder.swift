import Findings
import Reading

/// What a new document has in the place of a text: a quotation that says what to write, until somebody writes it.
///
///     > [To write] How people can question what the tool said about them.
enum Placeholder {
  /// How the quotation begins; a condition and `]` may follow.
  static let mark = "[To write"
  /// How it goes on with what could be written.
  static let example = "For example:"

  /// Whether a text of `register.yaml` is what a new register comes with, where its own words belong.
  static func isLeft(_ text: String) -> Bool { text.hasPrefix("[To fill in]") || text.contains("to-fill-in") }
}

/// A placeholder that was found in a text.
struct FoundPlaceholder {
  let span: Span
  /// Whether the text says nothing else.
  let isAlone: Bool
}

extension Passage {
  /// The first placeholder of a text. Looked for only as a quotation or paragraph of its own, so no publisher's sentence is taken for one.
  var placeholder: FoundPlaceholder? {
    var found: Span?
    var others = false
    var index = 1
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if isPlaceholder(index) {
        if found == nil { found = node.span }
      } else {
        others = true
      }
      index = tree.end(of: index)
    }
    return found.map { FoundPlaceholder(span: $0, isAlone: !others) }
  }

  /// Whether a block is what `gazette new` wrote: all of its quotation, its example alone, or its first line without the sign.
  private func isPlaceholder(_ index: Int) -> Bool {
    switch tree.nodes[index].kind {
    case .quote:
      let text = tree.plainText(of: index)
      return text.hasPrefix(Placeholder.mark)
        || (index + 1 < tree.nodes.count && tree.plainText(of: index + 1) == Placeholder.example)
    case .paragraph:
      // The first node of a paragraph is its first piece of text.
      return index + 1 < tree.nodes.count && tree.words[tree.nodes[index + 1].text.range].first == UInt8(ascii: "[")
        && tree.plainText(of: index).hasPrefix(Placeholder.mark)
    default: return false
    }
  }
}
