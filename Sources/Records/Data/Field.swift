package import Reading

/// One thing a kind asks for.
package struct Field: Sendable {
  package var id: String
  package var ref: String?
  package var section: String?
  package var label: String
  /// What is written as `## …` and names the anchor; the label where a kind gives no other.
  package var heading: String
  package var help: String
  package var type: FieldType
  package var choices: [String]
  package var max: Double?
  package var min: Double?
  package var required: Bool
  package var requiredWhen: [Condition]
  package var askedWhen: [Condition]
  package var audiences: [String]
  package var topic: String?
  package var means: Meaning?
  package var facet: String?
  /// Ids in the kind this one replaces; `group.subfield` for a part of a group.
  package var was: [String]
  package var example: Node?
  /// The parts of a group or of evaluation results.
  package var fields: [Field]
  /// The part that tells one item of a group from another across versions.
  package var key: String?
  /// What one item of a group is called.
  package var item: String?
  /// At most one item, written as a map.
  package var single: Bool
  /// How a group is drawn, such as `timeline`.
  package var picture: String?
  /// Roles of documents that have this envelope field; empty for all.
  package var roles: [Role]
  /// Kinds that have a field of their own instead of this envelope field.
  package var unlessKinds: [String]

  /// The permanent name of the field on a page: `appeals-and-review`.
  package var anchor: String { anchorName(heading) }

  package func position(of id: String) -> Int? { fields.firstIndex { $0.id == id } }
  package func position(of meaning: Meaning) -> Int? { fields.firstIndex { $0.means == meaning } }
}

/// What a field takes. Code knows these types; data knows the fields.
package enum FieldType: String, Sendable, CaseIterable {
  case text, prose, date
  case partDate = "part-date"
  case number, choice, choices
  case yesNo = "yes-no"
  case address, email, contact, link, links, group, figures

  package var hasParts: Bool { self == .group || self == .figures }
}

/// What a field tells, where the program relies on it. Kinds say which of their fields means what.
package enum Meaning: String, Sendable, CaseIterable {
  case name, organisation, phase, summary, description, website, contact, team, owner, region
  case function, capability, task, appeals, lang, title, status, completed, change, significance
  case started, ended, risks, assessments, models, performance, reason, results, subjects
  case positive, negative, flagged, evaluator, independent, findings, decision, date, children
  case stage, engage, raise, anonymous, responder, included, outcome, decides
  case organisationType = "organisation-type"
  case humanReview = "human-review"
  case reviewDue = "review-due"
  case approvedBy = "approved-by"
  case thirdParty = "third-party"
  case retirementKind = "retirement-kind"
  case retiredOn = "retired-on"
  case replacedBy = "replaced-by"
  case dataAfter = "data-after"
  case casesAfter = "cases-after"
  case contactAfter = "contact-after"
  case periodStart = "period-start"
  case periodEnd = "period-end"
  case versionTested = "version-tested"
  case decisionSupported = "decision-supported"
  case agreedBy = "agreed-by"
  case answersTo = "answers-to"
}

/// A heading's name in an address: lower-case ASCII letters and digits, joined by single hyphens.
package func anchorName(_ heading: String) -> String {
  var result: [UInt8] = []
  for byte in heading.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      result.append(byte)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): result.append(byte + 32)
    default: if result.last != UInt8(ascii: "-"), !result.isEmpty { result.append(UInt8(ascii: "-")) }
    }
  }
  if result.last == UInt8(ascii: "-") { result.removeLast() }
  return String(decoding: result, as: UTF8.self)
}
