package import Findings

/// Reads one document: a source's bytes in, a draft out, and every mistake of form on the way.
///
/// ```
/// ---                     front matter: YAML, nothing guessed
/// kind: atrs-4.0
/// ---
/// ## For affected people  an introduction to that audience's page
/// ## Description          a section: the text for everybody …
/// ### For end users       … and one audience's own telling
/// ```
///
/// A function of its arguments: no disk, no clock. There is no draft where the file cannot be told apart into front matter and body,
/// or its front matter is broken YAML; every other mistake is a finding beside the draft. All findings of form are errors or
/// warnings about this one file; what the words mean is not looked at here.
package func read(
  _ source: Source, limits: Limits = Limits()
) -> (draft: Draft?, findings: [Finding]) {
  var gathering = Gathering(source, limit: limits.findings)
  let draft = gathering.readDraft(limits)
  return (draft, gathering.finish())
}

extension Gathering {
  fileprivate mutating func readDraft(_ limits: Limits) -> Draft? {
    guard let text = checkText(limits), let front = frontMatter(of: text) else { return nil }
    let node = readYAML(in: front.yaml, limits)
    var draft = Draft(
      source: source, front: node?.map ?? [], frontSpan: front.yaml, intros: [], lead: nil, sections: [])
    readBody(front.body, into: &draft, limits)
    guard let node else { return nil }
    guard node.map != nil else {
      add("yaml.not-fields", at: node.span)
      return nil
    }
    return draft
  }

  /// The two halves of a document: between its `---` lines, and after them.
  mutating func frontMatter(of text: Span) -> (yaml: Span, body: Span)? {
    let first = source.lineEnd(from: text.start, in: text)
    guard source.isRule(text.start..<first) else {
      add("file.front-matter", at: Span(start: text.start, length: first - text.start))
      return nil
    }
    let yamlStart = min(first + 1, text.end)
    var start = yamlStart
    while start < text.end {
      let end = source.lineEnd(from: start, in: text)
      if source.isRule(start..<end) {
        let body = min(end + 1, text.end)
        return (
          Span(start: yamlStart, length: start - yamlStart), Span(start: body, length: text.end - body)
        )
      }
      start = end + 1
    }
    add("file.front-matter-open", at: Span(start: text.start, length: 3))
    return nil
  }

  private mutating func readBody(_ body: Span, into draft: inout Draft, _ limits: Limits) {
    var cutter = Cutter(source, body: body)
    let parts = cutter.cut(&self)
    guard parts.count <= limits.sections else {
      add("markdown.sections", at: parts[limits.sections].line, ["limit": String(limits.sections)])
      return
    }
    for part in parts {
      let passage = readPassage(in: part.body, limits)
      switch part.kind {
      case .lead: draft.lead = passage.isEmpty ? nil : passage
      case .intro: draft.intros.append(Telling(audience: audience(of: part, limits), passage: passage))
      case .section:
        draft.sections.append(
          Section(heading: heading(of: part, limits), general: passage, tellings: []))
      case .telling:
        draft.sections[draft.sections.count - 1].tellings.append(
          Telling(audience: audience(of: part, limits), passage: passage))
      }
    }
  }

  /// A heading's plain words. Marks are rare in headings, so cmark is asked only where there may be some.
  private mutating func heading(of part: Part, _ limits: Limits) -> Scalar {
    let words = Scalar(text: source.text(part.words), span: part.words)
    let marked = source.bytes[part.words.start..<part.words.end].contains { byte in
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["), UInt8(ascii: "\\"),
        UInt8(ascii: "&"), UInt8(ascii: "<"):
        true
      default: false
      }
    }
    guard marked else { return words }
    let tree = readHeading(in: part.line, limits)
    return Scalar(text: tree.plainText(), span: part.words)
  }

  /// The words after "For".
  private mutating func audience(of part: Part, _ limits: Limits) -> Scalar {
    var scalar = heading(of: part, limits)
    let rest = scalar.text.utf8.dropFirst(4).drop { $0 <= 0x20 }
    scalar.text = String(decoding: rest, as: UTF8.self)
    let length = min(rest.count, scalar.span.length)
    scalar.span = Span(start: scalar.span.end - length, length: length)
    return scalar
  }
}

extension Source {
  /// `---` and nothing else but white space after it.
  fileprivate func isRule(_ line: Range<Int>) -> Bool {
    line.count >= 3 && bytes[line.lowerBound] == UInt8(ascii: "-") && bytes[line].starts(with: "---".utf8)
      && bytes[line].dropFirst(3).allSatisfy { $0 <= 0x20 }
  }
}
