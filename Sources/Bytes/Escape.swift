/// Appending text to a buffer of bytes in the spelling its format asks for.
///
/// All output of the program is built so: a `[UInt8]` that grows at its end. Runs that need no escape are appended whole.
extension [UInt8] {
  package mutating func append(_ text: String) { text.withBytes { append(contentsOf: $0) } }

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
    text.withBytes { bytes in spellHTML(bytes) { append(contentsOf: $0) } }
  }

  /// Appends text as a JSON string with its quotes: the shortest spelling, control characters as `\u00xx`.
  package mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    text.withBytes { bytes in spellJSON(bytes) { append(contentsOf: $0) } }
    append(UInt8(ascii: "\""))
  }

  /// Appends a byte as two lower-case hexadecimal digits.
  package mutating func appendHex(_ byte: UInt8) {
    append(hexDigit(byte >> 4))
    append(hexDigit(byte & 15))
  }

  /// Appends one CSV field, quoted only where it must be.
  ///
  /// Spreadsheets open these files, and work out a cell as a formula by how it begins, also one between quotes. Such a text, which is no
  /// number, has an apostrophe before it: so they show it as it is.
  package mutating func appendCSV(_ text: String) {
    let quote = UInt8(ascii: "\"")
    text.withBytes { bytes in
      let isQuoted = bytes.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
      if isQuoted { append(quote) }
      if isFormula(bytes) { append(UInt8(ascii: "'")) }
      guard isQuoted else { return append(contentsOf: bytes) }
      for byte in bytes {
        if byte == quote { append(byte) }
        append(byte)
      }
      append(quote)
    }
  }
}

private func isFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  switch text.first {
  case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
  case UInt8(ascii: "+"), UInt8(ascii: "-"): !text.dropFirst().allSatisfy { $0 == UInt8(ascii: ".") || $0 &- 0x30 < 10 }
  default: false
  }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}

/// Hands on text in HTML's spelling, in pieces; what needs no other is handed on as it is.
@inline(__always)
func spellHTML(_ bytes: UnsafeBufferPointer<UInt8>, _ put: (UnsafeBufferPointer<UInt8>) -> Void) {
  spell(bytes, isMarkedInHTML, isMarkedInHTML, put) { byte in
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: "&quot;"
    }
  }
}

/// Hands on text in the spelling of a JSON string, in pieces.
@inline(__always)
func spellJSON(_ bytes: UnsafeBufferPointer<UInt8>, _ put: (UnsafeBufferPointer<UInt8>) -> Void) {
  spell(bytes, isMarkedInJSON, isMarkedInJSON, put) { byte in
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case 0x0A: "\\n"
    case 0x0D: "\\r"
    case 0x09: "\\t"
    default: controls[Int(byte)]
    }
  }
}

private let controls: [StaticString] = [
  "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\u0008", "\\u0009", "\\u000a",
  "\\u000b", "\\u000c", "\\u000d", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015",
  "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
]

/// Where the first byte stands, from some place on, that must be spelled otherwise.
///
/// Looks at eight bytes at once, and at what is left at the end together with those before it.
@inline(__always)
private func first(
  _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ areMarked: (UInt64) -> Bool, _ isMarked: (UInt8) -> Bool
) -> Int? {
  var index = start
  while index + 8 <= bytes.count, !areMarked(word(bytes, index)) { index += 8 }
  if index + 8 > bytes.count, bytes.count >= 8, !areMarked(word(bytes, bytes.count - 8)) { return nil }
  while index < bytes.count {
    if isMarked(bytes[index]) { return index }
    index += 1
  }
  return nil
}

@inline(__always)
private func spell(
  _ bytes: UnsafeBufferPointer<UInt8>, _ areMarked: (UInt64) -> Bool, _ isMarked: (UInt8) -> Bool,
  _ put: (UnsafeBufferPointer<UInt8>) -> Void, _ spelling: (UInt8) -> StaticString
) {
  var start = 0
  while let marked = first(bytes, from: start, areMarked, isMarked) {
    let spelled = spelling(bytes[marked])
    put(UnsafeBufferPointer(rebasing: bytes[start..<marked]))
    put(UnsafeBufferPointer(start: spelled.utf8Start, count: spelled.utf8CodeUnitCount))
    start = marked + 1
  }
  put(start == 0 ? bytes : UnsafeBufferPointer(rebasing: bytes[start...]))
}

/// Eight bytes at once: most text has long stretches with nothing to escape.
@inline(__always)
private func word(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
  UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
}

/// Whether a byte of eight is `&`, `"`, `<` or `>`; the first two differ in one bit, and so do the others.
private func isMarkedInHTML(_ word: UInt64) -> Bool {
  (zeros((word | ones << 2) ^ ones &* 0x26) | zeros((word | ones << 1) ^ ones &* 0x3E)) & tops != 0
}

private func isMarkedInHTML(_ byte: UInt8) -> Bool {
  byte | 4 == UInt8(ascii: "&") || byte | 2 == UInt8(ascii: ">")
}

private func isMarkedInJSON(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
}

/// Whether a byte of eight is `"`, `\` or a control character.
private func isMarkedInJSON(_ word: UInt64) -> Bool {
  (zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) | (word &- ones &* 0x20) & ~word) & tops != 0
}

/// The top bit of each byte that is zero; perhaps of one after it, too.
private func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }

private let ones: UInt64 = 0x0101_0101_0101_0101
private let tops: UInt64 = 0x8080_8080_8080_8080
