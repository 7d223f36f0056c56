import Findings

/// Words with ink, laid out in lines: what came and what went in colour, or between marks where there is none.
///
/// ```
/// A family can ask the team to look again. [-The score is not shared.-]{+Parents can be told the score.+}
/// ```
struct InkedText {
  enum Ink: String {
    case plain = ""
    case bold = "1"
    case faint = "2"
    case gone = "31"
    case come = "32"
  }

  let colour: Bool
  private var pieces: [(text: String, ink: Ink)] = []

  init(colour: Bool) { self.colour = colour }

  mutating func add(_ text: String, _ ink: Ink = .plain) {
    guard !text.isEmpty else { return }
    if colour { return pieces.append((printable(text), ink)) }
    switch ink {
    case .gone: pieces.append(("[-" + printable(text) + "-]", .plain))
    case .come: pieces.append(("{+" + printable(text) + "+}", .plain))
    case .plain, .bold, .faint: pieces.append((printable(text), .plain))
    }
  }

  /// In lines no wider than so many cells, each after an indent; a word longer than a line stands alone.
  func lines(width: Int, indent: Int) -> String {
    let start = String(repeating: " ", count: indent)
    var text = ""
    var line = Line(start: start)
    for word in words {
      if !line.isEmpty, line.width + 1 + word.width > width {
        text += line.ended + "\n"
        line = Line(start: start)
      }
      line.add(word)
    }
    return text + line.ended + "\n"
  }

  private struct Word {
    var parts: [(text: String, ink: Ink)] = []
    var width = 0
  }

  /// Cut at spaces; the ink goes on over them.
  private var words: [Word] {
    var words: [Word] = []
    var word = Word()
    for (text, ink) in pieces {
      for (number, part) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if number > 0, word.width > 0 {
          words.append(word)
          word = Word()
        }
        guard !part.isEmpty else { continue }
        word.parts.append((String(part), ink))
        word.width += cellsWide(String(part))
      }
    }
    return word.width > 0 ? words + [word] : words
  }

  private struct Line {
    private var text: String
    private(set) var width: Int
    private(set) var isEmpty = true
    private var ink = Ink.plain

    init(start: String) {
      text = start
      width = start.utf8.count
    }

    mutating func add(_ word: Word) {
      if !isEmpty {
        turn(to: word.parts[0].ink == ink ? ink : .plain)
        text += " "
        width += 1
      }
      for part in word.parts {
        turn(to: part.ink)
        text += part.text
      }
      width += word.width
      isEmpty = false
    }

    private mutating func turn(to new: Ink) {
      guard new != ink else { return }
      if ink != .plain { text += "\u{1B}[0m" }
      if new != .plain { text += "\u{1B}[" + new.rawValue + "m" }
      ink = new
    }

    var ended: String { ink == .plain ? text : text + "\u{1B}[0m" }
  }
}
