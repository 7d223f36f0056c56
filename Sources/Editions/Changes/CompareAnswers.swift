import Bytes
import Records

/// How a field is told to one audience, in two versions.
struct TellingChange {
  var audience: String
  var action: Change.Action
  var before: Answer?
  var after: Answer?
  var detail: Change.Detail
}

extension DocumentComparison {
  /// What differs between two answers to a field: the general text first, then each audience's own.
  func compare(
    now: Told, then: Told, _ field: Field, _ figures: Figures? = nil
  ) -> [Change] {
    let weight = Weight(of: field, in: kind)
    var result: [Change] = []
    if let action = action(now: now, then: then, field) {
      var change = change(.field, action, label: field.label, weight: weight)
      change.before = then.answer(field)
      change.after = now.answer(field)
      detail(now, then, field, figures, &change)
      result.append(change)
    }
    for told in compareTellings(then.tellings, now.tellings) {
      var change = change(.telling(told.audience), told.action, label: field.label, weight: weight)
      (change.before, change.after, change.detail) = (told.before, told.after, told.detail)
      result.append(change)
    }
    return result
  }

  /// What happened to an answer at all; nothing where it says the same.
  private func action(now: Told, then: Told, _ field: Field) -> Change.Action? {
    switch (then.isBlank, now.isBlank) {
    case (true, true): return nil
    case (true, false): return now.state == .given ? .added : .restated
    case (false, true): return then.state == .given ? .removed : .restated
    case (false, false): break
    }
    guard then.state.word == now.state.word else { return .restated }
    guard then.state == .given else {
      return then.text(field).equalsByBytes(now.text(field)) ? nil : .changed
    }
    return same(then.body, now.body, field) ? nil : .changed
  }

  private func same(_ one: Told.Body, _ other: Told.Body, _ field: Field) -> Bool {
    let left = Told(state: .given, body: one)
    let right = Told(state: .given, body: other)
    switch (one, other) {
    case (.group, .group): return canonical(left, field) == canonical(right, field)
    case (.list(let one), .list(let other)):
      return one.count == other.count && zip(one, other).allSatisfy { $0.equalsByBytes($1) }
    default: return left.text(field).equalsByBytes(right.text(field))
    }
  }

  private func detail(
    _ now: Told, _ then: Told, _ field: Field, _ figures: Figures?, _ change: inout Change
  ) {
    if field.type.hasParts {
      items(now, then, field, figures, &change)
      if !change.parts.isEmpty { return }
    }
    guard change.action == .changed else { return }
    switch (then.body, now.body) {
    case (.number(let one), .number(let other)):
      change.detail = .number(NumberChange(before: one, after: other))
    case (.list(let one), .list(let other)):
      let list = ListChange(one, other)
      if list.added.isEmpty, list.removed.isEmpty { change.action = .reordered }
      change.detail = .list(list)
    case (.line, .line) where field.type != .text && field.type != .prose: break
    case (.day, .day): break
    default:
      let words = compareText(then.text(field), now.text(field))
      if words.isSpacing { change.action = .respaced }
      change.detail = .words(words)
    }
  }

  func compareTellings(
    _ before: [(audience: String, text: String)], _ after: [(audience: String, text: String)]
  ) -> [TellingChange] {
    var audiences = vocabulary.audiences.map(\.id)
    audiences += (before + after).map(\.audience).filter { !audiences.contains($0) }
      .sorted { $0.precedesByBytes($1) }
    var seen: Set<String> = []
    return audiences.filter { seen.insert($0).inserted }.compactMap { audience in
      let one = before.first { $0.audience == audience }?.text
      let other = after.first { $0.audience == audience }?.text
      return telling(audience, one, other)
    }
  }

  private func telling(_ audience: String, _ one: String?, _ other: String?) -> TellingChange? {
    var told = TellingChange(
      audience: audience, action: .changed, before: one.map { Answer(state: .given, text: $0) },
      after: other.map { Answer(state: .given, text: $0) }, detail: .none)
    switch (one, other) {
    case (nil, nil): return nil
    case (nil, _): told.action = .added
    case (_, nil): told.action = .removed
    case (let one?, let other?):
      if one.equalsByBytes(other) { return nil }
      let words = compareText(one, other)
      if words.isSpacing { told.action = .respaced }
      told.detail = .words(words)
    }
    return told
  }
}

extension ListChange {
  /// In the order of the list after; what is gone in the order of the list before.
  init(_ before: [String], _ after: [String]) {
    // As texts, `é` in one character would equal `é` in two.
    let (old, new) = (Set(before.map { Array($0.utf8) }), Set(after.map { Array($0.utf8) }))
    added = after.filter { !old.contains(Array($0.utf8)) }
    removed = before.filter { !new.contains(Array($0.utf8)) }
    kept = after.filter { old.contains(Array($0.utf8)) }
  }
}
