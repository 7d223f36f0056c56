internal import Bytes
internal import Findings

/// Why a piece of Markdown is not even parsed.
struct Refusal {
  var code: String
  /// In the text, not in the source.
  var span: Span
  var facts: [String: String]
}

/// Refuses Markdown on which cmark takes minutes or gigabytes; one pass over the bytes.
func guardMarkdown(_ text: UnsafeBufferPointer<UInt8>, _ limits: Limits) -> Refusal? {
  guard text.count <= limits.passage else {
    return Refusal(
      code: "markdown.length", span: Span(start: 0, length: 1),
      facts: ["size": String(text.count), "limit": String(limits.passage)])
  }
  var watch = Watch(text: text, limits: limits)
  var start = 0
  while start < text.count {
    let end = text.place(of: 0x0A, in: start..<text.count)
    if let refusal = watch.line(start..<end) { return refusal }
    start = end + 1
  }
  return watch.end()
}

/// What has been counted of a passage so far.
private struct Watch {
  let text: UnsafeBufferPointer<UInt8>
  let limits: Limits
  private var declarations = 0
  private var definitions = 0
  private var delimiterRows = 0
  private var brackets = 0
  private var longestLine = Span(start: 0, length: 0)
  private var longestDefinition = Span(start: 0, length: 0)
  /// Where the link definition being read starts; below 0 where none is.
  private var definition = -1
  /// Columns of the table being read, 0 outside one, and its cells so far.
  private var columns = 0
  private var cells = 0

  init(text: UnsafeBufferPointer<UInt8>, limits: Limits) {
    self.text = text
    self.limits = limits
  }

  mutating func line(_ range: Range<Int>) -> Refusal? {
    let shape = Prefix(text, range)
    if shape.depth > limits.nesting || shape.isMarked && shape.width > limits.nesting * 5 {
      return refuse("markdown.nesting", Span(start: range.lowerBound, length: shape.content - range.lowerBound), limits.nesting)
    }
    if shape.content == range.upperBound { endDefinition(at: range.lowerBound) }
    if let refusal = bytes(range) { return refusal }
    return table(range, shape)
  }

  /// Counts what stands in a line.
  private mutating func bytes(_ range: Range<Int>) -> Refusal? {
    var pipes = 0
    var run = 0
    var previous: UInt8 = 0
    for index in range {
      let byte = text[index]
      guard isSign(byte) else {
        previous = 0
        continue
      }
      run = byte == previous ? run + 1 : 1
      if run > limits.delimiters {
        return refuse("markdown.delimiters", Span(start: index + 1 - run, length: run), limits.delimiters)
      }
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "!"), UInt8(ascii: "?"):
        if previous == UInt8(ascii: "<") { declarations += 1 }
      case UInt8(ascii: ":"):
        if previous == UInt8(ascii: "]") {
          endDefinition(at: index)
          definition = index
          definitions += 1
        }
      default: break
      }
      previous = byte
    }
    if pipes > limits.pipes { return refuse("markdown.pipes", Span(start: range.lowerBound, length: range.count), limits.pipes) }
    if declarations > limits.declarations {
      return refuse("markdown.declarations", Span(start: range.lowerBound, length: range.count), limits.declarations)
    }
    if pipes > 0, range.count > longestLine.length {
      longestLine = Span(start: range.lowerBound, length: range.count)
    }
    return nil
  }

  /// Counts the cells a table would have if every row were filled up to its head.
  private mutating func table(_ range: Range<Int>, _ shape: Prefix) -> Refusal? {
    if shape.content == range.upperBound {
      columns = 0
      cells = 0
      return nil
    }
    if let found = shape.columns {
      delimiterRows += 1
      columns = max(columns, found)
      if delimiterRows > limits.tables {
        return refuse("markdown.tables", Span(start: range.lowerBound, length: range.count), limits.tables)
      }
    }
    cells += columns
    return cells > limits.cells
      ? refuse("markdown.cells", Span(start: range.lowerBound, length: range.count), limits.cells) : nil
  }

  private mutating func endDefinition(at index: Int) {
    guard definition >= 0 else { return }
    if index - definition > longestDefinition.length {
      longestDefinition = Span(start: definition, length: index - definition)
    }
    definition = -1
  }

  /// What only the whole passage tells.
  mutating func end() -> Refusal? {
    endDefinition(at: text.count)
    if delimiterRows > 0, longestLine.length > limits.tableLine {
      return refuse("markdown.table-line", longestLine, limits.tableLine)
    }
    if definitions > limits.definitions {
      return refuse("markdown.definitions", longestDefinition, limits.definitions)
    }
    if longestDefinition.length > limits.definition {
      return refuse("markdown.definition", longestDefinition, limits.definition)
    }
    if definitions > 0, longestDefinition.length * brackets > limits.references {
      return refuse("markdown.definition", longestDefinition, limits.references / max(1, brackets))
    }
    return nil
  }

  private func refuse(_ code: String, _ span: Span, _ limit: Int) -> Refusal {
    Refusal(code: code, span: span, facts: ["limit": String(limit)])
  }
}

/// The bytes that cmark may look back for: everything else passes by uncounted.
private func isSign(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "|"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
    UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"), UInt8(ascii: "&"):
    true
  default: false
  }
}

/// How a line starts: quote marks, list markers, indentation.
private struct Prefix {
  /// Marks of containers.
  var depth = 0
  /// Columns in front of the content, tabs as four.
  var width = 0
  var isMarked: Bool { depth > 0 }
  /// Where the content starts; the end of a blank line.
  var content: Int
  /// Columns of a line that could stand under a table's head.
  var columns: Int?

  init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var index = range.lowerBound
    scan: while index < range.upperBound {
      switch text[index] {
      case 0x20, 0x0D: width += 1
      case 0x09: width += 4
      case UInt8(ascii: ">"): depth += 1
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
        guard Prefix.isSpace(text, index + 1, range) else { break scan }
        depth += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        var after = index + 1
        while after < range.upperBound, after < index + 10, (0x30...0x39).contains(text[after]) { after += 1 }
        guard after < range.upperBound, text[after] == UInt8(ascii: ".") || text[after] == UInt8(ascii: ")"),
          Prefix.isSpace(text, after + 1, range)
        else { break scan }
        index = after
        depth += 1
      default: break scan
      }
      index += 1
    }
    content = index
    columns = Prefix.columns(text, content..<range.upperBound)
  }

  private static func isSpace(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>
  ) -> Bool {
    index >= range.upperBound || text[index] <= 0x20
  }

  /// The columns a line of dashes, colons and pipes marks off.
  private static func columns(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    var pipes = 0
    var dashes = false
    for index in range {
      switch text[index] {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): dashes = true
      case UInt8(ascii: ":"), 0x20, 0x09, 0x0D: break
      default: return nil
      }
    }
    return dashes ? pipes + 1 : nil
  }
}
