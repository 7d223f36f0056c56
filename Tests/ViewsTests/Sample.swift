import Bytes
import Editions
import Findings
import Ground
import Reading
import Records
import Templates
import Testing
import Views

/// The register that ships with the program, and tools made of a few lines in a test, composed into pages.
enum Sample {
  static func vocabulary() throws -> Vocabulary { try Checkout.vocabulary() }

  /// Every tool of the register.
  static func tools() throws -> [Tool] {
    try Checkout.names("Content/tools").compactMap { id in
      let path = "Content/tools/" + id
      let files = try Checkout.names(path)
      return gather(
        ToolFolder(
          id: id, path: path, documents: try files.filter { $0.hasSuffix(".md") }.map { try Checkout.source(path + "/" + $0) },
          attachments: files.filter { !$0.hasSuffix(".md") && $0 != "sign-offs.yaml" }.map {
            Records.Attachment(name: $0, size: 1234)
          }), with: try vocabulary()
      ).0
    }
  }

  /// A tool from the texts of its documents, by their names without `.md`.
  static func tool(_ documents: [(String, String)]) throws -> Tool {
    try #require(gather(Checkout.finder(documents), with: try vocabulary()).0)
  }

  static let record = """
    ---
    kind: atrs-4.0
    name: Finder
    organisation_name: Example County Council
    phase: Production
    one_sentence_description: Lists families who may want help.
    contact_email: finder@example.org
    senior_responsible_owner: Director of help
    decides_or_advises: It advises a person who decides
    ---

    """

  static func pages(
    _ tool: Tool, version: Version? = nil, place: Subject.Place = .current, newest: Int = 0,
    history: History = .none, day: String = "2026-11-20"
  ) throws -> [Page] {
    let vocabulary = try vocabulary()
    let site = Site(
      settings: vocabulary.settings, history: history, day: try #require(Day(day)), isPreview: version == nil,
      languages: [Language(code: "en"), Language(code: "cy")], assets: [:], links: [])
    let subject = Subject(
      tool: tool, vocabulary: vocabulary, version: version, place: place, newest: newest, count: newest, isDraft: version == nil)
    return Array(compose(subject, in: site).pages)
  }

  /// The pages of the register as a whole.
  static func register() throws -> [Page] {
    let vocabulary = try vocabulary()
    let site = Site(
      settings: vocabulary.settings, history: .none, day: try #require(Day("2026-11-20")), isPreview: true,
      languages: [Language(code: "en"), Language(code: "cy")], assets: [:], links: [])
    let summaries = try tools().map { tool in
      let subject = Subject(
        tool: tool, vocabulary: vocabulary, version: nil, place: .current, newest: 0, count: 0, isDraft: true)
      let record = try #require(compose(subject, in: site).record)
      return leave(subject, findings: [], record: record, with: vocabulary, in: site).summary
    }
    let files = try Checkout.folder("Content/pages", ".md")
    let (pages, findings) = readPages(files, limits: vocabulary.settings.limits)
    #expect(findings == [])
    let view = RegisterView(summaries, pages: pages, with: vocabulary, in: site)
    return view.lists.flatMap { $0().pages } + view.data(about: []).pages
  }

  static func page(_ pages: [Page], _ address: String) throws -> Object {
    try #require(pages.first { $0.address == address }).model
  }

  /// The first object with this template among a page's sections.
  static func item(_ model: Object, _ template: String) throws -> Object {
    try #require(items(model).first { $0.text("template") == template })
  }

  static func items(_ model: Object) -> [Object] { model.list("sections").flatMap { $0.list("items") } }
}

extension Object {
  func list(_ name: Name) -> [Object] {
    switch self[name] {
    case .list(let list): list
    case .object(let object): object.list("items")
    default: []
    }
  }

  func object(_ name: Name) -> Object? {
    guard case .object(let object) = self[name] else { return nil }
    return object
  }

  func text(_ name: Name) -> String? {
    guard case .text(let text) = self[name] else { return nil }
    return text
  }
}
