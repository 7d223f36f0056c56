/// How a text is set into the page that carries it.
package final class Setting {
  /// What an address is for.
  package enum Use: Sendable {
    case link, picture
  }

  /// The words the setter itself puts on a page, in the page's language.
  package struct Words: Sendable, Hashable {
    /// Names the box a table scrolls in, before its column heads.
    package var table = "Table"
    /// Names the list of notes.
    package var notes = "Notes"
    /// Names the way from a note back to its mark.
    package var back = "Back to the text"

    package init(table: String = "Table", notes: String = "Notes", back: String = "Back to the text") {
      self.table = table
      self.notes = notes
      self.back = back
    }
  }

  /// The level of the heading this text stands under; its own headings begin one below, and skip none.
  package let level: Int
  /// Put before every id, so that two texts on one page never share one.
  package let prefix: String
  package let words: Words
  /// Where an address leads from this page; nothing where it must not be followed. Asked only for what the allow-list lets through.
  package let resolve: (_ address: String, _ use: Use) -> String?

  package init(
    level: Int = 2, prefix: String = "", words: Words = Words(),
    resolve: @escaping (_ address: String, _ use: Use) -> String? = { address, _ in address }
  ) {
    self.level = level
    self.prefix = prefix
    self.words = words
    self.resolve = resolve
  }
}
