import Findings

/// Names in conditions and rules that are of no field: a condition on one never holds, and what hangs on it is switched off in silence.
///
/// The envelope's are of its own fields, whatever kind these join; what a rule needs of the record is of some kind of record.
func checkPaths(_ drafts: [KindDraft]) -> [Finding] {
  // Of a field that could not be read it would be said that it is not there.
  guard drafts.allSatisfy(\.isWhole) else { return [] }
  let envelope = drafts.first { $0.role == .envelope }
  let records = drafts.filter { $0.role == .record }.map { $0.kind(in: envelope) }
  return drafts.flatMap { draft in
    let kind = draft.kind(in: draft.role == .envelope ? nil : envelope)
    return draft.unknown(draft.paths, in: [kind]) + draft.unknown(draft.rules.flatMap(\.recordPaths), in: records)
  }
}

extension KindDraft {
  /// What its sections, fields, parts and rules go by in a document of the kind, each name once.
  fileprivate var paths: [AnswerPath] {
    var conditions = sections.flatMap(\.when)
    for field in fields {
      conditions += field.requiredWhen + field.askedWhen
      conditions += field.fields.flatMap { $0.requiredWhen + $0.askedWhen }.filter { field.position(of: $0.field) == nil }
    }
    // A section's conditions are also those of its fields.
    var seen: Set<AnswerPath> = []
    return (conditions.map(\.path) + rules.flatMap(\.paths)).filter { seen.insert($0).inserted }
  }

  fileprivate func unknown(_ paths: [AnswerPath], in kinds: [Kind]) -> [Finding] {
    paths.filter { path in !kinds.isEmpty && !kinds.contains { $0.has(path) } }.map { path in
      let name = source.text(path.span)
      let known = kinds.flatMap(\.fields).flatMap { field in [field.id] + field.fields.map { field.id + "." + $0.id } }
      var facts = ["field": name]
      facts["near"] = nearest(name, among: known)
      return Finding("kind.unknown-field", at: source.place(path.span), facts)
    }
  }
}

extension Kind {
  fileprivate func has(_ path: AnswerPath) -> Bool {
    path.part == nil ? position(of: path) != nil : part(at: path) != nil
  }
}

extension KindRule {
  fileprivate var paths: [AnswerPath] {
    switch need {
    case .document, .record, .otherAnswer: when.map(\.path)
    case .field(let path): when.map(\.path) + [path]
    case .match(let each, let other): when.map(\.path) + [each, other]
    }
  }

  fileprivate var recordPaths: [AnswerPath] {
    if case .record(let conditions) = need { conditions.map(\.path) } else { [] }
  }
}
