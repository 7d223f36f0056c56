internal import Bytes
internal import Findings

extension Gathering {
  /// Looks at the lines of YAML before the library does: tabs and directives, which it tells of late, slowly or not at all.
  mutating func checkLines(ofYAML span: Span) -> Bool {
    var sound = true
    var start = span.start
    let last = span.end
    while start < last {
      let end = source.lineEnd(from: start, in: span)
      switch source.bytes[start] {
      case UInt8(ascii: "%"):
        add("yaml.directive", at: Span(start: start, length: end - start))
        return false
      case 0x09:
        let length = source.bytes[start..<end].prefix { $0 == 0x09 || $0 == 0x20 }.count
        if length < end - start, source.bytes[start + length] != 0x0D {
          add("yaml.tab", at: Span(start: start, length: length))
          sound = false
        }
      default: break
      }
      start = end + 1
    }
    return sound
  }

  /// Looks at what stands between two texts or brackets, where libyaml is more lenient than YAML.
  ///
  /// A comment must have white space before its `#`, or part of a value could be lost as one; and names are never marked with `?`.
  mutating func checkGap(_ span: Span) -> Bool {
    var index = span.start
    let end = span.end
    while index < end {
      switch source.bytes[index] {
      case UInt8(ascii: "#"):
        if index > 0, source.bytes[index - 1] > 0x20 { add("yaml.comment", at: Span(start: index, length: 1)) }
        index = source.lineEnd(from: index, in: span)
      case UInt8(ascii: "?"):
        add("yaml.key", at: Span(start: index, length: 1))
        return false
      default: index += 1
      }
    }
    return true
  }

  /// Where the text or bracket of an event ends; the mark of a name, which is an event too, is left to look at.
  func endOfToken(_ span: Span) -> Int {
    guard span.length == 1, span.start < source.bytes.count else { return span.end }
    return source.bytes[span.start] == UInt8(ascii: "?") ? span.start : span.end
  }

  /// Refuses a comment that touches the `|` or `>` of a block.
  mutating func checkHeader(_ span: Span) {
    let end = source.lineEnd(from: span.start, in: span)
    let header = source.bytes[span.start..<end].prefix { $0 > 0x20 }
    guard let mark = header.firstIndex(of: UInt8(ascii: "#")) else { return }
    add("yaml.comment", at: Span(start: mark, length: 1))
  }

  /// Refuses later lines that start no further in than the list or map that holds them.
  mutating func checkMargin(_ span: Span, of owner: Int) {
    var start = source.lineEnd(from: span.start, in: span) + 1
    guard start < span.end else { return }
    var column = 0
    while owner - column > 0, source.bytes[owner - column - 1] != 0x0A { column += 1 }
    while start < span.end {
      let end = source.lineEnd(from: start, in: span)
      let spaces = source.bytes[start..<end].prefix { $0 <= 0x20 }.count
      if spaces <= column, spaces < end - start {
        return add("yaml.indentation", at: Span(start: start + spaces, length: 1))
      }
      start = end + 1
    }
  }

  /// Whether nothing but a note follows in the line.
  func endsLine(_ span: Span) -> Bool {
    let rest = source.bytes[span.end...].prefix { $0 != 0x0A }.first { $0 > 0x20 }
    return rest == nil || rest == UInt8(ascii: "#")
  }

  /// Tells of a text in quotation marks behind which its line cannot go on.
  ///
  /// Where the closing mark stands as one that opens, it was to open a value of its own, and the one before it was never closed.
  mutating func checkQuote(_ quote: Span?, before place: Int) -> Bool {
    guard let quote, quote.end <= place else { return false }
    let between = Span(start: quote.end, length: place - quote.end)
    guard source.lineEnd(from: quote.end, in: between) == place, !endsLine(quote) else { return false }
    let closing = Span(start: quote.end - 1, length: 1)
    let isOverLines = source.lineEnd(from: quote.start, in: quote) < quote.end
    if isOverLines, quote.length > 1, source.bytes[closing.start - 1] <= 0x20 {
      add("yaml.quote-late", at: Span(start: quote.start, length: 1), ["line": String(source.place(closing).line)])
    } else {
      add("yaml.quote-after", at: closing, ["mark": excerpt(closing)])
    }
    return true
  }

  /// Turns libyaml's own words into a rule a person can act on.
  mutating func addSyntax(_ failure: Failure) {
    let place = Span(start: min(failure.offset, max(0, source.bytes.count - 1)), length: 1)
    let opening = Span(start: failure.opening, length: 1)
    let byte = source.bytes.isEmpty ? 0 : source.bytes[place.start]
    switch failure.problem {
    case "mapping values are not allowed in this context":
      add("yaml.colon", at: place)
    case "found unexpected end of stream", "found unexpected document indicator":
      add("yaml.quote", at: opening)
    case "found character that cannot start any token" where byte == 0x09,
      "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      add("yaml.tab", at: place)
    case "found character that cannot start any token":
      add("yaml.character", at: place, ["character": excerpt(place)])
    case "did not find expected ',' or ']'":
      add("yaml.bracket", at: place, ["bracket": "]"])
    case "did not find expected ',' or '}'":
      add("yaml.bracket", at: place, ["bracket": "}"])
    case "did not find expected key" where byte == UInt8(ascii: ":"):
      add("yaml.key", at: place)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>", "block sequence entries are not allowed in this context":
      add("yaml.indentation", at: place)
    case "could not find expected ':'":
      add("yaml.key-colon", at: opening)
    default:
      add("yaml.syntax", at: place, ["problem": failure.problem])
    }
  }

  /// A span without the white space at its end.
  func trimmedAtEnd(_ span: Span) -> Span {
    var end = span.end
    while end > span.start, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return Span(start: span.start, length: end - span.start)
  }
}

extension Source {
  /// Where the line that holds `start` ends: at its LF, or at the end of the span.
  func lineEnd(from start: Int, in span: Span) -> Int {
    bytes.place(of: 0x0A, in: start..<max(start, span.end))
  }
}
