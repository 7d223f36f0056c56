import Editions
import Records
import Templates

/// Makes the models of figures: rows of tables, verdicts, changes, and where a figure comes from.
struct FigureModels {
  let subject: Subject
  let frame: Frame
  /// For readers who count in hundreds and do not know the names of measures.
  let isPlain: Bool

  var words: FigureWords { FigureWords(language: frame.language) }

  /// One figure as a row of a table of results.
  func row(_ outcome: Outcome) -> Object {
    let metric = outcome.metric
    var row: Object = [
      .label: .text(label(metric)), .describe: .none,
      .characteristic: .maybe(outcome.characteristic), .group: .maybe(outcome.group),
      .threshold: .maybe(words.threshold(outcome, .symbols)), .verdict: verdict(outcome),
      .baseline: .maybe(outcome.baseline.map { words.value($0.text, of: metric) }),
      .baseline_kind: .maybe(outcome.baselineKind.map(frame.language.label)),
      .as_published: .maybe(outcome.held == nil ? outcome.asPublished : nil), .note: .maybe(outcome.note),
    ]
    addFigure(outcome, to: &row)
    return row
  }

  /// The names that tell the value itself, or why it is not told.
  func addFigure(_ outcome: Outcome, to row: inout Object) {
    let interval = isPlain ? nil : interval(outcome)
    row.reserve(7)
    row.add(.value, .maybe(outcome.shown.map { digits($0.text, of: outcome.metric) }))
    row.add(.low, .maybe(interval?.low.text))
    row.add(.high, .maybe(interval?.high.text))
    row.add(.level, .maybe(interval == nil ? nil : outcome.level.map { $0.text + "%" }))
    row.add(.n, .maybe(outcome.held == nil ? outcome.count.map(countText) : nil))
    row.add(.suppressed, .flag(outcome.isSuppressed))
    row.add(.state, state(outcome.held))
  }

  /// Both ends, where the figure may be shown.
  func interval(_ outcome: Outcome) -> (low: Number, high: Number)? {
    guard outcome.shown != nil, let low = outcome.low, let high = outcome.high else { return nil }
    return (low, high)
  }

  func verdict(_ outcome: Outcome) -> Templates.Value {
    outcome.verdict.map(verdictModel) ?? .none
  }

  /// Why a figure is not shown, but for small numbers, which have words of their own.
  func state(_ held: Outcome.Held?) -> Templates.Value {
    switch held {
    case nil, .smallNumbers, .protected: .none
    case .because(let why):
      .object([.template: "fields/withheld", .ground: .none, .describe: .none, .because: .text(why)])
    case .state(let state): stateModel(state, in: subject, on: frame).map { .object($0) } ?? .none
    }
  }

  /// How a figure moved, and whether that is for the better.
  func change(from one: Number, to other: Number, _ metric: Metric) -> Object {
    let change = NumberChange(before: one, after: other)
    return moveModel(
      change, metric.tendency(from: one.value, to: other.value), by: words.value(change.by, of: metric), told: "change")
  }

  func label(_ metric: Metric) -> String { frame.language.label((isPlain ? metric.plainLabel : nil) ?? metric.label) }

  /// A figure beside a row or a bar.
  func digits(_ text: String, of metric: Metric) -> String {
    isPlain ? words.counted(text, of: metric) : words.value(text, of: metric)
  }
}

extension Outcome {
  /// Held back because so few people were counted.
  var isSuppressed: Bool { held?.isForSmallNumbers ?? false }
}

/// Which way a number went and by how much, and whether that is for the better.
///
/// - Parameter told: the name of the words that tell it, but for the direction.
func moveModel(_ change: NumberChange, _ tendency: Tendency?, by: String, told: String) -> Object {
  let direction = change.direction
  let tendency = direction == .same ? .same : tendency ?? .same
  return [
    .id: .text(tendency.rawValue), .direction: .text(direction.rawValue), .word: .text("words/\(told)_\(direction.rawValue)"),
    .tendency_word: tendency == .same ? .none : .text("words/tendency_" + tendency.rawValue),
    .by: direction == .same ? .none : .text(by),
  ]
}

// Where figures come from.
extension FigureModels {
  /// An evaluation as the source of figures below it.
  func source(_ evaluation: Evaluation) -> Object {
    let document = evaluation.document
    var source = reference(evaluation)
    source.add(.word, .none)
    source.add(.period, period(document))
    source.add(.evaluator, .maybe(document.text(.evaluator)))
    source.add(.independent, .flag(document.text(.independent) == "Yes"))
    source.add(.version_tested, .maybe(document.text(.versionTested)))
    return source
  }

  /// An evaluation by its name, with its day and, where it is not final, its state.
  func reference(_ evaluation: Evaluation) -> Object {
    let document = evaluation.document
    return [
      .label: .text(document.title), .href: .text(frame.href(subject.address(ofDocument: document.id))),
      .date: evaluation.day.map { .object(dateModel($0)) } ?? .none, .status: document.status(in: frame.language),
    ]
  }

  private func period(_ document: Document) -> Templates.Value {
    guard let start = document.day(.periodStart), let end = document.day(.periodEnd) else { return .none }
    return .object([.start: .object(dateModel(start)), .end: .object(dateModel(end))])
  }
}

extension Evaluation {
  /// When it was done: the day it was completed, else the last day it covers.
  var day: PartDay? { document.day(.completed) ?? document.day(.periodEnd) ?? document.day(.periodStart) }
}

/// Whether a figure is what it should be; made once, as most figures have one of three.
func verdictModel(_ verdict: Outcome.Verdict) -> Templates.Value {
  switch verdict {
  case .met: met
  case .missed: missed
  case .unclear: unclear
  }
}

private let (met, missed, unclear) = (verdictModel("met"), verdictModel("missed"), verdictModel("none"))

private func verdictModel(_ id: String) -> Templates.Value { .object([.id: .text(id), .word: .text("words/verdict_" + id)]) }

extension Templates.Value {
  /// A text, or nothing.
  static func maybe(_ text: String?) -> Templates.Value { text.map { .text($0) } ?? .none }
}
