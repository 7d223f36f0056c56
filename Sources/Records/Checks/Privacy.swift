import Findings
import Reading

/// Personal information and keys in a tool's documents, names where a post is wanted, and the declaration that nobody can be recognised.
@Sendable func checkPrivacy(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document in
    scanPrivacy(document.source, contacts: document.contacts) + checkRoles(document) + checkDeclaration(document)
  }
}

extension Document {
  /// Where a document says how to reach a team.
  var contacts: [Span] {
    var result: [Span] = []
    eachValue(at: kind.contacts) { _, value in result.append(value.span) }
    return result
  }

  /// Whether somebody may have written freely about people here.
  fileprivate var hasFreeText: Bool {
    values.contains { value in
      if case .prose = value.content { return true }
      return value.items.contains { $0.values.contains { if case .prose = $0.content { true } else { false } } }
    }
  }
}

private func checkDeclaration(_ document: Document) -> [Finding] {
  guard let value = document.value("no_person_identified") else { return [] }
  if value.text == "No" { return [Finding("privacy.identified", at: document.place(value.span))] }
  guard value.state == .missing, document.hasFreeText else { return [] }
  return [Finding("privacy.undeclared", at: document.place(value.span))]
}

// MARK: a name where a post is wanted

private func checkRoles(_ document: Document) -> [Finding] {
  var findings: [Finding] = []
  func look(_ field: Field, _ value: Value, _ text: String) {
    guard namesPerson(text) else { return }
    findings.append(Finding("privacy.role", at: document.place(value.span), ["field": field.label, textMark: mark(ofText: text)]))
  }
  document.eachValue(at: document.kind.posts) { field, value in
    if case .contact = field.type, case .contact(let lines) = value.content {
      for line in lines where line.way == "role" { look(field, value, line.text) }
    }
    guard let means = field.means, means.wantsPost, let text = value.text else { return }
    look(field, value, text)
  }
  return findings
}

extension Meaning {
  /// Whether readers are told who holds a post, and not who somebody is.
  var wantsPost: Bool {
    switch self {
    case .owner, .approvedBy, .agreedBy, .responder: true
    default: false
    }
  }
}
