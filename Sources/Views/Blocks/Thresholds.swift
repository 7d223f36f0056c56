import Records
import Templates

/// Every figure for everybody against its threshold, and how it moved since the evaluation before.
///
/// A figure for which no threshold was decided stands with the others, and is not counted as met or missed. Groups are counted with
/// the rest, as where tools are compared: a threshold that only a group misses is missed. A threshold without a result that is shown
/// is counted by itself.
@Sendable func thresholdsBlock(_ context: inout BlockContext) -> Object? {
  let id = context.names.unique("thresholds-table")
  let parts = context.subject.standing.parts.filter { $0.outcomes.contains(where: \.isForAll) }
  guard !parts.isEmpty else { return nil }
  let evaluations = parts.map { part -> Object in
    [
      .evaluation: .object(context.figures.source(part.evaluation)),
      .rows: .list(part.outcomes.filter(\.isForAll).map { thresholdRow($0, of: part, &context) }),
    ]
  }
  let tally = context.subject.standing.tally
  return [
    .template: "blocks/thresholds", .id: .text(id), .evaluations: .list(evaluations),
    .met: tally.met + tally.missed > 0 ? .object(countModel(tally.met)) : .none,
    .missed: tally.missed > 0 ? .object(countModel(tally.missed)) : .none,
    .untold: tally.untold > 0 ? .object(countModel(tally.untold)) : .none,
    .groups: tally.groups > 0 ? .object(countModel(tally.groups)) : .none,
  ]
}

private func thresholdRow(_ outcome: Outcome, of part: Standing.Part, _ context: inout BlockContext) -> Object {
  let figures = context.figures
  let before = context.subject.standing.earlier(than: part, outcome)
  var (change, earlier) = (Templates.Value.none, Templates.Value.none)
  if let before, let one = before.outcome.shown {
    if let other = outcome.shown {
      change = .object(figures.change(from: one, to: other, outcome.metric))
    } else {
      earlier = .object([
        .value: .text(figures.words.value(one.text, of: outcome.metric)),
        .date: before.evaluation.day.map { .object(dateModel($0)) } ?? .none,
      ])
    }
  }
  var row: Object = [
    .id: .text(context.names.unique("threshold-" + outcome.metric.id)), .label: .text(figures.label(outcome.metric)),
    .describe: .text(context.language.label(outcome.metric.describe)),
    .threshold: .maybe(figures.words.threshold(outcome, .words)), .verdict: figures.verdict(outcome),
    .picture: figures.bar(outcome), .change: change, .earlier: earlier,
  ]
  figures.addFigure(outcome, to: &row)
  return row
}
