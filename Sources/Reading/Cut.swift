internal import Findings

/// One headed part of a body, before its Markdown is read.
struct Part {
  enum Kind {
    /// What stands before the first heading.
    case lead
    /// `## …`
    case section
    /// `## For …` before the first section.
    case intro
    /// `### For …`
    case telling
  }

  var kind: Kind
  /// The heading's line.
  var line: Span
  /// The heading's words without their marks.
  var words: Span
  /// What follows the heading, up to the next part.
  var body: Span
}

/// Cuts a body at its headings, line by line, before cmark sees it: so each part is guarded and parsed alone.
///
/// Only `## ` and `### For ` at the very start of a line cut, and not inside fenced code. What cmark would call a page's heading and
/// this does not (underlined or indented ones) is a finding later, so nothing slips into a neighbour's text unseen.
struct Cutter {
  private let source: Source
  private let body: Span
  private var parts: [Part]
  private var fence: Fence?
  private var hasSections = false

  init(_ source: Source, body: Span) {
    self.source = source
    self.body = body
    let empty = Span(start: body.start, length: 0)
    parts = [Part(kind: .lead, line: empty, words: empty, body: empty)]
  }

  /// Cuts; findings are about headings only.
  mutating func cut(_ gathering: inout Gathering) -> [Part] {
    var start = body.start
    while start < body.end {
      let end = source.lineEnd(from: start, in: body)
      take(line: start..<end, &gathering)
      start = end + 1
    }
    parts[parts.count - 1].body = stretch(to: body.end)
    if let fence {
      gathering.add("markdown.fence", at: fence.span, ["mark": String(repeating: Character(Unicode.Scalar(fence.mark)), count: 3)])
    }
    return parts
  }

  private mutating func take(line: Range<Int>, _ gathering: inout Gathering) {
    guard let first = firstByte(line) else { return }
    if let open = fence {
      if open.isClosed(by: line, in: source.bytes) { fence = nil; return }
      guard open.isContained, first > 0x20 else { return }
      fence = nil
    }
    if first == UInt8(ascii: "#") { return heading(line, &gathering) }
    fence = Fence(line, in: source.bytes)
  }

  private func firstByte(_ line: Range<Int>) -> UInt8? {
    line.isEmpty || source.bytes[line.lowerBound] == 0x0D ? nil : source.bytes[line.lowerBound]
  }

  private mutating func heading(_ line: Range<Int>, _ gathering: inout Gathering) {
    let bytes = source.bytes
    let level = bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
    let after = line.lowerBound + level
    guard level == 2 || level == 3, after == line.upperBound || bytes[after] <= 0x20 else { return }
    let span = Span(start: line.lowerBound, length: line.count)
    let words = source.headingWords(after..<line.upperBound)
    let isFor = source.startsWithFor(words)
    if level == 2 {
      if words.length == 0 { gathering.add("markdown.heading-empty", at: span) }
      let isIntro = isFor && !hasSections
      if !isIntro { hasSections = true }
      open(isIntro ? .intro : .section, span, words)
    } else if isFor, parts.last?.kind != .lead, parts.last?.kind != .intro {
      open(.telling, span, words)
    } else if let part = parts.last, part.kind == .telling {
      gathering.add(
        "markdown.heading-in-telling", at: words,
        ["heading": gathering.excerpt(words), "telling": gathering.excerpt(part.words)])
    }
  }

  private mutating func open(_ kind: Part.Kind, _ line: Span, _ words: Span) {
    parts[parts.count - 1].body = stretch(to: line.start)
    parts.append(Part(kind: kind, line: line, words: words, body: Span(start: min(line.end + 1, body.end), length: 0)))
  }

  /// The last part's body, now that its end is known.
  private func stretch(to end: Int) -> Span {
    let start = parts[parts.count - 1].body.start
    return Span(start: start, length: max(0, end - start))
  }
}

/// Code between lines of backticks or tildes, in which `##` is no heading.
private struct Fence {
  var mark: UInt8
  var count: Int
  var span: Span
  /// Opened inside a list or quote, so that a line at the margin ends it.
  var isContained: Bool

  /// Nothing where the line opens no fence.
  init?(_ line: Range<Int>, in bytes: [UInt8]) {
    var index = line.lowerBound
    var contained = false
    scan: while index < line.upperBound {
      switch bytes[index] {
      case 0x20, 0x09: break
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ")"):
        contained = true
      default: break scan
      }
      index += 1
    }
    guard index < line.upperBound else { return nil }
    mark = bytes[index]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let mark = mark
    count = bytes[index..<line.upperBound].prefix { $0 == mark }.count
    guard count >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), bytes[(index + count)..<line.upperBound].contains(mark) { return nil }
    span = Span(start: index, length: count)
    isContained = contained || index - line.lowerBound > 3
  }

  func isClosed(by line: Range<Int>, in bytes: [UInt8]) -> Bool {
    let content = bytes[line].drop { $0 == 0x20 || $0 == 0x09 || (isContained && $0 == UInt8(ascii: ">")) }
    let run = content.prefix { $0 == mark }.count
    return run >= count && content.dropFirst(run).allSatisfy { $0 <= 0x20 }
  }
}

extension Source {
  /// A heading's words: without white space and closing `#`s.
  fileprivate func headingWords(_ range: Range<Int>) -> Span {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    var marks = end
    while marks > start, bytes[marks - 1] == UInt8(ascii: "#") { marks -= 1 }
    if marks < end, marks == start || bytes[marks - 1] <= 0x20 {
      end = marks
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    }
    return Span(start: start, length: end - start)
  }

  /// Begins with "For " in letters of either case, and goes on.
  fileprivate func startsWithFor(_ words: Span) -> Bool {
    guard words.length > 4, bytes[words.start + 3] == 0x20 else { return false }
    return bytes[words.start..<(words.start + 3)].elementsEqual("for".utf8) { $0 | 0x20 == $1 }
  }
}
