import Bytes
import Findings

/// A cell of a table that says too much, and the rule it breaks.
struct PrivateCell {
  var code: String
  var span: Span
}

/// Looks through tables by their headings: a cell of 1 to 4 in a column that counts people, a date in a column of birthdays, and the first
/// of the names beside birthdays.
///
/// In Markdown a table is a line of hyphens and pipes with its headings above; in CSV the first line has the headings.
///
/// - Parameter separator: what stands between two cells: a comma, a tab, or a pipe in Markdown.
func privateCells(_ bytes: [UInt8], separator: UInt8) -> [PrivateCell] {
  var finder = TableFinder(bytes: bytes, separator: separator)
  finder.find()
  return finder.found
}

private enum Column { case other, counts, births, names }

private struct TableFinder {
  let bytes: [UInt8]
  let separator: UInt8
  var found: [PrivateCell] = []

  private var isMarkdown: Bool { separator == UInt8(ascii: "|") }

  mutating func find() {
    var columns: [Column] = []
    // Where the line after the last one with a separator begins.
    var next = 0
    while true {
      let sign = bytes.place(of: separator, in: next..<bytes.count)
      guard sign < bytes.count else { return }
      let line = start(ofLineWith: sign)..<bytes.place(of: 0x0A, in: sign..<bytes.count)
      // A line without one ends a table.
      if line.lowerBound > next { columns = [] }
      if !isMarkdown, line.lowerBound == 0 {
        // A mark of the encoding is no part of the first heading.
        columns = headed((bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)..<line.upperBound)
      } else if isMarkdown, isRule(line) {
        columns = headed(self.line(before: line))
      } else if columns.contains(where: { $0 != .other }) {
        look(line, columns)
        columns = columns.map { $0 == .names ? .other : $0 }
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

  /// What the columns below a heading hold; names count only beside birthdays.
  private func headed(_ line: Range<Int>) -> [Column] {
    let columns = cells(line).map { cell in
      let words = bytes[cell].map { isUpper($0) ? $0 | 0x20 : $0 }
        .split { !isWordByte($0) && $0 != UInt8(ascii: "%") }.map { String(decoding: $0, as: UTF8.self) }
      if TableFinder.births.contains(words.joined(separator: " ")) { return Column.births }
      if let last = words.last, TableFinder.names.contains(last) { return .names }
      let counts =
        words.contains(where: TableFinder.people.contains) && !words.contains(where: TableFinder.shares.contains)
        && !words.contains { $0.utf8.contains(UInt8(ascii: "%")) }
      return counts ? .counts : .other
    }
    return columns.contains(.births) ? columns : columns.map { $0 == .names ? .other : $0 }
  }

  private static let births: Set<String> = [
    "dob", "d o b", "date of birth", "dateofbirth", "birth date", "birthdate", "birthday", "born", "born on",
  ]
  private static let names: Set<String> = ["name", "names", "forename", "forenames", "surname", "fullname", "firstname", "lastname"]
  private static let people: Set<String> = [
    "people", "persons", "pupils", "children", "patients", "families", "students", "residents", "victims", "cases", "deaths",
    "complaints",
  ]
  private static let shares: Set<String> = ["per", "share", "rate", "percentage", "average", "mean", "median", "score", "proportion"]

  private mutating func look(_ line: Range<Int>, _ columns: [Column]) {
    for (cell, column) in zip(cells(line), columns) {
      switch column {
      case .counts: if let place = smallNumber(cell) { add("privacy.small-number", place..<(place + 1)) }
      case .births: if holds(cell, { $0.date(at: $1) }) { add("privacy.birth-date", cell) }
      case .names: if holds(cell, { $0.name(at: $1) }) { add("privacy.named-person", cell) }
      case .other: break
      }
    }
  }

  private mutating func add(_ code: String, _ range: Range<Int>) {
    found.append(PrivateCell(code: code, span: Span(start: range.lowerBound, length: range.count)))
  }

  /// Whether a cell begins with something.
  private func holds(_ cell: Range<Int>, _ end: (PrivacyScan, Int) -> Int?) -> Bool {
    bytes.withUnsafeBufferPointer { text in
      end(PrivacyScan(UnsafeBufferPointer(rebasing: text[cell])), 0) != nil
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
    // A pipe at the start of a line opens its first cell and ends none.
    var begun = !isMarkdown
    for place in line {
      if bytes[place] == UInt8(ascii: "\""), !isMarkdown { quoted.toggle() }
      if bytes[place] == separator, !quoted {
        if begun { result.append(trimmed(start..<place)) }
        start = place + 1
      }
      begun = begun || !isBlank(bytes[place])
    }
    result.append(trimmed(start..<line.upperBound))
    return result
  }

  private func trimmed(_ cell: Range<Int>) -> Range<Int> {
    var (start, end) = (cell.lowerBound, cell.upperBound)
    while start < end, isBlank(bytes[start]) { start += 1 }
    while end > start, isBlank(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "\"") }
}
