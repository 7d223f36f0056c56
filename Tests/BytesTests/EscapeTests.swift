import Bytes
import Testing

struct EscapeTests {
  /// Sixteen bytes are looked at together, and short texts in another way, so every byte has to be found wherever it stands among them.
  @Test func whatHasAnotherSpellingIsFoundWhereverItStands() {
    for byte in UInt8(0)..<0x80 {
      for count in [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 34] {
        for place in 0..<count {
          let before = String(repeating: "a", count: place)
          let after = String(repeating: "o", count: count - 1 - place)
          let text = before + String(UnicodeScalar(byte)) + after
          #expect(html(text) == before + htmlSpelling(byte) + after)
          #expect(json(text) == "\"" + before + jsonSpelling(byte) + after + "\"")
        }
      }
    }
  }

  @Test func textsBeyondASCIIStayAsTheyAre() {
    #expect(html("ŵ & “é”, 日本 <") == "ŵ &amp; “é”, 日本 &lt;")
    #expect(json("ŵ \" “é”, 日本\n") == #""ŵ \" “é”, 日本\n""#)
  }

  @Test(arguments: [(0, "0"), (7, "7"), (10, "10"), (-305, "-305"), (Int.min, "-9223372036854775808"), (Int.max, "9223372036854775807")])
  func wholeNumbersAreWrittenInDecimal(number: Int, text: String) {
    var bytes: [UInt8] = []
    bytes.append(number: number)
    var galley = Galley(room: 0)
    galley.append(number: number)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
    #expect(galley.bytes == bytes)
  }

  /// Of a short piece what follows it may be copied along; of what was appended it is never a part.
  @Test func piecesOfOneRunAreAppendedAsTheyAre() {
    let run = (0..<100).map { UInt8($0) }
    run.withUnsafeBufferPointer { run in
      for room in [64, 65, 90, 200] {
        var galley = Galley(room: room)
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: 100, by: 7) {
          for count in [0, 1, 3, 8, 31, 32, 33, 60] where start + count <= 100 {
            galley.append(start..<start + count, of: run)
            bytes += run[start..<start + count]
            galley.append(UInt8(ascii: "|"))
            bytes.append(UInt8(ascii: "|"))
          }
        }
        #expect(galley.bytes == bytes)
      }
    }
  }

  @Test func aGalleyGrowsAsFarAsItMust() {
    var galley = Galley(room: 0)
    var bytes: [UInt8] = []
    for number in 0..<300 {
      let text = String(repeating: "a&", count: number % 70)
      galley.append(text)
      galley.appendHTML(text)
      galley.append(UInt8(ascii: "|"))
      bytes.append(text)
      bytes.appendHTML(text)
      bytes.append(UInt8(ascii: "|"))
    }
    #expect(galley.count == bytes.count)
    #expect(galley.withBytes { Array($0) } == bytes)
  }

  /// Short pieces are copied in another way than long ones.
  @Test func piecesOfAnyLengthStandOneAfterTheOther() {
    let source = (0..<64).map { UInt8($0) }
    var galley = Galley(room: 0)
    var bytes: [UInt8] = []
    for count in 0...40 {
      for start in 0...3 {
        let piece = source[start..<start + count]
        piece.withUnsafeBufferPointer { galley.append($0) }
        bytes += piece
        #expect(galley.last == bytes.last)
      }
      galley.append(0xFF, times: count)
      bytes += [UInt8](repeating: 0xFF, count: count)
    }
    #expect(galley.bytes == bytes)
  }

  /// As both kinds of buffers have it.
  private func html(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendHTML(text)
    var galley = Galley(room: 0)
    galley.appendHTML(text)
    #expect(galley.withBytes { Array($0) } == bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func json(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendJSON(text)
    var galley = Galley(room: 0)
    galley.appendJSON(text)
    #expect(galley.withBytes { Array($0) } == bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func htmlSpelling(_ byte: UInt8) -> String {
    switch Character(UnicodeScalar(byte)) {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case let other: String(other)
    }
  }

  private func jsonSpelling(_ byte: UInt8) -> String {
    switch byte {
    case 0x22: #"\""#
    case 0x5C: #"\\"#
    case 0x0A: #"\n"#
    case 0x0D: #"\r"#
    case 0x09: #"\t"#
    case ..<0x20: #"\u00"# + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
    default: String(UnicodeScalar(byte))
    }
  }
}
