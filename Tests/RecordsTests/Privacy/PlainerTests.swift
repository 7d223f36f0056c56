import Testing

@testable import Records

@Suite struct PlainerTests {
  /// Sixteen bytes are looked at together; whatever stands among them, the text is what it is where each byte is looked at alone.
  @Test func sixteenBytesAtOnceAreEachOfThem() {
    let odd: [[UInt8]] = [
      [0x20], [0x0A], [0x09], [0x00], [0x1F], [0x7F], [0x80], [0xFF], Array("&".utf8), Array("\\".utf8), Array("\\-".utf8), Array("!".utf8),
      Array("~".utf8), Array("-".utf8), Array("\u{A0}".utf8), Array("–".utf8), Array("’".utf8), Array("é".utf8), Array("&nbsp;".utf8),
    ]
    for one in odd {
      for other in odd {
        let alone = plain(Array("x".utf8) + one + other + Array("x".utf8)).dropFirst().dropLast()
        for place in 1..<36 {
          let before = [UInt8](repeating: UInt8(ascii: "a"), count: place)
          let after = [UInt8](repeating: UInt8(ascii: "o"), count: 40 - place)
          #expect(plain(before + one + other + after) == before + alone + after, "\(one) \(other) \(place)")
        }
      }
    }
  }

  private func plain(_ bytes: [UInt8]) -> [UInt8] { Plainer(bytes, lineByLine: false).bytes }
}
