import Bytes
import CLanes
import Testing

@Suite struct LanesTests {
  /// What is told of sixteen bytes together is what is told of each, wherever it stands and whatever stands beside it.
  @Test func tellsOfEachWhatIsTrueOfItAlone() {
    var random = SystemRandomNumberGenerator()
    for byte in UInt8.min...UInt8.max {
      for place in 0..<16 {
        var bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
        bytes[place] = byte
        #expect(marked(bytes) { $0.capitals } == bytes.map { (0x41...0x5A).contains($0) }, "\(bytes)")
        #expect(marked(bytes) { $0.small } == bytes.map { (0x61...0x7A).contains($0) }, "\(bytes)")
        #expect(marked(bytes) { $0.digits } == bytes.map { (0x30...0x39).contains($0) }, "\(bytes)")
        #expect(marked(bytes) { $0.beyondASCII } == bytes.map { $0 >= 0x80 }, "\(bytes)")
        #expect(marked(bytes) { $0.wordBytes } == bytes.map(isWordByte), "\(bytes)")
        #expect(marked(bytes) { $0.range(0x20, 0x7F) } == bytes.map { (0x20..<0x7F).contains($0) }, "\(bytes)")
        #expect(marked(bytes) { $0.equal(to: byte) } == bytes.map { $0 == byte }, "\(bytes)")
        #expect(marked(bytes) { $0.lowered.equal(to: UInt8(ascii: "e")) } == bytes.map { $0 | 0x20 == UInt8(ascii: "e") }, "\(bytes)")
        #expect(marked(bytes) { $0.with(4).equal(to: 0x26) } == bytes.map { $0 | 4 == 0x26 }, "\(bytes)")
      }
    }
  }

  @Test func hasZerosPastTheEnd() {
    for count in 0...16 {
      let bytes = [UInt8](repeating: UInt8(ascii: "7"), count: count)
      #expect(marked(bytes) { $0.digits } == (0..<16).map { $0 < count })
      #expect(marked(bytes) { $0.equal(to: 0) } == (0..<16).map { $0 >= count })
    }
  }

  @Test func findsTheFirstOfAText() {
    for count in 0..<40 {
      for place in 0...count {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: count)
        if place < count { bytes[place] = UInt8(ascii: "A") }
        for start in 0...count {
          let found = bytes.withUnsafeBufferPointer { $0.place(from: start) { $0.capitals } }
          #expect(found == (start <= place ? place : count))
        }
      }
    }
  }

  @Test func tellsSixtyFourBytesByOneBitEach() {
    for count in 0..<140 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
      for start in 0...count {
        let bits = bytes.withUnsafeBufferPointer { $0.bits(from: start) { $0.wordBytes } }
        for place in 0..<64 {
          #expect(bits >> UInt64(place) & 1 == (start + place < count && isWordByte(bytes[start + place]) ? 1 : 0))
        }
      }
    }
  }

  @Test func findsWhereEachWordBegins() {
    for count in 0..<300 {
      let bytes = (0..<count).map { _ -> UInt8 in [0x20, 0x61, 0xC3, 0x37].randomElement() ?? 0 }
      var found: [Int] = []
      bytes.withUnsafeBufferPointer { $0.eachWordStart { found.append($0) } }
      #expect(found == bytes.indices.filter { isWordByte(bytes[$0]) && ($0 == 0 || !isWordByte(bytes[$0 - 1])) })
    }
  }

  private func marked(_ bytes: [UInt8], _ marks: (Lanes) -> Lanes.Marks) -> [Bool] {
    let marks = bytes.withUnsafeBufferPointer { marks(Lanes($0, at: 0)) }
    let bits = Lanes.bits(marks)
    #expect(bits >> 16 == 0 && bits == gazette_bits_anywhere(marks))
    return (0..<16).map { bits >> UInt32($0) & 1 == 1 }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
