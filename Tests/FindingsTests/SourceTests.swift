import Findings
import Testing

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
}
