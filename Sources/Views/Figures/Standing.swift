import Records

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

  struct Tally: Sendable {
    let met: Int
    let missed: Int
    /// With a threshold, and with no result that is shown.
    let untold: Int
    /// How many of the met and missed are for groups of people.
    let groups: Int
  }

  /// Whether a newer evaluation has measured again all that this one had.
  func isOvertaken(_ document: Document) -> Bool {
    guard let evaluation = evaluations.first(where: { $0.document.id == document.id }) else { return false }
    return !evaluation.outcomes.isEmpty && !parts.contains { $0.evaluation.document.id == document.id }
  }

  /// The same measure for everybody in each evaluation that shows it, from the oldest on.
  func series(of metric: Metric) -> [(evaluation: Evaluation, outcome: Outcome)] {
    evaluations.compactMap { evaluation in
      guard let outcome = evaluation.whole(metric), outcome.shown != nil else { return nil }
      return (evaluation, outcome)
    }
  }

  /// The figure for everybody that was shown last before this one.
  func earlier(than part: Part, _ outcome: Outcome) -> (evaluation: Evaluation, outcome: Outcome)? {
    let older = evaluations.prefix { $0.document.id != part.evaluation.document.id }.map(\.document.id)
    return series(of: outcome.metric).last { older.contains($0.evaluation.document.id) }
  }

  /// How the figures that stand compare with their thresholds, those of groups among them.
  var tally: Tally {
    let outcomes = parts.flatMap(\.outcomes)
    return Tally(
      met: outcomes.count { $0.verdict == .met }, missed: outcomes.count { $0.verdict == .missed },
      untold: outcomes.count { $0.held != nil && hasThreshold($0) },
      groups: outcomes.count { !$0.isForAll && ($0.verdict == .met || $0.verdict == .missed) })
  }

  /// Whether it has a threshold, or had one when it was measured before.
  private func hasThreshold(_ outcome: Outcome) -> Bool {
    evaluations.flatMap(\.outcomes).contains {
      $0.threshold != nil && $0.metric.better != .neither && $0.subject == outcome.subject && $0.group == outcome.group
    }
  }
}

extension Evaluation {
  /// Its figure of a measure for everybody, shown or not.
  func whole(_ metric: Metric) -> Outcome? { outcomes.first { $0.metric.id == metric.id && $0.isForAll } }
}

extension Outcome {
  /// The value, where it may be shown.
  var shown: Number? { held == nil ? value : nil }

  /// What the figure is about: groups of one characteristic are told together, from one evaluation.
  fileprivate var subject: String { metric.id + "\n" + (characteristic ?? "") }
}

extension Document {
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
