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
  let groups = Dictionary(grouping: figures, by: \.subject).mapValues { $0.compactMap(\.group) }
  let known = groups.mapValues { Set($0.map { Array($0.utf8) }) }
  var findings: [Finding] = []
  for figure in figures {
    if let group = figure.group, figure.value(.characteristic)?.state == .missing {
      findings.append(figure.finding("figures.characteristic", .group, ["group": group]))
    }
    guard let reference = figure.text(.referenceGroup) else { continue }
    if known[figure.subject]?.contains(Array(reference.utf8)) == true, reference != figure.group { continue }
    var facts = ["group": reference]
    let others = groups[figure.subject] ?? []
    facts["near"] = likely(reference, among: others.filter { $0 != figure.group }, after: findings.count)
    findings.append(figure.finding("figures.reference", .referenceGroup, facts))
  }
  return findings
}

/// One group alone held back, while the whole and all others are there, is not hidden.
private func checkHidden(_ figures: [Figure]) -> [Finding] {
  let groups = Dictionary(grouping: figures.filter { $0.group != nil }, by: \.subject)
  let withoutValue = groups.mapValues { group in group.count { $0.number(.value) == nil } }
  let whole = Set(figures.filter { $0.group == nil && $0.number(.value) != nil }.map(\.subject.metric))
  return figures.compactMap { figure in
    guard figure.isHeldBack, let group = figure.group, let characteristic = figure.characteristic,
      whole.contains(figure.subject.metric), (groups[figure.subject]?.count ?? 0) > 1, withoutValue[figure.subject] == 1
    else { return nil }
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

/// What groups are compared by: one measure and one characteristic, or all people.
struct FigureSubject: Hashable {
  let metric: String?
  let characteristic: String?
}

extension Figure {
  var subject: FigureSubject { FigureSubject(metric: metric?.id, characteristic: characteristic) }
}
