package import Records

/// What a tool's evaluations say now: each measure from the newest evaluation that has it.
///
/// A tool is looked at in several ways: how often it is right, how it is used, whether people can use it. So the newest evaluation leads,
/// and an older one still speaks for what no later one measured. A figure that a later evaluation has measured again is part of a trend.
struct Standing: Sendable {
  /// What one evaluation says that no newer one does.
  struct Part: Sendable {
    let evaluation: Evaluation
    let outcomes: [Outcome]
  }

  /// From the newest on; only evaluations that still have something to say.
  let parts: [Part]
  /// All that may be relied on, from the oldest on.
  let evaluations: [Evaluation]

  init(_ evaluations: [Evaluation]) {
    self.evaluations = evaluations.filter { $0.document.holds }
    var known: Set<String> = []
    var parts: [Part] = []
    for evaluation in self.evaluations.reversed() {
      let own = evaluation.outcomes.filter { !known.contains($0.subject) }
      known.formUnion(own.map(\.subject))
      if !own.isEmpty || (evaluation.outcomes.isEmpty && evaluation.document.saysWhyNotMeasured) {
        parts.append(Part(evaluation: evaluation, outcomes: own))
      }
    }
    self.parts = parts
  }

  /// Whether a newer evaluation has measured again all that this one had.
  func isOvertaken(_ document: Document) -> Bool {
    guard let evaluation = evaluations.first(where: { $0.document.id == document.id }) else { return false }
    return !evaluation.outcomes.isEmpty && !parts.contains { $0.evaluation.document.id == document.id }
  }

  /// The same measure for everybody in each evaluation that shows it, from the oldest on.
  func series(of metric: Metric) -> [(evaluation: Evaluation, outcome: Outcome)] {
    evaluations.compactMap { evaluation in
      let outcome = evaluation.outcomes.first { $0.metric.id == metric.id && $0.isForAll && $0.shown != nil }
      return outcome.map { (evaluation, $0) }
    }
  }

  /// The figure that stood before this one.
  func earlier(than part: Part, _ outcome: Outcome) -> Outcome? {
    let series = series(of: outcome.metric)
    guard let now = series.firstIndex(where: { $0.evaluation.document.id == part.evaluation.document.id }), now > 0
    else { return nil }
    return series[now - 1].outcome
  }
}

extension Outcome {
  /// For everybody, not for a group and not about the groups of a characteristic.
  var isForAll: Bool { group == nil && characteristic == nil }

  /// The value, where it may be shown.
  var shown: Number? { held == nil ? value : nil }

  /// What the figure is about: groups of one characteristic are told together, from one evaluation.
  fileprivate var subject: String { metric.id + "\n" + (characteristic ?? "") }
}

extension Document {
  /// Whether readers may still rely on it: neither withdrawn nor replaced by a newer one.
  package var holds: Bool {
    guard let status = text(.status) else { return true }
    return status != "withdrawn" && status != "superseded"
  }

  /// The results of an evaluation that has none, with the reason.
  var results: (field: Field, value: Records.Value)? {
    guard let position = kind.fields.firstIndex(where: { $0.type == .figures }) else { return nil }
    return (kind.fields[position], values[position])
  }

  fileprivate var saysWhyNotMeasured: Bool {
    switch results?.value.state {
    case .notMeasured, .notApplicable, .withheld, .unknown: true
    case .given, .missing, .notAsked, .see, nil: false
    }
  }
}
