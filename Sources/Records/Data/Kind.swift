import Bytes
import Findings
import Reading

/// A document type, described as data: what it is for, its fields, who reads them.
///
/// Immutable and shared by every document of the kind. `fields` are the kind's own, then those of the envelope that its role carries.
package final class Kind: Sendable {
  package let id: String
  package let label: String
  package let standard: Standard?
  package let replaces: String?
  package let role: Role
  /// What such a document is, for whoever reads one.
  package let describe: String
  /// What to know when writing one.
  package let advice: String?
  package let sections: [KindSection]
  package let fields: [Field]
  /// How many of the fields are the kind's own; those after them are the envelope's.
  package let ownCount: Int
  package let rules: [KindRule]
  /// Ids of fields of the replaced kind that this one has no place for, with the reason.
  package let dropped: [Dropped]
  package let path: String

  /// The positions of its fields by the order of their ids.
  package let order: [Int]
  /// The lasting names of its fields on pages.
  package let anchors: Set<String>

  /// The place of the field that takes results of evaluations.
  let results: Int?
  /// Where its documents say how to reach a team, who holds a post, and what they lead to.
  let contacts: [AnswerPlace]
  let posts: [AnswerPlace]
  let addresses: [AnswerPlace]

  private let byID: [String: Int]
  /// By what a heading may call a field: its heading's name and its label's.
  private let byName: [String: [Int]]
  /// Which fields are the only ones that their own heading calls, as it is written.
  private let soleHeadings: [Bool]
  private let meanings: [Meaning?]
  /// Its sections with their fields, in their order.
  package let contents: [SectionFields]

  package init(
    id: String, label: String, standard: Standard?, replaces: String?, role: Role,
    describe: String, advice: String? = nil, sections: [KindSection], fields: [Field], rules: [KindRule],
    dropped: [Dropped], path: String, ownCount: Int? = nil
  ) {
    self.id = id
    self.label = label
    self.standard = standard
    self.replaces = replaces
    self.role = role
    self.describe = describe
    self.advice = advice
    self.sections = sections
    self.fields = fields
    self.ownCount = ownCount ?? fields.count
    self.rules = rules
    self.dropped = dropped
    self.path = path
    order = fields.positionsByID
    anchors = Set(fields.map(\.anchor))
    results = fields.firstIndex { $0.type == .figures }
    contacts = AnswerPlace.all(in: fields) { $0.type == .contact || $0.type == .email }
    posts = AnswerPlace.all(in: fields) { $0.type == .contact || $0.means?.wantsPost == true }
    addresses = AnswerPlace.all(in: fields) { $0.type == .address }
    byID = Dictionary(
      fields.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byName: [String: [Int]] = fields.indices.reduce(into: [:]) { names, index in
      let field = fields[index]
      for name in Set([field.anchor, anchorName(field.label)]) { names[name, default: []].append(index) }
    }
    self.byName = byName
    // One that begins with a digit may be taken for a reference and words.
    soleHeadings = fields.indices.map { byName[fields[$0].anchor] == [$0] && fields[$0].heading.utf8.first.map(isDigit) == false }
    meanings = fields.map(\.means)
    contents = sections.map { section in
      SectionFields(section: section, positions: fields.indices.filter { fields[$0].section == section.id })
    }
  }

  /// What it is and what to know, for whoever chooses a kind or fills one in.
  package var purpose: String { advice.map { describe + " " + $0 } ?? describe }

  package func position(of id: String) -> Int? { byID[id] }
  package func position(of meaning: Meaning) -> Int? { meanings.firstIndex(of: meaning) }

  /// The places of the fields that a heading may mean by a name, which is spelt as in addresses.
  func positions(called name: String) -> [Int] { byName[name] ?? [] }

  /// The same for a heading that is written as a field's own and may mean no other, from some place on.
  func position(headed heading: String, from start: Int) -> Int? {
    fields.indices.dropFirst(start).first { soleHeadings[$0] && fields[$0].heading.equalsByBytes(heading) }
  }

  /// The place of the field that a path leads to or into.
  func position(of path: AnswerPath) -> Int? {
    switch path.name {
    case .id(let id): position(of: id)
    case .meaning(let meaning): meaning.flatMap { position(of: $0) }
    }
  }

  /// Of a path to a part of every item, the places of the field and of the part.
  package func part(at path: AnswerPath) -> (field: Int, part: Int)? {
    guard let name = path.part, let field = position(of: path), let part = fields[field].position(of: name) else { return nil }
    return (field, part)
  }

  package func section(_ id: String?) -> KindSection? { sections.first { $0.id == id } }
}

package struct Standard: Sendable, Hashable {
  package let name: String
  package let version: String

  package init(name: String, version: String) {
    self.name = name
    self.version = version
  }
}

package struct Dropped: Sendable, Hashable {
  package let id: String
  package let because: String
}

/// What part a kind plays for a tool: a record is there exactly once, the others any number of times.
package enum Role: String, Sendable, CaseIterable {
  case record, assessment, evaluation, route, notice, process, envelope
}

/// A heading under which a kind's fields stand. A class that never changes, like a field.
package final class KindSection: Sendable {
  package let id: String
  package let ref: String?
  package let label: String
  package let topic: String?
  package let audiences: [String]
  /// When the section is asked at all.
  package let when: [Condition]

  init(id: String, ref: String?, label: String, topic: String?, audiences: [String], when: [Condition]) {
    self.id = id
    self.ref = ref
    self.label = label
    self.topic = topic
    self.audiences = audiences
    self.when = when
  }
}

/// A section with the places of the fields that stand under its heading.
package struct SectionFields: Sendable {
  package let section: KindSection
  package let positions: [Int]
}

/// "This field has one of these values": all conditions of a list must hold.
///
/// `field` is an id, `group.subfield` (any item) or `means:phase`.
package struct Condition: Sendable, Hashable {
  package let field: String
  package let values: [String]
  /// What the field's name leads to, read once: conditions are asked of every document.
  let path: AnswerPath

  init(field: Scalar, values: [String]) {
    self.field = field.text
    self.values = values
    path = AnswerPath(field)
  }
}

/// The way to an answer as kinds write it: an id, `means:phase`, or `group.subfield` for a part of every item.
package struct AnswerPath: Sendable, Hashable {
  enum Name: Sendable, Hashable {
    case id(String)
    /// Nothing where no field can mean it.
    case meaning(Meaning?)
  }

  let name: Name
  let part: String?
  /// Where the kind's file says so.
  let span: Span

  init(_ scalar: Scalar) {
    let text = scalar.text
    span = scalar.span
    let point = text.utf8.firstIndex(of: UInt8(ascii: "."))
    let first = text[..<(point ?? text.endIndex)]
    part = point.map { String(text[text.utf8.index(after: $0)...]) }
    name = first.hasPrefix("means:") ? .meaning(Meaning(rawValue: String(first.dropFirst(6)))) : .id(String(first))
  }
}

/// A rule that a kind's data states and generic code checks, with its own words.
package struct KindRule: Sendable {
  package enum Need: Sendable, Hashable {
    /// The tool has a document of one of these kinds.
    case document([String])
    /// The tool's record meets these conditions.
    case record([Condition])
    /// This field of the same document is given.
    case field(AnswerPath)
    /// Each item's key in the first path is found in the second.
    case match(each: AnswerPath, in: AnswerPath)
    /// Nothing can put it right but another answer: such a document is not published.
    case otherAnswer
  }

  package let id: String
  package let when: [Condition]
  package let need: Need
  package let say: String
  package let why: String
  package let fix: String
}
