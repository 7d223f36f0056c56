import Records
import Templates

/// What a computed part of a page may look at, and what it leaves for those after it.
struct BlockContext {
  let subject: Subject
  /// Nothing on a document's own page, which is for everybody.
  let audience: Audience?
  /// The section it stands in; nothing on a document's own page.
  var section: AudienceSection?
  let frame: Frame
  let fields: FieldModels
  var names: PageNames
  /// The fields that stand on the page already.
  var told: Told

  var tool: Tool { subject.tool }
  var vocabulary: Vocabulary { subject.vocabulary }
  var language: Language { frame.language }
  var figures: FigureModels { fields.figures }

  /// Whether the page has a computed part of this name.
  func hasBlock(_ name: String) -> Bool { audience?.sections.contains { $0.blocks.contains(name) } ?? false }

  /// Whether the section tells a field of the record by itself.
  func sectionTells(_ field: Field) -> Bool {
    guard let section, let topic = field.topic else { return false }
    return section.topics.contains(topic) && reads(field)
  }

  func link(to document: Document) -> Object {
    frame.link(document.title, subject.address(ofDocument: document.id))
  }
}

/// Fields of a tool's documents that a page has told, so that none is told twice.
struct Told {
  private struct Answer: Equatable {
    let field: ObjectIdentifier
    let document: ObjectIdentifier
  }

  /// Some dozens, which are looked through faster than a table is asked.
  private var answers: [Answer] = []

  /// Whether it was not told before.
  @discardableResult
  mutating func add(_ field: Field, of document: Document) -> Bool {
    if holds(field, of: document) { return false }
    answers.append(Answer(field: ObjectIdentifier(field), document: ObjectIdentifier(document)))
    return true
  }

  func holds(_ field: Field, of document: Document) -> Bool {
    answers.contains(Answer(field: ObjectIdentifier(field), document: ObjectIdentifier(document)))
  }
}

/// A computed part of a page.
struct Block: Sendable {
  /// The part whose documents it tells: their other fields stand after it, all others before.
  var role: Role?
  /// Whether it stands before everything else in its section.
  var leads = false
  /// The field of the record that it may tell in its own way, so that the field has no place of its own.
  var tells: Meaning?
  /// Its model; nothing where it has nothing to say.
  let make: @Sendable (inout BlockContext) -> Object?
}

/// The computed parts an audience's file may ask for, by name.
let blocks: [String: Block] = [
  "all-fields": Block(make: allFieldsBlock),
  "assessments": Block(role: .assessment, leads: true, tells: .assessments, make: assessmentsBlock),
  "documents": Block(make: documentsBlock),
  "downloads": Block(make: downloadsBlock),
  "facts": Block(make: factsBlock),
  "figures": Block(role: .evaluation, leads: true, make: figuresBlock),
  "groups": Block(role: .evaluation, make: groupsBlock),
  "headline": Block(make: headlineBlock),
  "lifecycle": Block(role: .process, make: lifecycleBlock),
  "notice": Block(role: .notice, leads: true, make: noticeBlock),
  "results": Block(role: .evaluation, leads: true, make: resultsBlock),
  "risks": Block(role: .assessment, leads: true, tells: .risks, make: risksBlock),
  "routes": Block(role: .route, make: routesBlock),
  "sign-offs": Block(make: signOffsBlock),
  "thresholds": Block(role: .evaluation, leads: true, make: thresholdsBlock),
  "trend": Block(role: .evaluation, make: trendBlock),
  "versions": Block(make: versionsBlock),
]
