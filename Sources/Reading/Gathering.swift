internal import Findings

/// The findings of one file while it is read, up to a limit.
///
/// A hostile file can break a rule a million times; after the limit only their number is kept, and said at the end.
struct Gathering {
  let source: Source
  let limit: Int
  /// The highest headings that belong to what contains the text: a document's title and fields, or an ordinary page's title alone.
  var headingsAbove: Int32 = 2
  private(set) var findings: [Finding] = []
  private var over: Span?
  private var more = 0

  init(_ source: Source, limit: Int) {
    self.source = source
    self.limit = limit
  }

  mutating func add(_ code: String, at span: Span, _ facts: [String: String] = [:]) {
    guard findings.count < limit else {
      if over == nil { over = span }
      more += 1
      return
    }
    findings.append(Finding(code, at: source.place(span), facts))
  }

  /// What was found, in the order it was found.
  consuming func finish() -> [Finding] {
    if let over {
      findings.append(Finding("file.many", at: source.place(over), ["count": String(more)]))
    }
    return findings
  }

  /// A few bytes of the source for a sentence: one line, 60 characters at most.
  func excerpt(_ span: Span) -> String {
    let text = source.text(Span(start: span.start, length: min(span.length, 240)))
    let line = text.prefix { !$0.isNewline }
    return line.count > 60 ? line.prefix(59) + "…" : String(line)
  }
}
