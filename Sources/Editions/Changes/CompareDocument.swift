import Bytes
import Records

/// One document in two versions; a side is missing where the document was added or removed.
struct DocumentComparison {
  let before: ToldDocument?
  let after: ToldDocument?
  let vocabulary: Vocabulary
  /// Where the fields of `kind` were.
  let origins: FieldOrigins
  /// The kind after, or where the document is gone, before.
  let kind: Kind
  private let document: Document

  /// - Parameter document: the one after, or where it is gone, the one before.
  init(_ document: Document, _ before: Document?, _ after: Document?, _ vocabulary: Vocabulary) {
    self.before = before.map { ToldDocument($0) }
    self.after = after.map { ToldDocument($0) }
    self.vocabulary = vocabulary
    self.document = document
    kind = document.kind
    origins = FieldOrigins(of: kind, in: before?.kind ?? kind, with: vocabulary)
  }

  func changes() -> [Change] {
    var result: [Change] = []
    if let change = kindChange() { result.append(change) }
    for index in kind.fields.indices { result += fieldChanges(index) }
    result += lostFields()
    result += intros()
    return result
  }

  /// How many fields say something and are not among these changes.
  func told(beside changes: [Change]) -> Int {
    let changed = Set(changes.compactMap(\.field))
    return kind.fields.indices.count { index in
      !changed.contains(kind.fields[index].id) && after.map { !$0.told(index).isBlank } ?? false
    }
  }

  /// A change of this document with nothing but its name.
  func change(
    _ subject: Change.Subject, _ action: Change.Action, label: String, weight: Weight
  ) -> Change {
    Change(
      subject: subject, action: action, document: document.id, title: document.title,
      role: kind.role, label: label, weight: weight)
  }

  private func kindChange() -> Change? {
    guard let one = before?.document.kind, one.id != kind.id else { return nil }
    var change = change(.kind, .changed, label: kind.label, weight: .notable)
    change.before = Answer(state: .given, text: one.id)
    change.after = Answer(state: .given, text: kind.id)
    return change
  }

  // MARK: fields

  private func fieldChanges(_ index: Int) -> [Change] {
    let field = kind.fields[index]
    let then = before == nil ? Told.blank : former(index)
    let now = after?.told(index) ?? .blank
    if after == nil { return named(compare(now: .blank, then: told(index), field), index) }
    let outcomes = field.type == .figures ? figures(index) : nil
    return named(compare(now: now, then: then, field, outcomes), index)
  }

  private func told(_ index: Int) -> Told { before?.told(index) ?? .blank }

  /// Gives the changes of a field their names, its tellings after it.
  private func named(_ found: [Change], _ index: Int) -> [Change] {
    let field = kind.fields[index]
    let paths = origins.whole[index]
    return found.map { change in
      var change = change
      change.field = field.id
      change.ref = field.ref
      change.anchor = field.anchor
      change.type = field.type
      if paths.count == 1, paths[0].part == nil, paths[0].field != field.id {
        change.former = paths[0].field
      }
      if change.action == .respaced { change.weight = .housekeeping }
      return change
    }
  }

  /// Fields of the older kind that the newer has no place for.
  private func lostFields() -> [Change] {
    guard let before, after != nil, before.document.kind.id != kind.id else { return [] }
    let used = origins.used
    var result: [Change] = []
    for (index, field) in before.document.kind.fields.enumerated() {
      let told = before.told(index)
      // A group none of whose parts that say something went anywhere is lost as a whole.
      let isUsed = used.contains { path in
        path.field == field.id && (path.part.map { says($0, told, field) } ?? true)
      }
      guard !told.isBlank, !isUsed || field.type.hasParts else { continue }
      if isUsed {
        result += lostParts(of: field, told, used)
        continue
      }
      for var change in compare(now: .blank, then: told, field) {
        change.field = field.id
        change.ref = field.ref
        change.type = field.type
        change.reason = origins.dropped[field.id]
        result.append(change)
      }
    }
    return result
  }

  private func says(_ part: String, _ told: Told, _ field: Field) -> Bool {
    guard let place = field.position(of: part) else { return false }
    return told.items.contains { !$0[place].isBlank }
  }

  private func lostParts(of field: Field, _ told: Told, _ used: Set<FieldPath>) -> [Change] {
    guard used.contains(where: { $0.field == field.id && $0.part != nil }) else { return [] }
    var result: [Change] = []
    for (place, part) in field.fields.enumerated()
    where !used.contains(FieldPath(field.id, part.id)) {
      let all = joined(told.items.map { $0[place] }, part)
      for var change in compare(now: .blank, then: all, part) {
        change.field = field.id + "." + part.id
        change.label = field.label + ": " + part.label
        change.type = part.type
        change.weight = Weight(of: field, in: kind)
        change.reason = origins.dropped[field.id + "." + part.id]
        result.append(change)
      }
    }
    return result
  }

  private func intros() -> [Change] {
    compareTellings(
      before.map { $0.tellings($0.document.intros) } ?? [],
      after.map { $0.tellings($0.document.intros) } ?? []
    ).map { told in
      var change = change(.intro(told.audience), told.action, label: "", weight: .notable)
      (change.before, change.after, change.detail) = (told.before, told.after, told.detail)
      if change.action == .respaced { change.weight = .housekeeping }
      return change
    }
  }
}
