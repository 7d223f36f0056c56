import Findings
import Reading

/// What was typed agrees with what follows from the results by group: how far apart the groups are, and where the figure for everyone lies.
///
/// Every figure may be rounded, so each counts as anything that rounds to it. A gap that is wider than that between the groups is a
/// mistake only where no group is missing, for the one that fares worst may be the one that is held back.
@Sendable func checkFigureAgreement(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document -> [Finding] in
    let figures = document.figures(context.vocabulary)
    let groups = Groups.bySubject(figures)
    if groups.isEmpty { return [] }
    var seen: Set<FigureSubject> = []
    let compared = figures.filter { $0.group != nil }.map(\.subject).filter { seen.insert($0).inserted }
    let byMetric = Dictionary(grouping: compared, by: \.metric)
    return figures.flatMap { figure -> [Finding] in
      guard let metric = figure.metric, figure.group == nil, let value = figure.number(.value) else { return [] }
      if let characteristic = figure.characteristic { return checkGap(figure, metric, value, characteristic, groups) }
      guard metric.picture == "pictogram" else { return [] }
      return (byMetric[metric.id] ?? []).compactMap { groups[$0] }.compactMap { checkWhole(figure, metric, value, $0) }
    }
  }
}

private func checkGap(
  _ figure: Figure, _ metric: Metric, _ value: Number, _ characteristic: String, _ groups: [FigureSubject: Groups]
) -> [Finding] {
  let known = metric.gapOf.compactMap { groups[FigureSubject(metric: $0, characteristic: characteristic)] }
  guard let widest = known.max(by: { $0.gap < $1.gap }) else { return [] }
  let slack = value.slack + widest.slack
  let areAllKnown = known.count == metric.gapOf.count && known.allSatisfy(\.isComplete)
  guard value.value < widest.gap - slack || areAllKnown && value.value > widest.gap + slack else { return [] }
  var facts = widest.facts
  facts["metric"] = metric.label
  facts["value"] = value.text
  return [figure.finding("figures.gap", .value, facts)]
}

/// A share of so many people, counted one by one, is for everyone the mean of all groups.
private func checkWhole(_ figure: Figure, _ metric: Metric, _ value: Number, _ groups: Groups) -> Finding? {
  let (low, high) = (groups.low.number, groups.high.number)
  let isBelow = value.value + value.slack < low.value - low.slack
  guard groups.isComplete, isBelow || value.value - value.slack > high.value + high.slack else { return nil }
  var facts = groups.facts
  facts["metric"] = metric.label
  facts["value"] = value.text
  facts["side"] = isBelow ? "below" : "above"
  facts["bound"] = isBelow ? low.text : high.text
  return figure.finding("figures.outside", .value, facts)
}

/// The results of one measure for the groups of one characteristic.
private struct Groups {
  let low: (name: String, number: Number)
  let high: (name: String, number: Number)
  /// Whether none is held back and all that were counted are in one of them.
  let isComplete: Bool
  private let measure: String
  private let characteristic: String

  var gap: Double { high.number.value - low.number.value }
  var slack: Double { high.number.slack + low.number.slack }

  /// The groups of each measure and characteristic that has two with a result.
  static func bySubject(_ figures: [Figure]) -> [FigureSubject: Groups] {
    let all = Dictionary(grouping: figures, by: \.subject)
    var result: [FigureSubject: Groups] = [:]
    for (subject, beside) in all {
      guard let characteristic = subject.characteristic, let metric = beside[0].metric else { continue }
      let whole = all[FigureSubject(metric: metric.id, characteristic: nil)]?.first { $0.group == nil }?.number(.n)
      result[subject] = Groups(metric, characteristic, beside.filter { $0.group != nil }, of: whole)
    }
    return result
  }

  /// Nothing where there are not two with a result.
  private init?(_ metric: Metric, _ characteristic: String, _ groups: [Figure], of whole: Number?) {
    let given = groups.compactMap { figure in
      figure.number(.value).flatMap { number in figure.group.map { (name: $0, number: number) } }
    }
    guard given.count > 1, let low = given.min(by: { $0.number.value < $1.number.value }),
      let high = given.max(by: { $0.number.value < $1.number.value })
    else { return nil }
    self.low = low
    self.high = high
    self.characteristic = characteristic
    measure = metric.label
    let counts = groups.compactMap { $0.number(.n)?.value }
    isComplete = given.count == groups.count && counts.count == groups.count && counts.reduce(0, +) == whole?.value
  }

  var facts: [String: String] {
    let scale = high.number.scale > low.number.scale ? high.number.scale : low.number.scale
    return [
      "measure": measure, "characteristic": characteristic, "gap": plain((gap * scale).rounded() / scale), "low": low.number.text,
      "lowest": low.name, "high": high.number.text, "highest": high.name,
    ]
  }
}

extension Number {
  /// Ten for each digit behind the point.
  fileprivate var scale: Double { text.drop { $0 != "." }.dropFirst().reduce(1) { scale, _ in 10 * scale } }

  /// Half of the last digit that was typed.
  fileprivate var slack: Double { 0.5 / scale + 1e-9 }
}
