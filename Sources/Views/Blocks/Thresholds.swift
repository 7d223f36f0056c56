import Records
import Templates

/// Every figure for everybody against its threshold, and how it moved since the evaluation before.
///
/// A figure for which no threshold was decided stands with the others, and is not counted as met or missed.
@Sendable func thresholdsBlock(_ context: inout BlockContext) -> Object? {
  let figures = context.subject.standing.parts.flatMap { part in
    part.outcomes.filter(\.isForAll).map { (part, $0) }
  }
  guard let lead = figures.first?.0 else { return nil }
  let id = context.names.unique("thresholds-table")
  let rows = figures.map { part, outcome in
    thresholdRow(outcome, of: part, isLead: part.evaluation.document.id == lead.evaluation.document.id, &context)
  }
  let met = figures.count { $0.1.verdict == .met }
  let missed = figures.count { $0.1.verdict == .missed }
  return [
    .template: "blocks/thresholds", .id: .text(id),
    .evaluation: .object(context.figures.source(lead.evaluation)),
    .met: met + missed > 0 ? .object(countModel(met)) : .none,
    .missed: missed > 0 ? .object(countModel(missed)) : .none, .rows: .list(rows),
  ]
}

/// - Parameter isLead: whether the figure is from the evaluation that is named below the table.
private func thresholdRow(
  _ outcome: Outcome, of part: Standing.Part, isLead: Bool, _ context: inout BlockContext
) -> Object {
  let figures = context.figures
  let id = context.names.unique("threshold-" + outcome.metric.id)
  let earlier = context.subject.standing.earlier(than: part, outcome)
  var change: Templates.Value = .none
  if let one = earlier?.shown, let other = outcome.shown {
    change = .object(figures.change(from: one, to: other, outcome.metric))
  }
  var row: Object = [
    .id: .text(id), .label: .text(figures.label(outcome.metric)),
    .describe: .text(context.language.label(outcome.metric.describe)),
    .threshold: .maybe(figures.words.threshold(outcome, .words)), .verdict: figures.verdict(outcome),
    .picture: figures.bar(outcome, name: id), .change: change,
    .evaluation: isLead ? .none : .object(figures.reference(part.evaluation)),
  ]
  figures.addFigure(outcome, to: &row)
  return row
}
