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
      let isQuoted = bytes.place(from: 0) { $0.markedInCSV } < bytes.count
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
  spell(bytes, { $0.markedInHTML }, put) { byte in
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
  spell(bytes, { $0.markedInJSON }, put) { byte in
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

@inline(__always)
private func spell(
  _ bytes: UnsafeBufferPointer<UInt8>, _ marks: (Lanes) -> Lanes.Marks, _ put: (UnsafeBufferPointer<UInt8>) -> Void,
  _ spelling: (UInt8) -> StaticString
) {
  // Most texts are short, and nothing in them needs another spelling.
  if bytes.count < Lanes.count, bytes.isEmpty || Lanes.bits(marks(Lanes(anyOf: bytes))) == 0 { return put(bytes) }
  var start = 0
  while true {
    let marked = bytes.place(from: start, of: marks)
    put(UnsafeBufferPointer(rebasing: bytes[start..<marked]))
    guard marked < bytes.count else { return }
    let spelled = spelling(bytes[marked])
    put(UnsafeBufferPointer(start: spelled.utf8Start, count: spelled.utf8CodeUnitCount))
    start = marked + 1
  }
}

extension Lanes {
  /// `&`, `"`, `<` and `>`; the first two differ in one bit, and so do the others.
  @inline(__always) fileprivate var markedInHTML: Marks { with(4).equal(to: UInt8(ascii: "&")) | with(2).equal(to: UInt8(ascii: ">")) }

  /// `"`, `,` and line ends.
  @inline(__always) fileprivate var markedInCSV: Marks {
    equal(to: UInt8(ascii: "\"")) | equal(to: UInt8(ascii: ",")) | equal(to: 0x0A) | equal(to: 0x0D)
  }

  /// `"`, `\` and control characters.
  @inline(__always) fileprivate var markedInJSON: Marks {
    equal(to: UInt8(ascii: "\"")) | equal(to: UInt8(ascii: "\\")) | range(0, 0x20)
  }
}
