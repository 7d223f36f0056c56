import Bytes
import Records
import Templates

/// What a reader asks first: is it in use, who answers for it, does it decide, whom to ask.
@Sendable func factsBlock(_ context: inout BlockContext) -> Object? {
  let record = context.tool.record
  var rows = [statusFact(context)]
  // Whoever does not know the phases is told by the first row what the tool's phase comes to.
  if context.audience?.isPlain != true, let phase = record.text(.phase) {
    rows.append(fact("fact_phase", phaseModel(phase, context.frame)))
  }
  if let organisation = record.text(.organisation), !tells(.organisation, context) {
    let facet = context.frame.facet("organisation", organisation)
    let link: Object = [.template: "fields/link", .label: facet[.label] ?? .none, .href: facet[.href] ?? .none]
    rows.append(fact("fact_organisation", link))
  }
  for (word, meaning) in [("fact_owner", Meaning.owner), ("fact_decides", .decides)] where !tells(meaning, context) {
    rows += [answerFact(word, meaning, of: record, context)].compactMap { $0 }
  }
  if var contact = context.subject.contact {
    contact.add(.template, "fields/contact")
    rows.append(fact("fact_contact", contact))
  }
  return [.template: "blocks/facts", .id: .text(context.names.unique("facts")), .rows: .list(rows)]
}

/// Whether the section says it beside the facts.
private func tells(_ meaning: Meaning, _ context: BlockContext) -> Bool {
  let kind = context.tool.record.kind
  return kind.position(of: meaning).map { context.sectionTells(kind.fields[$0]) } ?? false
}

/// - Parameter word: which of the theme's words names it.
func fact(_ word: String, _ value: Object) -> Object {
  [
    .id: .text(word.replacing("_", with: "-")), .label: .none, .word: .text("words/" + word), .value: .object(value),
  ]
}

/// Whether the tool is in use.
func statusFact(_ context: BlockContext) -> Object { fact("fact_status", context.subject.statusModel) }

/// What a document says to one question, or why it does not; nothing where it is not asked or says nothing.
func answerFact(_ word: String, _ meaning: Meaning, of document: Document, _ context: BlockContext) -> Object? {
  guard let position = document.kind.position(of: meaning), !document.values[position].isMissing,
    document.values[position].state != .notAsked
  else { return nil }
  let field = document.kind.fields[position]
  let prefix = word.replacing("_", with: "-")
  return fact(word, context.fields.value(document.values[position], field, of: document, level: 4, prefix: prefix))
}

private func phaseModel(_ phase: String, _ frame: Frame) -> Object {
  let facet = frame.facet("phase", phase)
  return [
    .template: "fields/phase", .text: facet[.label] ?? .none, .id: facet[.id] ?? .none, .href: facet[.href] ?? .none,
  ]
}

extension Subject {
  /// Whom to ask: where the tool has ended, whom its notice names; else the challenge route's contact, or the record's.
  var contact: Object? {
    if let notice, tool.isRetired, case .contact(let lines) = notice.document.value(.contactAfter)?.content {
      return contactModel(lines)
    }
    for document in tool.documents(.route) where document.holds {
      if case .contact(let lines) = document.value(.contact)?.content { return contactModel(lines) }
    }
    switch tool.record.value(.contact)?.content {
    case .contact(let lines): return contactModel(lines)
    case .text(let email): return contactModel([ContactLine(way: "email", text: email)])
    default: return nil
    }
  }
}
