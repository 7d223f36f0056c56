import Ledger
import Testing

@Suite struct DigestTests {
  /// From FIPS 180-4's own examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isSHA256(_ text: String, _ digits: String) {
    #expect(Digest(of: text).text == digits)
    #expect(Digest(of: Array(text.utf8)).text == digits)
    #expect(Digest(hex: digits)?.text == digits)
  }

  @Test func pieceByPieceIsTheSameAsWhole() {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var offset = 0
    let digest = Digest { room in
      let count = min(room.count, 1009, bytes.count - offset)
      room.copyBytes(from: bytes[offset..<offset + count])
      offset += count
      // Another digest on this thread must not disturb the one being made.
      _ = Digest(of: "between")
      return count
    }
    #expect(digest == Digest(of: bytes))
  }

  @Test func threadsDoNotDisturbEachOther() async {
    let expected = (0..<200).map { Digest(of: "text \($0)").text }
    let found = await withTaskGroup(of: (Int, String).self) { group in
      for index in 0..<200 { group.addTask { (index, Digest(of: "text \(index)").text) } }
      return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    #expect((0..<200).map { found[$0] } == expected)
  }

  @Test(arguments: [
    "", "ab", String(repeating: "0", count: 63), String(repeating: "0", count: 65),
    String(repeating: "A", count: 64), String(repeating: "g", count: 64),
    String(repeating: "0", count: 63) + "é", "0x" + String(repeating: "0", count: 62),
    " " + String(repeating: "0", count: 63),
  ])
  func refusesOtherSpellings(_ digits: String) { #expect(Digest(hex: digits) == nil) }
}
