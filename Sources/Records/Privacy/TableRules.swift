import Bytes
import Findings

/// Finds small numbers of people in tables: a cell of 1 to 4 in a column that counts people.
///
/// In Markdown a table is a line of hyphens and pipes with its headings above; in CSV the first line has the headings.
func smallNumbers(_ bytes: [UInt8], commas: Bool) -> [Span] {
  var finder = TableFinder(bytes: bytes, separator: UInt8(ascii: commas ? "," : "|"))
  finder.find(commas: commas)
  return finder.found
}

private struct TableFinder {
  let bytes: [UInt8]
  let separator: UInt8
  var found: [Span] = []

  mutating func find(commas: Bool) {
    var columns: [Bool] = []
    // Where the line after the last one with a separator begins.
    var next = 0
    while true {
      let sign = bytes.place(of: separator, in: next..<bytes.count)
      guard sign < bytes.count else { return }
      let line = start(ofLineWith: sign)..<bytes.place(of: 0x0A, in: sign..<bytes.count)
      // A line without one ends a table.
      if line.lowerBound > next { columns = [] }
      if commas, line.lowerBound == 0 {
        columns = counted(line)
      } else if !commas, isRule(line) {
        columns = counted(self.line(before: line))
      } else if columns.contains(true) {
        count(line, columns)
      }
      guard line.upperBound < bytes.count else { return }
      next = line.upperBound + 1
    }
  }

  private func start(ofLineWith place: Int) -> Int {
    var start = place
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return start
  }

  private func line(before line: Range<Int>) -> Range<Int> {
    let end = max(0, line.lowerBound - 1)
    return start(ofLineWith: end)..<end
  }

  /// Which columns of a heading count people.
  private func counted(_ line: Range<Int>) -> [Bool] {
    cells(line).map { cell in
      let words = bytes[cell].map { isUpper($0) ? $0 | 0x20 : $0 }
        .split { !isWordByte($0) && $0 != UInt8(ascii: "%") }.map { String(decoding: $0, as: UTF8.self) }
      return words.contains(where: TableFinder.people.contains) && !words.contains(where: TableFinder.shares.contains)
        && !words.contains { $0.utf8.contains(UInt8(ascii: "%")) }
    }
  }

  private static let people: Set<String> = [
    "people", "persons", "pupils", "children", "patients", "families", "students", "residents", "victims", "cases", "deaths",
    "complaints",
  ]
  private static let shares: Set<String> = ["per", "share", "rate", "percentage", "average", "mean", "median", "score", "proportion"]

  private mutating func count(_ line: Range<Int>, _ columns: [Bool]) {
    for (cell, counts) in zip(cells(line), columns) where counts {
      if let place = smallNumber(cell) { found.append(Span(start: place, length: 1)) }
    }
  }

  /// Where a number from 1 to 4 stands that is all a cell says, but for marks of emphasis and a remark in brackets: `**3**`, `3 (8%)`.
  private func smallNumber(_ cell: Range<Int>) -> Int? {
    guard let place = cell.first(where: { !isOne(bytes[$0], of: "*_`[") }), (UInt8(ascii: "1")...UInt8(ascii: "4")).contains(bytes[place])
    else { return nil }
    let rest = bytes[(place + 1)..<cell.upperBound].drop { isOne($0, of: "*_`] ") }
    return rest.first.map { $0 == UInt8(ascii: "(") } ?? true ? place : nil
  }

  private func isRule(_ line: Range<Int>) -> Bool {
    bytes[line].contains(UInt8(ascii: "-"))
      && bytes[line].allSatisfy { $0 <= 0x20 || isOne($0, of: "|:-") }
  }

  /// The cells of a line without the spaces and quotes around them.
  private func cells(_ line: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = line.lowerBound
    var quoted = false
    for place in line {
      if bytes[place] == UInt8(ascii: "\""), separator == UInt8(ascii: ",") { quoted.toggle() }
      guard bytes[place] == separator, !quoted else { continue }
      // A pipe at the start of a line opens its first cell and ends none.
      if separator == UInt8(ascii: ",") || !trimmed(line.lowerBound..<place).isEmpty { result.append(trimmed(start..<place)) }
      start = place + 1
    }
    result.append(trimmed(start..<line.upperBound))
    return result
  }

  private func trimmed(_ cell: Range<Int>) -> Range<Int> {
    var (start, end) = (cell.lowerBound, cell.upperBound)
    while start < end, bytes[start] <= 0x20 || bytes[start] == UInt8(ascii: "\"") { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 || bytes[end - 1] == UInt8(ascii: "\"") { end -= 1 }
    return start..<end
  }
}
