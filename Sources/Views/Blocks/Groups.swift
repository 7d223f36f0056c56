import Editions
import Records
import Templates
import Typesetting

/// How far apart groups of people are in each measure, computed from their figures.
@Sendable func groupsBlock(_ context: inout BlockContext) -> Object? {
  let parts = context.subject.standing.parts
  let compared = Set(parts.flatMap(\.outcomes).compactMap(\.characteristic))
  let untested = parts.flatMap { untestedItems($0.evaluation.document, but: compared, &context) }
  return groupsBlock(parts, untested: joined(untested), &context)
}

/// What is said of one characteristic in several places, told under it once.
private func joined(_ untested: [Untested]) -> [Object] {
  var names: [String] = []
  for item in untested where !names.contains(item.characteristic) { names.append(item.characteristic) }
  return names.map { name in
    [.label: .text(name), .values: .list(untested.filter { $0.characteristic == name }.flatMap(\.values))]
  }
}

/// - Parameter untested: characteristics that were not compared, where no field says so on the page.
func groupsBlock(_ parts: [Standing.Part], untested: [Object], _ context: inout BlockContext) -> Object? {
  let id = context.names.unique("groups")
  let series = parts.flatMap { part -> [Object] in
    let all = comparisons(part)
    return all.indices.map { seriesModel(all[$0], isLast: $0 == all.indices.last, &context) }
  }
  guard !series.isEmpty || !untested.isEmpty else { return nil }
  return [.template: "blocks/groups", .id: .text(id), .series: .list(series), .untested: Frame.items(untested)]
}

/// A characteristic that was not compared, and what is said about that.
private typealias Untested = (characteristic: String, values: [Object])

/// The characteristics that an evaluation could not compare, each with what it says about that; those that another compares are left out.
private func untestedItems(
  _ document: Document, but compared: Set<String>, _ context: inout BlockContext
) -> [Untested] {
  guard let position = document.kind.position(of: .notTested), context.reads(document.kind.fields[position]) else {
    return []
  }
  let field = document.kind.fields[position]
  guard let key = field.key.flatMap({ field.position(of: $0) }), !document.values[position].items.isEmpty else { return [] }
  context.told.add(field, of: document)
  return document.values[position].items.enumerated().compactMap { number, item in
    let characteristic = item.values[key].line ?? ""
    if compared.contains(characteristic) { return nil }
    let told = field.fields.indices.filter { item.values[$0].passage != nil }
    return (
      characteristic,
      told.map { part in
        // The first says why; what follows says of what it tells.
        [
          .label: part == told.first ? .none : .text(context.fields.label(field.fields[part])),
          .value: .object(
            context.fields.value(
              item.values[part], field.fields[part], of: document, level: 5,
              prefix: "untested-\(document.id)-\(number + 1)-\(part + 1)")),
        ]
      }
    )
  }
}

/// The figures of one measure for groups of people, with the figure for everybody where there is one.
private struct Comparison {
  let evaluation: Evaluation
  let whole: Outcome?
  let groups: [Outcome]
  /// What the groups differ in, as it was written.
  let characteristics: [String]

  var rows: [Outcome] { (whole.map { [$0] } ?? []) + groups }

  init(_ metric: String, in part: Standing.Part) {
    evaluation = part.evaluation
    whole = evaluation.outcomes.first { $0.isForAll && $0.metric.id == metric }
    groups = part.outcomes.filter { !$0.isForAll && $0.metric.id == metric }
    var names: [String] = []
    for name in groups.map({ $0.characteristic ?? "" }) where !names.contains(name) { names.append(name) }
    characteristics = names
  }
}

private func comparisons(_ part: Standing.Part) -> [Comparison] {
  var metrics: [String] = []
  for outcome in part.outcomes where !outcome.isForAll && !metrics.contains(outcome.metric.id) {
    metrics.append(outcome.metric.id)
  }
  return metrics.map { Comparison($0, in: part) }
}

/// - Parameter isLast: whether the evaluation is named below it, as the source of all before.
private func seriesModel(_ comparison: Comparison, isLast: Bool, _ context: inout BlockContext) -> Object {
  let metric = comparison.groups[0].metric
  let id = context.names.unique("gap-" + metric.id)
  let key = Shared.Series(
    document: ObjectIdentifier(comparison.evaluation.document), metric: metric.id, id: id, isTechnical: context.isTechnical,
    isPlain: context.figures.isPlain, groups: comparison.groups.count)
  var model: Object
  if let known = context.frame.shared?.series[key] {
    model = known
  } else {
    model = seriesModel(comparison, id: id, context)
    if comparison.rows.allSatisfy(\.isAlikeEverywhere) { context.frame.shared?.series[key] = model }
  }
  if isLast { model[.evaluation] = .object(context.figures.reference(comparison.evaluation)) }
  return model
}

/// The same without its source, which is a link.
private func seriesModel(_ comparison: Comparison, id: String, _ context: BlockContext) -> Object {
  let figures = context.figures
  let metric = comparison.groups[0].metric
  let rows = comparison.rows
  let hasGroups = comparison.groups.contains { $0.group != nil }
  let names = rows.map { outcome in
    comparison.characteristics.count > 1 || outcome.group == nil
      ? figures.words.fullGroup(outcome) : figures.words.group(outcome)
  }
  return [
    .id: .text(id), .label: .text(figures.label(metric)),
    .gaps: .list(comparison.characteristics.map { gap($0, in: comparison, context) }),
    .picture: hasGroups && !context.isTechnical ? figures.bars(rows, called: names, name: id) : .none,
    .evaluation: .none, .technical: .flag(context.isTechnical),
    .rows: hasGroups
      ? Frame.items(zip(rows, names).map { groupRow($0, called: $1, among: comparison.groups, figures) }) : .none,
  ]
}

extension BlockContext {
  /// Whether the page is for readers who want digits and not sentences.
  var isTechnical: Bool { audience != nil && audience?.readingAge == nil }
}

/// What the groups of one characteristic come to: in a sentence, and as the largest difference between two of them.
private func gap(_ characteristic: String, in comparison: Comparison, _ context: BlockContext) -> Object {
  let figures = context.figures
  let groups = comparison.groups.filter { ($0.characteristic ?? "") == characteristic }
  var gap = widest(groups, exact: context.isTechnical, figures)
  gap.add(.characteristic, .text(characteristic))
  gap.add(.sentence, .maybe(worst(of: groups).flatMap { figures.words.sentence($0, of: comparison.evaluation) }))
  let whole = groups.first { $0.group == nil }
  gap.add(.figure, whole.map { .object(groupRow($0, called: characteristic, among: [], figures)) } ?? .none)
  return gap
}

/// The group that fares worst, before all one that misses its threshold; of a measure without better and worse, the one with the highest value.
private func worst(of groups: [Outcome]) -> Outcome? {
  func badness(_ outcome: Outcome) -> Double {
    guard let value = outcome.shown?.value else { return -.infinity }
    return outcome.metric.badness(value) ?? value
  }
  func misses(_ outcome: Outcome) -> Int { outcome.verdict == .missed ? 1 : 0 }
  return groups.filter { $0.shown != nil }.max { (misses($0), badness($0)) < (misses($1), badness($1)) }
}

/// The largest difference between two groups; no value where there is none, and no groups where there are not two.
private func widest(_ groups: [Outcome], exact: Bool, _ figures: FigureModels) -> Object {
  let shown = groups.compactMap { outcome in
    outcome.group.flatMap { name in outcome.shown.map { (name: name, value: $0, metric: outcome.metric) } }
  }
  guard shown.count > 1, let low = shown.min(by: { $0.value.value < $1.value.value }),
    let high = shown.max(by: { $0.value.value < $1.value.value })
  else { return [.value: .none, .low_group: .none, .high_group: .none] }
  let change = NumberChange(before: low.value, after: high.value)
  let words = figures.words
  let value = exact ? words.value(change.by, of: low.metric) : words.counted(change.by, of: low.metric)
  return [
    .value: change.direction == .same ? .none : .text(value), .low_group: .text(low.name),
    .high_group: .text(high.name),
  ]
}

private func groupRow(
  _ outcome: Outcome, called name: String, among groups: [Outcome], _ figures: FigureModels
) -> Object {
  var row: Object = [
    .group: .text(name), .difference: difference(outcome, among: groups, figures),
    .threshold: .maybe(figures.words.threshold(outcome, figures.isPlain ? .people : .words)), .verdict: figures.verdict(outcome),
    .note: .maybe(outcome.note),
  ]
  figures.addFigure(outcome, to: &row)
  return row
}

/// How far a group lies from the one it is held against.
private func difference(_ outcome: Outcome, among groups: [Outcome], _ figures: FigureModels) -> Templates.Value {
  guard let reference = outcome.referenceGroup, let value = outcome.shown,
    let other = groups.first(where: { $0.group == reference && $0.characteristic == outcome.characteristic })?.shown
  else { return .none }
  let change = NumberChange(before: other, after: value)
  var model = moveModel(
    change, outcome.metric.tendency(from: other.value, to: value.value), by: figures.digits(change.by, of: outcome.metric),
    told: "differs")
  model.add(.group, .text(reference))
  return .object(model)
}
