/// Eight bytes of a text, looked at together: what hardly any byte is, is found at an eighth of the cost.
///
/// An answer marks each byte for which it is yes, by that byte's high bit. Past the end of the text there are zeros.
struct Eight {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let high = ones << 7
  private let bytes: UInt64

  @inline(__always) init(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    if index &+ 8 <= text.count {
      bytes = UInt64(littleEndian: UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
    } else {
      bytes = Eight.last(of: text, from: index)
    }
  }

  private init(_ bytes: UInt64) { self.bytes = bytes }

  /// Kept out of the loops, which need it once at their end.
  @inline(never) private static func last(of text: UnsafeBufferPointer<UInt8>, from index: Int) -> UInt64 {
    text[index...].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The place, from 0 to 7, of the first byte that is marked.
  @inline(__always) static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount / 8 }

  /// The bytes of ASCII from one value up to below another.
  @inline(__always) func range(_ low: UInt8, _ end: UInt8) -> UInt64 {
    // Without their high bits no sum reaches the next byte.
    let word = bytes & ~Eight.high
    let notBelow = word &+ Eight.ones &* UInt64(0x80 - low)
    let above = word &+ Eight.ones &* UInt64(0x80 - end)
    return notBelow & ~above & ~bytes & Eight.high
  }

  @inline(__always) func equal(to byte: UInt8) -> UInt64 {
    let other = bytes ^ Eight.ones &* UInt64(byte)
    return ~((other & ~Eight.high) &+ ~Eight.high | other) & Eight.high
  }

  /// The marks side by side, one bit for each byte.
  @inline(__always) static func bits(_ marks: UInt64) -> UInt64 { ((marks >> 7) &* 0x0102_0408_1020_4080) >> 56 }

  /// Bytes that are not marked.
  @inline(__always) static func others(_ marks: UInt64) -> UInt64 { ~marks & high }

  @inline(__always) var capitals: UInt64 { range(0x41, 0x5B) }
  @inline(__always) var small: UInt64 { range(0x61, 0x7B) }
  @inline(__always) var digits: UInt64 { range(0x30, 0x3A) }

  /// The same bytes with small letters for capitals; what is no letter may be another byte then, but no letter.
  @inline(__always) var lowered: Eight { Eight(bytes | Eight.ones &* 0x20) }

  /// Letters, digits, and all beyond ASCII.
  @inline(__always) var wordBytes: UInt64 { lowered.small | digits | bytes & Eight.high }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where the first byte stands, from some place on, that is marked among eight; the end where there is none.
  @inline(__always) func place(from start: Int, of marks: (Eight) -> UInt64) -> Int {
    var index = start
    while index < count {
      let found = marks(Eight(self, at: index))
      if found != 0 { return Swift.min(count, index + Eight.first(found)) }
      index &+= 8
    }
    return count
  }

  /// One bit for each of the 64 bytes from some place on: whether it is marked. Past the end none is.
  @inline(__always) func bits(from start: Int, of marks: (Eight) -> UInt64) -> UInt64 {
    var bits: UInt64 = 0
    var step = 0
    while step < 64, start &+ step < count {
      bits |= Eight.bits(marks(Eight(self, at: start &+ step))) << UInt64(truncatingIfNeeded: step)
      step &+= 8
    }
    return bits
  }

  /// One bit for each of the 64 bytes from some place on: whether a word begins there.
  ///
  /// - Parameter isInWord: 1 where a word goes on that began before, else 0; then the same of the bytes that follow.
  @inline(__always) func wordStarts(from start: Int, _ isInWord: inout UInt64) -> UInt64 {
    let words = bits(from: start) { $0.wordBytes }
    let starts = words & ~(words << 1 | isInWord)
    isInWord = words >> 63
    return starts
  }

  /// Calls for each place where a word begins.
  @inline(__always) func eachWordStart(_ body: (Int) -> Void) {
    var start = 0
    var isInWord: UInt64 = 0
    while start < count {
      var places = wordStarts(from: start, &isInWord)
      while places != 0 {
        body(start + places.trailingZeroBitCount)
        places &= places - 1
      }
      start += 64
    }
  }
}
