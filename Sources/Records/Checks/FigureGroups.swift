import Bytes
import Findings
import Reading

/// Results by group: who is compared with whom, whether a hidden figure can be worked out, and whether groups were looked at at all.
@Sendable func checkFigureGroups(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document -> [Finding] in
    let figures = document.figures(context.vocabulary).filter { $0.metric != nil }
    return checkReferences(figures) + checkHidden(figures) + checkCompared(figures, document)
  }
}

private func checkReferences(_ figures: [Figure]) -> [Finding] {
  figures.flatMap { figure -> [Finding] in
    var findings: [Finding] = []
    if let group = figure.group, figure.value(.characteristic)?.state == .missing {
      findings.append(figure.finding("figures.characteristic", .group, ["group": group]))
    }
    guard let reference = figure.text(.referenceGroup) else { return findings }
    let others = figures.filter { $0.isBeside(figure) }.compactMap(\.group)
    if !others.contains(where: reference.equalsByBytes) || reference == figure.group {
      var facts = ["group": reference]
      facts["near"] = nearest(reference, among: others.filter { $0 != figure.group })
      findings.append(figure.finding("figures.reference", .referenceGroup, facts))
    }
    return findings
  }
}

/// One group alone held back, while the whole and all others are there, is not hidden.
private func checkHidden(_ figures: [Figure]) -> [Finding] {
  figures.compactMap { figure in
    guard figure.isHeldBack, let group = figure.group, let characteristic = figure.characteristic else { return nil }
    let beside = figures.filter { $0.isBeside(figure) && $0.group != nil }
    let whole = figures.contains { $0.metric === figure.metric && $0.group == nil && $0.number(.value) != nil }
    guard whole, beside.count > 1, beside.filter({ $0.number(.value) == nil }).count == 1 else { return nil }
    return figure.finding("figures.one-hidden", .suppressed, ["group": group, "characteristic": characteristic])
  }
}

private func checkCompared(_ figures: [Figure], _ document: Document) -> [Finding] {
  guard let first = figures.first(where: { $0.number(.value) != nil && aboutPeople.contains($0.metric?.subject ?? "") }),
    let position = document.kind.position(of: .notTested), document.values[position].state == .missing,
    !figures.contains(where: { $0.group != nil || $0.characteristic != nil })
  else { return [] }
  return [first.finding("figures.no-groups", .metric, ["field": document.kind.fields[position].label])]
}

/// Whom a measure counts when it says how often the tool is right: those with the outcome, those without, those picked out.
private let aboutPeople = ["positive", "negative", "flagged"]

extension Figure {
  /// Whether both are about one measure and one characteristic.
  fileprivate func isBeside(_ other: Figure) -> Bool {
    metric === other.metric && characteristic == other.characteristic
  }
}
