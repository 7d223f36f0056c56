/// A stretch of a source's bytes.
package struct Span: Sendable, Hashable {
  package var start: Int
  package var length: Int

  package init(start: Int, length: Int) {
    self.start = start
    self.length = length
  }

  package var end: Int { start + length }

  /// The smallest span that holds both.
  package func joined(with other: Span) -> Span {
    let first = min(start, other.start)
    return Span(start: first, length: max(end, other.end) - first)
  }
}

/// One file as it was read: where it stands and what it holds.
///
/// `path` is relative to the register's root and always uses `/`. Everything made from a source points back into `bytes`.
package struct Source: Sendable {
  package let path: String
  package let bytes: [UInt8]
  private let index = LineIndex()

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The text of a span; bytes that are no UTF-8 are shown as the replacement character.
  package func text(_ span: Span) -> String {
    let start = min(max(0, span.start), bytes.count)
    let end = min(max(start, span.end), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Where a span stands, as a person counts: lines and characters from 1, with the line itself.
  ///
  /// A span that crosses a line end is cut at the end of its first line.
  package func place(_ span: Span) -> Place {
    let start = min(max(0, span.start), bytes.count)
    let line = index.line(of: start, in: bytes)
    let farthest = min(bytes.count, max(span.end, start + Source.longestExcerpt))
    let lineEnd = end(ofLineAt: start, noFartherThan: farthest)
    let end = min(max(start, span.end), lineEnd)
    let shown = excerpt(of: line.start..<max(line.start, lineEnd), around: start)
    return Place(
      file: path, line: line.number,
      column: index.scalars(line.start..<start, in: bytes) + 1,
      length: max(1, index.scalars(start..<end, in: bytes)),
      excerpt: String(decoding: bytes[shown], as: UTF8.self),
      from: index.scalars(line.start..<shown.lowerBound, in: bytes) + 1)
  }

  /// Where the line that holds a byte ends, its line end left out, or the limit where the line is longer.
  private func end(ofLineAt start: Int, noFartherThan limit: Int) -> Int {
    var end = start
    while end < limit, bytes[end] != 0x0A { end += 1 }
    let isLineEnd = end < bytes.count && bytes[end] == 0x0A
    return isLineEnd && end > start && bytes[end - 1] == 0x0D ? end - 1 : end
  }

  /// The part of a line that a place carries: all of it, or so many bytes about the place, cut between characters.
  private func excerpt(of line: Range<Int>, around start: Int) -> Range<Int> {
    guard line.count > Source.longestExcerpt else { return line }
    let middle = min(max(start, line.lowerBound), line.upperBound)
    var lower = max(line.lowerBound, middle - Source.longestExcerpt / 4)
    var upper = min(line.upperBound, lower + Source.longestExcerpt)
    while lower > line.lowerBound, lower < middle, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper < line.upperBound, upper > lower, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
    return lower..<upper
  }

  private static let longestExcerpt = 4000
}
