import Bytes
import Editions
import Records

/// The columns of `evaluations.csv`: one figure a row.
enum EvaluationColumn: String, CaseIterable {
  case tool, evaluation, row, version, kind, title, completed
  case periodStart = "period_start"
  case periodEnd = "period_end"
  case metric, characteristic, group
  case referenceGroup = "reference_group"
  case state, value, low, high, level, n, threshold, verdict, baseline
  case baselineKind = "baseline_kind"
  case asPublished = "as_published"
  case because, note, status, ground
  case thresholdIs = "threshold_is"
  case target, unit
}

/// Every figure of a tool's evaluations as rows of `evaluations.csv`. What is held back has its state and reason in place of a value.
func evaluationRows(of subject: Subject) -> [UInt8] {
  var bytes: [UInt8] = []
  let columns = EvaluationColumn.allCases
  let evaluations = subject.tool.evaluations.sorted {
    $0.document.id.precedesByBytes($1.document.id)
  }
  for evaluation in evaluations {
    func date(_ meaning: Meaning) -> String? { evaluation.document.value(meaning)?.line }
    let period = (start: date(.periodStart), end: date(.periodEnd))
    let completed = date(.completed)
    for (number, outcome) in evaluation.outcomes.enumerated() {
      let row = EvaluationRow(
        subject: subject, evaluation: evaluation, completed: completed, period: period, outcome: outcome, number: number + 1)
      for (place, column) in columns.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        if let text = row.text(column) { bytes.appendCSV(text) }
      }
      bytes.append(0x0A)
    }
  }
  return bytes
}

private struct EvaluationRow {
  let subject: Subject
  let evaluation: Evaluation
  let completed: String?
  let period: (start: String?, end: String?)
  let outcome: Outcome
  let number: Int

  func text(_ column: EvaluationColumn) -> String? {
    switch column {
    case .tool: subject.tool.id
    case .evaluation: evaluation.document.id
    case .row: String(number)
    case .version: subject.version.map { String($0.number) }
    case .kind: evaluation.document.kind.id
    case .title: evaluation.document.title
    case .completed: completed
    case .periodStart: period.start
    case .periodEnd: period.end
    case .metric: outcome.metric.id
    case .characteristic: outcome.characteristic
    case .group: outcome.group
    case .referenceGroup: outcome.referenceGroup
    default: figure(column)
    }
  }

  private func figure(_ column: EvaluationColumn) -> String? {
    switch column {
    case .state: state
    case .because: reason("because") ?? reason("document")
    case .value: shown(outcome.value)
    case .low: shown(outcome.low)
    case .high: shown(outcome.high)
    case .level: shown(outcome.level)
    case .n: shown(outcome.count)
    case .threshold: outcome.threshold.map(jsonNumber)
    case .verdict: outcome.verdict?.rawValue
    case .baseline: outcome.baseline.map(jsonNumber)
    case .baselineKind: outcome.baselineKind
    case .asPublished: outcome.held == nil ? outcome.asPublished : nil
    case .note: outcome.note
    case .status: evaluation.document.text(.status)
    case .ground: reason("ground")
    case .thresholdIs: outcome.threshold == nil ? nil : outcome.metric.limit
    case .target: outcome.metric.better == .closer ? outcome.metric.target.map(plain) : nil
    case .unit: outcome.metric.countedIn
    default: nil
    }
  }

  /// A number, unless the figure is held back: then not even how many it was counted on.
  private func shown(_ number: Number?) -> String? {
    outcome.held == nil ? number.map(jsonNumber) : nil
  }

  private var state: String { outcome.held?.word ?? (outcome.value == nil ? "missing" : "given") }

  /// What is said with the state, such as its reason; of a figure told elsewhere, where.
  private func reason(_ name: String) -> String? { outcome.held?.reasons.first { $0.name == name }?.text }
}

extension Metric {
  /// Which side of a threshold is the better one.
  fileprivate var limit: String? {
    switch better {
    case .higher: "at-least"
    case .lower: "at-most"
    case .closer: "within"
    case .neither: nil
    }
  }

  /// The unit of an amount; of all else, what kind of figure it is.
  fileprivate var countedIn: String { form == .amount && !unit.isEmpty ? unit : form.rawValue }
}

extension [UInt8] {
  /// Appends one row of a table.
  mutating func appendRow(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { append(UInt8(ascii: ",")) }
      appendCSV(cell)
    }
    append(0x0A)
  }
}
