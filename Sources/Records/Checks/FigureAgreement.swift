import Findings
import Reading

/// What was typed agrees with what follows from the results by group: how far apart the groups are, and where the figure for everyone lies.
///
/// Every figure may be rounded, so each counts as anything that rounds to it. A gap that is wider than that between the groups is a
/// mistake only where no group is missing, for the one that fares worst may be the one that is held back.
@Sendable func checkFigureAgreement(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document -> [Finding] in
    let figures = document.figures(context.vocabulary)
    return figures.flatMap { figure -> [Finding] in
      guard let metric = figure.metric, figure.group == nil, let value = figure.number(.value) else { return [] }
      if let characteristic = figure.characteristic {
        return checkGap(figure, metric, value, characteristic, figures)
      }
      return metric.picture == "pictogram" ? checkWhole(figure, metric, value, figures) : []
    }
  }
}

private func checkGap(
  _ figure: Figure, _ metric: Metric, _ value: Number, _ characteristic: String, _ figures: [Figure]
) -> [Finding] {
  let known = metric.gapOf.compactMap { Groups($0, characteristic, figures) }
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
private func checkWhole(_ figure: Figure, _ metric: Metric, _ value: Number, _ figures: [Figure]) -> [Finding] {
  var characteristics: [String] = []
  for other in figures where other.metric === metric && other.group != nil {
    if let name = other.characteristic, !characteristics.contains(name) { characteristics.append(name) }
  }
  return characteristics.compactMap { characteristic in
    guard let groups = Groups(metric.id, characteristic, figures), groups.isComplete else { return nil }
    let (low, high) = (groups.low.number, groups.high.number)
    let isBelow = value.value + value.slack < low.value - low.slack
    guard isBelow || value.value - value.slack > high.value + high.slack else { return nil }
    var facts = groups.facts
    facts["metric"] = metric.label
    facts["value"] = value.text
    facts["side"] = isBelow ? "below" : "above"
    facts["bound"] = isBelow ? low.text : high.text
    return figure.finding("figures.outside", .value, facts)
  }
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

  /// Nothing where there are not two with a result.
  init?(_ measure: String, _ characteristic: String, _ figures: [Figure]) {
    let own = figures.filter { $0.metric?.id == measure }
    let groups = own.filter { $0.characteristic == characteristic && $0.group != nil }
    let given = groups.compactMap { figure in
      figure.number(.value).flatMap { number in figure.group.map { (name: $0, number: number) } }
    }
    guard given.count > 1, let low = given.min(by: { $0.number.value < $1.number.value }),
      let high = given.max(by: { $0.number.value < $1.number.value })
    else { return nil }
    self.low = low
    self.high = high
    self.characteristic = characteristic
    self.measure = own.first?.metric?.label ?? measure
    let counts = groups.compactMap { $0.number(.n)?.value }
    let whole = own.first { $0.group == nil && $0.characteristic == nil }?.number(.n)?.value
    isComplete = given.count == groups.count && counts.count == groups.count && counts.reduce(0, +) == whole
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
