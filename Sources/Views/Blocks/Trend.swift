import Records
import Templates

/// How each measure has moved over the evaluations that have it, where there are two or more.
@Sendable func trendBlock(_ context: inout BlockContext) -> Object? {
  let standing = context.subject.standing
  var metrics: [Metric] = []
  for outcome in standing.parts.flatMap(\.outcomes) where outcome.isForAll {
    if !metrics.contains(where: { $0.id == outcome.metric.id }) { metrics.append(outcome.metric) }
  }
  let all = metrics.map { standing.series(of: $0) }.filter { $0.count > 1 }
  guard !all.isEmpty else { return nil }
  let id = context.names.unique("trend")
  let series = all.compactMap { trendSeries($0, &context) }
  let drawn = all.map { $0[0].outcome.metric }
  let told = standing.evaluations.filter { evaluation in drawn.contains { evaluation.whole($0) != nil } }
  let figures = context.figures
  return [
    .template: "blocks/trend", .id: .text(id), .series: .list(series),
    .columns: .list(drawn.map { [.label: .text(figures.label($0))] }),
    .rows: .list(told.map { trendRow($0, drawn, figures) }),
  ]
}

private typealias Series = [(evaluation: Evaluation, outcome: Outcome)]

/// An evaluation with its figure for each measure, or why it shows none; nothing for a measure it did not take.
private func trendRow(_ evaluation: Evaluation, _ metrics: [Metric], _ figures: FigureModels) -> Object {
  let cells = metrics.map { metric -> Object in
    let outcome = evaluation.whole(metric)
    return [
      .label: .text(figures.label(metric)), .verdict: outcome.map(figures.verdict) ?? .none,
      .value: .maybe(outcome?.shown.map { figures.words.value($0.text, of: metric) }),
      .suppressed: .flag(outcome?.isSuppressed ?? false), .state: figures.state(outcome?.held),
      .threshold: .maybe(outcome.flatMap { figures.words.threshold($0, .symbols) }),
    ]
  }
  return [.evaluation: .object(figures.reference(evaluation)), .cells: .list(cells)]
}

private func trendSeries(_ series: Series, _ context: inout BlockContext) -> Object? {
  guard let first = series.first, let last = series.last, let from = first.outcome.shown, let to = last.outcome.shown
  else { return nil }
  let figures = context.figures
  let metric = last.outcome.metric
  let id = context.names.unique("trend-" + metric.id)
  return [
    .id: .text(id), .label: .text(figures.label(metric)),
    .describe: context.hasBlock("thresholds") ? .none : .text(context.language.label(metric.describe)),
    .picture: figures.trend(series, name: id), .from: .text(figures.words.value(from.text, of: metric)),
    .to: .text(figures.words.value(to.text, of: metric)),
    .since: first.evaluation.day.map { .object(dateModel($0)) } ?? .none,
    .change: .object(figures.change(from: from, to: to, metric)),
  ]
}
