public import CLanes

/// Sixteen bytes of a text, looked at together: what hardly any byte is, is found at a small part of the cost.
///
/// Past the end of the text there are zeros. All of this is public, the one thing that the compiler works into the loops of other modules;
/// called from there it would cost more than it saves.
public struct Lanes {
  /// Bytes for which the answer is yes, by their highest bit.
  public typealias Marks = SIMD16<UInt8>

  public static let count = 16

  public let bytes: SIMD16<UInt8>

  @inlinable @inline(__always) public init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    if index &+ 16 <= text.count {
      self.init(within: text, at: index)
    } else {
      self.init(Lanes.last(of: text, from: index))
    }
  }

  /// Where the text is known to go on so far.
  @inlinable @inline(__always) init(within text: UnsafeBufferPointer<UInt8>, at index: Int) {
    bytes = gazette_load(text.baseAddress.unsafelyUnwrapped + index)
  }

  @inlinable @inline(__always) init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }

  /// All bytes of a text of one to fifteen, in no order and some of them twice: enough to ask whether any is marked.
  @inlinable @inline(__always) init(anyOf text: UnsafeBufferPointer<UInt8>) {
    let (raw, count) = (UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped), text.count)
    var halves: SIMD2<UInt64>
    if count >= 8 {
      halves = [raw.loadUnaligned(as: UInt64.self), raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)]
    } else if count >= 4 {
      let (first, last) = (raw.loadUnaligned(as: UInt32.self), raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      halves = SIMD2(repeating: UInt64(first) | UInt64(last) &<< 32)
    } else {
      let (first, middle, last) = (UInt64(text[0]), UInt64(text[count &>> 1]), UInt64(text[count &- 1]))
      halves = SIMD2(repeating: (first | middle &<< 8 | last &<< 16 | first &<< 24) &* 0x1_0000_0001)
    }
    bytes = unsafeBitCast(halves, to: SIMD16<UInt8>.self)
  }

  /// Kept out of the loops, which need it once at their end.
  @inline(never) @usableFromInline static func last(of text: UnsafeBufferPointer<UInt8>, from index: Int) -> SIMD16<UInt8> {
    var bytes = SIMD16<UInt8>()
    withUnsafeMutableBytes(of: &bytes) { $0.copyBytes(from: text[Swift.min(index, text.count)...]) }
    return bytes
  }

  /// The bytes from one value up to below another.
  @inlinable @inline(__always) public func range(_ low: UInt8, _ end: UInt8) -> Marks { gazette_range(bytes, low, end) }

  @inlinable @inline(__always) public func equal(to byte: UInt8) -> Marks { gazette_equal(bytes, byte) }

  /// The marks side by side, one bit for each byte.
  @inlinable @inline(__always) public static func bits(_ marks: Marks) -> UInt32 { gazette_bits(marks) }

  @inlinable @inline(__always) public var capitals: Marks { range(0x41, 0x5B) }
  @inlinable @inline(__always) public var small: Marks { range(0x61, 0x7B) }
  @inlinable @inline(__always) public var digits: Marks { range(0x30, 0x3A) }
  @inlinable @inline(__always) public var beyondASCII: Marks { bytes }

  /// The same bytes with some bits set in each: signs that differ in these alone are alike then.
  @inlinable @inline(__always) public func with(_ bits: UInt8) -> Lanes { Lanes(bytes | SIMD16(repeating: bits)) }

  /// The same bytes with small letters for capitals; what is no letter may be another byte then, but no letter.
  @inlinable @inline(__always) public var lowered: Lanes { with(0x20) }

  /// Letters, digits, and all beyond ASCII.
  @inlinable @inline(__always) public var wordBytes: Marks { lowered.small | digits | beyondASCII }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the first byte stands, from some place on, that is marked; the end where there is none.
  @inlinable @inline(__always) public func place(from start: Int, of marks: (Lanes) -> Lanes.Marks) -> Int {
    var index = start
    while index &+ Lanes.count <= count {
      let found = Lanes.bits(marks(Lanes(within: self, at: index)))
      if found != 0 { return index &+ found.trailingZeroBitCount }
      index &+= Lanes.count
    }
    guard index < count else { return count }
    // The last sixteen are taken together, some of them a second time.
    let last = count &- Lanes.count
    let found =
      last < 0
      ? Lanes.bits(marks(Lanes(self, at: index)))
      : Lanes.bits(marks(Lanes(within: self, at: last))) &>> UInt32(truncatingIfNeeded: index &- last)
    return found == 0 ? count : Swift.min(count, index &+ found.trailingZeroBitCount)
  }

  /// One bit for each of the 64 bytes from some place on: whether it is marked. Past the end a zero stands for each.
  @inlinable @inline(__always) public func bits(from start: Int, of marks: (Lanes) -> Lanes.Marks) -> UInt64 {
    let isWithin = start &+ 64 <= count
    func part(_ number: Int) -> UInt64 {
      let index = start &+ number &* Lanes.count
      guard isWithin || index < count else { return 0 }
      let lanes = isWithin ? Lanes(within: self, at: index) : Lanes(self, at: index)
      return UInt64(Lanes.bits(marks(lanes))) &<< UInt64(number &* Lanes.count)
    }
    return part(0) | part(1) | part(2) | part(3)
  }

  /// One bit for each of the 64 bytes from some place on: whether a word begins there.
  ///
  /// - Parameter isInWord: 1 where a word goes on that began before, else 0; then the same of the bytes that follow.
  @inlinable @inline(__always) public func wordStarts(from start: Int, _ isInWord: inout UInt64) -> UInt64 {
    let words = bits(from: start) { $0.wordBytes }
    let starts = words & ~(words << 1 | isInWord)
    isInWord = words >> 63
    return starts
  }

  /// Calls for each place where a word begins.
  @inlinable @inline(__always) public func eachWordStart(_ body: (Int) -> Void) {
    var start = 0
    var isInWord: UInt64 = 0
    while start < count {
      var places = wordStarts(from: start, &isInWord)
      while places != 0 {
        body(start &+ places.trailingZeroBitCount)
        places &= places &- 1
      }
      start &+= 64
    }
  }
}
