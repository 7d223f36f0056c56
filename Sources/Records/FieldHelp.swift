/// Says of a field whether it is needed, and when, in words for a person who fills it in.
struct FieldHelp {
  let kind: Kind

  /// `2.3.5 Appeals and review (needed): How people can …`
  func words(_ field: Field) -> String {
    let number = field.ref.map { $0 + " " } ?? ""
    return "\(number)\(field.heading) (\(need(field, within: nil).words)): \(field.help)\(limit(field))"
  }

  /// The same for a part of a group.
  func words(_ part: Field, in group: Field) -> String {
    "\(part.heading) (\(need(part, within: group).words)). \(part.help)\(limit(part))"
  }

  /// How the placeholder of a text begins: `[To write]`, `[To write if 'Phase' is Retired]`.
  func mark(_ field: Field) -> String {
    switch need(field, within: nil) {
    case .needed: Placeholder.mark + "]"
    case .neededIf(let condition), .onlyIf(let condition): Placeholder.mark + " if \(condition)]"
    case .optional: Placeholder.mark + ", or leave out]"
    }
  }

  private enum Need {
    case needed, optional
    case neededIf(String)
    case onlyIf(String)

    var words: String {
      switch self {
      case .needed: "needed"
      case .optional: "may stay blank"
      case .neededIf(let condition): "needed if \(condition)"
      case .onlyIf(let condition): "only if \(condition)"
      }
    }
  }

  private func need(_ field: Field, within group: Field?) -> Need {
    if !field.required, !field.requiredWhen.isEmpty { return .neededIf(words(field.requiredWhen, group)) }
    let gate = field.askedWhen
    if !gate.isEmpty { return field.required ? .neededIf(words(gate, group)) : .onlyIf(words(gate, group)) }
    return field.required ? .needed : .optional
  }

  private func words(_ conditions: [Condition], _ group: Field?) -> String {
    conditions.map { "'\(label($0, group))' is \($0.values.joined(separator: " or "))" }
      .joined(separator: " and ")
  }

  /// What a condition's field is called: a part of the same group, a field, or `group.part`.
  private func label(_ condition: Condition, _ group: Field?) -> String {
    if let group, let part = group.position(of: condition.field) { return group.fields[part].heading }
    if let (field, part) = kind.part(at: condition.path) { return kind.fields[field].fields[part].heading }
    return kind.position(of: condition.path).map { kind.fields[$0].heading } ?? condition.field
  }

  private func limit(_ field: Field) -> String {
    field.type == .text ? field.max.map { " At most \(plain($0)) characters." } ?? "" : ""
  }
}
