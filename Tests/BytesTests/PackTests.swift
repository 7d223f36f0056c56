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

  /// What many have alike comes out the same whether it is shared or not, and bytes alike that mean another sort of value are no obstacle.
  @Test func whatIsAlikeIsStillItself() throws {
    let lists = [["one", "a longer text than most"], [], ["one", "a longer text than most"], ["other"]]
    var packer = Packer()
    for list in lists { packer.put(PackedAlike(list)) }
    packer.put(PackedAlike("one"))
    packer.put(PackedAlike(["one"]))
    packer.put(PackedAlike(0))
    packer.put(PackedAlike([Int]()))
    for shared in [nil, SharedValues()] {
      var unpacker = Unpacker(packer.bytes, sharing: shared)
      for list in lists { #expect(try unpacker.next(PackedAlike<[String]>.self).value == list) }
      #expect(try unpacker.next(PackedAlike<String>.self).value == "one")
      #expect(try unpacker.next(PackedAlike<[String]>.self).value == ["one"])
      #expect(try unpacker.next(PackedAlike<Int>.self).value == 0)
      #expect(try unpacker.next(PackedAlike<[Int]>.self).value == [])
      #expect(unpacker.isAtEnd)
    }
    for length in packer.bytes.indices {
      var unpacker = Unpacker(Array(packer.bytes[..<length]), sharing: SharedValues())
      #expect(throws: Unpacker.Damaged.self) {
        for _ in lists { _ = try unpacker.next(PackedAlike<[String]>.self) }
        _ = try (unpacker.next(PackedAlike<String>.self), unpacker.next(PackedAlike<[String]>.self))
        _ = try (unpacker.next(PackedAlike<Int>.self), unpacker.next(PackedAlike<[Int]>.self))
      }
    }
  }
}
