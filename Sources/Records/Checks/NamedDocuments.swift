import Bytes
import Findings
import Reading

/// Documents that a value names: each exists, is another than the one that names it, and is an evaluation where results are promised.
@Sendable func checkNamedDocuments(_ context: CheckContext) -> [Finding] {
  var findings: [Finding] = []
  for document in context.tool.all {
    for answer in document.naming {
      for named in answer.namedDocuments { findings += mistaken(named, answer.field, document, context) }
    }
  }
  return findings
}

private func mistaken(
  _ named: (text: String, span: Span), _ field: Field, _ document: Document, _ context: CheckContext
) -> [Finding] {
  let found = context.find(named.text)
  if case .none = found {
    var facts = ["document": named.text, "field": field.label]
    facts["near"] = nearest(named.text, among: context.namesOfDocuments)
    return [Finding("document.not-there", at: document.place(named.span), facts)]
  }
  if named.text == document.id || named.text == "\(context.tool.id)/\(document.id)" {
    return [Finding("document.names-itself", at: document.place(named.span), ["field": field.label])]
  }
  guard field.means == .performance, case .here(let other) = found, other.kind.role != .evaluation else { return [] }
  return [
    Finding(
      "document.no-evaluation", at: document.place(named.span),
      ["document": named.text, "field": field.label, "kind": other.kind.label])
  ]
}

extension Tool {
  /// The names of other tools' documents that this one's documents mention.
  package var namesElsewhere: Set<String> {
    var names: Set<String> = []
    for document in all {
      for answer in document.naming {
        for named in answer.namedDocuments where named.text.holds(UInt8(ascii: "/")) { names.insert(named.text) }
      }
    }
    return names
  }
}

extension ToldAnswer {
  fileprivate var namedDocuments: [(text: String, span: Span)] {
    if case .see(let name) = value.state { return [(name, value.span)] }
    switch (field.type, value.content) {
    case (.link, .text(let text)): return [(text, value.span)]
    case (.links, .list(let list)): return list.map { ($0.text, $0.span) }
    default: return []
    }
  }
}

/// What a document's name leads to.
enum NamedDocument {
  case here(Document)
  /// In another tool of the register.
  case elsewhere
  case none
}

extension CheckContext {
  /// The document that a name such as `beta-2026` or `other-tool/record` means.
  ///
  /// Names in other tools count as there where the register's names are not known.
  func find(_ name: String) -> NamedDocument {
    let parts = name.holds(UInt8(ascii: "/")) ? name.split(separator: "/").map(String.init) : [name]
    if parts.count == 1 || parts.first == tool.id {
      guard let last = parts.last, let document = tool.any(last) else { return .none }
      return .here(document)
    }
    guard let holds else { return .elsewhere }
    return holds(name) ? .elsewhere : .none
  }

  var namesOfDocuments: [String] { tool.all.map(\.id) }
}
