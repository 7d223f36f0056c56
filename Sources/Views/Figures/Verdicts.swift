import Records
import Templates

extension Summary.Headline {
  init(_ standing: Standing) {
    let tally = standing.tally
    let newest = standing.evaluations.last?.document
    self.init(
      decision: newest.map { $0.answer($0.kind.position(of: .decision)) }, status: newest?.openStatus, met: tally.met,
      missed: tally.missed, untold: tally.untold, groups: tally.groups)
  }
}

/// How many thresholds are met, how many are missed, and for how many there is no result; nothing where there are none.
func verdictsModel(_ headline: Summary.Headline, _ language: Language) -> Object? {
  let numbers = [headline.met, headline.missed, headline.untold, headline.groups]
  let counts = numbers.map { $0 > 0 ? Templates.Value.object(countModel($0)) : .none }
  guard counts.contains(where: \.isGiven) else { return nil }
  return [
    .template: "fields/verdicts", .met: counts[0], .missed: counts[1], .untold: counts[2], .groups: counts[3],
    .status: .maybe(headline.status.map(language.label)),
  ]
}
