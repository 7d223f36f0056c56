package import Findings
import Reading

/// The kinds of a register, with what was wrong in their files.
///
/// Takes the files of `kinds/`, and the ids of the register's audiences where all could be read; the envelope's fields are added to every
/// kind by its role. A kind whose file has errors is left out, and the documents that name it are told so.
package func readKinds(_ sources: [Source], for audiences: [String]?) -> ([Kind], [Finding]) {
  var findings: [Finding] = []
  var drafts: [KindDraft] = []
  for source in sources {
    let (node, found) = readYAML(source)
    findings += found
    guard let node else { continue }
    if let draft = KindDraft(node, in: source, for: audiences, findings: &findings) { drafts.append(draft) }
  }
  findings += checkFamily(drafts)
  let envelope = drafts.first { $0.role == .envelope }
  let kinds = drafts.filter { $0.role != .envelope }
    .map { $0.kind(in: envelope) }
    .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  for draft in drafts { findings += checkExamples(draft) }
  findings += checkPaths(drafts)
  return (kinds, findings)
}

/// A kind as its own file states it, before the envelope's fields join.
struct KindDraft {
  let source: Source
  let id: Scalar
  let label: String
  let standard: Standard?
  let replaces: Scalar?
  let role: Role
  let describe: String
  let advice: String?
  let sections: [KindSection]
  let fields: [Field]
  /// Whether every field could be read.
  let isWhole: Bool
  let spans: [String: Span]
  let rules: [KindRule]
  let dropped: [Dropped]

  init?(_ node: Node, in source: Source, for audiences: [String]?, findings: inout [Finding]) {
    guard var map = MapReader(node, in: source, what: "a kind", findings: &findings) else {
      return nil
    }
    self.source = source
    let id = map.scalar("id", required: true)
    let label = map.text("label", required: true)
    standard = map.nested("standard", what: "the standard") { map in
      guard let name = map.text("name", required: true),
        let version = map.text("version", required: true)
      else { return nil }
      return Standard(name: name, version: version)
    }
    replaces = map.scalar("replaces")
    let role = map.choice("role", of: Role.allCases.map(\.rawValue), required: true)
    describe = map.text("describe") ?? ""
    advice = map.text("advice")
    var named: Set<String> = []
    sections = map.list("sections").compactMap { node in
      map.nested(node, what: "a section") { map in
        let section = KindDraft.section(&map, audiences)
        if let section, !named.insert(section.id).inserted { map.add("kind.twice", map.span, ["what": "section", "value": section.id]) }
        return section
      }
    }
    var reader = FieldReader(sections: sections, audiences: audiences, isRecord: role == Role.record.rawValue)
    let listed = map.list("fields", required: true)
    fields = listed.compactMap { node in
      map.nested(node, what: "a field") { reader.field(&$0) }
    }
    isWhole = fields.count == listed.count
    spans = reader.spans
    rules = map.list("rules").compactMap { node in
      map.nested(node, what: "a rule") { readRule(&$0) }
    }
    dropped = map.list("dropped").compactMap { node in
      map.nested(node, what: "a dropped field") { map in
        guard let id = map.text("id", required: true),
          let because = map.text("because", required: true)
        else { return nil }
        return Dropped(id: id, because: because)
      }
    }
    if let id, source.path.hasSuffix("/\(id.text).yaml") == false {
      map.add("kind.name", id.span, ["id": id.text, "file": source.path])
    }
    findings += map.finish()
    guard let id, let label, let role = role.flatMap(Role.init(rawValue:)) else { return nil }
    self.id = id
    self.label = label
    self.role = role
  }

  /// The kind with what the envelope adds to its role: fields, and the sections they stand in, after its own.
  func kind(in envelope: KindDraft?) -> Kind {
    let joined = (envelope?.fields ?? []).filter { field in
      (field.roles.isEmpty || field.roles.contains(role)) && !field.unlessKinds.contains(id.text)
        && !fields.contains { $0.id == field.id }
    }
    // The envelope's rules speak of its own fields.
    let common = (envelope?.rules ?? []).filter { rule in
      rule.when.allSatisfy { condition in joined.contains { $0.id == condition.field } }
    }
    let around = (envelope?.sections ?? []).filter { section in joined.contains { $0.section == section.id } }
    return Kind(
      id: id.text, label: label, standard: standard, replaces: replaces?.text, role: role,
      describe: describe, advice: advice, sections: sections + around, fields: fields + joined, rules: rules + common,
      dropped: dropped, path: source.path, ownCount: fields.count)
  }

  private static func section(_ map: inout MapReader, _ audiences: [String]?) -> KindSection? {
    guard let id = map.text("id", required: true), let label = map.text("label", required: true)
    else { return nil }
    return KindSection(
      id: id, ref: map.text("ref"), label: label, topic: map.text("topic"),
      audiences: map.audiences(among: audiences), when: readConditions(&map, "when"))
  }
}

extension MapReader {
  /// For whom something is; anybody where the register's audiences are not known.
  mutating func audiences(among known: [String]?) -> [String] {
    known.map { choices("audiences", of: $0) } ?? texts("audiences")
  }
}

/// Conditions as a map of field to value or values.
func readConditions(_ map: inout MapReader, _ key: String) -> [Condition] {
  map.map(key).map { entry in
    switch entry.value.content {
    case .scalar(let scalar): return Condition(field: entry.key, values: [scalar.text])
    case .list(let nodes):
      let values = nodes.compactMap { node -> String? in
        guard case .scalar(let scalar) = node.content else { return nil }
        return scalar.text
      }
      return Condition(field: entry.key, values: values)
    case .map:
      map.add("data.not-text", entry.value.span, ["key": entry.key.text])
      return Condition(field: entry.key, values: [])
    }
  }
}

private func readRule(_ map: inout MapReader) -> KindRule? {
  let id = map.text("id", required: true)
  let when = readConditions(&map, "when")
  let documents = map.texts("needs_document")
  let record = readConditions(&map, "needs_record")
  let field = map.scalar("needs_field")
  let each = map.scalar("each")
  let matched = map.scalar("matched_in")
  let isRefused = map.flag("refused")
  let say = map.text("say", required: true)
  let why = map.text("why", required: true)
  let fix = map.text("fix", required: true)
  let need: KindRule.Need
  if !documents.isEmpty {
    need = .document(documents)
  } else if !record.isEmpty {
    need = .record(record)
  } else if let field {
    need = .field(AnswerPath(field))
  } else if let each, let matched {
    need = .match(each: AnswerPath(each), in: AnswerPath(matched))
  } else if isRefused, !when.isEmpty {
    need = .otherAnswer
  } else {
    map.add("kind.rule-needs-nothing", map.span, [:])
    return nil
  }
  guard let id, let say, let why, let fix else { return nil }
  return KindRule(id: id, when: when, need: need, say: say, why: why, fix: fix)
}
