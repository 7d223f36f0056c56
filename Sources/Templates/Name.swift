/// A name that a template asks for and a model answers to: the hash of its text, 64 bits, and nothing else.
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

  private static func hash(_ text: String) -> UInt64 {
    if let hash = text.utf8.withContiguousStorageIfAvailable({ hash($0) }) { return hash }
    var copy = text
    return copy.withUTF8 { hash($0) }
  }

  /// Eight bytes at a time, each multiplied into 128 bits whose halves are laid over each other.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      mix(UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)), into: &hash)
      index += 8
    }
    mix(bytes[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }, into: &hash)
    return hash & ~1
  }

  private static func mix(_ word: UInt64, into hash: inout UInt64) {
    let product = (hash ^ word ^ 0xcbf2_9ce4_8422_2325).multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
    hash = product.high ^ product.low
  }
}
