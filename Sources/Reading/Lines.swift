internal import Bytes
internal import Findings

/// Where the lines of a piece of Markdown start, in the text that is parsed and in the source it came from.
///
/// A section of a body is a stretch of the source; a block scalar of front matter is the source's lines without their indentation.
struct Lines {
  /// The part of the source that may be pointed into.
  let span: Span
  /// Offsets in the text.
  private var starts: [Int] = []
  /// Offsets in the source of a text that is not exact; empty where it has no lines of its own there.
  private var origins: [Int] = []

  /// The text is the very bytes of the span, so that its places are the source's but for where the span starts.
  let isExact: Bool

  /// The lines of a stretch of a source.
  init(_ text: UnsafeBufferPointer<UInt8>, at span: Span) {
    self.span = span
    isExact = true
    starts = Lines.starts(of: text)
  }

  /// The lines of a text whose places in the source are known, or not known.
  init(_ text: UnsafeBufferPointer<UInt8>, origins: [Int], in span: Span) {
    self.span = span
    isExact = false
    starts = Lines.starts(of: text)
    self.origins = origins.count >= starts.count ? origins : []
  }

  private static func starts(of text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(text.count / 64 + 2)
    starts.append(0)
    while true {
      let end = text.place(of: 0x0A, in: starts[starts.count - 1]..<text.count)
      guard end < text.count else { return starts }
      starts.append(end + 1)
    }
  }

  var count: Int { starts.count }

  /// The offset in the text of a line, counted from 1.
  func start(_ line: Int) -> Int? {
    line >= 1 && line <= starts.count ? starts[line - 1] : nil
  }

  /// Where in the source a byte of a line stands; both counted from 1.
  func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= (isExact ? starts : origins).count else { return span.start }
    let start = isExact ? span.start + starts[line - 1] : origins[line - 1]
    return min(max(span.start, start + max(0, column - 1)), span.end)
  }

  /// How much further on in the source than in the text a line stands, counted from 1; nothing where it is none of the source's.
  func shift(ofLine line: Int) -> Int? {
    if isExact { return span.start }
    return line >= 1 && line <= min(origins.count, starts.count) ? origins[line - 1] - starts[line - 1] : nil
  }

  /// Where in the source a byte of the text stands.
  func span(_ inText: Span) -> Span {
    guard isExact || !origins.isEmpty else { return span }
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= inText.start { low = middle } else { high = middle }
    }
    let start = offset(line: low + 1, column: inText.start - starts[low] + 1)
    return Span(start: start, length: min(inText.length, span.end - start))
  }
}
