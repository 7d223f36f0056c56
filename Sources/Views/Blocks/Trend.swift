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
  let shown = standing.evaluations.filter { evaluation in
    all.contains { $0.contains { $0.evaluation.document.id == evaluation.document.id } }
  }
  let figures = context.figures
  return [
    .template: "blocks/trend", .id: .text(id), .series: .list(series),
    .columns: .list(all.map { [.label: .text(figures.label($0[0].outcome.metric))] }),
    .rows: .list(shown.map { trendRow($0, all, figures) }),
  ]
}

private typealias Series = [(evaluation: Evaluation, outcome: Outcome)]

/// An evaluation with its figure for each measure; nothing for a measure it did not take.
private func trendRow(_ evaluation: Evaluation, _ all: [Series], _ figures: FigureModels) -> Object {
  let cells = all.map { series -> Object in
    let outcome = series.first { $0.evaluation.document.id == evaluation.document.id }?.outcome
    return [
      .label: .text(figures.label(series[0].outcome.metric)), .verdict: outcome.map(figures.verdict) ?? .none,
      .value: .maybe(outcome?.shown.map { figures.words.value($0.text, of: series[0].outcome.metric) }),
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
