/// How much of each thing is read before a file is refused.
///
/// Both C libraries have inputs of a few kilobytes that cost minutes or gigabytes. Each limit is far above what a person writes
/// and far below what does harm, and each is checked before the library sees a byte, but for depth of YAML, which its events tell.
package struct Limits: Sendable, Hashable {
  /// Bytes of one file.
  package var file = 1 << 20
  /// Lists in lists, quotes in quotes, maps in maps.
  package var nesting = 24
  /// Findings about one file; what is over is summed up in one.
  package var findings = 200

  /// Bytes of one section of the body, or of one prose value.
  package var passage = 64 << 10
  /// Headed parts of one body.
  package var sections = 1000
  /// Bytes of a line in a passage that has a table.
  package var tableLine = 2000
  /// `|` in one line.
  package var pipes = 64
  /// Rows times columns of one table.
  package var cells = 20_000
  /// Lines that could stand under a table's head.
  package var tables = 200
  /// `<!` and `<?` in one passage.
  package var declarations = 50
  /// Link definitions in one passage.
  package var definitions = 200
  /// Bytes of one link definition.
  package var definition = 2000
  /// The longest link definition times the brackets that might use it.
  package var references = 4 << 20
  /// Equal delimiters in a row.
  package var delimiters = 120
  /// Bytes of text in the tree made of one passage.
  package var tree = 1 << 20

  package init() {}
}
