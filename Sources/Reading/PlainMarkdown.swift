internal import Bytes
internal import Findings

/// The tree of plain Markdown; nothing where there may be more to a text.
///
/// ```
/// Words on lines that begin with a letter, some *set off* or **more so**,
/// and [links](https://example.org) to somewhere on the web.
///
/// - a list of such lines, a numbered one,
///
/// | or a | table |
/// |---|---:|
/// | with | pipes around every cell |
/// ```
///
/// Most of what is written is just that. Its lines end without a space and hold no other sign that means something in Markdown, so that
/// neither guard nor cmark need look at it, who take five times as long; and nothing in it can break a rule. A test holds this against
/// cmark.
func plainMarkdown(_ text: UnsafeBufferPointer<UInt8>, _ lines: Lines) -> Tree? {
  var scan = PlainScan(text)
  guard scan.isPlain() else { return nil }
  var tree = PlainTree(text, lines, marks: scan.marks, count: 2 * lines.count + 3 * scan.marks.count)
  return tree.build(scan.blocks)
}

/// A paragraph, a table, or a list of items that are a line each.
struct PlainBlock {
  enum Kind {
    case paragraph, list, numbered, table

    var isList: Bool { self == .list || self == .numbered }
  }

  var kind: Kind
  var span: Range<Int>
}

/// Words that are set off, or lead somewhere.
struct PlainMark {
  var kind: TreeNode.Kind
  /// With its signs.
  var span: Range<Int>
  var words: Range<Int>
  /// Where a link leads.
  var address: Range<Int>
}

/// Finds the blocks and marks of a text, or that it is not plain; one pass over the bytes.
struct PlainScan {
  let text: UnsafeBufferPointer<UInt8>
  private(set) var blocks: [PlainBlock] = []
  private(set) var marks: [PlainMark] = []

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func isPlain() -> Bool {
    var index = 0
    while index < text.count {
      let kind = kind(index)
      // After blank lines it could be the same list.
      if kind.isList, let before = blocks.last, before.kind.isList { return false }
      guard let end = kind == .table ? table(index) : block(index, kind) else { return false }
      blocks.append(PlainBlock(kind: kind, span: index..<end))
      index = end + 1
      guard index < text.count else { break }
      while text[index] == 0x0A {
        index += 1
        guard index < text.count else { return false }
      }
    }
    return !blocks.isEmpty
  }

  private func kind(_ index: Int) -> PlainBlock.Kind {
    if text[index] == UInt8(ascii: "|") { return .table }
    guard markWidth(index) > 0 else { return .paragraph }
    return text[index] == UInt8(ascii: "-") ? .list : .numbered
  }

  /// The bytes of `- ` or `1. ` in front of an item; 0 where there is no such mark.
  private func markWidth(_ start: Int) -> Int {
    var index = start
    if text[index] &- 0x31 < 9 {
      while index < min(start + 3, text.count), text[index] &- 0x30 < 10 { index += 1 }
      guard index < text.count, text[index] == UInt8(ascii: ".") else { return 0 }
    } else if text[index] != UInt8(ascii: "-") {
      return 0
    }
    return index + 1 < text.count && text[index + 1] == 0x20 ? index + 2 - start : 0
  }

  /// Where a paragraph or list ends: before a blank line, or with the text.
  private mutating func block(_ start: Int, _ kind: PlainBlock.Kind) -> Int? {
    var index = start
    while true {
      var words = index
      if kind != .paragraph {
        let width = markWidth(index)
        guard width > 0, (text[index] == UInt8(ascii: "-")) == (kind == .list) else { return nil }
        words += width
      }
      guard let end = line(words, breaks: kind == .paragraph) else { return nil }
      if end + 1 >= text.count || text[end + 1] == 0x0A { return end }
      index = end + 1
    }
  }

  /// Where a line ends that is plain; a later one, where marks go on over line ends.
  private mutating func line(_ start: Int, breaks: Bool) -> Int? {
    guard beginsLine(start), let end = words(start, breaks: breaks, until: 0x0A) else { return nil }
    return text[end - 1] == 0x20 ? nil : end
  }

  /// Where words and marks end: at a sign, or with the text.
  mutating func words(_ start: Int, breaks: Bool, until stop: UInt8) -> Int? {
    var index = start
    while index < text.count {
      index = text.place(from: index) { $0.signs }
      guard index < text.count else { return index }
      let byte = text[index]
      if byte == stop { return index }
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "[") {
        guard let mark = byte == UInt8(ascii: "[") ? link(index, breaks) : emphasis(index, breaks) else { return nil }
        marks.append(mark)
        index = mark.span.upperBound
      } else if isSign(byte) {
        return nil
      } else {
        index += 1
      }
    }
    return index
  }

  /// Whether a line may begin at a byte without being more than words: no number of a list, no mark but before a letter.
  private func beginsLine(_ start: Int) -> Bool {
    guard start < text.count else { return false }
    switch text[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var index = start + 1
      while index < text.count, text[index] &- 0x30 < 10 { index += 1 }
      return index == text.count || text[index] != UInt8(ascii: ".") && text[index] != UInt8(ascii: ")")
    case let byte: return (byte | 0x20) &- 0x61 < 26
    }
  }

  /// `*words*` or `**words**` with a space before, and a space or the end of a sentence after.
  private func emphasis(_ start: Int, _ breaks: Bool) -> PlainMark? {
    let sign = UInt8(ascii: "*")
    if start > 0, text[start - 1] != 0x20, text[start - 1] != 0x0A, text[start - 1] != UInt8(ascii: "(") { return nil }
    let width = start + 1 < text.count && text[start + 1] == sign ? 2 : 1
    guard let stop = wordsEnd(start + width, sign, breaks) else { return nil }
    let end = stop + width
    guard end <= text.count, text[end - 1] == sign else { return nil }
    if end < text.count {
      switch text[end] {
      case 0x20, 0x0A, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: ")"), UInt8(ascii: "?"):
        break
      default: return nil
      }
    }
    return PlainMark(
      kind: width == 2 ? .strong : .emphasis, span: start..<end, words: (start + width)..<stop, address: end..<end)
  }

  /// `[words](https://…)`, with an address of letters, digits and signs that mean nothing.
  private func link(_ start: Int, _ breaks: Bool) -> PlainMark? {
    guard let stop = wordsEnd(start + 1, UInt8(ascii: "]"), breaks), stop + 1 < text.count, text[stop + 1] == UInt8(ascii: "(")
    else { return nil }
    let address = stop + 2
    guard text[address...].starts(with: "https://".utf8) || text[address...].starts(with: "http://".utf8) else { return nil }
    var end = address
    while end < text.count, isAddress(text[end]) { end += 1 }
    guard end < text.count, text[end] == UInt8(ascii: ")") else { return nil }
    return PlainMark(kind: .link, span: start..<(end + 1), words: (start + 1)..<stop, address: address..<end)
  }

  /// Where the words inside a mark end: at its closing sign, without a space or sign of any kind beside it.
  private func wordsEnd(_ start: Int, _ sign: UInt8, _ breaks: Bool) -> Int? {
    var index = start
    while index < text.count {
      if index > start { index = text.place(from: index) { $0.signs } }
      guard index < text.count else { return nil }
      let byte = text[index]
      if byte == sign { return index > start && isLetter(text[index - 1]) ? index : nil }
      if byte == 0x0A, breaks, index > start {
        guard text[index - 1] != 0x20, index + 1 < text.count, (text[index + 1] | 0x20) &- 0x61 < 26 else { return nil }
      } else if isSign(byte) || index == start && !isLetter(byte) {
        return nil
      }
      index += 1
    }
    return nil
  }
}

extension Lanes {
  /// What within a line may be more than itself, and all beyond ASCII.
  @inline(__always) fileprivate var signs: Marks {
    let brackets = range(UInt8(ascii: "["), UInt8(ascii: "a")) | equal(to: UInt8(ascii: "!")) | equal(to: UInt8(ascii: "&"))
    return brackets | equal(to: UInt8(ascii: "*")) | equal(to: UInt8(ascii: "<")) | ~range(0x20, UInt8(ascii: "|"))
  }
}

/// Whether a byte within a line may be more than itself.
private func isSign(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "&"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "["),
    UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "!"), UInt8(ascii: "|"):
    true
  default: false
  }
}

/// A letter or digit of ASCII.
private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

private func isAddress(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "="), UInt8(ascii: "#"),
    UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "%"):
    true
  default: isLetter(byte)
  }
}
