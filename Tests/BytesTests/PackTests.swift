import Bytes
import Testing

@Suite struct PackTests {
  @Test func whatIsPutInComesOutInTheSameOrder() throws {
    var packer = Packer()
    for number in [0, 1, -1, 63, 64, -65, Int.max, Int.min] { packer.put(number) }
    packer.put(["", "é", "a\0b"])
    packer.put(Optional<String>.none)
    packer.put(Optional("there"))
    packer.put(["b": 2, "a": 1])
    packer.put(Day(year: 2026, month: 2, day: 28))
    packer.put(PackedBytes([0, 255, 10]))
    var unpacker = Unpacker(packer.bytes)
    for number in [0, 1, -1, 63, 64, -65, Int.max, Int.min] { #expect(try unpacker.next(Int.self) == number) }
    #expect(try unpacker.next([String].self) == ["", "é", "a\0b"])
    #expect(try unpacker.next(String?.self) == nil)
    #expect(try unpacker.next(String?.self) == "there")
    #expect(try unpacker.next([String: Int].self) == ["a": 1, "b": 2])
    #expect(try unpacker.next(Day?.self)?.text == "2026-02-28")
    #expect(try Array(unpacker.next(PackedBytes.self).bytes) == [0, 255, 10])
    #expect(unpacker.isAtEnd)
  }

  @Test func theSameDictionaryIsTheSameBytes() {
    var one = Packer()
    one.put(["a": 1, "b": 2, "c": 3])
    var other = Packer()
    other.put(["c": 3, "a": 1, "b": 2])
    #expect(one.bytes == other.bytes)
  }

  /// Every beginning of a whole, and every byte of it changed: damage, or other values, and never a crash.
  @Test func whatIsDamagedIsNeverACrash() {
    var packer = Packer()
    packer.put(["one", "two", "three"])
    packer.put(["a": 1])
    packer.put(Day(year: 2026, month: 2, day: 28))
    func read(_ bytes: [UInt8]) throws -> ([String], [String: Int], Day?) {
      var unpacker = Unpacker(bytes)
      return (try unpacker.next(), try unpacker.next(), try unpacker.next())
    }
    for length in packer.bytes.indices {
      #expect(throws: Unpacker.Damaged.self) { try read(Array(packer.bytes[..<length])) }
    }
    for position in packer.bytes.indices {
      for byte in [0, 0x7F, 0x80, 0xFF] as [UInt8] {
        var bytes = packer.bytes
        bytes[position] = byte
        _ = try? read(bytes)
      }
    }
  }
}
