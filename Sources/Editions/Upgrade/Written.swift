import Findings
import Reading
import Records

private let nowhere = Span(start: 0, length: 0)

extension Node {
  static func text(_ text: String, quoted: Bool = false) -> Node {
    Node(span: nowhere, content: .scalar(Scalar(text: text, span: nowhere, quoted: quoted)))
  }

  static func list(of nodes: [Node]) -> Node { Node(span: nowhere, content: .list(nodes)) }

  static func map(of entries: [(String, Node)]) -> Node {
    Node(
      span: nowhere,
      content: .map(entries.map { Entry(key: Scalar(text: $0.0, span: nowhere), value: $0.1) }))
  }
}

extension State {
  /// The state as front matter says it; nothing where the state is that there is an answer, or none.
  var node: Node? {
    switch self {
    case .given, .missing, .notAsked: nil
    case .notApplicable(let why), .unknown(let why), .notMeasured(let why): .map(of: [(word, .text(why))])
    case .withheld(let ground, let because):
      .map(of: [("withheld", .text(ground)), ("because", .text(because))])
    case .see(let document): .map(of: [("see", .text(document))])
    }
  }

  /// The same on one line, for a person.
  var line: String { word + ": " + reasons.map(\.text).joined(separator: "; ") }
}

extension Told {
  /// A single given answer as front matter has it; nothing for a group.
  var node: Node? {
    switch body {
    case .none, .group: nil
    case .line(let text): .text(text, quoted: true)
    case .prose(let text), .day(let text): .text(text)
    case .number(let number): .text(number.text)
    case .list(let texts): .list(of: texts.map { .text($0) })
    case .contact(let lines): .map(of: lines.map { ($0.way, .text($0.text)) })
    }
  }
}
