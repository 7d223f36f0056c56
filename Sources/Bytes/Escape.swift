/// Appending text to a buffer of bytes in the spelling its format asks for.
///
/// All output of the program is built so: a `[UInt8]` that grows at its end. Runs that need no escape are appended whole.
extension [UInt8] {
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  package mutating func append(_ text: Substring) { append(contentsOf: text.utf8) }
  package mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a whole number in decimal.
  package mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: number.magnitude)
  }

  private mutating func append(digits number: UInt) {
    if number > 9 { append(digits: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Appends text for HTML, safe between tags and inside double-quoted attributes.
  package mutating func appendHTML(_ text: String) {
    var text = text
    text.withUTF8 { appendHTML($0) }
  }

  package mutating func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while let marked = firstMarkedInHTML(bytes, from: start) {
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<marked]))
      append(escapeInHTML(bytes[marked]))
      start = marked + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Appends an attribute of HTML, with the space before it.
  package mutating func appendAttribute(_ name: StaticString, _ value: String) {
    append(UInt8(ascii: " "))
    append(name)
    append("=\"" as StaticString)
    appendHTML(value)
    append(UInt8(ascii: "\""))
  }

  /// Appends text as a JSON string with its quotes: the shortest spelling, control characters as `\u00xx`.
  package mutating func appendJSON(_ text: String) {
    var text = text
    append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var start = 0
      while let marked = firstMarkedInJSON(bytes, from: start) {
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<marked]))
        appendJSONEscape(bytes[marked])
        start = marked + 1
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendJSONEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"" as StaticString)
    case UInt8(ascii: "\\"): append("\\\\" as StaticString)
    case 0x0A: append("\\n" as StaticString)
    case 0x0D: append("\\r" as StaticString)
    case 0x09: append("\\t" as StaticString)
    default:
      append("\\u00" as StaticString)
      appendHex(byte)
    }
  }

  /// Appends a byte as two lower-case hexadecimal digits.
  package mutating func appendHex(_ byte: UInt8) {
    append(hexDigit(byte >> 4))
    append(hexDigit(byte & 15))
  }

  /// Appends one CSV field, quoted only where it must be.
  package mutating func appendCSV(_ text: String) {
    let special: (UInt8) -> Bool = { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard text.utf8.contains(where: special) else { return append(text) }
    append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// Where the first byte stands, from some place on, that HTML spells otherwise.
@inline(__always)
func firstMarkedInHTML(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  first(bytes, from: start, isMarkedInHTML) { byte in
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }
}

/// Where the first byte stands, from some place on, that a string of JSON spells otherwise.
@inline(__always)
private func firstMarkedInJSON(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
  first(bytes, from: start, isMarkedInJSON) { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
}

/// Looks at eight bytes at once; what is left at the end together with those before it.
@inline(__always)
private func first(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isMarked: (UInt64) -> Bool, _ isMarkedByte: (UInt8) -> Bool
) -> Int? {
  var index = start
  while index < bytes.count {
    if index + 8 <= bytes.count {
      if !isMarked(word(bytes, index)) {
        index += 8
        continue
      }
    } else if bytes.count >= 8, !isMarked(word(bytes, bytes.count - 8)) {
      return nil
    }
    if isMarkedByte(bytes[index]) { return index }
    index += 1
  }
  return nil
}

/// How HTML spells one of the bytes that it must not have as they are.
func escapeInHTML(_ byte: UInt8) -> StaticString {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  default: "&quot;"
  }
}

/// Eight bytes at once: most text has long stretches with nothing to escape.
@inline(__always)
private func word(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
  UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
}

/// Whether a byte of eight is `&`, `"`, `<` or `>`; the first two differ in one bit, and so do the others.
private func isMarkedInHTML(_ word: UInt64) -> Bool {
  hasZero((word | ones << 2) ^ ones &* 0x26) || hasZero((word | ones << 1) ^ ones &* 0x3E)
}

/// Whether a byte of eight is `"`, `\` or a control character.
private func isMarkedInJSON(_ word: UInt64) -> Bool {
  hasZero(word ^ ones &* 0x22) || hasZero(word ^ ones &* 0x5C) || hasZero(word & (ones &* 0xE0))
}

private func hasZero(_ word: UInt64) -> Bool { (word &- ones) & ~word & ones << 7 != 0 }

private let ones: UInt64 = 0x0101_0101_0101_0101
