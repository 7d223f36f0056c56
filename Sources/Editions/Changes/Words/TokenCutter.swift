/// Cuts one text into tokens in a single pass; only what is beyond ASCII asks the standard library where a grapheme ends.
struct TokenCutter {
  let text: String
  let bytes: [UInt8]
  var tokens: [Token] = []

  init(text: String, bytes: [UInt8]) {
    self.text = text
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 3)
  }

  private enum Class { case letter, digit, single, space, mark }

  /// One grapheme: where it ends and what it is.
  private struct Grapheme {
    var end: Int
    var kind: Class
  }

  mutating func cut() {
    var index = 0
    while index < bytes.count {
      let grapheme = grapheme(at: index)
      switch grapheme.kind {
      case .letter, .digit: index = word(from: index, after: grapheme)
      case .space: index = space(from: index, after: grapheme.end)
      case .single: index = add(.word, index, grapheme.end)
      case .mark: index = mark(from: index, to: grapheme.end)
      }
    }
  }

  private mutating func add(_ kind: Token.Kind, _ start: Int, _ end: Int) -> Int {
    tokens.append(Token(start: start, end: end, kind: kind))
    return end
  }

  private mutating func word(from start: Int, after first: Grapheme) -> Int {
    var last = first
    while last.end < bytes.count {
      let next = grapheme(at: last.end)
      if next.kind == .letter || next.kind == .digit {
        last = next
      } else if let joined = joined(last, over: last.end..<next.end) {
        last = joined
      } else {
        break
      }
    }
    return add(.word, start, last.end)
  }

  /// The grapheme after an apostrophe, point or comma that stands inside a word; nothing where the word ends before it.
  private func joined(_ last: Grapheme, over range: Range<Int>) -> Grapheme? {
    guard range.upperBound < bytes.count else { return nil }
    let letters: Bool
    let digits: Bool
    switch (range.count, bytes[range.lowerBound]) {
    case (1, UInt8(ascii: ".")), (1, UInt8(ascii: "'")): (letters, digits) = (true, true)
    case (1, UInt8(ascii: ",")): (letters, digits) = (false, true)
    case (3, 0xE2): (letters, digits) = (isApostrophe(range), isApostrophe(range))
    case (2, 0xC2): (letters, digits) = (bytes[range.lowerBound + 1] == 0xB7, false)
    default: return nil
    }
    guard letters || digits else { return nil }
    let next = grapheme(at: range.upperBound)
    guard next.kind == last.kind else { return nil }
    return (next.kind == .letter && letters) || (next.kind == .digit && digits) ? next : nil
  }

  private func isApostrophe(_ range: Range<Int>) -> Bool {
    bytes[range.lowerBound + 1] == 0x80 && bytes[range.lowerBound + 2] == 0x99
  }

  /// A mark, with those of the same kind that follow it at once: `**`, `---`, `…`.
  private mutating func mark(from start: Int, to end: Int) -> Int {
    var end = end
    while end - start == 1 || bytes[start] < 0x80, end < bytes.count, bytes[end] == bytes[start],
      grapheme(at: end).end == end + 1
    {
      end += 1
    }
    return add(.mark, start, end)
  }

  private mutating func space(from start: Int, after first: Int) -> Int {
    var end = first
    while end < bytes.count {
      let next = grapheme(at: end)
      guard next.kind == .space else { break }
      end = next.end
    }
    return add(spaceKind(start..<end), start, end)
  }

  private func spaceKind(_ range: Range<Int>) -> Token.Kind {
    var lines = 0
    var before = 0
    var after = 0
    for index in range {
      if bytes[index] == 0x0A {
        lines += 1
        after = 0
      } else if bytes[index] != 0x0D {
        if lines == 0 { before += 1 } else { after += 1 }
      }
    }
    if lines == 0 { return .space }
    if lines > 1 { return .paragraph }
    guard range.upperBound < bytes.count, range.lowerBound > 0 else { return .line }
    if before > 1 || after > 3 || bytes[range.lowerBound - 1] == UInt8(ascii: "\\") { return .line }
    // A heading's or a table's line is its own block, whatever the next begins with.
    let next = grapheme(at: range.upperBound).kind
    return (next == .letter || next == .single) && !opensBlock(before: range.lowerBound)
      ? .space : .line
  }

  /// Whether the line that ends here is one that Markdown never joins to the next: a heading or a table's row.
  private func opensBlock(before end: Int) -> Bool {
    var start = end
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    while start < end, bytes[start] == 0x20 { start += 1 }
    return bytes[start] == UInt8(ascii: "#") || bytes[start] == UInt8(ascii: "|")
  }

  private func grapheme(at index: Int) -> Grapheme {
    let byte = bytes[index]
    let next: UInt8 = index + 1 < bytes.count ? bytes[index + 1] : 0
    if byte == 0x0D, next == 0x0A { return Grapheme(end: index + 2, kind: .space) }
    if byte < 0x80, next < 0x80 {
      return Grapheme(end: index + 1, kind: TokenCutter.kind(ascii: byte))
    }
    let place = text.utf8.index(text.startIndex, offsetBy: index)
    let length = text.utf8.distance(from: place, to: text.index(after: place))
    return Grapheme(
      end: index + max(1, length), kind: TokenCutter.kind(text.unicodeScalars[place]))
  }

  private static func kind(ascii byte: UInt8) -> Class {
    switch byte {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): .letter
    case 0x09...0x0D, 0x20: .space
    default: .mark
    }
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Class {
    if scalar.isASCII { return kind(ascii: UInt8(truncatingIfNeeded: scalar.value)) }
    let properties = scalar.properties
    if properties.isWhitespace { return .space }
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x309F: return .single
    default: if properties.isIdeographic { return .single }
    }
    if properties.numericType == .decimal { return .digit }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber, .otherNumber: return .letter
    default: return properties.isAlphabetic ? .letter : .mark
    }
  }
}
