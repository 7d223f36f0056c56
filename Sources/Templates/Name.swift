/// A name that a template asks for and a model answers to: the hash of its text (FNV-1a, 64 bits), and nothing else.
///
/// Rendering compares one number where it would compare two texts, and a model holds no texts of names, which nobody prints. Who needs the
/// text keeps it: templates know what they say, and a sample knows what it was read from. The lowest bit is always zero, so that a
/// `Reference` can use it as a mark.
package struct Name: Sendable, Hashable, ExpressibleByStringLiteral {
  package let bits: UInt64

  package init(_ text: String) { bits = Name.hash(text) }

  package init(stringLiteral text: String) { self.init(text) }

  /// What `{{.}}` stands for in an object that is a plain item of a list.
  package static let item = Name(".")

  static func hash(_ text: String) -> UInt64 {
    text.utf8.withContiguousStorageIfAvailable { hash($0) } ?? hash(text.utf8)
  }

  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash & ~1
  }
}
