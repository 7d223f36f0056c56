/// One figure of an evaluation: a measure, its value, for whom, and what it should have been.
///
/// Whatever can be calculated is: whether the threshold is met, how a group differs from its reference, what an earlier evaluation said.
/// None of these is ever typed. Immutable, and passed on by reference: pages, tables and checks all walk the same figures.
package final class Outcome: Sendable {
  package enum Verdict: String, Sendable { case met, missed, unclear }

  package let metric: Metric
  package let value: Number?
  package let low: Number?
  package let high: Number?
  /// The level of the interval in per cent, such as 95.
  package let level: Number?
  package let count: Number?
  package let characteristic: String?
  /// The group it is about; nothing for everybody.
  package let group: String?
  package let referenceGroup: String?
  package let threshold: Number?
  package let baseline: Number?
  package let baselineKind: String?
  package let asPublished: String?
  package let note: String?
  /// Why the figure is not shown: too few people, or the reason that was written.
  package let held: Held?

  package enum Held: Sendable, Hashable {
    /// Fewer were counted than the register shows.
    case smallNumbers(limit: Int)
    /// The publisher holds it back for its small numbers, or so that another group's cannot be worked out from it.
    case protected
    case because(String)
    /// Not measured, withheld on a ground, or in another state of a value.
    case state(State)

    package var isForSmallNumbers: Bool {
      switch self {
      case .smallNumbers, .protected: true
      case .because, .state: false
      }
    }
  }

  /// Nothing where the measure is unknown.
  package init?(_ item: Item, of field: Field, _ vocabulary: borrowing Vocabulary) {
    let parts = FigureParts(item: item, field: field)
    guard let name = parts.text(.metric), let metric = vocabulary.metric(name) else { return nil }
    self.metric = metric
    value = parts.number(.value)
    low = parts.number(.low)
    high = parts.number(.high)
    level = parts.number(.level)
    count = parts.number(.n)
    characteristic = parts.text(.characteristic)
    group = parts.text(.group)
    referenceGroup = parts.text(.referenceGroup)
    threshold = parts.number(.threshold)
    baseline = parts.number(.baseline)
    baselineKind = parts.text(.baselineKind)
    asPublished = parts.text(.asPublished)
    note = parts.text(.note)
    held = parts.held(count, limit: vocabulary.settings.smallNumbers)
  }

  /// For everybody, not for a group and not about the groups of a characteristic.
  package var isForAll: Bool { group == nil && characteristic == nil }

  /// Whether the value reaches its threshold; nothing where there is none of either.
  package var verdict: Verdict? {
    guard held == nil, let value = value?.value else { return nil }
    return metric.verdict(on: value, against: threshold?.value)
  }
}

extension Metric {
  func verdict(on value: Double, against threshold: Double?) -> Outcome.Verdict? {
    guard let threshold else { return nil }
    switch better {
    case .higher: return value >= threshold ? .met : .missed
    case .lower: return value <= threshold ? .met : .missed
    case .closer: return abs(value - (target ?? 0)) <= threshold ? .met : .missed
    case .neither: return nil
    }
  }
}

/// An evaluation of a tool with its figures.
package struct Evaluation: Sendable {
  package let document: Document
  package let outcomes: [Outcome]
  /// The evaluation's own words for those it counted, by the names that sentences use.
  package let nouns: [String: String]

  /// By when evaluations are put in order: the end of the period, else the day it was completed.
  package var moment: String {
    for meaning in [Meaning.periodEnd, .periodStart, .completed] {
      if let text = document.value(meaning)?.line { return text }
    }
    return ""
  }
}

/// Those of some documents that are evaluations, with their figures, oldest first.
func readEvaluations(_ documents: [Document], _ vocabulary: Vocabulary) -> [Evaluation] {
  documents.filter { $0.kind.role == .evaluation }.map { document in
    Evaluation(document: document, outcomes: readOutcomes(document, vocabulary), nouns: nouns(document))
  }.sorted { ($0.moment, $0.document.id) < ($1.moment, $1.document.id) }
}

private func nouns(_ document: Document) -> [String: String] {
  var nouns: [String: String] = [:]
  for meaning in [Meaning.subjects, .positive, .negative, .flagged] {
    nouns[meaning.rawValue] = document.text(meaning)
  }
  return nouns
}

/// The figures of an evaluation, in the order they were written; those of an unknown measure are left out.
package func readOutcomes(_ document: Document, _ vocabulary: Vocabulary) -> [Outcome] {
  guard let position = document.kind.results else { return [] }
  let field = document.kind.fields[position]
  return document.values[position].items.compactMap { Outcome($0, of: field, vocabulary) }
}

extension FigureParts {
  /// Why the figure is not shown; nothing where it is.
  fileprivate func held(_ count: Number?, limit: Int) -> Outcome.Held? {
    if let count, count.value < Double(limit) { return .smallNumbers(limit: limit) }
    switch text(.suppressed) {
    case nil, "No": break
    case "Small numbers": return .protected
    case let reason?: return .because(text(.note) ?? reason)
    }
    guard let state = value(.value)?.state, state != .given, state != .missing else { return nil }
    return .state(state)
  }
}
