import Testing

@testable import Records

@Suite struct WordEndTests {
  /// Eight bytes are looked at together, so every byte has to be found wherever it stands among them.
  @Test func everyByteThatIsPartOfNoWordEndsIt() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<18 {
        var bytes = [UInt8](repeating: UInt8(ascii: "Z"), count: 18)
        bytes[place] = byte
        let end = bytes.withUnsafeBufferPointer { wordEnd($0, from: 0) }
        #expect(end == (isWordByte(byte) ? 18 : place), "\(byte) \(place)")
      }
    }
  }
}
