package import Findings
package import Reading

/// A draft as a typed document of its kind: every field with its value, its state and its place.
///
/// Takes one file as read and what may be written; gives the document and everything that does not fit its kind. Nothing where the kind
/// is missing or unknown. Whether required fields are there, and whether documents agree, is for `check`.
package func understand(
  _ draft: Draft, with vocabulary: Vocabulary
) -> (Document?, [Finding]) {
  var understanding = Understanding(draft: draft, vocabulary: vocabulary)
  return (understanding.document(), understanding.reader.findings)
}

private struct Understanding {
  let draft: Draft
  let vocabulary: Vocabulary
  var reader: ValueReader
  /// Where the next field is looked for first: most documents follow the order of their kind.
  private var expected = 0
  /// Places of fields that an unknown name was most likely meant for.
  private var misspelt: [Int] = []

  var source: Source { draft.source }

  init(draft: Draft, vocabulary: Vocabulary) {
    self.draft = draft
    self.vocabulary = vocabulary
    reader = ValueReader(source: draft.source, grounds: vocabulary.settings.grounds.map(\.id))
  }

  mutating func document() -> Document? {
    guard let kind = kind() else { return nil }
    let missing = Value(state: .missing, span: Span(start: draft.frontSpan.start, length: 3), hasPlace: false)
    var values = [Value](repeating: missing, count: kind.fields.count)
    for entry in draft.front where entry.key.text != "kind" {
      guard let position = kind.fields.position(of: entry.key.text, expectedAt: expected) ?? kind.position(of: entry.key.text) else {
        var facts = ["field": entry.key.text, "kind": kind.label]
        facts["near"] = reader.likely(entry.key.text, among: kind.fields.map(\.id))
        if let position = facts["near"].flatMap({ kind.position(of: $0) }) { misspelt.append(position) }
        add("field.unknown", entry.key.span, facts)
        continue
      }
      expected = position + 1
      values[position] = reader.value(entry.value, kind.fields[position])
    }
    expected = 0
    if let lead = draft.lead { add("heading.missing", lead.span, [:]) }
    for section in draft.sections { tell(section, of: kind, into: &values) }
    for position in misspelt where !values[position].hasPlace { values[position] = values[position].misspelt() }
    return Document(
      id: documentName(source.path), kind: kind, source: source, values: values,
      intros: tellings(draft.intros))
  }

  private mutating func kind() -> Kind? {
    guard let entry = draft.front.first(where: { $0.key.text == "kind" }),
      case .scalar(let scalar) = entry.value.content, !scalar.text.isEmpty
    else {
      add("document.no-kind", draft.frontSpan, ["kinds": names(vocabulary.kinds)])
      return nil
    }
    if let kind = vocabulary.kind(scalar.text) { return kind }
    var facts = ["kind": scalar.text, "kinds": names(vocabulary.kinds)]
    facts["near"] = nearest(scalar.text, among: vocabulary.kinds.map(\.id))
    add("document.unknown-kind", scalar.span, facts)
    return nil
  }

  /// Puts a body section into the field its heading names.
  private mutating func tell(_ section: Section, of kind: Kind, into values: inout [Value]) {
    let known = kind.position(headed: section.heading.text, from: expected)
    guard let position = known ?? position(of: section.heading, in: kind) else { return }
    expected = position + 1
    let field = kind.fields[position]
    guard field.type == .prose else {
      return add(
        "heading.not-prose", section.heading.span, ["heading": field.label, "field": field.id])
    }
    let told = tellings(section.tellings)
    let placeholder = section.general.placeholder
    if let placeholder, !placeholder.isAlone {
      add("field.help-left", placeholder.span, ["field": field.id, "label": field.heading])
    }
    checkText(section, field)
    // A text that was refused has no tree but stands in the file; what is wrong with it has been said.
    let blank = section.general.span.length == 0 || placeholder?.isAlone == true
    if values[position].state != .missing || !values[position].tellings.isEmpty {
      let facts = ["field": field.id, "heading": section.heading.text]
      return add("field.told-twice", section.heading.span, facts)
    }
    values[position] = Value(
      state: blank ? .missing : .given, content: blank ? .none : .prose(section.general),
      span: section.heading.span, tellings: told)
  }

  /// What stands under a heading and is no text: a reason that belongs to the facts, or a sign that there is no answer.
  private mutating func checkText(_ section: Section, _ field: Field) {
    let span = section.general.span
    if span.length <= 15 { reader.checkAnswer(source.text(span), span, field) }
    guard span.length > 2, source.bytes[span.start] == UInt8(ascii: "{") else { return }
    let text = source.text(span)
    guard stateWord(String(text.dropFirst())) != nil else { return }
    add("state.in-text", span, ["field": field.id, "heading": section.heading.text, "state": text])
  }

  private mutating func tellings(_ tellings: [Telling]) -> [AudienceTelling] {
    var result: [AudienceTelling] = []
    for telling in tellings {
      guard let audience = vocabulary.audience(heading: telling.audience.text) else {
        var facts = ["audience": telling.audience.text]
        facts["audiences"] = vocabulary.audiences.map { "For \($0.heading)" }.joined(separator: "; ")
        facts["near"] = nearest(telling.audience.text, among: vocabulary.audiences.map(\.heading))
        add("heading.unknown-audience", telling.audience.span, facts)
        continue
      }
      if result.contains(where: { $0.audience == audience.id }) {
        add("heading.audience-twice", telling.audience.span, ["audience": telling.audience.text])
        continue
      }
      result.append(AudienceTelling(audience: audience.id, passage: telling.passage))
    }
    return result
  }

  /// The field that a heading names: by its label or heading, with or without the reference before it.
  private mutating func position(of heading: Scalar, in kind: Kind) -> Int? {
    let (ref, words) = splitReference(heading.text)
    let wanted = anchorName(words)
    let matching = kind.positions(called: wanted)
    if let ref, let exact = matching.first(where: { kind.fields[$0].ref == ref }) { return exact }
    if let exact = matching.first(where: { kind.fields[$0].anchor == wanted }) {
      return exact
    }
    if matching.count == 1 { return matching[0] }
    if matching.isEmpty {
      var facts = ["heading": heading.text, "kind": kind.label]
      facts["near"] = nearest(
        words, among: kind.fields.filter { $0.type == .prose }.map(\.heading))
      misspelt += kind.fields.indices.filter { kind.fields[$0].heading == facts["near"] }
      add("heading.unknown", heading.span, facts)
    } else {
      let headings = matching.map { "'\(kind.fields[$0].heading)'" }.joined(separator: " or ")
      add("heading.ambiguous", heading.span, ["heading": heading.text, "headings": headings])
    }
    return nil
  }

  private mutating func add(_ code: String, _ span: Span, _ facts: [String: String]) {
    reader.add(code, span, facts)
  }

  private func names(_ kinds: [Kind]) -> String { kinds.map(\.id).joined(separator: ", ") }
}

/// `2.3.5 - Appeals and review` → `2.3.5` and `Appeals and review`.
func splitReference(_ heading: String) -> (ref: String?, words: String) {
  let digits = heading.utf8.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  guard !digits.isEmpty, let first = digits.first, first != UInt8(ascii: ".") else {
    return (nil, heading)
  }
  var rest = Substring(heading.utf8.dropFirst(digits.count))
  guard rest.first == " " || rest.first == ":" else { return (nil, heading) }
  while let next = rest.first, next == " " || next == "-" || next == "–" || next == ":" {
    rest.removeFirst()
  }
  var ref = String(Substring(digits))
  if ref.hasSuffix(".") { ref.removeLast() }
  return (ref, String(rest))
}

/// `Content/tools/a/beta-2026.md` → `beta-2026`.
func documentName(_ path: String) -> String {
  let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
  let name = path.utf8[start...]
  return String(Substring(name.suffix(3).elementsEqual(".md".utf8) ? name.dropLast(3) : name))
}
