internal import Findings

/// The findings of one file while it is read, up to a limit.
struct Gathering {
  let source: Source
  /// The highest headings that belong to what contains the text: a document's title and fields, or an ordinary page's title alone.
  var headingsAbove: Int32 = 2
  private(set) var list: FindingList

  init(_ source: Source, limit: Int) {
    self.source = source
    list = FindingList(limit: limit)
  }

  var findings: [Finding] { list.told }

  mutating func add(_ code: String, at span: Span, _ facts: [String: String] = [:]) {
    list.add(code, at: source.place(span), facts)
  }

  /// What was found, in the order it was found.
  consuming func finish() -> [Finding] { list.all }

  /// A few bytes of the source for a sentence: one line, 60 characters at most.
  func excerpt(_ span: Span) -> String {
    let text = source.text(Span(start: span.start, length: min(span.length, 240)))
    let line = text.prefix { !$0.isNewline }
    return line.count > 60 ? line.prefix(59) + "…" : String(line)
  }
}
