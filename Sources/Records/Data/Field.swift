import Bytes
package import Reading

/// One thing a kind asks for.
///
/// A class that never changes, because fields are handed about by the million and a reference costs next to nothing.
package final class Field: Sendable {
  package let id: String
  package let ref: String?
  package let section: String?
  package let label: String
  /// What is written as `## …` and names the anchor; the label where a kind gives no other.
  package let heading: String
  /// What it is called where readers need not know the standard's words; nothing where its heading is plain enough.
  package let plainLabel: String?
  package let help: String
  package let type: FieldType
  package let choices: [String]
  /// What each of them means.
  private let senses: [Sense?]
  package let max: Double?
  package let min: Double?
  package let required: Bool
  package let requiredWhen: [Condition]
  /// When it is asked at all: what its section asks for, then what it asks for itself.
  package let askedWhen: [Condition]
  package let audiences: [String]
  package let topic: String?
  package let means: Meaning?
  package let facet: String?
  /// Ids in the kind this one replaces; `group.subfield` for a part of a group.
  package let was: [String]
  package let example: Node?
  /// The parts of a group or of evaluation results.
  package let fields: [Field]
  /// What each of them means.
  private let meanings: [Meaning?]
  /// Which parts of evaluation results they are.
  private let figureParts: [FigurePart?]
  /// Their positions by the order of their ids.
  package let order: [Int]
  /// The part that tells one item of a group from another across versions.
  package let key: String?
  /// What one item of a group is called.
  package let item: String?
  /// At most one item, written as a map.
  package let single: Bool
  /// How a group is drawn, such as `timeline`.
  package let picture: String?
  /// Roles of documents that have this envelope field; empty for all.
  package let roles: [Role]
  /// Kinds that have a field of their own instead of this envelope field.
  package let unlessKinds: [String]
  /// The permanent name of the field on a page: `appeals-and-review`.
  package let anchor: String

  init(_ draft: FieldDraft) {
    id = draft.id
    ref = draft.ref
    section = draft.section
    label = draft.label
    heading = draft.heading
    plainLabel = draft.plainLabel
    help = draft.help
    type = draft.type
    choices = draft.choices
    senses = draft.senses
    max = draft.max
    min = draft.min
    required = draft.required
    requiredWhen = draft.requiredWhen
    askedWhen = draft.askedWhen
    audiences = draft.audiences
    topic = draft.topic
    means = draft.means
    facet = draft.facet
    was = draft.was
    example = draft.example
    fields = draft.fields
    order = draft.fields.positionsByID
    meanings = draft.fields.map(\.means)
    figureParts = draft.type == .figures ? draft.fields.map { FigurePart(rawValue: $0.id) } : []
    key = draft.key
    item = draft.item
    single = draft.single
    picture = draft.picture
    roles = draft.roles
    unlessKinds = draft.unlessKinds
    anchor = anchorName(draft.heading)
  }

  /// Whether an audience is told it, by the audience's id.
  package func isRead(by audience: String) -> Bool {
    audiences.contains { $0.utf8.count == audience.utf8.count && $0 == audience }
  }

  package func position(of id: String) -> Int? { fields.firstIndex { $0.id.utf8.count == id.utf8.count && $0.id == id } }
  package func position(of meaning: Meaning) -> Int? { meanings.firstIndex(of: meaning) }
  /// What a choice means to the program; nothing for one that it need not know.
  func sense(of choice: String) -> Sense? { choices.firstIndex { $0.equalsByBytes(choice) }.flatMap { senses[$0] } }
  func position(of part: FigurePart) -> Int? { figureParts.firstIndex(of: part) }
}

extension [Field] {
  /// The place of a field that is looked for only where it is expected.
  func position(of id: String, expectedAt place: Int) -> Int? {
    place < count && self[place].id.utf8.count == id.utf8.count && self[place].id == id ? place : nil
  }

  var positionsByID: [Int] { indices.sorted { self[$0].id.precedesByBytes(self[$1].id) } }
}

/// A field while its kind's file is being read.
struct FieldDraft {
  var id: String
  var ref: String?
  var section: String?
  var label: String
  var heading: String
  var plainLabel: String?
  var help: String
  var type: FieldType
  var choices: [String]
  var senses: [Sense?]
  var max: Double?
  var min: Double?
  var required: Bool
  var requiredWhen: [Condition]
  var askedWhen: [Condition]
  var audiences: [String]
  var topic: String?
  var means: Meaning?
  var facet: String?
  var was: [String]
  var example: Node?
  var fields: [Field]
  var key: String?
  var item: String?
  var single: Bool
  var picture: String?
  var roles: [Role]
  var unlessKinds: [String]
}

/// What a field takes. Code knows these types; data knows the fields.
package enum FieldType: String, Sendable, CaseIterable {
  case text, prose, date
  case partDate = "part-date"
  case number, choice, choices
  case yesNo = "yes-no"
  case address, email, contact, link, links, group, figures

  package var hasParts: Bool { self == .group || self == .figures }
  /// Whether it names other documents.
  var isLink: Bool { self == .link || self == .links }
}

/// What a field tells, where the program relies on it. Kinds say which of their fields means what.
package enum Meaning: String, Sendable, CaseIterable {
  case name, organisation, phase, summary, description, website, contact, team, owner, region
  case function, capability, task, appeals, lang, title, status, completed, change, significance
  case started, risks, assessments, models, performance, reason, results, subjects
  case positive, negative, flagged, evaluator, independent, findings, decision, date, children
  case stage, engage, raise, anonymous, responder, included, outcome, decides, days
  case likelihood, severity, level, residual
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
  case notTested = "not-tested"
}

/// What a choice means, whatever a kind calls it. Kinds say it of the choices that the program relies on.
package enum Sense: String, Sendable, CaseIterable {
  /// Of a tool's phase: some use it, to try it; it works for somebody; nobody uses it any more.
  case trial, live, ended
  /// Of a notice: the end is to come, or it is for now.
  case announced, paused
  /// Of what ended: it was never more than tried.
  case tried
}

/// A heading's name in an address: lower-case ASCII letters and digits, joined by single hyphens.
package func anchorName(_ heading: String) -> String {
  var heading = heading
  return heading.withUTF8 { heading in
    String(unsafeUninitializedCapacity: heading.count) { name in
      let hyphen = UInt8(ascii: "-")
      var count = 0
      for byte in heading {
        if isLetter(byte) || isDigit(byte) {
          name[count] = lowered(byte)
          count += 1
        } else if count > 0, name[count - 1] != hyphen {
          name[count] = hyphen
          count += 1
        }
      }
      return count > 0 && name[count - 1] == hyphen ? count - 1 : count
    }
  }
}
