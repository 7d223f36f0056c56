internal import Bytes
internal import Findings

/// The names and values of plain YAML.
///
/// Each function reads from a byte on and says where it stopped; nothing where it is not certain what libyaml would make of it.
struct PlainValues {
  /// The whole source.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where the YAML ends.
  let end: Int

  /// What holds a value: the column of its list or map, which later lines of the value are further in than, and how many more
  /// lists and maps may be open in it.
  struct Owner {
    var margin: Int
    var room: Int

    /// What holds the parts of a list or map between brackets.
    var inside: Owner { Owner(margin: margin, room: room - 1) }
  }

  /// The value that begins at a byte, and where the line after it starts.
  func value(_ start: Int, of owner: Owner) -> (node: Node, next: Int)? {
    switch bytes[start] {
    case UInt8(ascii: "|"): return block(start, .literal, owner.margin)
    case UInt8(ascii: ">"): return block(start, .folded, owner.margin)
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let (node, after) = piece(start, of: owner), isOver(skipSpaces(after)) else { return nil }
      return (node, lineEnd(after) + 1)
    default:
      guard let words = words(start) else { return nil }
      return (node(words, .plain), lineEnd(words.upperBound) + 1)
    }
  }

  /// Where a name ends, at a colon with a space or nothing after it.
  ///
  /// Names are of letters, digits and a few signs of ASCII, so that two that are equal have the same bytes; and far shorter than libyaml's
  /// limit for them.
  func nameEnd(_ start: Int) -> Int? {
    let last = min(end, start + 200)
    var index = start
    while index < last {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"):
        break
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), 0x20:
        guard index > start else { return nil }
      case UInt8(ascii: ":"):
        guard index > start, bytes[index - 1] != 0x20, index + 1 >= end || bytes[index + 1] <= 0x20 else { return nil }
        return index
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// Whether a map holds a name already, or is so long that another way to find out is needed.
  func holds(_ entries: [Entry], _ name: Range<Int>) -> Bool {
    for index in entries.indices where entries[index].key.span.length == name.count {
      let start = entries[index].key.span.start
      var offset = 0
      while offset < name.count, bytes[start + offset] == bytes[name.lowerBound + offset] { offset += 1 }
      if offset == name.count { return true }
    }
    return entries.count >= 256
  }

  /// A text without quotes that goes on to the end of its line or to a comment.
  private func words(_ start: Int) -> Range<Int>? {
    guard beginsWords(start) else { return nil }
    var stop = lineEnd(start)
    var index = start
    let line = UnsafeBufferPointer(rebasing: bytes[..<stop])
    while true {
      index = line.place(from: index) { $0.equal(to: UInt8(ascii: ":")) | $0.equal(to: UInt8(ascii: "#")) }
      guard index < line.count else { break }
      if bytes[index] == UInt8(ascii: ":") {
        guard index + 1 < stop, bytes[index + 1] != 0x20 else { return nil }
      } else if bytes[index - 1] == 0x20 {
        stop = index
        break
      }
      index += 1
    }
    return start..<trimmed(start, stop)
  }

  /// A list or map between brackets, or a text in quotes; and where it stops.
  private func piece(_ start: Int, of owner: Owner) -> (node: Node, next: Int)? {
    switch bytes[start] {
    case UInt8(ascii: "["): list(start, of: owner)
    case UInt8(ascii: "{"): map(start, of: owner)
    case UInt8(ascii: "\""): quoted(start, .double)
    case UInt8(ascii: "'"): quoted(start, .single)
    default: nil
    }
  }

  private func quoted(_ start: Int, _ style: Scalar.Style) -> (node: Node, next: Int)? {
    let last = lineEnd(start)
    let close = bytes.place(of: bytes[start], in: (start + 1)..<last)
    guard close < last else { return nil }
    if style == .double, bytes.place(of: UInt8(ascii: "\\"), in: start..<close) < close { return nil }
    return (node(start..<(close + 1), style, text: (start + 1)..<close), close + 1)
  }

  private func list(_ start: Int, of owner: Owner) -> (node: Node, next: Int)? {
    var nodes: [Node] = []
    var index = skipSpaces(start + 1)
    guard owner.room > 0, index < end else { return nil }
    while bytes[index] != UInt8(ascii: "]") {
      guard let (node, next) = part(index, of: owner.inside), let after = nextPart(next, until: UInt8(ascii: "]"), owner)
      else { return nil }
      nodes.append(node)
      index = after
    }
    return (Node(span: Span(start: start, length: index + 1 - start), content: .list(nodes)), index + 1)
  }

  private func map(_ start: Int, of owner: Owner) -> (node: Node, next: Int)? {
    var entries: [Entry] = []
    var index = skipSpaces(start + 1)
    guard owner.room > 0, index < end else { return nil }
    while bytes[index] != UInt8(ascii: "}") {
      guard let colon = nameEnd(index), !holds(entries, index..<colon), let (node, next) = part(skipSpaces(colon + 1), of: owner.inside),
        let after = nextPart(next, until: UInt8(ascii: "}"), owner)
      else { return nil }
      if entries.isEmpty { entries.reserveCapacity(bytes[after] == UInt8(ascii: "}") ? 1 : 8) }
      entries.append(Entry(key: scalar(index..<colon, .plain), value: node))
      index = after
    }
    return (Node(span: Span(start: start, length: index + 1 - start), content: .map(entries)), index + 1)
  }

  /// One value in a list or map between brackets.
  private func part(_ start: Int, of owner: Owner) -> (node: Node, next: Int)? {
    guard start < end else { return nil }
    guard beginsWords(start) else { return piece(start, of: owner) }
    var index = start + 1
    scan: while index < end {
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): break scan
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "#"), UInt8(ascii: "?"), 0x0A: return nil
      case UInt8(ascii: ":"):
        guard index + 1 < end, isLetter(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "/"), bytes[index - 1] != 0x20
        else { return nil }
      default: break
      }
      index += 1
    }
    return (node(start..<trimmed(start, index), .plain), index)
  }

  /// Where the part after a comma starts, maybe on the next line, or the closing bracket stands.
  private func nextPart(_ start: Int, until close: UInt8, _ owner: Owner) -> Int? {
    let index = skipSpaces(start)
    guard index < end else { return nil }
    if bytes[index] == close { return index }
    guard bytes[index] == UInt8(ascii: ",") else { return nil }
    var next = skipSpaces(index + 1)
    if next < end, bytes[next] == 0x0A {
      let line = next + 1
      next = skipSpaces(line)
      guard next - line > owner.margin else { return nil }
    }
    return next < end && bytes[next] != close ? next : nil
  }
}

extension PlainValues {
  func node(_ span: Range<Int>, _ style: Scalar.Style, text: Range<Int>? = nil) -> Node {
    let scalar = scalar(span, style, text: text)
    return Node(span: scalar.span, content: .scalar(scalar))
  }

  /// A text that stands in the source as it is meant.
  func scalar(_ span: Range<Int>, _ style: Scalar.Style, text: Range<Int>? = nil) -> Scalar {
    let words = String(decoding: UnsafeBufferPointer(rebasing: bytes[text ?? span]), as: UTF8.self)
    return Scalar(text: words, span: Span(start: span.lowerBound, length: span.count), style: style)
  }

  func lineEnd(_ start: Int) -> Int { bytes.place(of: 0x0A, in: min(start, end)..<end) }

  func isLineEnd(_ index: Int) -> Bool { index >= end || bytes[index] == 0x0A }

  /// Whether nothing but a comment follows in the line; never true of a `#` that touches what stands before it.
  func isOver(_ index: Int) -> Bool { isLineEnd(index) || bytes[index] == UInt8(ascii: "#") && bytes[index - 1] == 0x20 }

  func skipSpaces(_ start: Int) -> Int {
    var index = start
    while index < end, bytes[index] == 0x20 { index += 1 }
    return index
  }

  /// Whether the mark of a list's item stands at a byte.
  func isDash(_ index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "-") && (index + 1 >= end || bytes[index + 1] <= 0x20)
  }

  /// Where a text ends without the spaces at its end.
  private func trimmed(_ start: Int, _ stop: Int) -> Int {
    var stop = stop
    while stop > start, bytes[stop - 1] == 0x20 { stop -= 1 }
    return stop
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// Whether a text without quotes may begin at a byte: not with a sign that means, or might mean, something.
  private func beginsWords(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "~"), UInt8(ascii: "<"),
      UInt8(ascii: "$"), UInt8(ascii: "_"):
      true
    case UInt8(ascii: "-"): index + 1 < end && isLetter(bytes[index + 1])
    case let byte: byte >= 0x80 || isLetter(byte)
    }
  }
}
