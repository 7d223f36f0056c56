import Bytes

/// Prints findings for a person: the sentence, the place, the line with a caret under what is meant, why it matters, the cure.
///
///     error: 'review_due' takes a date as YYYY-MM-DD
///      --> Content/tools/early-help-finder/record.md:14:13
///        |
///     14 | review_due: 3rd May 2027
///        |             ^^^^^^^^^^^^ write 2027-05-03
///        = why: readers are shown when a record is overdue for review
///        [field.date]
package struct Console: Sendable {
  /// Whether to colour: only ever for a terminal.
  package var colour: Bool
  /// How many cells a printed line of somebody's file may take; a longer one is shown in part, about the caret.
  package var width: Int

  package init(colour: Bool = false, width: Int = 120) {
    self.colour = colour
    self.width = max(40, width)
  }

  /// Appends findings in the order given, with an empty line between two.
  package func append(_ findings: [Told], to out: inout [UInt8]) {
    for (index, told) in findings.enumerated() {
      if index > 0 { out.append(0x0A) }
      append(told, to: &out)
    }
  }

  private func append(_ told: Told, to out: inout [UInt8]) {
    let place = told.place
    let number = place.line > 0 ? String(place.line) : ""
    let gutter = max(2, number.utf8.count)
    let margin = String(repeating: " ", count: gutter + 1)
    let label = told.label.map(printable)

    out.append(paint(told.severity.rawValue + ":", told.severity.ink))
    line(" " + printable(told.summary), .bold, to: &out)
    out.append(paint(String(repeating: " ", count: gutter - 1) + "-->", .faint))
    line(" " + place.address, .plain, to: &out)
    if place.line > 0 {
      excerpt(place, number, gutter, label, told.severity.ink, to: &out)
    } else if let label {
      note("", label, margin, to: &out)
    }
    if !told.why.isEmpty { note("why: ", printable(told.why), margin, to: &out) }
    for fix in told.fixes { note("fix: ", printable(fix), margin, to: &out) }
    line(margin + "[" + told.code + "]", .faint, to: &out)
  }

  /// The three lines with the caret.
  private func excerpt(
    _ place: Place, _ number: String, _ gutter: Int, _ label: String?, _ ink: Ink,
    to out: inout [UInt8]
  ) {
    let bar = String(repeating: " ", count: gutter + 1) + "|"
    let shown = Window(place, width: max(20, width - gutter - 3))
    line(bar, .faint, to: &out)
    out.append(
      paint(String(repeating: " ", count: gutter - number.utf8.count) + number + " |", .faint))
    line(shown.text.isEmpty ? "" : " " + shown.text, .plain, to: &out)
    out.append(paint(bar, .faint))
    let carets = String(repeating: "^", count: shown.caret.count)
    out.append(String(repeating: " ", count: shown.caret.lowerBound + 1))
    line(carets + (label.map { " " + $0 } ?? ""), ink, to: &out)
  }

  private func note(_ name: String, _ text: String, _ margin: String, to out: inout [UInt8]) {
    out.append(paint(margin + "= " + name, .faint))
    line(text, .plain, to: &out)
  }

  private func line(_ text: String, _ ink: Ink, to out: inout [UInt8]) {
    out.append(paint(text, ink))
    out.append(0x0A)
  }

  private func paint(_ text: String, _ ink: Ink) -> String {
    guard colour, ink != .plain, !text.isEmpty else { return text }
    return "\u{1B}[" + ink.rawValue + "m" + text + "\u{1B}[0m"
  }
}

/// The few colours used; words say the same, so nothing is lost without them.
private enum Ink: String {
  case plain = ""
  case bold = "1"
  case faint = "2"
  case red = "1;31"
  case yellow = "1;33"
  case blue = "1;34"
}

extension Severity {
  fileprivate var ink: Ink {
    switch self {
    case .error: .red
    case .warning: .yellow
    case .note: .blue
    }
  }
}

extension Place {
  /// `file:line:column`, or the file alone.
  package var address: String {
    line > 0 ? printable(file) + ":\(line):\(max(1, column))" : printable(file)
  }
}

/// What of a line is shown, and the cells of it that the caret stands under.
private struct Window {
  var text: String
  var caret: Range<Int>

  init(_ place: Place, width: Int) {
    let cells = Cells(place.excerpt)
    let span = cells.span(from: place.column - place.from, length: place.length)
    let cutBefore = place.from > 1
    guard cells.width > width || cutBefore else {
      text = Window.trimmed(cells.cells.map(\.text).joined())
      caret = span.lowerBound..<max(span.lowerBound + 1, min(span.upperBound, cells.width))
      return
    }
    let last = max(0, cells.width + 1 - width)
    let first = min(last, max(0, span.lowerBound - width / 3))
    let kept = cells.cells.filter {
      $0.start >= (first > 0 ? first + 1 : 0) && $0.start + $0.width <= first + width - 1
    }
    let before = first > 0 || cutBefore
    let start = kept.first?.start ?? first
    let end = kept.last.map { $0.start + $0.width } ?? first
    let shift = (before ? 1 : 0) - start
    text = Window.trimmed(
      (before ? "…" : "") + kept.map(\.text).joined() + (end < cells.width ? "…" : ""))
    let from = min(max(span.lowerBound, start), end)
    caret = (from + shift)..<(max(from + 1, min(span.upperBound, end)) + shift)
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
