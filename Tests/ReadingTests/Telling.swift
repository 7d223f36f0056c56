import Findings
import Reading

/// Findings as `code line:column+length`, one a line.
func lines(_ findings: [Finding]) -> String {
  findings.map { "\($0.code) \($0.place.line):\($0.place.column)+\($0.place.length)\n" }.joined()
}

func source(_ text: String) -> Source { Source(path: "a.md", bytes: Array(text.utf8)) }

/// A node as indented lines: texts with their bytes as written.
func dump(_ node: Node, of source: Source, depth: Int = 0) -> String {
  let margin = String(repeating: "  ", count: depth)
  switch node.content {
  case .scalar(let scalar):
    return "\(margin)\(scalar.style) \(scalar.text.debugDescription) <\(source.text(scalar.span))>\n"
  case .list(let nodes):
    return "\(margin)list <\(source.text(node.span))>\n"
      + nodes.map { dump($0, of: source, depth: depth + 1) }.joined()
  case .map(let entries):
    return "\(margin)map <\(source.text(node.span))>\n"
      + entries.map { entry in
        "\(margin)  \(entry.key.text) <\(source.text(entry.key.span))>:\n"
          + dump(entry.value, of: source, depth: depth + 2)
      }.joined()
  }
}

/// A draft as indented lines: what belongs to what, with the bytes as written.
func dump(_ draft: Draft) -> String {
  func told(_ tellings: [Telling], _ margin: String) -> String {
    tellings.map {
      "\(margin)for \($0.audience.text) <\(draft.source.text($0.audience.span))>: <\(draft.source.text($0.passage.span))>\n"
    }.joined()
  }
  var result = "front <\(draft.source.text(draft.frontSpan))>\n"
  for entry in draft.front { result += "  \(entry.key.text)\n" }
  if let lead = draft.lead { result += "lead <\(draft.source.text(lead.span))>\n" }
  result += told(draft.intros, "intro ")
  for section in draft.sections {
    result += "section \(section.heading.text) <\(draft.source.text(section.heading.span))>: <\(draft.source.text(section.general.span))>\n"
    result += told(section.tellings, "  ")
  }
  return result
}

/// A text of 64 KiB made by saying one thing again and again.
struct Repeated: CustomStringConvertible, Sendable {
  var head = ""
  var piece: String
  var tail = ""
  var size = 65536

  init(_ piece: String, head: String = "", tail: String = "", size: Int = 65536) {
    (self.piece, self.head, self.tail, self.size) = (piece, head, tail, size)
  }

  var text: String {
    head + String(repeating: piece, count: (size - head.utf8.count - tail.utf8.count) / piece.utf8.count) + tail
  }

  var description: String { "\(head.debugDescription) \(piece.debugDescription)… \(tail.debugDescription)" }
}
