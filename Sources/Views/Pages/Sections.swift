import Reading
import Records
import Templates

/// Puts one audience's page together: its sections in its order, the fields of their topics, and the computed blocks.
struct SectionComposer {
  let subject: Subject
  let audience: Audience
  let frame: Frame
  let fields: FieldModels
  private var names = PageNames()
  /// The first given field of each section that leads the page.
  private(set) var answers: [Object] = []

  init(_ subject: Subject, _ audience: Audience, on frame: Frame, typesetter: Typesetter) {
    self.subject = subject
    self.audience = audience
    self.frame = frame
    fields = FieldModels(subject: subject, frame: frame, typesetter: typesetter)
    // Fields keep their names whatever else stands on the page.
    for field in subject.tool.record.kind.fields { names.reserve(field.anchor) }
  }

  mutating func sections() -> [Object] {
    audience.sections.compactMap { section in
      guard holds(section.when) else { return nil }
      let id = names.unique(section.id)
      var items = fieldItems(of: section, id: id)
      for block in section.blocks {
        guard let make = blocks[block] else { continue }
        var context = BlockContext(
          subject: subject, audience: audience, frame: frame, fields: fields, names: names)
        if var made = make(&context) {
          made.add(.labelled, .flag(!items.isEmpty || section.blocks.count > 1))
          items.append(made)
        }
        names = context.names
      }
      guard !items.isEmpty else { return nil }
      return [
        .id: .text(id), .label: .text(frame.language.label(section.label)), .items: .list(items),
      ]
    }
  }

  private func holds(_ when: AudienceSection.When?) -> Bool {
    switch when {
    case nil: true
    case .retired: subject.tool.isRetired
    case .live: !subject.tool.isRetired
    }
  }

  private struct Told {
    let document: Document
    let field: Field
    let value: Records.Value
    let own: Passage?
  }

  private mutating func fieldItems(of section: AudienceSection, id: String) -> [Object] {
    let shown = section.topics.flatMap { told(of: $0, beside: section.blocks) }
    if section.brief { answer(section, id: id, shown.first) }
    return shown.map { item($0, labelled: shown.count > 1 || !section.blocks.isEmpty) }
  }

  /// The fields of a topic that this audience reads, the record's first.
  private func told(of topic: String, beside blocks: [String]) -> [Told] {
    subject.tool.all.flatMap { document -> [Told] in
      if blocks.contains("routes"), document.kind.role == .route { return [] }
      return zip(document.kind.fields, document.values).compactMap { field, value in
        guard field.topic == topic, field.audiences.contains(audience.id), shows(value) else { return nil }
        return Told(document: document, field: field, value: value, own: value.telling(audience.id))
      }
    }
  }

  private func shows(_ value: Records.Value) -> Bool {
    switch value.state {
    case .missing: value.telling(audience.id) != nil
    case .notAsked: false
    default: true
    }
  }

  private mutating func item(_ told: Told, labelled: Bool) -> Object {
    let isRecord = told.document.kind.role == .record
    let id = isRecord ? names.claim(told.field.anchor) : names.unique(told.document.id + "-" + told.field.anchor)
    let name = id ?? told.field.anchor
    let source: Templates.Value =
      isRecord
      ? .none
      : .object(frame.link(told.document.title, subject.address(ofDocument: told.document.id)))
    let value = fields.value(
      told.value, told.field, of: told.document, telling: told.own, level: labelled ? 4 : 3, prefix: name)
    return [
      .template: "parts/field", .id: id.map { .text($0) } ?? .none,
      .label: .text(frame.language.label(told.field.heading)), .labelled: .flag(labelled),
      .ref: .none, .own: .flag(told.own != nil), .source: source,
      .lang: told.document.lang == frame.lang ? .none : .text(told.document.lang),
      .changed: subject.changed(
        told.field, of: told.document, toldTo: told.own == nil ? nil : audience.id, on: frame),
      .value: .object(value),
    ]
  }

  private mutating func answer(_ section: AudienceSection, id: String, _ told: Told?) {
    guard let told, let passage = told.own ?? told.value.passage else { return }
    let opening = Passage(span: passage.span, tree: passage.tree.opening)
    let markup = fields.typesetter.markup(
      opening, of: told.document, level: 3, prefix: "answer-" + section.id, on: frame)
    let asks = section.topics.contains("question-it")
    answers.append([
      .id: .text(id), .label: .text(frame.language.label(section.label)), .markup: .markup(markup),
      .contact: asks ? contact() : .none,
    ])
  }

  /// Whom to ask: the challenge route's own contact, else the record's.
  private func contact() -> Templates.Value {
    for document in subject.tool.documents(.route) {
      for value in document.values {
        if case .contact(let lines) = value.content, let model = contactModel(lines) { return .object(model) }
      }
    }
    guard let email = subject.tool.record.text(.contact) else { return .none }
    return contactModel([ContactLine(way: "email", text: email)]).map { .object($0) } ?? .none
  }
}

extension Records.Value {
  var passage: Passage? {
    guard case .prose(let passage) = content else { return nil }
    return passage
  }
}

extension Document {
  var lang: String { text(.lang) ?? "en" }
}

/// The names that stand on one page, each once.
struct PageNames {
  private var taken: Set<String> = []
  private var reserved: Set<String> = []

  /// Keeps a name for the field that owns it.
  mutating func reserve(_ name: String) { reserved.insert(name) }

  /// The field's own name, the first time it is shown.
  mutating func claim(_ name: String) -> String? { taken.insert(name).inserted ? name : nil }

  /// The name, or the first of `-2`, `-3`, … that is free.
  mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 1
    while reserved.contains(candidate) || !taken.insert(candidate).inserted {
      number += 1
      candidate = "\(name)-\(number)"
    }
    return candidate
  }
}
