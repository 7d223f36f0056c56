internal import Bytes
package import Findings

/// One piece of text in YAML, as it was meant and where it stands.
///
/// Nothing is guessed from its look: `no`, `1.10` and `2026-03` stay what was typed. What type a value has is the kind's to say.
package struct Scalar: Sendable, Hashable {
  /// How the text was written down.
  package enum Style: UInt8, Sendable, Hashable {
    case plain, single, double, literal, folded
  }

  package var text: String
  /// The bytes as written, with their quotes or their `|`.
  package var span: Span
  package var style: Style

  package init(text: String, span: Span, style: Style = .plain) {
    self.text = text
    self.span = span
    self.style = style
  }

  package init(text: String, span: Span, quoted: Bool) {
    self.init(text: text, span: span, style: quoted ? .double : .plain)
  }

  /// Written between quotes; so `""` is an empty text on purpose, and nothing at all is a blank.
  package var quoted: Bool { style == .single || style == .double }
}

/// One value in YAML with its place.
package struct Node: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case scalar(Scalar)
    case list([Node])
    case map([Entry])
  }

  package var span: Span
  package var content: Content

  package init(span: Span, content: Content) {
    self.span = span
    self.content = content
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var list: [Node]? {
    if case .list(let nodes) = content { nodes } else { nil }
  }

  package var map: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  /// The value of a key of this map.
  package subscript(_ key: String) -> Node? { map?[key] }
}

/// One `key: value` of a map, in the order of the file.
package struct Entry: Sendable, Hashable {
  package var key: Scalar
  package var value: Node

  package init(key: Scalar, value: Node) {
    self.key = key
    self.value = value
  }
}

extension [Entry] {
  /// The value of a key; keys are compared byte by byte.
  package subscript(_ key: String) -> Node? {
    for entry in self where entry.key.text.utf8.elementsEqual(key.utf8) { return entry.value }
    return nil
  }
}

extension Scalar {
  /// What YAML takes for a note behind a value without quotes: `Early Help #1`.
  package func note(in source: Source) -> Span? {
    guard style == .plain else { return nil }
    let bytes = source.bytes
    var index = span.end
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index > span.end, index < bytes.count, bytes[index] == UInt8(ascii: "#") else { return nil }
    var end = bytes.place(of: 0x0A, in: index..<bytes.count)
    while bytes[end - 1] <= 0x20 { end -= 1 }
    return Span(start: index, length: end - index)
  }
}
