import Reading
import Records
import Templates

/// Puts one audience's page together: its sections in its order, the fields of their topics, and the computed blocks.
struct SectionComposer {
  let audience: Audience
  private var context: BlockContext
  /// The first given field of each section that leads the page.
  private(set) var answers: [Object] = []

  init(_ subject: Subject, _ audience: Audience, on frame: Frame) {
    self.audience = audience
    // Fields keep their names whatever else stands on the page.
    let names = PageNames(keeping: subject.tool.record.kind.anchors)
    context = BlockContext(
      subject: subject, audience: audience, frame: frame,
      fields: FieldModels(subject: subject, frame: frame, audience: audience), names: names, told: Told())
  }

  private var subject: Subject { context.subject }
  private var frame: Frame { context.frame }

  mutating func sections() -> [Object] {
    audience.sections.compactMap { section in
      guard holds(section.when) else { return nil }
      let id = context.names.unique(section.id)
      let made = made(of: section)
      let shown = answers(to: section.topics)
      if section.brief { answer(section, id: id, shown.first) }
      // A text alone answers the section's own question; "No" alone answers none.
      let labelled = shown.count + made.count != 1 || shown.contains { $0.field.type != .prose }
      var items: [Object] = []
      items.reserveCapacity(shown.count + made.count)
      for part in made where part.block.leads { items.append(part.labelled(labelled)) }
      let after = made.compactMap(\.block.role)
      add(after.isEmpty ? shown : shown.filter { !after.contains($0.document.kind.role) }, labelled: labelled, to: &items)
      for part in made where !part.block.leads { items.append(part.labelled(labelled)) }
      if !after.isEmpty { add(shown.filter { after.contains($0.document.kind.role) }, labelled: labelled, to: &items) }
      guard !items.isEmpty else { return nil }
      return [
        .id: .text(id), .label: label(section), .items: .list(items),
      ]
    }
  }

  private func label(_ section: AudienceSection) -> Templates.Value {
    .text(frame.language.label(subject.tool.isRetired ? section.labelEnded ?? section.label : section.label))
  }

  private func holds(_ when: AudienceSection.When?) -> Bool {
    switch when {
    case nil: true
    case .retired: subject.tool.isRetired
    case .live: !subject.tool.isRetired
    }
  }

  private struct Made {
    let block: Block
    let model: Object

    func labelled(_ labelled: Bool) -> Object {
      var model = model
      model.add(.labelled, .flag(labelled))
      return model
    }
  }

  /// The section's computed parts that have something to say; made before its fields, because they tell some of those.
  private mutating func made(of section: AudienceSection) -> [Made] {
    context.section = section
    return section.blocks.compactMap { name in
      guard let block = blocks[name] else { return nil }
      return block.make(&context).map { Made(block: block, model: $0) }
    }
  }

  /// The fields of some topics that this audience reads and that are not told yet; of each topic the record's first.
  private mutating func answers(to topics: [String]) -> [TopicAnswer] {
    var answers: [TopicAnswer] = []
    for topic in topics {
      for answer in subject.answers[topic] ?? [] where isShown(answer) && context.told.add(answer.field, of: answer.document) {
        answers.append(answer)
      }
    }
    return answers
  }

  private func isShown(_ answer: TopicAnswer) -> Bool {
    guard answer.field.isRead(by: audience.id) else { return false }
    switch answer.value.state {
    case .missing: return answer.value.telling(audience.id) != nil
    case .notAsked: return false
    default: return true
    }
  }

  /// The record's fields, then those of each other document together, under its name.
  private mutating func add(_ answers: [TopicAnswer], labelled: Bool, to items: inout [Object]) {
    var documents: [Document] = []
    for answer in answers {
      if answer.document.kind.role == .record {
        items.append(item(answer, labelled: labelled, level: labelled ? 4 : 3, source: nil))
      } else if !documents.contains(where: { $0 === answer.document }) {
        documents.append(answer.document)
      }
    }
    for document in documents {
      let id = context.names.unique("from-" + document.id)
      let source = frame.link(document.title, subject.address(ofDocument: document.id))
      var fields: [Object] = []
      fields.reserveCapacity(answers.count)
      for answer in answers where answer.document === document {
        fields.append(item(answer, labelled: true, level: 5, source: source))
      }
      items.append([
        .template: "blocks/from-document", .id: .text(id), .label: source[.label] ?? .none, .href: source[.href] ?? .none,
        .date: document.completed.map { .object(dateModel($0)) } ?? .none, .status: document.status(in: frame.language),
        .fields: .list(fields), .labelled: true,
      ])
    }
  }

  /// - Parameter source: the document that says it, where that is not the record.
  private mutating func item(_ told: TopicAnswer, labelled: Bool, level: Int, source: Object?) -> Object {
    let isRecord = source == nil
    // A field of another document has its lasting name on that document's own page.
    let id = isRecord ? context.names.claim(told.field.anchor) : nil
    let own = told.value.telling(audience.id)
    let value = context.fields.value(
      told.value, told.field, of: told.document, telling: own, level: level,
      prefix: isRecord ? told.field.anchor : told.document.id + "-" + told.field.anchor)
    return [
      .template: "parts/field", .id: id.map { .text($0) } ?? .none,
      .label: .text(context.fields.heading(told.field)), .labelled: .flag(labelled),
      .ref: .none, .own: .flag(own != nil), .source: source.map { .object($0) } ?? .none,
      .lang: told.document.lang == frame.lang ? .none : .text(told.document.lang),
      .changed: subject.changed(
        told.field, of: told.document, toldTo: own == nil ? nil : audience.id, on: frame),
      .value: .object(value),
    ]
  }

  private mutating func answer(_ section: AudienceSection, id: String, _ told: TopicAnswer?) {
    guard let told, let passage = told.value.telling(audience.id) ?? told.value.passage else { return }
    let opening = Passage(span: passage.span, tree: passage.tree.opening)
    let markup = subject.markup(opening, level: 3, prefix: "answer-" + section.id, on: frame)
    let asks = section.topics.contains("question-it")
    answers.append([
      .id: .text(id), .label: label(section), .markup: .markup(markup),
      .contact: asks ? subject.contact.map { .object($0) } ?? .none : .none,
    ])
  }
}

extension Records.Value {
  var passage: Passage? {
    guard case .prose(let passage) = content else { return nil }
    return passage
  }
}
