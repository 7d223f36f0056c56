internal import Bytes
internal import Findings

extension PlainValues {
  /// A block of text, `|` or `>`, and where the line after it starts.
  ///
  /// Its first line sets its margin and says something. A folded one has no blank lines and none further in, so that each line end
  /// in it is a space.
  func block(_ start: Int, _ style: Scalar.Style, _ margin: Int) -> (node: Node, next: Int)? {
    var first = start + 1
    let isStripped = first < end && bytes[first] == UInt8(ascii: "-")
    if isStripped { first += 1 }
    guard first < end, bytes[first] == 0x0A else { return nil }
    first += 1
    let indent = skipSpaces(first) - first
    guard indent > margin, let (stop, next) = blockEnd(first, indent, isFolded: style == .folded) else { return nil }
    let text = blockText(first..<(isStripped ? stop : stop + 1), indent, isFolded: style == .folded)
    var last = stop
    while bytes[last - 1] <= 0x20 { last -= 1 }
    let span = Span(start: start, length: last - start)
    return (Node(span: span, content: .scalar(Scalar(text: text, span: span, style: style))), next)
  }

  /// Where the last line of a block that says something ends, and where what follows the block starts.
  private func blockEnd(_ first: Int, _ indent: Int, isFolded: Bool) -> (stop: Int, next: Int)? {
    var stop = -1
    var line = first
    while line < end {
      if bytes[line] == 0x0A {
        if stop < 0 { return nil }
        line += 1
        continue
      }
      let words = skipSpaces(line)
      // Spaces on a line that says nothing, and a last line without its end.
      guard words < end, bytes[words] != 0x0A else { return nil }
      if words - line < indent { break }
      let lineEnd = lineEnd(words)
      guard lineEnd < end else { return nil }
      if isFolded, words - line > indent || bytes[lineEnd - 1] == 0x20 || stop >= 0 && line != stop + 1 { return nil }
      stop = lineEnd
      line = lineEnd + 1
    }
    return stop < 0 ? nil : (stop, line)
  }

  /// The lines of a block without their margins.
  private func blockText(_ lines: Range<Int>, _ indent: Int, isFolded: Bool) -> String {
    let bytes = UnsafeBufferPointer(rebasing: bytes[lines])
    return String(unsafeUninitializedCapacity: bytes.count) { text in
      guard let to = text.baseAddress, let from = bytes.baseAddress else { return 0 }
      var count = 0
      var line = 0
      while line < bytes.count {
        let start = bytes[line] == 0x0A ? line : line + indent
        let stop = min(bytes.place(of: 0x0A, in: start..<bytes.count) + 1, bytes.count)
        (to + count).initialize(from: from + start, count: stop - start)
        count += stop - start
        line = stop
        if isFolded, line < bytes.count { to[count - 1] = 0x20 }
      }
      return count
    }
  }
}
