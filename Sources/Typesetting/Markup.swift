/// Bytes that may stand on a page as they are: HTML or SVG, closed in itself, with everything a person wrote escaped in it.
///
/// Only this module can make markup out of bytes, so no other can put on a page what it has not escaped. Others pass it on and join it.
package struct Markup: Sendable, Hashable {
  package let bytes: [UInt8]

  /// Vouches that the bytes are closed markup and all text in them is escaped.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  package static let empty = Markup([])

  package var isEmpty: Bool { bytes.isEmpty }

  /// One after the other.
  package static func + (one: Markup, other: Markup) -> Markup { Markup(one.bytes + other.bytes) }
}

extension Sequence<Markup> {
  /// All of them, one after the other.
  package func joined() -> Markup {
    var bytes: [UInt8] = []
    for markup in self { bytes += markup.bytes }
    return Markup(bytes)
  }
}
