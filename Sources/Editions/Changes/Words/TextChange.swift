/// What a change of a text is made of, in reading order.
///
/// The runs that stand before, joined, are the text before, byte for byte; those that stand after are the text after.
package struct TextChange: Sendable, Hashable {
  package var runs: [Run]

  package init(runs: [Run]) { self.runs = runs }

  package var before: String { joined { $0.before } }
  package var after: String { joined { $0.after } }

  /// Nothing differs but spaces and line ends inside paragraphs.
  package var isSpacing: Bool {
    runs.allSatisfy { $0.kind == .kept || $0.kind == .respaced }
  }

  private func joined(_ part: (Run) -> String?) -> String {
    var result = ""
    for run in runs { result += part(run) ?? "" }
    return result
  }
}

/// A stretch of a text that was kept, removed, added, moved, or only spaced differently.
package struct Run: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case kept, removed, added
    /// Space that a reader does not see as a change: a line broken elsewhere.
    case respaced
    /// A block that stands elsewhere in the text after.
    case movedAway = "moved_away"
    /// A block that stood elsewhere in the text before.
    case movedHere = "moved_here"
  }

  package var kind: Kind
  package var text: String
  /// The space before; only where it was respaced.
  package var was: String?
  /// Of moved blocks: the number that both ends of the move share, from 1.
  package var move: Int?

  package init(_ kind: Kind, _ text: String, was: String? = nil, move: Int? = nil) {
    self.kind = kind
    self.text = text
    self.was = was
    self.move = move
  }

  package var before: String? {
    switch kind {
    case .kept, .removed, .movedAway: text
    case .respaced: was
    case .added, .movedHere: nil
    }
  }

  package var after: String? {
    switch kind {
    case .kept, .added, .movedHere, .respaced: text
    case .removed, .movedAway: nil
    }
  }

  package static func == (one: Run, other: Run) -> Bool {
    one.kind == other.kind && one.move == other.move
      && one.text.utf8.elementsEqual(other.text.utf8)
      && (one.was ?? "").utf8.elementsEqual((other.was ?? "").utf8)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(move)
  }
}
