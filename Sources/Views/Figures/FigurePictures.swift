import Bytes
import Records
import Templates
import Typesetting

// Figures as pictures; the words beside each say the same.
extension FigureModels {
  /// - Parameter first: the name of the page's first pictogram, set by it.
  func pictogram(
    _ outcome: Outcome, _ sentence: String, name: String, after first: inout String?
  ) -> Templates.Value {
    guard outcome.metric.picture == "pictogram", let frequency = outcome.frequency else { return .none }
    let caption = Caption(name: name + "-pic", title: label(outcome.metric), describe: sentence)
    let picture = Pictogram(caption, count: frequency.count, after: first)
    first = first ?? caption.name
    return .markup(draw(picture))
  }

  /// The figure against its threshold, beside both in digits; nothing where there is no threshold.
  func bar(_ outcome: Outcome) -> Templates.Value {
    let thresholds = thresholds(outcome)
    guard let gauge = gauge(outcome), !thresholds.isEmpty else { return .none }
    return .markup(draw(MeasureBar(scale: scale([outcome], thresholds), gauge: gauge, thresholds: thresholds)))
  }

  /// - Parameter titles: what each figure's row is called.
  func bars(_ outcomes: [Outcome], called titles: [String], name: String) -> Templates.Value {
    guard let first = outcomes.first, outcomes.contains(where: { $0.shown != nil }) else { return .none }
    // One line for all would be wrong for a group that is held to another.
    let isAlike = outcomes.allSatisfy { $0.threshold?.value == first.threshold?.value }
    let thresholds = isAlike ? thresholds(first) : []
    let rows = zip(outcomes, titles).map { GroupBars.Row(label: $1, amount: amount($0), gauge: gauge($0)) }
    let describe = rows.map { $0.label + ": " + $0.amount }.joined(separator: "; ")
    return .markup(
      draw(
        GroupBars(
          Caption(name: name + "-pic", title: label(first.metric), describe: describe), scale: scale(outcomes, thresholds),
          rows: rows, thresholds: thresholds, note: isAlike ? note(first) : "")))
  }

  func trend(_ series: [(evaluation: Evaluation, outcome: Outcome)], name: String) -> Templates.Value {
    guard let first = series.first, let last = series.last, series.count > 1 else { return .none }
    let thresholds = thresholds(last.outcome)
    let ends: KeyValuePairs = [
      "from": amount(first.outcome), "since": label(first.evaluation), "to": amount(last.outcome),
      "until": label(last.evaluation),
    ]
    let caption = Caption(
      name: name + "-pic", title: label(last.outcome.metric), describe: words.language.say(.trend, ends))
    let places = places(series.map(\.evaluation))
    let points = zip(series, places).compactMap { item, at in
      gauge(item.outcome).map { TrendLine.Point(at: at, label: label(item.evaluation), gauge: $0) }
    }
    let metric = last.outcome.metric
    let values = series.flatMap { numbers($0.outcome) } + thresholds
    return .markup(
      draw(
        TrendLine(
          caption, scale: Scale(around: values, lowest: metric.lowest, highest: metric.highest), points: points,
          thresholds: thresholds, note: note(last.outcome))))
  }

  /// The value as it was typed, or the words that stand for it.
  func amount(_ outcome: Outcome) -> String {
    if let held = outcome.held { return words.held(held) }
    return outcome.value.map { digits($0.text, of: outcome.metric) } ?? words.language.say(.notShown)
  }

  private func gauge(_ outcome: Outcome) -> Gauge? {
    guard let value = outcome.shown else { return nil }
    let interval = interval(outcome)
    let mark: Mark =
      switch outcome.verdict {
      case .met: .met
      case .missed: .missed
      case .unclear, nil: .none
      }
    return Gauge(value: value.value, low: interval?.low.value, high: interval?.high.value, mark: mark)
  }

  private func thresholds(_ outcome: Outcome) -> [Double] {
    guard let threshold = outcome.threshold?.value else { return [] }
    switch outcome.metric.better {
    case .higher, .lower: return [threshold]
    case .closer: return [(outcome.metric.target ?? 0) - threshold, (outcome.metric.target ?? 0) + threshold]
    case .neither: return []
    }
  }

  private func note(_ outcome: Outcome) -> String {
    guard let threshold = outcome.threshold else { return "" }
    let text =
      outcome.metric.better == .closer
      ? words.threshold(outcome, isPlain ? .people : .symbols) : digits(threshold.text, of: outcome.metric)
    return words.language.say(isPlain ? .target : .threshold, ["value": text ?? ""])
  }

  private func numbers(_ outcome: Outcome) -> [Double] {
    guard let value = outcome.shown?.value else { return [] }
    return [value] + (interval(outcome).map { [$0.low.value, $0.high.value] } ?? [])
  }

  /// From nothing, or the measure's own lower end, as far as the figures go: half of a share fills half of the line.
  private func scale(_ outcomes: [Outcome], _ thresholds: [Double]) -> Scale {
    let metric = outcomes.first?.metric
    let values = outcomes.flatMap(numbers) + thresholds
    if let lowest = metric?.lowest, let highest = metric?.highest, (values.max() ?? 0) > (lowest + highest) / 2 {
      return Scale(low: lowest, high: highest)
    }
    return Scale(around: values + [0], lowest: metric?.lowest, highest: metric?.highest)
  }
}

// When figures were measured.
extension FigureModels {
  private func label(_ evaluation: Evaluation) -> String {
    guard let day = evaluation.day else { return evaluation.document.title }
    return frame.language.shortDate(year: day.year, month: day.month)
  }

  /// Where the evaluations stand on a line from 0 to 1: by their days, or at even distances where those are in another order.
  private func places(_ evaluations: [Evaluation]) -> [Double] {
    let days = evaluations.map { $0.day?.first?.number }
    let numbers = days.compactMap { $0 }
    let even = evaluations.indices.map { Double($0) / Double(max(1, evaluations.count - 1)) }
    guard numbers.count == days.count, let first = numbers.first, let last = numbers.last, last > first,
      zip(numbers, numbers.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return even }
    return numbers.map { Double($0 - first) / Double(last - first) }
  }
}
