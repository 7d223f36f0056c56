/// Unpacks a DEFLATE stream (RFC 1951), to see what an office file or a PDF says of its author.
///
/// Gives what was unpacked up to `limit`; nothing where the stream is broken. No C library is loaded for it: these few files are the
/// only packed ones the program ever reads, and none of them is trusted.
func inflate(_ data: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
  var inflater = Inflater(data: data, limit: limit)
  return inflater.run() ? inflater.out : nil
}

private struct Inflater {
  let data: ArraySlice<UInt8>
  let limit: Int
  var out: [UInt8] = []
  private var position: Int
  private var hold = 0
  private var held = 0

  init(data: ArraySlice<UInt8>, limit: Int) {
    self.data = data
    position = data.startIndex
    self.limit = limit
  }

  mutating func run() -> Bool {
    while true {
      guard let last = bits(1), let type = bits(2) else { return false }
      let sound: Bool
      switch type {
      case 0: sound = stored()
      case 1: sound = coded(Inflater.fixedLiterals, Inflater.fixedDistances)
      case 2: sound = dynamic()
      default: return false
      }
      if !sound { return false }
      if last == 1 || out.count >= limit { return true }
    }
  }

  private mutating func bits(_ count: Int) -> Int? {
    while held < count {
      guard position < data.endIndex else { return nil }
      hold |= Int(data[position]) << held
      position += 1
      held += 8
    }
    let value = hold & (1 << count - 1)
    hold >>= count
    held -= count
    return value
  }

  private mutating func stored() -> Bool {
    (hold, held) = (0, 0)
    guard position + 4 <= data.endIndex else { return false }
    let length = Int(littleEndian: data, at: position, 2)
    guard length ^ 0xFFFF == Int(littleEndian: data, at: position + 2, 2), position + 4 + length <= data.endIndex else { return false }
    out += data[(position + 4)..<(position + 4 + length)]
    position += 4 + length
    return true
  }

  private mutating func dynamic() -> Bool {
    guard let literals = bits(5), let distances = bits(5), let lengths = bits(4) else { return false }
    var codeLengths = [Int](repeating: 0, count: 19)
    for index in 0..<(lengths + 4) {
      guard let length = bits(3) else { return false }
      codeLengths[[16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15][index]] = length
    }
    let codes = Huffman(codeLengths)
    var all: [Int] = []
    let wanted = literals + 257 + distances + 1
    while all.count < wanted {
      guard let symbol = next(codes) else { return false }
      let (value, extra, least): (Int, Int, Int)
      switch symbol {
      case 0..<16:
        all.append(symbol)
        continue
      case 16:
        guard let before = all.last else { return false }
        (value, extra, least) = (before, 2, 3)
      case 17: (value, extra, least) = (0, 3, 3)
      default: (value, extra, least) = (0, 7, 11)
      }
      guard let more = bits(extra) else { return false }
      all += [Int](repeating: value, count: least + more)
    }
    guard all.count == wanted else { return false }
    return coded(Huffman(Array(all[..<(literals + 257)])), Huffman(Array(all[(literals + 257)...])))
  }

  private mutating func coded(_ literals: Huffman, _ distances: Huffman) -> Bool {
    while out.count < limit {
      guard let symbol = next(literals) else { return false }
      if symbol < 256 {
        out.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      guard symbol <= 285, let length = extended(symbol - 257, Inflater.lengths), let code = next(distances), code < 30,
        let distance = extended(code, Inflater.distances), distance <= out.count
      else { return false }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
    return true
  }

  private mutating func extended(_ code: Int, _ table: [(base: Int, extra: Int)]) -> Int? {
    bits(table[code].extra).map { table[code].base + $0 }
  }

  private mutating func next(_ codes: Huffman) -> Int? {
    var (code, first, index) = (0, 0, 0)
    for length in 1..<16 {
      guard let bit = bits(1) else { return nil }
      code |= bit
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }

  private static let lengths: [(base: Int, extra: Int)] = table(first: 3, groups: 4, codes: 28) + [(258, 0)]
  private static let distances: [(base: Int, extra: Int)] = table(first: 1, groups: 2, codes: 30)

  /// The codes' bases: the first two groups step by one, each group after that has one more extra bit.
  private static func table(first: Int, groups: Int, codes: Int) -> [(base: Int, extra: Int)] {
    var base = first
    return (0..<codes).map { code in
      let extra = max(0, code / groups - 1)
      defer { base += 1 << extra }
      return (base, extra)
    }
  }

  private static let fixedLiterals = Huffman(
    [Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112) + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))
  private static let fixedDistances = Huffman([Int](repeating: 5, count: 30))
}

/// A canonical Huffman code: how many symbols have each length, and the symbols in order.
private struct Huffman {
  var counts = [Int](repeating: 0, count: 16)
  var symbols: [Int]

  init(_ lengths: [Int]) {
    for length in lengths { counts[length] += 1 }
    counts[0] = 0
    var offsets = [Int](repeating: 0, count: 17)
    for length in 1..<16 { offsets[length + 1] = offsets[length] + counts[length] }
    // One more than needed, so that a broken code reads a symbol that no table has.
    symbols = [Int](repeating: 999, count: max(lengths.count, 1) + 1)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[offsets[length]] = symbol
      offsets[length] += 1
    }
  }
}
