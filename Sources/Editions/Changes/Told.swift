import Findings
package import Reading
package import Records

/// A field's answer as it is compared and kept: without places, prose as the Markdown it was written in.
struct Told: Sendable {
  enum Body: Sendable {
    case none
    /// One line: text, a choice, an address.
    case line(String)
    case prose(String)
    case day(String)
    case number(Number)
    case list([String])
    case contact([ContactLine])
    /// The parts of each item, in the order of the field's parts.
    case group([[Told]])
  }

  var state: State
  var body: Body = .none
  var tellings: [(audience: String, text: String)] = []

  static let blank = Told(state: .missing)

  /// Nothing was written: the field is left out, left blank or not asked.
  var isBlank: Bool { state == .missing || state == .notAsked }

  var items: [[Told]] {
    guard case .group(let items) = body else { return [] }
    return items
  }
}

/// One document's values as told.
package struct ToldDocument: Sendable {
  package let document: Document

  package init(_ document: Document) {
    self.document = document
  }

  func told(_ position: Int) -> Told { told(document.values[position]) }

  func told(_ value: Value) -> Told {
    Told(state: value.state, body: body(value.content), tellings: tellings(value.tellings))
  }

  func tellings(_ tellings: [AudienceTelling]) -> [(audience: String, text: String)] {
    tellings.map { ($0.audience, markdown($0.passage)) }
  }

  private func body(_ content: Content) -> Told.Body {
    switch content {
    case .none: .none
    case .text(let text): .line(text)
    case .prose(let passage): .prose(markdown(passage))
    case .day(let day): .day(day.text)
    case .number(let number): .number(number)
    case .list(let scalars): .list(scalars.map(\.text))
    case .contact(let lines): .contact(lines)
    case .group(let items): .group(items.map { $0.values.map(told) })
    }
  }

  /// The Markdown of a passage as its writer meant it: of a scalar in the front matter, without what YAML adds.
  package func markdown(_ passage: Passage) -> String {
    passage.text.map(trimmed) ?? document.source.text(passage.span)
  }

  /// Without blank lines before and white space after, as passages of the body are.
  private func trimmed(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var bytes = bytes[...]
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
      while let first = bytes.first, first <= 0x20, let end = bytes.firstIndex(of: 0x0A), bytes[..<end].allSatisfy({ $0 <= 0x20 }) {
        bytes = bytes[(end + 1)...]
      }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self)
    }
  }
}
