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
  return [.template: "blocks/trend", .id: .text(id), .series: .list(series)]
}

private func trendSeries(
  _ series: [(evaluation: Evaluation, outcome: Outcome)], _ context: inout BlockContext
) -> Object? {
  guard let first = series.first, let last = series.last, let from = first.outcome.shown, let to = last.outcome.shown
  else { return nil }
  let figures = context.figures
  let metric = last.outcome.metric
  let id = context.names.unique("trend-" + metric.id)
  return [
    .id: .text(id), .label: .text(figures.label(metric)), .describe: .text(context.language.label(metric.describe)),
    .picture: figures.trend(series, name: id), .from: .text(figures.words.value(from.text, of: metric)),
    .to: .text(figures.words.value(to.text, of: metric)),
    .since: first.evaluation.day.map { .object(dateModel($0)) } ?? .none,
    .change: .object(figures.change(from: from, to: to, metric)),
    .rows: .list(
      series.map { item in
        var row: Object = [
          .evaluation: .object(figures.reference(item.evaluation)),
          .threshold: .maybe(figures.words.threshold(item.outcome, .words)), .verdict: figures.verdict(item.outcome),
        ]
        figures.addFigure(item.outcome, to: &row)
        return row
      }),
  ]
}
