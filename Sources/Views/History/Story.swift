package import Editions
package import Records

/// One tool through all its versions: what each said, and what changed from one to the next.
///
/// Holds the documents of every version of one tool at once, and of no other.
package struct Story: Sendable {
  package let tool: String
  /// Published versions, oldest first.
  package let chapters: [Chapter]
  /// What the next version would be; nothing where nothing has changed since the newest.
  package let draft: Chapter?
  /// For each chapter how it differs from the one before; nothing for the first, and where either cannot be read any more.
  let steps: [Step?]
  /// How the draft differs from the newest version.
  package let draftStep: Step?
  /// What holds now as a set of pages tells it: those pages, and the head of each page of the history.
  private(set) var current: Subject?

  /// A version, or the draft of one.
  package struct Chapter: Sendable {
    package let number: Int
    /// Nothing for a draft.
    package let version: Version?
    /// Nothing where its record was redacted.
    package let tool: Tool?
    package let vocabulary: Vocabulary
    package let files: [StoryFile]
    /// What was taken out of it after it had been published.
    let losses: [Loss]

    package init(
      number: Int, version: Version?, tool: Tool?, vocabulary: Vocabulary, files: [StoryFile], history: History
    ) {
      self.number = number
      self.version = version
      self.tool = tool
      self.vocabulary = vocabulary
      self.files = files
      losses = version.map { history.losses(of: $0.entry.tool, version: number) } ?? []
    }

    /// What was taken out of it, and in which edition that is told.
    package var removed: [(redaction: Redaction, edition: Int)] { losses.map { ($0.redaction, $0.edition) } }

    /// The files it lost for good, without anything in their place.
    package var gone: [String] { losses.filter { $0.redaction.now == nil }.map(\.redaction.file) }
    /// All that were taken out of it, also where something stands in their place.
    package var takenOut: [String] { losses.map(\.redaction.file) }
  }

  package init(tool: String, chapters: [Chapter], draft: Chapter?) {
    self.tool = tool
    self.chapters = chapters
    self.draft = draft
    steps = chapters.indices.map { $0 == 0 ? nil : Step(from: chapters[$0 - 1], to: chapters[$0]) }
    draftStep = draft.flatMap { draft in chapters.last.flatMap { Step(from: $0, to: draft) } }
    current = now.flatMap { subject($0, at: .current) }
  }

  /// How a version differs from the one before it.
  package func step(to number: Int) -> Step? {
    chapters.firstIndex { $0.number == number }.flatMap { steps[$0] }
  }

  package func chapter(_ number: Int) -> Chapter? { chapters.first { $0.number == number } }

  var newest: Int { chapters.last?.number ?? 0 }

  /// What holds now and can be read: the draft in a preview, else the newest version that has a record.
  var now: Chapter? { draft?.tool != nil ? draft : chapters.last { $0.tool != nil } }

  /// A chapter as a set of pages tells it.
  private func subject(_ chapter: Chapter, at place: Subject.Place) -> Subject? {
    guard let tool = chapter.tool else { return nil }
    return Subject(
      tool: tool, vocabulary: chapter.vocabulary, version: chapter.version,
      place: chapter.version == nil ? .current : place, newest: newest, count: chapters.count,
      isDraft: chapter.version == nil, changed: marks(in: chapter), lost: lost(from: chapter))
  }

  /// The set of pages at a tool's own address, or of one version.
  package func subject(of chapter: Chapter, at place: Subject.Place) -> Subject? {
    place == .current && chapter.number == now?.number ? current : subject(chapter, at: place)
  }

  /// Where links to files that went lead: to what stands in their place, or to the page that says why they went.
  private func lost(from chapter: Chapter) -> [String: String] {
    Dictionary(
      chapter.losses.map { loss in
        let name = loss.redaction.replacementName
        let instead = loss.redaction.now.map { _ in "editions/\(loss.edition)/source/\(name)" }
        return (loss.redaction.file, instead ?? base(chapter.number) + "removed/index.html")
      }, uniquingKeysWith: { _, last in last })
  }

  private func marks(in chapter: Chapter) -> ChangeMarks {
    let step = chapter.version == nil ? draftStep : step(to: chapter.number)
    return step.map { ChangeMarks($0) } ?? .none
  }
}

/// A file of a version as it is told in lists.
package struct StoryFile: Sendable, Hashable {
  /// Its name in the tool's folder.
  package let name: String
  /// Where it stands in the site; nothing for a draft's.
  package let path: String?
  package let digest: String

  package init(name: String, path: String?, digest: String) {
    self.name = name
    self.path = path
    self.digest = digest
  }
}

/// What was taken out of a version, and in which edition.
struct Loss: Sendable, Hashable {
  let redaction: Redaction
  let edition: Int
}

extension History {
  func losses(of tool: String, version: Int) -> [Loss] {
    editions.flatMap { edition in
      edition.redactions.filter { $0.tool == tool && $0.version == version }.map {
        Loss(redaction: $0, edition: edition.number)
      }
    }
  }
}
