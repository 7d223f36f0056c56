/// A value that this program puts into bytes for itself and reads from them again: what it remembers, never what anyone else reads.
package protocol Packed {
  func pack(into packer: inout Packer)
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged)
}

/// Values one after another in bytes, without names: they are read in the order they were put in.
package struct Packer {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package init(_ value: some Packed) { put(value) }

  package mutating func put(_ value: some Packed) { value.pack(into: &self) }

  /// Seven bits a byte, the lowest first.
  mutating func put(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Bytes as they are, whose number the reader knows.
  package mutating func put(exactly raw: UnsafeRawBufferPointer) { bytes.append(contentsOf: raw) }

  mutating func put(raw: UnsafeBufferPointer<UInt8>) {
    put(number: UInt64(raw.count))
    bytes.append(contentsOf: raw)
  }
}

/// Reads what a `Packer` wrote; what cannot have been written by one is `Damaged`, never a crash.
package struct Unpacker {
  package struct Damaged: Error {
    package init() {}
  }

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  let shared: SharedValues?

  /// - Parameter shared: where what comes again and again is held once.
  package init(_ bytes: ArraySlice<UInt8>, sharing shared: SharedValues? = nil) {
    self.bytes = bytes
    self.shared = shared
    position = bytes.startIndex
  }

  package init(_ bytes: [UInt8], sharing shared: SharedValues? = nil) { self.init(bytes[...], sharing: shared) }

  package var isAtEnd: Bool { position == bytes.endIndex }

  package mutating func next<Value: Packed>(_: Value.Type = Value.self) throws(Damaged) -> Value {
    try Value(from: &self)
  }

  mutating func number() throws(Damaged) -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.endIndex, shift < 64 {
      let byte = bytes[position]
      position += 1
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
    throw Damaged()
  }

  /// So many of the next bytes as the number before them says.
  mutating func raw() throws(Damaged) -> ArraySlice<UInt8> {
    let count = try number()
    guard count <= UInt64(bytes.endIndex - position) else { throw Damaged() }
    return try raw(exactly: Int(count))
  }

  package mutating func raw(exactly count: Int) throws(Damaged) -> ArraySlice<UInt8> {
    guard count <= bytes.endIndex - position else { throw Damaged() }
    let start = position
    position += count
    return bytes[start..<position]
  }
}

extension Int: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(number: UInt64(bitPattern: Int64(self << 1 ^ self >> (Int.bitWidth - 1))))
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let number = try unpacker.number()
    self = Int(truncatingIfNeeded: number >> 1) ^ -Int(number & 1)
  }
}

extension Bool: Packed {
  package func pack(into packer: inout Packer) { packer.put(self ? 1 : 0) }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) { self = try Int(from: &unpacker) == 1 }
}

extension String: Packed {
  package func pack(into packer: inout Packer) {
    withBytes { packer.put(raw: $0) }
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let text = String(decoding: try unpacker.raw(), as: UTF8.self)
    self = unpacker.shared?.one(text) ?? text
  }
}

extension Optional: Packed where Wrapped: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(self != nil)
    if let value = self { packer.put(value) }
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    self = try Bool(from: &unpacker) ? try Wrapped(from: &unpacker) : nil
  }
}

extension Array: Packed where Element: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(count)
    for element in self { packer.put(element) }
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let count = try Int(from: &unpacker)
    guard count >= 0 else { throw Unpacker.Damaged() }
    self = []
    // A damaged count could be any; most are small, and then nothing more is taken than they need.
    reserveCapacity(Swift.min(count, 64))
    for _ in 0..<count { append(try Element(from: &unpacker)) }
  }
}

/// Sorted by the bytes of the key, so that the same dictionary gives the same bytes.
extension Dictionary: Packed where Key == String, Value: Packed {
  package func pack(into packer: inout Packer) {
    packer.put(count)
    for (key, value) in sorted(by: { $0.key.precedesByBytes($1.key) }) {
      packer.put(key)
      packer.put(value)
    }
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let count = try Int(from: &unpacker)
    guard count >= 0 else { throw Unpacker.Damaged() }
    self = [:]
    for _ in 0..<count {
      let key = try String(from: &unpacker)
      self[key] = try Value(from: &unpacker)
    }
  }
}

extension Day: Packed {
  package func pack(into packer: inout Packer) { packer.put((year * 16 + month) * 32 + day) }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let number = try Int(from: &unpacker)
    guard number >= 0, let day = Day(year: number / 512, month: number / 32 % 16, day: number % 32) else {
      throw Unpacker.Damaged()
    }
    self = day
  }
}

/// Bytes as they are; an array of them would be put one by one.
package struct PackedBytes: Packed {
  package let bytes: ArraySlice<UInt8>

  package init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  package func pack(into packer: inout Packer) {
    bytes.withUnsafeBufferPointer { packer.put(raw: $0) }
  }

  package init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) { bytes = try unpacker.raw() }
}
