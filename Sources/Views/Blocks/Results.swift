import Records
import Templates

/// Every figure that stands, with interval and number, an evaluation at a time; those of groups where no other part of the page has them.
@Sendable func resultsBlock(_ context: inout BlockContext) -> Object? {
  let figures = context.figures
  let withGroups = !context.hasBlock("groups")
  let evaluations = context.subject.standing.parts.compactMap { part -> Object? in
    let outcomes = part.outcomes.filter { $0.isForAll || withGroups }
    guard !outcomes.isEmpty else { return nil }
    return [
      .evaluation: .object(figures.source(part.evaluation)), .rows: .list(outcomes.map { figures.row($0) }),
    ]
  }
  guard !evaluations.isEmpty else { return nil }
  return [
    .template: "blocks/results", .id: .text(context.names.unique("results")), .evaluations: .list(evaluations),
  ]
}
