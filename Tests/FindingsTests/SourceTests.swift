import Testing

@testable import Findings

@Suite struct SourceTests {
  @Test func countsLinesAndCharacters() {
    let source = Source(path: "a.md", bytes: Array("one\r\ncafé: x\nlast".utf8))
    let place = source.place(Span(start: 12, length: 20))
    #expect(place == Place(file: "a.md", line: 2, column: 7, length: 1, excerpt: "café: x"))
  }

  @Test func staysInsideTheFile() {
    let source = Source(path: "a.md", bytes: [])
    #expect(
      source.place(Span(start: 9, length: 9)) == Place(file: "a.md", line: 1, column: 1, length: 1))
  }

  @Test(arguments: [1, 2, 3, 7, 16, 4096]) func countsTheSameWhateverTheSizeOfABlock(_ size: Int) {
    let bytes = Array("a\n\nbé\r\n東京 x\n\u{1F469}\u{200D}\u{1F4BB}\n\nlast".utf8)
    let index = LineIndex(blockSize: size)
    for offset in 0...bytes.count {
      let before = bytes[..<offset]
      let line = index.line(of: offset, in: bytes)
      #expect(line.number == before.count { $0 == 0x0A } + 1)
      #expect(line.start == (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0))
      #expect(
        index.scalars(0..<offset, in: bytes) == before.count { $0 & 0xC0 != 0x80 })
    }
  }

  @Test func cutsALongLineBetweenCharacters() {
    let source = Source(path: "a.md", bytes: Array(String(repeating: "é", count: 5000).utf8))
    for start in [0, 1, 2, 1001, 5001, 9997, 9999, 10_000] {
      let place = source.place(Span(start: start, length: 20_000))
      #expect(!place.excerpt.contains("\u{FFFD}"))
      #expect(place.excerpt.utf8.count <= 4000)
      #expect(place.from == 1 || place.from > 1 && place.from <= place.column)
    }
  }
}
