import Bytes
import Findings

/// A file's bytes as the rules about personal data look at them.
///
/// People write one number in many ways: with no-break spaces, with long hyphens, over two lines, with HTML's spelling of a sign. Here
/// each of these is one byte, so that every rule knows one spelling only. Letters and digits stay as they are.
///
///     "943&nbsp;476\n      5919"  →  "943 476 5919"
struct Plainer {
  private(set) var bytes: [UInt8] = []
  /// Where the distance between the two texts changes: from `at` on, the source is `ahead` bytes further.
  private var shifts: [(at: Int, ahead: Int)] = [(0, 0)]

  /// - Parameter lineByLine: keeps every line end, as in tables of plain text, where two lines are never one sentence.
  init(_ source: [UInt8], lineByLine: Bool) {
    var shifts = self.shifts
    bytes = [UInt8](unsafeUninitializedCapacity: source.count) { out, count in
      source.withUnsafeBufferPointer { source in
        var index = 0
        while index < source.count {
          let byte = source[index]
          if Plainer.isPlain(byte) {
            let end = Plainer.end(ofPlain: source, from: index)
            _ = out[count...].initialize(fromContentsOf: source[index..<end])
            count += end - index
            index = end
            continue
          }
          var taken = 1
          var made: UInt8? = byte
          if byte <= 0x20 {
            (made, taken) = Plainer.space(source, index, lineByLine)
          } else if byte >= 0x80 {
            (made, taken) = Plainer.beyondASCII(source, index)
          } else if byte == UInt8(ascii: "&") {
            (made, taken) = Plainer.reference(source, index)
          } else if byte == UInt8(ascii: "\\"), index + 1 < source.count {
            if Plainer.isPunctuation(source[index + 1]) { (made, taken) = (source[index + 1], 2) }
            // A backslash at the end of a line breaks it there.
            if source[index + 1] == 0x0A || source[index + 1] == 0x0D { made = nil }
          }
          index += taken
          if let made {
            if made == 0x20, count > 0, out[count - 1] == 0x20 {
            } else {
              out[count] = made
              count += 1
            }
          }
          if index - count != shifts[shifts.count - 1].ahead { shifts.append((count, index - count)) }
        }
      }
    }
    self.shifts = shifts
  }

  /// Where a stretch stands in the source.
  func span(_ range: Range<Int>) -> Span {
    let start = origin(of: range.lowerBound)
    let last = origin(of: max(range.lowerBound, range.upperBound - 1))
    return Span(start: start, length: last + 1 - start)
  }

  private func origin(of index: Int) -> Int {
    var low = 0
    var high = shifts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if shifts[middle].at <= index { low = middle } else { high = middle }
    }
    return index + shifts[low].ahead
  }

  /// Whether a byte stays as it is whatever stands beside it.
  @inline(__always) private static func isPlain(_ byte: UInt8) -> Bool {
    byte &- 0x21 < 0x5E && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "\\")
  }

  /// Where a stretch ends that stays as it is: words with single spaces between them. A space at its end is left to what follows.
  private static func end(ofPlain source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start + 1
    while end < source.count {
      if source[end] == 0x20, source[end - 1] == 0x20 { break }
      let odd = oddOnes(Lanes(source, at: end))
      guard odd == 0 else {
        end += odd.trailingZeroBitCount
        break
      }
      end += Lanes.count
    }
    return source[end - 1] == 0x20 ? end - 1 : end
  }

  /// Those of sixteen bytes that may not stay as they are: neither plain nor a single space.
  @inline(__always) private static func oddOnes(_ lanes: Lanes) -> UInt32 {
    let spaces = Lanes.bits(lanes.equal(to: 0x20))
    let signs = Lanes.bits(lanes.equal(to: UInt8(ascii: "&")) | lanes.equal(to: UInt8(ascii: "\\")))
    return Lanes.bits(lanes.range(0x20, 0x7F)) ^ 0xFFFF | signs | spaces & spaces << 1
  }

  // MARK: what becomes what

  /// White space is one space; a blank line stays a line end, so that nothing is read across it.
  private static func space(
    _ source: UnsafeBufferPointer<UInt8>, _ start: Int, _ lineByLine: Bool
  ) -> (UInt8?, Int) {
    var index = start
    var lines = 0
    while index < source.count, source[index] <= 0x20 {
      if source[index] == 0x0A { lines += 1 }
      index += 1
    }
    return (lines > 1 || (lineByLine && lines > 0) ? 0x0A : 0x20, index - start)
  }

  /// No-break and thin spaces, hyphens and dashes, curly quotes, the pound sign; nothing for what cannot be seen.
  private static func beyondASCII(_ source: UnsafeBufferPointer<UInt8>, _ index: Int) -> (UInt8?, Int) {
    let byte = source[index]
    guard index + 1 < source.count else { return (byte, 1) }
    let next = source[index + 1]
    if byte == 0xC2 {
      switch next {
      case 0xA0: return (0x20, 2)
      case 0xAD: return (nil, 2)
      case 0xA3: return (UInt8(ascii: "#"), 2)
      case 0xA1...0xBF: return (UInt8(ascii: ","), 2)
      default: return (byte, 1)
      }
    }
    guard index + 2 < source.count, byte == 0xE2 else { return (byte, 1) }
    switch (next, source[index + 2]) {
    case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x80, 0x94...0x95), (0x81, 0x9F): return (0x20, 3)
    case (0x80, 0x8B...0x8F), (0x81, 0xA0): return (nil, 3)
    case (0x80, 0x90...0x93), (0x88, 0x92): return (UInt8(ascii: "-"), 3)
    case (0x80, 0x98...0x9B): return (UInt8(ascii: "'"), 3)
    case (0x80, 0x9C...0x9F): return (UInt8(ascii: "\""), 3)
    case (0x80, 0xA0...0xBF): return (UInt8(ascii: ","), 3)
    case (0x82, 0xA0...0xBF): return (UInt8(ascii: "#"), 3)
    default: return (byte, 1)
    }
  }

  /// `&nbsp;` and its like, and numbered references to the same characters or to ASCII; others stay as they are written.
  private static func reference(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> (UInt8?, Int) {
    let end = min(source.count, start + 20)
    guard let close = (start..<end).first(where: { source[$0] == UInt8(ascii: ";") }), close > start + 2
    else { return (source[start], 1) }
    let name = source[(start + 1)..<close]
    let length = close - start + 1
    for (known, sign) in named where known.utf8CodeUnitCount == name.count {
      if UnsafeBufferPointer(start: known.utf8Start, count: name.count).elementsEqual(name) { return (sign, length) }
    }
    guard name.first == UInt8(ascii: "#") else { return (source[start], 1) }
    var digits = name.dropFirst()
    var base = 10
    if digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X") {
      digits = digits.dropFirst()
      base = 16
    }
    var value = 0
    for byte in digits {
      guard let digit = hexValue(byte), digit < base, value < 0x10000 else { return (source[start], 1) }
      value = value * base + digit
    }
    switch value {
    case 0x21..<0x7F: return (UInt8(value), length)
    case 0x09, 0x0A, 0x0D, 0x20: return (0x20, length)
    default:
      guard value >= 0x80, let character = Unicode.Scalar(value) else { return (source[start], 1) }
      let spelt = Array(String(character).utf8)
      let (made, taken) = spelt.withUnsafeBufferPointer { beyondASCII($0, 0) }
      return taken == spelt.count ? (made, length) : (source[start], 1)
    }
  }

  /// What the names of HTML stand for in a number or an address; nothing for what cannot be seen.
  private static let named: [(name: StaticString, sign: UInt8?)] = [
    ("nbsp", 0x20), ("NonBreakingSpace", 0x20), ("ensp", 0x20), ("emsp", 0x20), ("emsp13", 0x20), ("emsp14", 0x20), ("numsp", 0x20),
    ("puncsp", 0x20), ("thinsp", 0x20), ("ThinSpace", 0x20), ("hairsp", 0x20), ("VeryThinSpace", 0x20), ("Tab", 0x20), ("NewLine", 0x20),
    ("commat", 0x40), ("hyphen", 0x2D), ("dash", 0x2D), ("ndash", 0x2D), ("minus", 0x2D), ("period", 0x2E), ("plus", 0x2B),
    ("lowbar", 0x5F), ("lpar", 0x28), ("rpar", 0x29), ("shy", nil), ("zwj", nil), ("zwnj", nil), ("NoBreak", nil), ("ZeroWidthSpace", nil),
  ]

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
  }
}

func hexValue(_ byte: UInt8) -> Int? {
  switch byte {
  case 0x30...0x39: Int(byte) - 0x30
  case 0x41...0x46: Int(byte) - 0x37
  case 0x61...0x66: Int(byte) - 0x57
  default: nil
  }
}
