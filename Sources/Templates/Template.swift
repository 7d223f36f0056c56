import Findings

/// Where a template's bytes came from, so that a finding points at the file a person edits.
struct Origin: Sendable {
  var source: Source
  /// Where the template's first byte stands in the source; nothing where its bytes are not there as they are (a quoted or folded
  /// text of a language file), and then every finding points at the whole.
  var shift: Int?
  var whole: Span

  func place(_ range: Range<Int>) -> Place {
    guard let shift else { return source.place(whole) }
    return source.place(Span(start: shift + range.lowerBound, length: range.count))
  }
}

/// A name with dots between its parts, or `.` alone.
struct Path: Hashable {
  var text: String
  var parts: [Name]
  /// What stands between the dots.
  var words: [String]

  init(_ text: String) {
    self.text = text
    words =
      text == "."
      ? [text]
      : text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { String($0) ?? "" }
    parts = words.map { Name($0) }
  }

  var isItem: Bool { text == "." }
}

/// The template that a partial or parent tag asks for: by its name, or by a name in the data.
enum Target {
  case named(String)
  case chosen(Path)

  var isChosen: Bool {
    if case .chosen = self { true } else { false }
  }
}

/// A template as a tree, for compiling and checking; rendering never sees it. Ranges count the template's bytes.
enum Node {
  /// Bytes as they are, never beyond the end of a line.
  case text(Range<Int>)
  /// A line begins, with this white space; an indentation goes before it.
  case line(Range<Int>)
  case value(Path, escaped: Bool, tag: Range<Int>)
  case section(Path, inverted: Bool, body: [Node], tag: Range<Int>)
  /// `indent` is the white space before a tag that has a line to itself.
  case partial(Target, indent: Range<Int>?, tag: Range<Int>)
  case parent(Target, indent: Range<Int>?, overrides: [Int], tag: Range<Int>)
  /// A place that a child may fill: an index into the template's blocks.
  case block(Int)
}

/// A block: the default at a place that may be filled, or what a child fills it with.
struct Block {
  var name: Name
  /// The name as it was typed.
  var label: String
  var tag: Range<Int>
  /// The white space before a tag that is the first thing on its line.
  var indent: Range<Int>?
  /// Whether the body begins on the line after the tag.
  var startsLine: Bool
  /// The white space before the first line of a body that begins on its own line.
  var intrinsic: Range<Int>?
  var body: [Node]
}

/// One parsed template.
struct Template {
  var name: String
  var bytes: [UInt8]
  var origin: Origin
  var nodes: [Node] = []
  var blocks: [Block] = []
  /// Templates named by partial and parent tags.
  var calls: Set<String> = []
  /// Whether tags pair up and names are names; where they do not, what the template means is a guess and is not checked further.
  var isSound = true

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
  func place(_ range: Range<Int>) -> Place { origin.place(range) }

  /// A tag as it was typed, on one line and not too long to be said in a sentence.
  func spoken(_ tag: Range<Int>) -> String {
    let words = text(tag).utf8.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let line = words.compactMap { String($0) }.joined(separator: " ")
    return line.unicodeScalars.count <= 60 ? line : String(line.unicodeScalars.prefix(59)) + "…"
  }
}
