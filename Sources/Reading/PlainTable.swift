internal import Bytes
internal import Findings

extension PlainScan {
  /// Where a table ends that is plain: pipes around every cell, a space on both sides of what it says, as many cells in every row, and
  /// far fewer of everything than the guard allows.
  mutating func table(_ start: Int) -> Int? {
    var columns = 0
    var rows = 0
    var index = start
    while rows < 200 {
      guard let row = rows == 1 ? rule(index) : row(index), rows == 0 || row.columns == columns, row.columns <= 16, row.end - index < 1000
      else { return nil }
      columns = row.columns
      rows += 1
      if row.end + 1 >= text.count || text[row.end + 1] == 0x0A { return rows > 1 ? row.end : nil }
      index = row.end + 1
    }
    return nil
  }

  private mutating func row(_ start: Int) -> (end: Int, columns: Int)? {
    let pipe = UInt8(ascii: "|")
    guard text[start] == pipe else { return nil }
    var columns = 0
    var index = start + 1
    while index < text.count, text[index] != 0x0A {
      guard byte(index) == 0x20, byte(index + 1) > 0x20, byte(index + 1) != pipe, let end = words(index + 1, breaks: false, until: pipe),
        byte(end) == pipe, text[end - 1] == 0x20
      else { return nil }
      columns += 1
      index = end + 1
    }
    return columns > 0 ? (index, columns) : nil
  }

  /// The line under a table's head.
  private func rule(_ start: Int) -> (end: Int, columns: Int)? {
    guard text[start] == UInt8(ascii: "|") else { return nil }
    var columns = 0
    var index = start + 1
    while index < text.count, text[index] != 0x0A {
      if byte(index) == 0x20 { index += 1 }
      if byte(index) == UInt8(ascii: ":") { index += 1 }
      guard byte(index) == UInt8(ascii: "-") else { return nil }
      while byte(index) == UInt8(ascii: "-") { index += 1 }
      if byte(index) == UInt8(ascii: ":") { index += 1 }
      if byte(index) == 0x20 { index += 1 }
      guard byte(index) == UInt8(ascii: "|") else { return nil }
      columns += 1
      index += 1
    }
    return (index, columns)
  }

  private func byte(_ index: Int) -> UInt8 { index < text.count ? text[index] : 0 }
}

extension PlainTree {
  mutating func table(_ span: Range<Int>, after last: inout Int) {
    let table = open(.table, under: 0, after: &last, at: span.lowerBound)
    let rule = text.place(of: 0x0A, in: span) + 1
    var lastRow = -1
    var start = span.lowerBound
    while start < span.upperBound {
      let end = text.place(of: 0x0A, in: start..<span.upperBound)
      if start != rule { row(start..<end, under: table, after: &lastRow, rule) }
      if end < span.upperBound { line += 1 }
      start = end + 1
    }
    close(table, at: span.upperBound)
  }

  private mutating func row(_ span: Range<Int>, under table: Int, after last: inout Int, _ rule: Int) {
    let row = open(.row, under: table, after: &last, at: span.lowerBound)
    nodes[row].head = span.lowerBound < rule
    var lastCell = -1
    var rule = rule + 1
    var start = span.lowerBound + 1
    while start < span.upperBound {
      let end = text.place(of: UInt8(ascii: "|"), in: start..<span.upperBound)
      let cell = open(.cell, under: row, after: &lastCell, at: start)
      nodes[cell].alignment = alignment(&rule)
      var stop = end
      while text[stop - 1] == 0x20 { stop -= 1 }
      words(in: (start + 1)..<stop, under: cell)
      close(cell, at: end)
      start = end + 1
    }
    close(row, at: span.upperBound)
  }

  /// What a cell of the line under the head says of its column; the next cell is looked at next.
  private func alignment(_ start: inout Int) -> TreeNode.Alignment {
    let end = text.place(of: UInt8(ascii: "|"), in: start..<text.count)
    let signs = text[start..<end]
    let colon = UInt8(ascii: ":")
    let isLeft = signs.first == colon || signs.dropFirst().first == colon && signs.first == 0x20
    let isRight = signs.last == colon || signs.dropLast().last == colon && signs.last == 0x20
    start = end + 1
    return isLeft ? isRight ? .centre : .left : isRight ? .right : .none
  }
}
