package import Findings
import Reading

/// Required fields that are missing, and fields given although nobody asks for them.
@Sendable func checkCompleteness(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap(incompleteness)
}

/// The same for one document, whatever stands beside it.
package func incompleteness(of document: Document) -> [Finding] {
  var findings: [Finding] = []
  for (field, value) in zip(document.kind.fields, document.values) {
    if value.isMissing {
      if document.requires(field), !value.isMisspelt {
        let code = value.hasPlace ? "field.to-write" : "field.missing"
        findings.append(Finding(code, at: document.place(value.span), facts(field, document)))
      }
    } else if !document.asks(field), !document.isUnsure(whetherItAsks: field) {
      findings.append(
        Finding("field.not-asked", at: document.place(value.span), facts(field, document)))
    }
    if case .group(let items) = value.content { addMissingParts(items, of: field, in: document, to: &findings) }
  }
  return findings
}

private func addMissingParts(_ items: [Item], of field: Field, in document: Document, to findings: inout [Finding]) {
  for item in items {
    for (part, value) in zip(field.fields, item.values) where value.isMissing && !value.isMisspelt {
      guard part.askedWhen.allSatisfy({ document.meets($0, within: item, of: field) }) else { continue }
      let conditional =
        !part.requiredWhen.isEmpty
        && part.requiredWhen.allSatisfy { document.meets($0, within: item, of: field) }
      guard part.required || conditional else { continue }
      var facts = ["part": part.id, "label": part.label, "field": field.id, "item": field.item ?? "item"]
      if value.hasPlace { facts["blank"] = part.id }
      let span = value.hasPlace ? value.span : item.span
      findings.append(Finding("field.missing-part", at: document.place(span), facts))
    }
  }
}

private func facts(_ field: Field, _ document: Document) -> [String: String] {
  var facts = [
    "field": field.id, "label": field.heading, "kind": document.kind.label, "help": field.help,
  ]
  if field.type == .prose { facts["section"] = field.heading }
  return facts
}

extension Document {
  /// Whether the kind asks for a field here: neither its section nor itself is gated off.
  package func asks(_ field: Field) -> Bool { meets(field.askedWhen) }

  /// Whether what the kind goes by stands there and cannot be read or was misspelt, which has a finding of its own.
  fileprivate func isUnsure(whetherItAsks field: Field) -> Bool {
    field.askedWhen.contains { condition in
      kind.position(of: condition.path).map { position in
        let known = condition.path.part == nil ? [values[position]] : values(at: condition.path)
        return known.contains { $0.isMisspelt || $0.hasPlace && ($0.isMissing || $0.isGiven) && $0.line == nil }
      } ?? false
    }
  }

  /// Whether an answer must be given here: what is not asked is not required either.
  package func requires(_ field: Field) -> Bool {
    (field.required || (!field.requiredWhen.isEmpty && meets(field.requiredWhen))) && asks(field)
  }

  /// Whether every condition holds in this document.
  package func meets(_ conditions: [Condition]) -> Bool {
    // Most answers are asked for always, and this is asked of each of them.
    if conditions.isEmpty { return true }
    return conditions.allSatisfy { condition in
      guard condition.path.part == nil else { return values(at: condition.path).contains { $0.says(oneOf: condition.values) } }
      return kind.position(of: condition.path).map { values[$0].says(oneOf: condition.values) } ?? false
    }
  }

  /// Whether a condition holds for one item of a group: it names a part of the item, or else a field of the document.
  func meets(_ condition: Condition, within item: Item, of field: Field) -> Bool {
    guard let position = field.position(of: condition.field) else { return meets([condition]) }
    return item.values[position].says(oneOf: condition.values)
  }

  /// The texts of a field, or of one part in every item of a group: `risks.risk`.
  func texts(at path: AnswerPath) -> [String] { values(at: path).flatMap(\.texts) }

  func values(at path: AnswerPath) -> [Value] {
    guard path.part != nil else { return kind.position(of: path).map { [values[$0]] } ?? [] }
    guard let (field, part) = kind.part(at: path) else { return [] }
    return values[field].items.map { $0.values[part] }
  }
}
