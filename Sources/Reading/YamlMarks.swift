/// Turns libyaml's places, which count characters, into offsets of bytes.
///
/// Places come nearly in order, so it walks on from the last one; where all is ASCII there is nothing to count.
struct Marks {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let base: Int
  private let ascii: Bool
  private var character = 0
  private var byte = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, base: Int) {
    self.bytes = bytes
    self.base = base
    ascii = bytes.allSatisfy { $0 < 0x80 }
  }

  mutating func offset(_ target: Int) -> Int {
    if ascii { return base + min(target, bytes.count) }
    while character < target, byte < bytes.count {
      byte += 1
      while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
      character += 1
    }
    while character > target, byte > 0 {
      byte -= 1
      while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
      character -= 1
    }
    return base + byte
  }
}
