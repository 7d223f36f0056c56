/// Where something is wrong, as a person counts: lines and columns from 1, columns in Unicode characters.
package struct Place: Sendable, Hashable {
  package var file: String
  package var line: Int
  package var column: Int
  package var length: Int
  /// The line itself, for the caret; empty where the place is a whole file.
  package var excerpt: String
  /// The column of the excerpt's first character: 1 but in a line too long to carry about.
  package var from: Int

  package init(
    file: String, line: Int = 0, column: Int = 0, length: Int = 0, excerpt: String = "",
    from: Int = 1
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.excerpt = excerpt
    self.from = from
  }

  /// A whole file or folder: no line to point at.
  package static func file(_ path: String) -> Place { Place(file: path) }
}

/// How much a finding matters: an error blocks publishing, a warning may be accepted with a reason, a note only informs.
package enum Severity: String, Sendable, CaseIterable {
  case error, warning, note
}

/// Something wrong: which rule, where, and the facts of this case. The words are the rule's (see `Rule`).
///
/// Whoever finds it states facts only; `Finding.told` puts them into the rule's sentences, in one place for the whole program.
package struct Finding: Sendable, Hashable {
  package var code: String
  package var place: Place
  package var facts: [String: String]

  /// - Parameters:
  ///   - code: the code of a rule in `Rule.all`, such as `field.date`.
  ///   - place: where a person would put it right.
  ///   - facts: what the rule's sentences name in braces, such as `field` and `write`.
  package init(_ code: String, at place: Place, _ facts: [String: String] = [:]) {
    self.code = code
    self.place = place
    self.facts = facts
  }

  package var severity: Severity { Rule.named(code)?.severity ?? .error }
}

extension Finding {
  /// The order in which findings are printed: by file, line, column, then code and words; the same whatever order they were made in.
  package static func inOrder(_ one: Finding, _ other: Finding) -> Bool {
    if one.place.file != other.place.file {
      return one.place.file.utf8.lexicographicallyPrecedes(other.place.file.utf8)
    }
    if one.place.line != other.place.line { return one.place.line < other.place.line }
    if one.place.column != other.place.column { return one.place.column < other.place.column }
    if one.code != other.code { return one.code.utf8.lexicographicallyPrecedes(other.code.utf8) }
    return one.told.summary.utf8.lexicographicallyPrecedes(other.told.summary.utf8)
  }
}
