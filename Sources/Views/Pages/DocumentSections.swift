import Records
import Templates

/// Puts a document's own page together: every field it has in its kind's order, with what belongs together told together.
///
/// What a document is shown as follows from what its kind says of its fields: risks and the measures against them stand in one table,
/// figures have sentences and pictures before the table, the steps of a challenge are steps, and a notice's essentials come first.
struct DocumentComposer {
  let document: Document
  private let risks: RiskTable?
  private var context: BlockContext

  init(_ subject: Subject, _ document: Document, on frame: Frame) {
    self.document = document
    risks = document.kind.role == .assessment ? RiskTable(document) : nil
    let names = PageNames(keeping: document.kind.anchors)
    context = BlockContext(
      subject: subject, audience: nil, frame: frame,
      fields: FieldModels(subject: subject, frame: frame), names: names, told: Told())
  }

  /// The name of the title's field, which stands at the head of the page and nowhere else.
  mutating func title() -> Templates.Value {
    guard let position = document.kind.position(of: .title) else { return .none }
    context.told.add(document.kind.fields[position], of: document)
    return .maybe(context.names.claim(document.kind.fields[position].anchor))
  }

  /// What a reader wants to know of the document first; it is not told again below.
  mutating func facts() -> [Object] {
    let facts: [(Meaning, String)] = [
      (.status, "words/fact_document_status"), (.evaluator, "words/fact_evaluator"),
      (.independent, "words/fact_independent"), (.versionTested, "words/fact_version_tested"),
      (.completed, "words/completed"), (.reviewDue, "words/review_due"), (.approvedBy, "words/approved_by"),
    ]
    return facts.compactMap { meaning, word in
      guard let position = document.kind.position(of: meaning), document.values[position].isGiven else { return nil }
      let field = document.kind.fields[position]
      context.told.add(field, of: document)
      let value = context.fields.value(document.values[position], field, of: document, level: 4, prefix: field.anchor)
      return [
        .id: .maybe(context.names.claim(field.anchor)), .label: .none, .word: .text(word), .value: .object(value),
      ]
    }
  }

  mutating func sections() -> [Object] {
    let lead = leading()
    var sections: [Object] = []
    for contents in document.kind.contents {
      let section = contents.section
      var items = sections.isEmpty ? lead : []
      for position in contents.positions { add(position, in: contents, to: &items) }
      guard !items.isEmpty else { continue }
      sections.append([
        .id: .text(context.names.unique("section-" + section.id)),
        .label: .text(context.language.label(section.label)), .items: .list(items),
      ])
    }
    return sections
  }

  /// What stands before everything else: the essentials of a notice.
  private mutating func leading() -> [Object] {
    guard document.kind.role == .notice else { return [] }
    var model = noticeModel(Notice(document: document), id: context.names.unique("notice"), &context)
    model.add(.document, .none)
    model.add(.labelled, false)
    return [model]
  }

  /// Adds a field as it is shown; nothing where it is not asked, or told already.
  private mutating func add(_ position: Int, in contents: SectionFields, to items: inout [Object]) {
    let (field, value) = (document.kind.fields[position], document.values[position])
    if context.told.holds(field, of: document) { return }
    if value.isMissing, !document.requires(field) { return }
    if let risks, position == risks.risks {
      let id = context.names.claim(field.anchor) ?? field.anchor
      return items.append(labelled(risksBlock(risks, id: id, &context)))
    }
    if document.kind.role == .route, let block = routeBlock(contents, of: document, &context) {
      items.append(block)
      return add(position, in: contents, to: &items)
    }
    if field.type == .figures { items += figures(field, value) }
    items.append(item(field, value))
  }

  /// The document's figures for people to read, before the table of all of them.
  private mutating func figures(_ field: Field, _ value: Records.Value) -> [Object] {
    guard value.isGiven, let evaluation = context.subject.evaluation(document), !evaluation.outcomes.isEmpty else { return [] }
    let part = Standing.Part(evaluation: evaluation, outcomes: evaluation.outcomes)
    let hasGroups = evaluation.outcomes.contains { !$0.isForAll }
    let sentences = figuresBlock([part], withGroups: !hasGroups, &context)
    return [sentences, groupsBlock([part], untested: [], &context)].compactMap { $0.map(labelled) }
  }

  private func labelled(_ model: Object) -> Object {
    var model = model
    model.add(.labelled, true)
    return model
  }

  private mutating func item(_ field: Field, _ value: Records.Value) -> Object {
    let id = context.names.claim(field.anchor) ?? field.anchor
    let shown = context.fields.value(value, field, of: document, level: 4, prefix: id)
    return [
      .template: "parts/field", .id: .text(id), .label: .text(context.language.label(field.heading)),
      .labelled: true, .ref: .none, .own: false, .source: .none, .lang: .none,
      .changed: context.subject.changed(field, of: document, on: context.frame),
      .value: .object(shown),
    ]
  }
}
