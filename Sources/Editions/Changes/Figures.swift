package import Records

/// One measured figure in two versions, with what follows from it.
package struct FigureChange: Sendable, Hashable {
  package var metric: String
  /// The measure's label, and the group it is about: `Recall, Age: 0 to 4`.
  package var label: String
  package var group: String?
  package var before: FigureSide?
  package var after: FigureSide?
  /// Where both are given.
  package var value: NumberChange?
  package var threshold: NumberChange?
  /// Whether the change is one for the better; nothing where the measure knows neither.
  package var tendency: Tendency?

  /// The threshold is met no longer, or now is.
  package var turnsVerdict: Bool { before?.verdict != after?.verdict && before != nil && after != nil }
}

/// A figure as it stood in one version.
package struct FigureSide: Sendable, Hashable {
  package var value: Number?
  package var low: Number?
  package var high: Number?
  package var count: Number?
  package var threshold: Number?
  package var verdict: Outcome.Verdict?
  package var held: Outcome.Held?
}

/// The figures of an evaluation in two versions, by the place of their items.
struct Figures {
  /// The parts that tell one figure from another.
  static let key = ["metric", "characteristic", "group", "reference_group"]
  /// The parts that are not repeated where a figure is held back: what was counted, and that it is.
  static let counted: Set<String> = ["value", "low", "high", "n", "as_published", "suppressed"]

  let before: [Outcome?]
  let after: [Outcome?]

  func isHeld(_ pair: DocumentComparison.ItemPair) -> Bool {
    pair.before.flatMap { before[$0]?.held } != nil || pair.after.flatMap { after[$0]?.held } != nil
  }

  func change(_ pair: DocumentComparison.ItemPair) -> FigureChange? {
    let one = pair.before.flatMap { before[$0] }
    let other = pair.after.flatMap { after[$0] }
    guard let outcome = other ?? one else { return nil }
    var label = outcome.metric.label
    if let group = outcome.group { label += ", " + (outcome.characteristic.map { $0 + ": " } ?? "") + group }
    var change = FigureChange(
      metric: outcome.metric.id, label: label, group: outcome.group,
      before: one.map(Figures.side), after: other.map(Figures.side))
    change.value = Figures.number(change.before?.value, change.after?.value)
    change.threshold = Figures.number(change.before?.threshold, change.after?.threshold)
    change.tendency = change.value.flatMap {
      $0.direction == .same ? .same : outcome.metric.tendency(from: $0.before.value, to: $0.after.value)
    }
    return change
  }

  private static func side(_ outcome: Outcome) -> FigureSide {
    let shown = outcome.held == nil
    return FigureSide(
      value: shown ? outcome.value : nil, low: shown ? outcome.low : nil,
      high: shown ? outcome.high : nil, count: shown ? outcome.count : nil,
      threshold: outcome.threshold, verdict: outcome.verdict, held: outcome.held)
  }

  private static func number(_ one: Number?, _ other: Number?) -> NumberChange? {
    guard let one, let other else { return nil }
    return NumberChange(before: one, after: other)
  }
}

extension DocumentComparison {
  /// The figures of the field on both sides, item by item.
  func figures(_ index: Int) -> Figures {
    let group = origins.whole[index].first?.field ?? kind.fields[index].id
    return Figures(
      before: before.map { outcomes($0.document, group) } ?? [],
      after: after.map { outcomes($0.document, kind.fields[index].id) } ?? [])
  }

  private func outcomes(_ document: Document, _ id: String) -> [Outcome?] {
    guard let position = document.kind.position(of: id) else { return [] }
    let field = document.kind.fields[position]
    return document.values[position].items.map { Outcome($0, of: field, vocabulary) }
  }
}
