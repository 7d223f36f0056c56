/// A name that a template asks for and a model answers to.
///
/// It carries its hash (FNV-1a, 64 bits), and two names are the same when their hashes are: rendering compares one number
/// where it would compare two texts. The lowest bit is always zero, so that a `Reference` can use it as a mark.
package struct Name: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  package let hash: UInt64
  package let text: String

  package init(_ text: String) {
    self.text = text
    self.hash = Name.hash(text)
  }

  package init(stringLiteral text: String) { self.init(text) }

  package var description: String { text }

  /// What `{{.}}` stands for in an object that is a plain item of a list.
  package static let item = Name(".")

  static func hash(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { bytes in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      return hash & ~1
    }
  }

  package static func == (one: Name, other: Name) -> Bool { one.hash == other.hash }

  package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
