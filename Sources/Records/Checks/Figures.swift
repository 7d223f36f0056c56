import Findings
import Reading

/// The results of evaluations, figure by figure: a known measure, a value within its range, an interval that holds it, and where it is
/// based on few people, nothing at all.
@Sendable func checkFigures(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document -> [Finding] in
    let figures = document.figures(context.vocabulary)
    var findings: [Finding] = []
    for figure in figures {
      guard let metric = figure.metric else {
        findings += unknownMetric(figure, context.vocabulary)
        continue
      }
      findings += checkRange(figure, metric) + checkInterval(figure) + checkBasis(figure, context) + checkHeldBack(figure)
      findings += checkBaseline(figure)
    }
    return findings + checkThreshold(figures) + checkTwice(figures)
  }
}

/// One entry of results as it was written, each part with its place.
struct Figure {
  let document: Document
  let parts: FigureParts
  let metric: Metric?
  let characteristic: String?
  let group: String?

  init(_ item: Item, of field: Field, in document: Document, _ vocabulary: borrowing Vocabulary) {
    self.document = document
    parts = FigureParts(item: item, field: field)
    let name = parts.text(.metric)
    metric = if let name { vocabulary.metric(name) } else { nil }
    characteristic = parts.text(.characteristic)
    group = parts.text(.group)
  }

  func value(_ part: FigurePart) -> Value? { parts.value(part) }
  func text(_ part: FigurePart) -> String? { parts.text(part) }
  func number(_ part: FigurePart) -> Number? { parts.number(part) }

  func place(_ part: FigurePart) -> Place {
    let value = value(part)
    return document.place(value?.hasPlace == true ? value?.span ?? parts.item.span : parts.item.span)
  }

  func finding(_ code: String, _ part: FigurePart, _ facts: [String: String] = [:]) -> Finding {
    Finding(code, at: place(part), facts)
  }

  /// Whether the writer holds it back.
  var isHeldBack: Bool { text(.suppressed).map { $0 != "No" } ?? false }
}

extension Document {
  /// The entries of its results, those of unknown measures too.
  func figures(_ vocabulary: Vocabulary) -> [Figure] {
    guard let position = kind.results else { return [] }
    let field = kind.fields[position]
    return values[position].items.map { Figure($0, of: field, in: self, vocabulary) }
  }
}

private func unknownMetric(_ figure: Figure, _ vocabulary: Vocabulary) -> [Finding] {
  guard let name = figure.text(.metric) else { return [] }
  var facts = ["metric": name]
  let meant = vocabulary.metrics.first { metric in
    metric.label.lowercased() == name.lowercased() || metric.also.contains { $0.lowercased() == name.lowercased() }
  }
  facts["near"] = meant?.id ?? nearest(name, among: vocabulary.metrics.map(\.id))
  return [figure.finding("figures.metric", .metric, facts)]
}

private func checkRange(_ figure: Figure, _ metric: Metric) -> [Finding] {
  let parts: [FigurePart] = [.value, .low, .high, .baseline, .threshold]
  return parts.compactMap { part in
    if part == .threshold, metric.better == .closer { return nil }
    guard let number = figure.number(part) else { return nil }
    let under = metric.lowest.map { number.value < $0 } ?? false
    let over = metric.highest.map { number.value > $0 } ?? false
    guard under || over else { return nil }
    var facts = ["part": part.rawValue, "value": number.text, "metric": metric.label]
    guard let lowest = metric.lowest, let highest = metric.highest else {
      facts["side"] = under ? "below" : "above"
      facts["bound"] = plain((under ? metric.lowest : metric.highest) ?? 0)
      return figure.finding("figures.bound", part, facts)
    }
    (facts["low"], facts["high"]) = (plain(lowest), plain(highest))
    if over, lowest == 0, highest == 1, number.value <= 100 { facts["write"] = hundredth(of: number.text) }
    return figure.finding("figures.range", part, facts)
  }
}

/// `81` → `0.81`, `81.5` → `0.815`.
private func hundredth(of text: String) -> String? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard let whole = parts.first, whole.utf8.allSatisfy(isDigit), whole.count <= 2 else { return text == "100" ? "1" : nil }
  return "0." + (whole.count == 1 ? "0" : "") + whole + (parts.count == 2 ? parts[1] : "")
}

private func checkInterval(_ figure: Figure) -> [Finding] {
  let (low, high) = (figure.number(.low), figure.number(.high))
  guard let low, let high else {
    if low != nil || high != nil {
      let (given, missing): (FigurePart, FigurePart) = low != nil ? (.low, .high) : (.high, .low)
      guard figure.value(missing)?.state == .missing else { return [] }
      return [figure.finding("figures.half-interval", given, ["missing": missing.rawValue])]
    }
    return figure.number(.level) == nil ? [] : [figure.finding("figures.level-alone", .level)]
  }
  var findings: [Finding] = []
  var facts: [String: String] { ["low": low.text, "high": high.text] }
  if low.value > high.value {
    findings.append(figure.finding("figures.interval-order", .high, facts))
  } else if let value = figure.number(.value), value.value < low.value || value.value > high.value {
    findings.append(figure.finding("figures.interval", .value, facts.merging(["value": value.text]) { one, _ in one }))
  }
  if figure.value(.level)?.state == .missing { findings.append(figure.finding("figures.level", .low)) }
  return findings
}

/// What the figure rests on: a value or the reason why there is none, and enough people.
private func checkBasis(_ figure: Figure, _ context: CheckContext) -> [Finding] {
  var findings: [Finding] = []
  if figure.value(.value)?.state == .missing, !figure.isHeldBack {
    findings.append(figure.finding("figures.no-value", .value))
  }
  let limit = context.vocabulary.settings.smallNumbers
  if let count = figure.number(.n) {
    if count.value != count.value.rounded() {
      findings.append(figure.finding("figures.count", .n, ["value": count.text]))
    } else if count.value < Double(limit) {
      findings.append(figure.finding("figures.small", .n, ["count": count.text, "limit": String(limit)]))
    }
  } else if let group = figure.group, !figure.isHeldBack, figure.number(.value) != nil, figure.value(.n)?.state == .missing {
    findings.append(figure.finding("figures.group-count", .group, ["group": group]))
  }
  return findings
}

private func checkHeldBack(_ figure: Figure) -> [Finding] {
  guard figure.isHeldBack else { return [] }
  for part: FigurePart in [.value, .low, .high, .asPublished] where figure.value(part)?.isGiven == true {
    return [figure.finding("figures.held-back", part)]
  }
  if figure.text(.suppressed) == "Withheld", figure.value(.note)?.state == .missing {
    return [figure.finding("figures.held-reason", .suppressed)]
  }
  return []
}

private func checkBaseline(_ figure: Figure) -> [Finding] {
  let (number, kind) = (figure.value(.baseline), figure.value(.baselineKind))
  guard number?.isGiven != kind?.isGiven else { return [] }
  let given = number?.isGiven == true
  guard (given ? kind : number)?.state == .missing else { return [] }
  return [
    figure.finding(
      "figures.baseline", given ? .baseline : .baselineKind,
      [
        "given": given ? "what the figure to compare with is" : "what it is compared with",
        "missing": given ? "where it comes from" : "the figure itself", "key": given ? "baseline_kind" : "baseline",
      ])
  ]
}

/// The first measure an evaluation reports for everyone has a threshold somewhere, where one way is better than the other.
private func checkThreshold(_ figures: [Figure]) -> [Finding] {
  let headline = figures.first { $0.group == nil && $0.number(.value) != nil && ($0.metric?.better ?? .neither) != .neither }
  guard let headline, let metric = headline.metric,
    !figures.contains(where: { $0.metric?.id == metric.id && $0.value(.threshold)?.state != .missing })
  else { return [] }
  return [headline.finding("figures.no-threshold", .metric, ["metric": metric.label])]
}

private func checkTwice(_ figures: [Figure]) -> [Finding] {
  var findings: [Finding] = []
  var seen = [[String]: Figure](minimumCapacity: figures.count)
  for figure in figures {
    guard let metric = figure.metric else { continue }
    let key = [metric.id, figure.characteristic ?? "", figure.group ?? ""]
    guard let first = seen[key] else {
      seen[key] = figure
      continue
    }
    let group = figure.group.map { "'\($0)'" } ?? "everyone"
    let line = String(first.place(.metric).line)
    findings.append(figure.finding("figures.twice", .metric, ["metric": metric.label, "group": group, "line": line]))
  }
  return findings
}
