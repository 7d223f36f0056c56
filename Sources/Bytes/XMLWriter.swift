/// Writes XML in its one spelling here: UTF-8, two-space indent, one element a line, LF, attributes in the order given.
///
/// Same calls, same bytes. What XML 1.0 cannot hold is written as U+FFFD.
package struct XMLWriter {
  package private(set) var bytes: [UInt8] = []
  private var depth = 0

  package init() { bytes.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" as StaticString) }

  /// An element with others inside, each on a line of its own.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout XMLWriter) -> Void
  ) {
    indent()
    open(name, attributes)
    bytes.append(">\n" as StaticString)
    depth += 1
    body(&self)
    depth -= 1
    indent()
    close(name)
    bytes.append(0x0A)
  }

  /// An element with text, or with nothing, on one line.
  package mutating func line(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String? = nil
  ) {
    line(name, attributes) { if let text { $0.text(text) } }
  }

  /// An element with text and other elements on one line.
  package mutating func line(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout XMLWriter) -> Void
  ) {
    indent()
    inline(name, attributes, body)
    bytes.append(0x0A)
  }

  /// An element within a line.
  package mutating func inline(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    let start = bytes.count
    bytes.append(UInt8(ascii: ">"))
    body(&self)
    if bytes.count == start + 1 {
      bytes.removeLast()
      bytes.append("/>" as StaticString)
    } else {
      close(name)
    }
  }

  /// Text within a line.
  package mutating func text(_ text: String) { bytes.appendHTML(allowed(text)) }

  package consuming func finish() -> [UInt8] { bytes }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    bytes.append(UInt8(ascii: "<"))
    bytes.append(name)
    for (name, value) in attributes {
      bytes.append(UInt8(ascii: " "))
      bytes.append(name)
      bytes.append("=\"" as StaticString)
      bytes.appendHTML(allowed(value))
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func close(_ name: String) {
    bytes.append("</" as StaticString)
    bytes.append(name)
    bytes.append(UInt8(ascii: ">"))
  }

  private mutating func indent() {
    for _ in 0..<depth { bytes.append("  " as StaticString) }
  }

  /// The text as XML can hold it.
  private func allowed(_ text: String) -> String {
    let isFine: (Unicode.Scalar) -> Bool = { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
    if text.unicodeScalars.allSatisfy(isFine) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isFine(scalar) ? scalar : "\u{FFFD}") }
    return String(result)
  }
}
