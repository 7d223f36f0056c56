/// Appending text to a buffer of bytes in the spelling its format asks for.
///
/// All output of the program is built so: a `[UInt8]` that grows at its end. Runs that need no escape are appended whole.
extension [UInt8] {
  package mutating func append(_ text: String) { append(contentsOf: text.utf8) }
  package mutating func append(_ text: Substring) { append(contentsOf: text.utf8) }
  package mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a whole number in decimal.
  package mutating func append(number: Int) { append(contentsOf: String(number).utf8) }

  /// Appends text for HTML, safe between tags and inside double-quoted attributes.
  package mutating func appendHTML(_ text: String) {
    var text = text
    text.withUTF8 { appendHTML($0) }
  }

  package mutating func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<bytes.count {
      let escape: StaticString
      switch bytes[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      default: continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      append(escape)
      start = index + 1
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
      for index in 0..<bytes.count {
        let byte = bytes[index]
        guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
          continue
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        appendJSONEscape(byte)
        start = index + 1
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
