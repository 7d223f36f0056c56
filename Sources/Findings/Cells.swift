/// A line of text as a terminal lays it out: which character stands in which cell.
///
/// A caret under a word needs to know that a tab is several cells, an ideograph two and a combining accent none. What a terminal
/// would obey rather than show (control characters, changes of direction) is replaced, so that no file can paint on the screen.
struct Cells {
  /// One character as it is printed, the cell it starts in and how many it takes.
  struct Cell {
    var text: String
    var start: Int
    var width: Int
  }

  private(set) var cells: [Cell] = []
  /// How many cells the whole line takes.
  private(set) var width = 0
  /// For each Unicode scalar of the line, the index of its cell.
  private var ofScalar: [Int] = []

  init(_ line: String) {
    for character in line {
      let scalars = character.unicodeScalars
      for _ in scalars { ofScalar.append(cells.count) }
      let cell = Cells.cell(character, at: width)
      cells.append(cell)
      width += cell.width
    }
  }

  /// The cells that a stretch of scalars covers, counted from 0; at least one, and just past the end where it starts there.
  func span(from scalar: Int, length: Int) -> Range<Int> {
    guard scalar >= 0, scalar < ofScalar.count else { return width..<(width + 1) }
    let first = cells[ofScalar[scalar]]
    let last = cells[ofScalar[min(ofScalar.count, max(scalar + 1, scalar + length)) - 1]]
    return first.start..<max(first.start + 1, last.start + last.width)
  }

  private static func cell(_ character: Character, at column: Int) -> Cell {
    // Most are.
    if let letter = character.asciiValue, (0x20..<0x7F).contains(letter) { return Cell(text: String(character), start: column, width: 1) }
    if character == "\t" {
      let width = tab - column % tab
      return Cell(text: String(repeating: " ", count: width), start: column, width: width)
    }
    let text = printable(String(character))
    let joined = character.unicodeScalars.contains {
      $0.value == 0xFE0F || $0.value == 0x200D || $0.properties.isEmojiPresentation
    }
    let drawn = text.unicodeScalars.reduce(0) { $0 + $1.cells }
    return Cell(text: text, start: column, width: joined ? min(2, drawn + 1) : drawn)
  }

  private static let tab = 4
}

/// How many cells of a terminal a text takes.
package func cellsWide(_ text: String) -> Int {
  if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
  return Cells(text).width
}

/// Text that is safe to send to a terminal: line ends and tabs as spaces, other control characters and direction marks replaced.
package func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.isCommand }) else { return text }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n", "\r", "\t": result.append(" ")
    case _ where scalar.isCommand: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}

extension Unicode.Scalar {
  /// Whether a terminal might obey it rather than show it.
  fileprivate var isCommand: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x200E, 0x200F, 0x061C, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// How many cells a terminal gives it.
  fileprivate var cells: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    return Unicode.Scalar.wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// The blocks drawn two cells wide: East Asian scripts and their full-width forms, and pictures.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x2E80...0x303E,
    0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x1B000...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F19A,
    0x1F1E6...0x1F1FF, 0x1F200...0x1F265, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
    0x1F7E0...0x1F7EB, 0x1F90C...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
