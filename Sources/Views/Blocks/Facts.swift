import Bytes
import Records
import Templates

/// What a reader asks first: is it in use, who answers for it, does it decide, whom to ask.
@Sendable func factsBlock(_ context: inout BlockContext) -> Object? {
  let record = context.tool.record
  var rows = [fact("status", context.subject.statusModel)]
  if let phase = record.text(.phase) { rows.append(fact("phase", phaseModel(phase, context.frame))) }
  if let organisation = record.text(.organisation), !tells(.organisation, context) {
    let facet = context.frame.facet("organisation", organisation)
    let link: Object = [.template: "fields/link", .label: facet[.label] ?? .none, .href: facet[.href] ?? .none]
    rows.append(fact("organisation", link))
  }
  for (name, meaning) in [("owner", Meaning.owner), ("decides", .decides)] {
    guard let position = record.kind.position(of: meaning), !record.values[position].isMissing,
      record.values[position].state != .notAsked, !tells(meaning, context)
    else { continue }
    let field = record.kind.fields[position]
    rows.append(
      fact(name, context.fields.value(record.values[position], field, of: record, level: 4, prefix: "fact-" + name)))
  }
  if var contact = context.subject.contact {
    contact.add(.template, "fields/contact")
    rows.append(fact("contact", contact))
  }
  return [.template: "blocks/facts", .id: .text(context.names.unique("facts")), .rows: .list(rows)]
}

/// Whether the section says it beside the facts.
private func tells(_ meaning: Meaning, _ context: BlockContext) -> Bool {
  let kind = context.tool.record.kind
  return kind.position(of: meaning).map { context.sectionTells(kind.fields[$0]) } ?? false
}

private func fact(_ name: String, _ value: Object) -> Object {
  [.id: .text("fact-" + name), .label: .none, .word: .text("words/fact_" + name), .value: .object(value)]
}

private func phaseModel(_ phase: String, _ frame: Frame) -> Object {
  let facet = frame.facet("phase", phase)
  return [
    .template: "fields/phase", .text: facet[.label] ?? .none, .id: facet[.id] ?? .none, .href: facet[.href] ?? .none,
  ]
}

/// The phases of all standards in which a tool works for somebody; in every other that is not the end, it does not yet.
private let livePhases: Set<String> = ["Production"]
private let trialPhases: Set<String> = ["Beta/Pilot", "Private beta", "Public beta"]

extension Subject {
  /// Whether the tool is in use, from its phase and its notice. Only a tool whose record says that it is retired has ended.
  fileprivate var statusModel: Object {
    let record = tool.record
    var word = "not_yet"
    var date: PartDay?
    if tool.isRetired {
      date = notice?.ends
      word = date == nil ? "ended" : notice?.wasOnlyTried == true ? "tried" : "ended_on"
    } else if let notice, notice.isPaused {
      word = "paused"
    } else if notice != nil {
      word = "withdrawing"
    } else if let phase = record.text(.phase), livePhases.contains(phase) {
      date = record.day(.started)
      word = date == nil ? "in_use" : "in_use_since"
    } else if let phase = record.text(.phase), trialPhases.contains(phase) {
      word = "trial"
    }
    return [
      .template: "fields/word", .word: .text("words/status_" + word), .date: date.map { .object(dateModel($0)) } ?? .none,
    ]
  }

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
