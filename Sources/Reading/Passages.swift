package import Findings

/// Reads a stretch of a source as Markdown.
///
/// CommonMark with GFM tables and footnotes. What the guard refuses is not parsed and gives an empty tree; raw HTML, headings that
/// belong to the page, and links and pictures no page may carry are findings, and stay in the tree as what they are.
package func readMarkdown(
  _ source: Source, in span: Span, limits: Limits = Limits()
) -> (passage: Passage, findings: [Finding]) {
  var gathering = Gathering(source, limit: limits.findings)
  let passage = gathering.readPassage(in: span, limits)
  return (passage, gathering.finish())
}

/// Reads a scalar of front matter as Markdown.
///
/// In a literal block (`|`) every place is exact; in other styles, whose lines are folded, each is the whole scalar.
package func readMarkdown(
  _ scalar: Scalar, of source: Source, limits: Limits = Limits()
) -> (passage: Passage, findings: [Finding]) {
  var gathering = Gathering(source, limit: limits.findings)
  var text = scalar.text
  var passage = text.withUTF8 { bytes in
    let origins = scalar.style == .literal ? source.origins(ofLiteral: scalar) : []
    return gathering.readPassage(bytes, Lines(bytes, origins: origins, in: scalar.span), limits)
  }
  passage.text = scalar.text
  return (passage, gathering.finish())
}

extension Gathering {
  mutating func readPassage(in span: Span, _ limits: Limits) -> Passage {
    let span = source.trimmed(span)
    guard span.length > 0 else { return Passage(span: span, tree: .empty(at: span)) }
    let source = source
    return source.bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[span.start..<span.end])
      return readPassage(text, Lines(text, at: span), limits)
    }
  }

  /// Reads a heading's line on its own, for its words; raw HTML in it is a finding.
  mutating func readHeading(in line: Span, _ limits: Limits) -> Tree {
    let source = source
    return source.bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[line.start..<line.end])
      let lines = Lines(text, at: line)
      if let refusal = guardMarkdown(text, limits) {
        add(refusal.code, at: lines.span(refusal.span), refusal.facts)
        return .empty(at: line)
      }
      let tree = parseMarkdown(text, lines, memory: limits.tree) ?? .empty(at: line)
      for node in tree.nodes where node.kind == .htmlInline { checkHTML(node, tree) }
      return tree
    }
  }

  fileprivate mutating func readPassage(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: Lines, _ limits: Limits
  ) -> Passage {
    if text.count <= limits.passage, let tree = plainMarkdown(text, lines) { return Passage(span: lines.span, tree: tree) }
    if let refusal = guardMarkdown(text, limits) {
      add(refusal.code, at: lines.span(refusal.span), refusal.facts)
      return Passage(span: lines.span, tree: .empty(at: lines.span))
    }
    guard let tree = parseMarkdown(text, lines, memory: limits.tree) else {
      add("markdown.size", at: lines.span, ["limit": String(limits.tree)])
      return Passage(span: lines.span, tree: .empty(at: lines.span))
    }
    check(tree, of: text, lines)
    return Passage(span: lines.span, tree: tree)
  }
}

extension Source {
  /// A span without the blank lines at its start and the white space at its end; indentation stays.
  fileprivate func trimmed(_ span: Span) -> Span {
    var end = span.end
    while end > span.start, bytes[end - 1] <= 0x20 { end -= 1 }
    var start = span.start
    while start < end {
      let lineEnd = lineEnd(from: start, in: Span(start: start, length: end - start))
      guard bytes[start..<lineEnd].allSatisfy({ $0 <= 0x20 }) else { break }
      start = lineEnd + 1
    }
    start = min(start, end)
    return Span(start: start, length: end - start)
  }

  /// Where each line of a literal block starts: after the indentation of the first line that says something.
  fileprivate func origins(ofLiteral scalar: Scalar) -> [Int] {
    var origins: [Int] = []
    origins.reserveCapacity(scalar.span.length / 64 + 3)
    var start = lineEnd(from: scalar.span.start, in: scalar.span) + 1
    var indentation = -1
    while start < scalar.span.end {
      let end = lineEnd(from: start, in: scalar.span)
      let spaces = bytes[start..<end].prefix { $0 == 0x20 }.count
      if indentation < 0, spaces < end - start, bytes[start + spaces] != 0x0D { indentation = spaces }
      origins.append(start + (indentation < 0 ? spaces : min(spaces, indentation)))
      start = end + 1
    }
    origins.append(scalar.span.end)
    return origins
  }
}
