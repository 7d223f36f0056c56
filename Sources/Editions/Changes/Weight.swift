import Records

/// How much a change matters to a reader; what matters most is told first.
package enum Weight: Int, Sendable, Comparable, CaseIterable {
  /// What the tool does, about whom, with which data, who decides, how well it works, how to question it.
  case foremost
  case notable
  case ordinary
  /// Dates, titles and the note on the change itself.
  case housekeeping

  package static func < (one: Weight, other: Weight) -> Bool { one.rawValue < other.rawValue }

  init(of field: Field, in kind: Kind) {
    let topic = field.topic ?? kind.section(field.section)?.topic
    self =
      field.means.flatMap { Weight.byMeaning[$0] } ?? topic.flatMap { Weight.byTopic[$0] }
      ?? (topic == nil && kind.role == .record ? .housekeeping : .ordinary)
  }

  /// Of a document that comes or goes.
  init(of role: Role) {
    switch role {
    case .record, .evaluation, .route, .notice: self = .foremost
    case .assessment: self = .notable
    case .process, .envelope: self = .ordinary
    }
  }

  private static let byMeaning: [Meaning: Weight] = [
    .summary: .foremost, .description: .foremost, .phase: .foremost, .humanReview: .foremost,
    .decides: .foremost, .appeals: .foremost, .results: .foremost, .performance: .foremost,
    .children: .foremost, .decision: .foremost, .decisionSupported: .foremost,
    .retirementKind: .foremost, .retiredOn: .foremost, .replacedBy: .foremost,
    .dataAfter: .foremost, .casesAfter: .foremost, .contactAfter: .foremost, .reason: .foremost,
    .engage: .foremost, .raise: .foremost, .responder: .foremost, .outcome: .foremost,
    .anonymous: .foremost, .included: .foremost, .answersTo: .foremost,
    .contact: .notable, .owner: .notable, .risks: .notable, .assessments: .notable,
    .models: .notable, .thirdParty: .notable, .findings: .notable, .subjects: .notable,
    .name: .notable, .organisation: .notable, .task: .notable,
    .title: .housekeeping, .status: .housekeeping, .completed: .housekeeping,
    .approvedBy: .housekeeping, .reviewDue: .housekeeping, .change: .housekeeping,
    .significance: .housekeeping, .lang: .housekeeping,
  ]

  private static let byTopic: [String: Weight] = [
    "what-it-does": .foremost, "information-used": .foremost, "decides": .foremost,
    "question-it": .foremost, "operational-data": .foremost, "my-data": .foremost,
    "my-case": .foremost, "how-good": .foremost, "overrule": .foremost, "children": .foremost,
    "cannot-do": .notable, "why-used": .notable, "risks": .notable, "safeguards": .notable,
    "assessments": .notable, "fairness": .notable, "legal": .notable, "model": .notable,
    "development-data": .notable, "flag-wrong": .notable, "who-answers": .notable,
    "third-party": .notable, "why-ended": .notable, "replaced-by": .notable, "ask": .notable,
    "governance": .housekeeping,
  ]
}
