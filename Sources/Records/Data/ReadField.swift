import Findings
import Reading

/// Reads the fields of a kind's file, and checks that their ids and references are each used once.
struct FieldReader {
  let sections: [KindSection]
  let audiences: [String]?
  let isRecord: Bool
  /// Where each field's id stands, for findings about it later.
  private(set) var spans: [String: Span] = [:]
  private var refs: Set<String> = []
  private var headings: Set<String> = []

  init(sections: [KindSection], audiences: [String]?, isRecord: Bool) {
    self.sections = sections
    self.audiences = audiences
    self.isRecord = isRecord
  }

  /// A field of the kind itself.
  mutating func field(_ map: inout MapReader) -> Field? {
    let sectionName = map.scalar("section")
    let section = sections.first { $0.id == sectionName?.text }
    if let sectionName, section == nil {
      var facts = ["section": sectionName.text]
      facts["near"] = nearest(sectionName.text, among: sections.map(\.id))
      map.add("kind.unknown-section", sectionName.span, facts)
    }
    guard var field = common(&map, inherited: section?.audiences ?? []) else { return nil }
    field.section = section?.id
    field.askedWhen = (section?.when ?? []) + field.askedWhen
    field.topic = map.text("topic") ?? section?.topic
    field.facet = map.text("facet")
    field.was = map.texts("was")
    field.roles = map.choices("roles", of: Role.allCases.map(\.rawValue)).compactMap(Role.init(rawValue:))
    field.unlessKinds = map.texts("unless_kind")
    if field.audiences.isEmpty { map.add("kind.no-audience", map.span, ["field": field.id]) }
    if isRecord, field.topic == nil { map.add("kind.no-topic", map.span, ["field": field.id]) }
    register(field, in: &map)
    return Field(field)
  }

  private mutating func register(_ field: FieldDraft, in map: inout MapReader) {
    if spans[field.id] != nil { map.add("kind.twice", map.span, ["what": "id", "value": field.id]) }
    spans[field.id] = map.span
    if let ref = field.ref, !refs.insert(ref).inserted {
      map.add("kind.twice", map.span, ["what": "reference", "value": ref])
    }
    if !headings.insert(anchorName(field.heading)).inserted {
      map.add("kind.twice", map.span, ["what": "heading", "value": field.heading])
    }
  }

  /// What a field and a part of a group have in common.
  private func common(_ map: inout MapReader, inherited: [String]) -> FieldDraft? {
    let id = map.scalar("id", required: true)
    let label = map.text("label", required: true)
    let type = map.choice("type", of: FieldType.allCases.map(\.rawValue), required: true)
    let help = map.text("help", required: true)
    let example = map.node("example", required: true)
    let own = map.audiences(among: audiences)
    let means = map.choice("means", of: Meaning.allCases.map(\.rawValue))
    let choices = Self.readChoices(&map)
    var field = FieldDraft(
      id: id?.text ?? "", ref: map.text("ref"), section: nil, label: label ?? "",
      heading: map.text("heading") ?? label ?? "", plainLabel: map.text("plain_label"), help: help ?? "", type: .text,
      choices: choices, senses: Self.readSenses(of: choices, &map), max: map.number("max")?.value, min: map.number("min")?.value,
      required: map.flag("required"), requiredWhen: readConditions(&map, "required_when"),
      askedWhen: readConditions(&map, "asked_when"), audiences: own.isEmpty ? inherited : own,
      topic: nil, means: means.flatMap(Meaning.init(rawValue:)), facet: nil, was: [],
      example: example, fields: [], key: map.text("key"), item: map.text("item"),
      single: map.flag("single"), picture: map.text("picture"), roles: [], unlessKinds: [])
    field.fields = readParts(&map, inherited: field.audiences)
    if let id, !Self.isFieldName(id.text) { map.add("kind.field-name", id.span, ["id": id.text]) }
    guard id != nil, label != nil, let type = type.flatMap(FieldType.init(rawValue:)) else {
      return nil
    }
    field.type = type
    Self.checkParts(field, in: &map)
    return field
  }

  private static func readChoices(_ map: inout MapReader) -> [String] {
    let choices = map.scalars("choices")
    var seen: Set<String> = []
    for choice in choices where !seen.insert(choice.text).inserted {
      map.add("kind.twice", choice.span, ["what": "choice", "value": choice.text])
    }
    return choices.map(\.text)
  }

  private static func readSenses(of choices: [String], _ map: inout MapReader) -> [Sense?] {
    var senses = [Sense?](repeating: nil, count: choices.count)
    for entry in map.map("choices_mean") {
      let known = map.allowing(entry.key, "choices_mean", Sense.allCases.map(\.rawValue)).flatMap(Sense.init(rawValue:))
      for node in entry.value.list ?? [entry.value] {
        guard case .scalar(let scalar) = node.content, map.allowing(scalar, entry.key.text, choices) != nil else { continue }
        if let place = choices.firstIndex(of: scalar.text) { senses[place] = known }
      }
    }
    return senses
  }

  private func readParts(_ map: inout MapReader, inherited: [String]) -> [Field] {
    var seen: Set<String> = []
    return map.list("fields").compactMap { node in
      map.nested(node, what: "a part of a group") { map in
        guard var part = common(&map, inherited: inherited) else { return nil }
        part.was = map.texts("was")
        if !seen.insert(part.id).inserted {
          map.add("kind.twice", map.span, ["what": "id", "value": part.id])
        }
        return Field(part)
      }
    }
  }

  private static func checkParts(_ field: FieldDraft, in map: inout MapReader) {
    let takesChoices = field.type == .choice || field.type == .choices
    if takesChoices == field.choices.isEmpty {
      map.add(
        takesChoices ? "kind.no-choices" : "kind.needless-choices", map.span, ["field": field.id])
    }
    if field.type.hasParts == field.fields.isEmpty {
      map.add(
        field.type.hasParts ? "kind.no-parts" : "kind.needless-parts", map.span,
        ["field": field.id])
    }
    if let key = field.key, !field.fields.contains(where: { $0.id == key }) {
      var facts = ["field": field.id, "key": key]
      facts["near"] = nearest(key, among: field.fields.map(\.id))
      map.add("kind.unknown-key-part", map.span, facts)
    }
  }

  /// Whether a name is `lower_case_with_underscores`.
  private static func isFieldName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }
}
