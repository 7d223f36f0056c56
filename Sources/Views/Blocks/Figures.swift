import Records
import Templates

/// What the evaluations found, in sentences with the evaluation's own nouns and with a hundred people drawn: what people ask first comes first.
@Sendable func figuresBlock(_ context: inout BlockContext) -> Object? {
  figuresBlock(asAsked(context.subject.standing.parts), withGroups: !context.hasBlock("groups"), &context)
}

/// In the order of the measures, what is not shown last, and each evaluation by its first; what is alike stays as it was.
private func asAsked(_ parts: [Standing.Part]) -> [Standing.Part] {
  let ordered = parts.map { part in
    Standing.Part(evaluation: part.evaluation, outcomes: stable(part.outcomes) { $0.held == nil ? $0.metric.order : .max })
  }
  return stable(ordered) { $0.outcomes.first(where: \.isForAll)?.metric.order ?? .max }
}

private func stable<Item>(_ items: [Item], by place: (Item) -> Int) -> [Item] {
  let places = items.map(place)
  return items.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { items[$0] }
}

/// - Parameter withGroups: whether each group has a sentence, where no part about groups stands on the page.
func figuresBlock(_ parts: [Standing.Part], withGroups: Bool, _ context: inout BlockContext) -> Object? {
  var first: String?
  let evaluations = parts.compactMap { figures(of: $0, withGroups: withGroups, first: &first, &context) }
  guard !evaluations.isEmpty else { return nil }
  return [
    .template: "blocks/figures", .id: .text(context.names.unique("figures")), .evaluations: .list(evaluations),
  ]
}

private func figures(
  of part: Standing.Part, withGroups: Bool, first: inout String?, _ context: inout BlockContext
) -> Object? {
  var whole: [Object] = []
  for outcome in part.outcomes where outcome.isForAll {
    if let figure = figure(outcome, of: part, first: &first, &context) { whole.append(figure) }
  }
  let groups =
    withGroups
    ? part.outcomes.filter { !$0.isForAll }.compactMap { groupFigure($0, of: part, &context) } : []
  let withheld = part.outcomes.isEmpty ? silence(of: part.evaluation, context) : .none
  guard !whole.isEmpty || !groups.isEmpty || withheld.isGiven else { return nil }
  return [
    .evaluation: .object(context.figures.source(part.evaluation)), .figures: .list(whole),
    .groups: Frame.items(groups), .withheld: withheld,
  ]
}

/// One figure for everybody: its sentence, or why there is none.
///
/// - Parameter first: the name of the page's first pictogram, whose drawing later ones repeat.
private func figure(
  _ outcome: Outcome, of part: Standing.Part, first: inout String?, _ context: inout BlockContext
) -> Object? {
  let figures = context.figures
  let metric = outcome.metric
  let sentence = figures.words.sentence(outcome, of: part.evaluation)
  guard sentence != nil || outcome.held != nil else { return nil }
  let id = context.names.unique(metric.id)
  let key = Shared.Figure(outcome: ObjectIdentifier(outcome), id: id, first: first, isPlain: figures.isPlain)
  if let known = context.frame.shared?.figures[key] {
    first = known.first
    return known.model
  }
  let subject = part.evaluation.nouns[metric.subject]
  let count = outcome.held == nil ? outcome.count : nil
  let before = first
  let picture = sentence.map { figures.pictogram(outcome, $0, name: id, after: &first) } ?? .none
  let model: Object = [
    .id: .text(id), .label: .text(figures.label(metric)), .describe: .text(context.language.label(metric.describe)),
    .sentence: .maybe(sentence), .picture: picture, .subject: .maybe(subject),
    .first: .flag(before == nil && first != nil),
    .based_on: count.map { .object([.number: .text(countText($0)), .subject: .maybe(subject)]) } ?? .none,
    .threshold: .maybe(outcome.shown == nil ? nil : figures.words.threshold(outcome, .people)),
    .verdict: figures.verdict(outcome), .suppressed: .flag(outcome.isSuppressed), .state: figures.state(outcome.held),
    .note: .maybe(outcome.held == nil ? outcome.note : nil),
  ]
  if outcome.isAlikeEverywhere { context.frame.shared?.figures[key] = (model, first) }
  return model
}

/// One figure for a group: its sentence and what it should have been, or which figure it is and why it is not told.
private func groupFigure(_ outcome: Outcome, of part: Standing.Part, _ context: inout BlockContext) -> Object? {
  let figures = context.figures
  let sentence = figures.words.sentence(outcome, of: part.evaluation)
  guard sentence != nil || outcome.held != nil else { return nil }
  return [
    .id: .text(context.names.unique(outcome.metric.id + "-" + anchorName(outcome.group ?? outcome.characteristic ?? ""))),
    .characteristic: .maybe(outcome.group == nil ? outcome.characteristic : nil), .sentence: .maybe(sentence),
    .label: .text(figures.label(outcome.metric)), .group: .text(figures.words.fullGroup(outcome)),
    .threshold: .maybe(outcome.shown == nil ? nil : figures.words.threshold(outcome, .people)),
    .verdict: figures.verdict(outcome), .suppressed: .flag(outcome.isSuppressed), .state: figures.state(outcome.held),
  ]
}

/// Why an evaluation has no figures at all.
private func silence(of evaluation: Evaluation, _ context: BlockContext) -> Templates.Value {
  guard let results = evaluation.document.results,
    let state = stateModel(results.value.state, in: context.subject, on: context.frame)
  else { return .none }
  return .object(state)
}

extension Templates.Value {
  var isGiven: Bool {
    if case .none = self { return false }
    return true
  }
}
