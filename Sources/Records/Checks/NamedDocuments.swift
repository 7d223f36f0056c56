import Findings
import Reading

/// Documents that a value names: each exists, is another than the one that names it, and is an evaluation where results are promised.
@Sendable func checkNamedDocuments(_ context: CheckContext) -> [Finding] {
  var findings: [Finding] = []
  for document in context.tool.all {
    document.eachValue { field, value in
      for named in value.namedDocuments(field) {
        let found = context.find(named.text)
        if case .none = found {
          var facts = ["document": named.text, "field": field.label]
          facts["near"] = nearest(named.text, among: context.namesOfDocuments)
          findings.append(Finding("document.not-there", at: document.place(named.span), facts))
        } else if named.text == document.id || named.text == "\(context.tool.id)/\(document.id)" {
          findings.append(Finding("document.names-itself", at: document.place(named.span), ["field": field.label]))
        } else if field.means == .performance, case .here(let other) = found, other.kind.role != .evaluation {
          findings.append(
            Finding(
              "document.no-evaluation", at: document.place(named.span),
              ["document": named.text, "field": field.label, "kind": other.kind.label]))
        }
      }
    }
  }
  return findings
}

extension Tool {
  /// The names of other tools' documents that this one's documents mention.
  package var namesElsewhere: Set<String> {
    var names: Set<String> = []
    for document in all {
      document.eachValue { field, value in
        for named in value.namedDocuments(field) where named.text.contains("/") { names.insert(named.text) }
      }
    }
    return names
  }
}

extension Document {
  /// Calls for each answer to certain fields and parts; answers to others are not even looked at.
  func eachValue(of wanted: (Field) -> Bool, _ body: (Field, Value) -> Void) {
    for (position, field) in kind.fields.enumerated() {
      if wanted(field) { body(field, values[position]) }
      guard field.type.hasParts else { continue }
      let parts = field.fields.indices.filter { wanted(field.fields[$0]) }
      guard !parts.isEmpty else { continue }
      for item in values[position].items {
        for part in parts { body(field.fields[part], item.values[part]) }
      }
    }
  }

  /// Calls for each field and each part of each item, with its value.
  package func eachValue(_ body: (Field, Value) -> Void) {
    for (field, value) in zip(kind.fields, values) {
      body(field, value)
      for item in value.items {
        for (part, value) in zip(field.fields, item.values) { body(part, value) }
      }
    }
  }
}

extension Value {
  fileprivate func namedDocuments(_ field: Field) -> [(text: String, span: Span)] {
    if case .see(let name) = state { return [(name, span)] }
    switch (field.type, content) {
    case (.link, .text(let text)): return [(text, span)]
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
    let parts = name.split(separator: "/").map(String.init)
    if parts.count == 1 || parts.first == tool.id {
      guard let last = parts.last, let document = tool.all.first(where: { $0.id == last }) else { return .none }
      return .here(document)
    }
    guard let holds else { return .elsewhere }
    return holds(name) ? .elsewhere : .none
  }

  var namesOfDocuments: [String] { tool.all.map(\.id) }
}
