import Records
import Templates

/// What a leader asks before anything else: is it in use, does it decide, does it reach its thresholds, what was decided then, who answers
/// for it.
@Sendable func headlineBlock(_ context: inout BlockContext) -> Object? {
  let standing = context.subject.standing
  let newest = standing.evaluations.last?.document
  var rows = [statusFact(context)]
  rows += [answerFact("fact_decides", .decides, of: context.tool.record, context)].compactMap { $0 }
  if let verdicts = verdictsModel(Summary.Headline(standing), context.language) { rows.append(fact("compare_met", verdicts)) }
  if let newest { rows += [answerFact("compare_decided", .decision, of: newest, context)].compactMap { $0 } }
  rows += [answerFact("fact_owner", .owner, of: context.tool.record, context)].compactMap { $0 }
  return [.template: "blocks/facts", .id: .text(context.names.unique("headline")), .rows: .list(rows)]
}
