/// Whether a figure that changed has become better, as its measure sees it.
package enum Tendency: String, Sendable { case better, worse, same }

extension Metric {
  /// What a change from one value to another means; nothing where the measure knows no better and worse.
  package func tendency(from one: Double, to other: Double) -> Tendency? {
    switch better {
    case .higher: return one == other ? .same : other > one ? .better : .worse
    case .lower: return one == other ? .same : other < one ? .better : .worse
    case .closer:
      let (before, after) = (distance(one), distance(other))
      return before == after ? .same : after < before ? .better : .worse
    case .neither: return one == other ? .same : nil
    }
  }

  /// How far a value lies from the best there is: the smaller, the better. Nothing where the measure knows no better and worse.
  package func badness(_ value: Double) -> Double? {
    switch better {
    case .higher: -value
    case .lower: value
    case .closer: distance(value)
    case .neither: nil
    }
  }

  private func distance(_ value: Double) -> Double { abs(value - (target ?? 0)) }
}
