/// A piece of a text between two word boundaries.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    /// Letters or digits, or one character of a script that is written without spaces.
    case word
    /// Punctuation or a symbol.
    case mark
    /// White space that means no more than a space: also a line end inside a paragraph.
    case space
    /// A line end that Markdown may see: before a list item, a table row, after a hard break.
    case line
    /// One or more blank lines.
    case paragraph
  }

  /// Bytes of the text.
  var start: Int
  var end: Int
  var kind: Kind

  var isSpace: Bool { kind != .word && kind != .mark }
  /// Whether a block of Markdown ends here.
  var endsBlock: Bool { kind == .line || kind == .paragraph }
}

/// A text cut at its word boundaries; tokens joined are the text again, byte for byte.
///
/// Words are what Unicode's rules for word boundaries give (apostrophes and decimal points stay inside, a hyphen does not), but for
/// a colon, which ends a word. No token ends inside a grapheme. Scripts without spaces between words are cut at each character.
struct Tokens: Sendable {
  let bytes: [UInt8]
  let list: [Token]

  init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    bytes = Array(text.utf8)
    var cutter = TokenCutter(text: text, bytes: bytes)
    cutter.cut()
    list = cutter.tokens
  }

  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let start = list[range.lowerBound].start
    return String(decoding: bytes[start..<list[range.upperBound - 1].end], as: UTF8.self)
  }

  func words(in range: Range<Int>) -> Int {
    var count = 0
    for index in range where list[index].kind == .word { count += 1 }
    return count
  }

  /// The parts that end with a blank line or with a line end that Markdown may see.
  var blocks: [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in list.indices where list[index].endsBlock {
      result.append(start..<index + 1)
      start = index + 1
    }
    if start < list.count { result.append(start..<list.count) }
    return result
  }

  /// The sentences of a stretch, each with the space after it.
  func sentences(in range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var stopped = false
    for index in range {
      let token = list[index]
      switch token.kind {
      case .word: stopped = false
      case .mark:
        if isStop(token) { stopped = true } else if !closes(token) { stopped = false }
        guard stopped, isWide(token) else { continue }
        result.append(start..<index + 1)
        (start, stopped) = (index + 1, false)
      case .space where !stopped || startsSmall(after: index, in: range): continue
      case .space, .line, .paragraph:
        result.append(start..<index + 1)
        (start, stopped) = (index + 1, false)
      }
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private func scalar(_ token: Token) -> Unicode.Scalar? {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self).unicodeScalars.first
  }

  private func isStop(_ token: Token) -> Bool {
    switch bytes[token.start] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    case 0..<0x80: false
    default: scalar(token).map { "…؟۔।॥።".unicodeScalars.contains($0) } ?? false || isWide(token)
    }
  }

  /// A full stop of a script that puts no space after it.
  private func isWide(_ token: Token) -> Bool {
    guard bytes[token.start] >= 0x80, let scalar = scalar(token) else { return false }
    return "。！？｡".unicodeScalars.contains(scalar)
  }

  private func closes(_ token: Token) -> Bool {
    guard let scalar = scalar(token) else { return false }
    return "\"'”’)]}»*_".unicodeScalars.contains(scalar)
  }

  private func startsSmall(after index: Int, in range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound, let scalar = scalar(list[index + 1]) else { return false }
    return scalar.properties.isLowercase
  }
}
