#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte first stands in a range; the range's end where it does not.
  ///
  /// The system looks at many bytes at a time, so that lines, and signs most texts have not, are found at next to no cost.
  package func place(of byte: UInt8, in range: Range<Int>) -> Int {
    guard !range.isEmpty, let start = baseAddress, let found = memchr(start + range.lowerBound, Int32(byte), range.count)
    else { return range.upperBound }
    return UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
  }

  package func holds(_ byte: UInt8) -> Bool { place(of: byte, in: 0..<count) < count }

  /// Where some other bytes first stand, from some place on; at least one.
  package func place(of other: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let first = other.first else { return nil }
    var at = start
    let end = count - other.count + 1
    while at < end {
      at = place(of: first, in: at..<end)
      if at < end, self[at..<at + other.count].elementsEqual(other) { return at }
      at += 1
    }
    return nil
  }
}

extension [UInt8] {
  /// Where a byte first stands in a range; the range's end where it does not.
  package func place(of byte: UInt8, in range: Range<Int>) -> Int {
    withUnsafeBufferPointer { $0.place(of: byte, in: range) }
  }

  package func holds(_ byte: UInt8) -> Bool { place(of: byte, in: 0..<count) < count }
}

extension String {
  /// Lets somebody look at the text's bytes where they lie.
  @inline(__always)
  func withBytes<Result>(_ look: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(look) { return result }
    var copy = self
    return copy.withUTF8(look)
  }

  /// Whether a byte of ASCII stands in the text.
  package func holds(_ byte: UInt8) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.holds(byte) } ?? utf8.contains(byte)
  }
}
