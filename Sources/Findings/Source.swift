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
    var line = 1
    var lineStart = 0
    for index in 0..<start where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    var lineEnd = start
    while lineEnd < bytes.count, bytes[lineEnd] != 0x0A { lineEnd += 1 }
    if lineEnd > start, bytes[lineEnd - 1] == 0x0D { lineEnd -= 1 }
    let end = min(max(start, span.end), lineEnd)
    let shown = Source.excerpt(of: bytes, line: lineStart..<max(lineStart, lineEnd), around: start)
    return Place(
      file: path, line: line,
      column: Source.characters(bytes[lineStart..<start]) + 1,
      length: max(1, Source.characters(bytes[start..<end])),
      excerpt: String(decoding: bytes[shown], as: UTF8.self),
      from: Source.characters(bytes[lineStart..<shown.lowerBound]) + 1)
  }

  /// The part of a line that a place carries: all of it, or 4,000 bytes about the place, cut between characters.
  private static func excerpt(of bytes: [UInt8], line: Range<Int>, around start: Int) -> Range<Int> {
    guard line.count > 4000 else { return line }
    let middle = min(max(start, line.lowerBound), line.upperBound)
    var lower = max(line.lowerBound, middle - 1000)
    var upper = min(line.upperBound, lower + 4000)
    while lower > line.lowerBound, lower < middle, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
    while upper < line.upperBound, upper > lower, bytes[upper] & 0xC0 == 0x80 { upper -= 1 }
    return lower..<upper
  }

  /// How many Unicode scalars some UTF-8 holds.
  private static func characters(_ bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
