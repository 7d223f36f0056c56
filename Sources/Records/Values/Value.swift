package import Bytes
package import Findings
package import Reading

/// Whether a field has an answer and, if not, why not. Missing is never the same as "no".
package enum State: Sendable, Hashable {
  case given
  case notApplicable(String)
  case withheld(ground: String, because: String)
  case unknown(String)
  case notMeasured(String)
  /// Told in another document of the tool.
  case see(String)
  /// Left blank or left out.
  case missing
  /// The kind does not ask it of this tool: its section or field is gated off.
  case notAsked
}

/// A field's answer in one document, with its place and its state.
///
/// Immutable, and passed on by reference: every page walks all answers of a tool.
package final class Value: Sendable {
  package let state: State
  package let content: Content
  /// Where it stands; for a missing value, where it would stand.
  package let span: Span
  /// Whether its name or heading stands in the file, though perhaps with nothing after it.
  package let hasPlace: Bool
  /// Whether a misspelt name or heading, told by a finding of its own, was most likely meant for it.
  package let isMisspelt: Bool
  /// The same field told to one audience, by audience id.
  package let tellings: [AudienceTelling]

  package init(
    state: State, content: Content = .none, span: Span, hasPlace: Bool = true, isMisspelt: Bool = false,
    tellings: [AudienceTelling] = []
  ) {
    self.state = state
    self.content = content
    self.span = span
    self.hasPlace = hasPlace
    self.isMisspelt = isMisspelt
    self.tellings = tellings
  }

  /// The same missing answer, where something misspelt was meant for it.
  func misspelt() -> Value {
    Value(state: state, content: content, span: span, hasPlace: hasPlace, isMisspelt: true, tellings: tellings)
  }

  package func telling(_ audience: String) -> Passage? {
    tellings.first { $0.audience == audience }?.passage
  }
}

package struct AudienceTelling: Sendable {
  package var audience: String
  package var passage: Passage
}

package enum Content: Sendable {
  case none
  /// One line: text, a choice, yes or no, an address, an email, a link to a document.
  case text(String)
  case prose(Passage)
  case day(PartDay)
  case number(Number)
  case list([Scalar])
  case contact([ContactLine])
  case group([Item])
}

/// One item of a group; its values stand in the order of the field's parts.
package struct Item: Sendable {
  package var span: Span
  package var values: [Value]
}

package struct ContactLine: Sendable, Hashable {
  package var way: String
  package var text: String

  package init(way: String, text: String) {
    self.way = way
    self.text = text
  }
}

/// A number as it was typed and what it comes to.
package struct Number: Sendable, Hashable {
  package let text: String
  package let value: Double

  /// Reads a plain decimal: digits, perhaps a minus before and a fraction after. No exponent, sign, or separator.
  package init?(_ text: String) {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let unsigned = isNegative ? text.utf8.dropFirst() : text.utf8[...]
    var digits = 0
    var whole: UInt64 = 0
    var scale: Double = 1
    var hasPoint = false
    for byte in unsigned {
      if byte == UInt8(ascii: "."), digits > 0, !hasPoint {
        (digits, hasPoint) = (0, true)
      } else {
        guard isDigit(byte) else { return nil }
        digits += 1
        whole = whole &* 10 &+ UInt64(byte - 0x30)
        if hasPoint { scale *= 10 }
      }
    }
    let length = unsigned.count
    guard digits > 0, length <= 40 else { return nil }
    // Up to fifteen digits and such a power of ten are exact, and so their quotient is rounded once, as it must be.
    let read = length <= 15 ? (isNegative ? -Double(whole) : Double(whole)) / scale : Double(text)
    guard let value = read else { return nil }
    self.text = text
    self.value = value
  }
}

/// A day, a month or a year: `2026-03-14`, `2026-03`, `2026`.
package struct PartDay: Sendable, Hashable {
  package let text: String
  package let year: Int
  package let month: Int?
  package let day: Int?

  package init?(_ text: String) {
    let count = text.utf8.count
    let whole: Day? =
      switch count {
      case 10: Day(text)
      case 7: Day(text + "-01")
      case 4: Day(text + "-01-01")
      default: nil
      }
    guard let whole else { return nil }
    self.text = text
    year = whole.year
    month = count >= 7 ? whole.month : nil
    day = count == 10 ? whole.day : nil
  }

  /// The first day it may mean.
  package var first: Day? { Day(year: year, month: month ?? 1, day: day ?? 1) }

  /// The last day it may mean.
  package var last: Day? {
    let month = self.month ?? 12
    return Day(year: year, month: month, day: day ?? Day.length(ofMonth: month, in: year))
  }
}

extension Value {
  /// The one-line text of a value that has one.
  package var text: String? {
    guard case .text(let text) = content else { return nil }
    return text
  }

  package var isGiven: Bool { if case .given = state { true } else { false } }

  package var isMissing: Bool { if case .missing = state { true } else { false } }

  /// Every plain text a condition may compare with: the line, each choice of a list.
  package var texts: [String] {
    switch content {
    case .text(let text): [text]
    case .list(let list): list.map(\.text)
    case .day(let day): [day.text]
    case .number(let number): [number.text]
    case .none, .prose, .contact, .group: []
    }
  }

  /// The first of them.
  package var line: String? {
    switch content {
    case .text(let text): text
    case .list(let list): list.first?.text
    case .day(let day): day.text
    case .number(let number): number.text
    case .none, .prose, .contact, .group: nil
    }
  }

  package var day: PartDay? { if case .day(let day) = content { day } else { nil } }

  /// Whether it says one of some texts, or a list does.
  func says(oneOf texts: [String]) -> Bool {
    if case .list(let list) = content { return list.contains { texts.contains($0.text) } }
    return line.map(texts.contains) ?? false
  }

  package var items: [Item] {
    guard case .group(let items) = content else { return [] }
    return items
  }
}
