import Bytes
import Editions
import Foundation
import Ground
import Records
import Templates
import Testing
import Views

/// The models of the pages that tell history, name by name: versions, changes, any two compared, what was removed, editions, each
/// edition, and all changes.
///
/// One tool with two versions, another that came with the second edition, and a third edition that took a document out of version 1.
/// `RECORD=1` writes the expected files anew, and fails.
@Suite struct HistoryPagesTests {
  private static let cases = URL(fileURLWithPath: Checkout.root + "/Tests/Cases/history")

  /// What all pages have, which other tests tell.
  private static let frame: Set<String> = ["root", "site", "nav", "crumbs"]

  static let pages = [
    "tools/finder/versions/", "tools/finder/versions/2/changes/", "tools/finder/compare/", "tools/finder/compare/1/",
    "tools/finder/versions/1/removed/", "tools/finder/versions/1/documents/note/", "changes/", "editions/", "editions/1/", "editions/2/",
    "editions/3/",
  ]

  @Test(arguments: pages) func tellsHistoryToTheLetter(_ address: String) throws {
    let page = try #require(try Self.made.get().first { $0.address == address }, "there is no such page")
    let name = String(address.dropLast()).replacing("/", with: "-") + ".txt"
    let found = dump(page.model, leaving: Self.frame) + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try found.write(to: Self.cases.appendingPathComponent(name), atomically: true, encoding: .utf8)
      Issue.record("\(name) was written anew")
    }
    let wanted = try Data(contentsOf: Self.cases.appendingPathComponent(name))
    #expect(String(decoding: wanted, as: UTF8.self) == found)
  }

  /// No page of history is without its expectation.
  @Test func everyPageIsExpected() throws {
    let made = try Self.made.get().map(\.address).filter { !$0.hasPrefix("tools/triage/") }
    #expect(made.sorted() == Self.pages.sorted())
  }

  // MARK: the register

  private static let made: Result<[Page], any Error> = Result {
    let vocabulary = try Sample.vocabulary()
    let site = Site(
      settings: vocabulary.settings, history: try history(), day: try #require(Day("2026-04-02")), isPreview: false,
      languages: [Language(code: "en"), Language(code: "cy")], assets: [:], links: [])
    let stories = try ["finder", "triage"].map { id in
      Story(tool: id, chapters: try chapters(of: id, vocabulary, site.history), draft: nil)
    }
    let news = stories.flatMap { $0.news(in: site) }
    let summaries = try stories.map { story in
      let newest = try #require(story.chapters.last)
      let subject = try #require(story.subject(of: newest, at: .current))
      let record = try #require(compose(subject, in: site).record)
      return leave(subject, findings: [], record: record, with: vocabulary, in: site).summary
    }
    let proofs = [EditionProof(files: 4, isSigned: true), EditionProof(files: 5, isSigned: false), EditionProof(files: 2, isSigned: false)]
    let register = compose(
      RegisterHistory(news: news, proofs: proofs), of: RegisterView(summaries, news: news, with: vocabulary, in: site))
    return stories.flatMap { compose($0, in: site).pages } + register.pages
  }

  private static func history() throws -> History {
    let approval = SignOff(role: "corporate-communications", by: "Head of communications", on: try day("2026-01-14"), digest: "")
    let entry = { (tool: String, version: Int, change: String, significance: String) in
      EditionTool(
        tool: tool, version: version, digest: String(repeating: String(version), count: 64), change: change,
        significance: significance, signOffs: [approval])
    }
    let edition = { (number: Int, on: String, note: String, tools: [EditionTool], changed: [String], redactions: [Redaction]) in
      Edition(
        number: number, date: try day(on), note: note, previous: number == 1 ? nil : hash(number - 1), generator: "gazette 0.1.0",
        theme: Edition.Theme(name: "civic", digest: String(repeating: "f", count: 64)), tools: tools, changed: changed, removed: [],
        redactions: redactions)
    }
    let gone = Redaction(
      tool: "finder", version: 1, file: "note.md", was: String(repeating: "9", count: 64), now: nil,
      because: "It named a person.", role: "data-protection-officer", on: try day("2026-04-02"))
    return History(
      editions: [
        try edition(1, "2026-01-15", "First publication", [entry("finder", 1, "First version.", "major")], ["register.yaml"], []),
        try edition(
          2, "2026-03-02", "A correction, and a second tool",
          [entry("finder", 2, "Says who decides.", "minor"), entry("triage", 1, "First version.", "major")], [], []),
        try edition(3, "2026-04-02", "A document taken out", [], [], [gone]),
      ], hashes: (1...3).map(hash))
  }

  private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

  private static func hash(_ edition: Int) -> String { String(repeating: "abc\(edition)", count: 16) }

  private static func chapters(of id: String, _ vocabulary: Vocabulary, _ history: History) throws -> [Story.Chapter] {
    try history.versions(of: id).map { version in
      let tool = try Sample.tool([("record", record(id, version.number))])
      let names = id == "finder" && version.number == 2 ? ["plan.pdf", "record.md"] : ["record.md"]
      let files = names.map { name in
        StoryFile(
          name: name, path: "tools/\(id)/versions/\(version.number)/source/\(name)",
          digest: String(repeating: String(version.number), count: 64))
      }
      return Story.Chapter(
        number: version.number, version: version, tool: tool, vocabulary: vocabulary, files: files, history: history)
    }
  }

  private static func record(_ id: String, _ version: Int) -> String {
    let first =
      Sample.record.replacing("name: Finder", with: "name: \(id == "finder" ? "Finder" : "Triage")\nregion: [Wales, London]") + """
        ## Description
        Lists famlies who may want help.

        ## Human review
        A person decides. Nobody is told the score.
        """
    guard version > 1 else { return first }
    return first.replacing("famlies", with: "families").replacing("[Wales, London]", with: "[Wales, South West]")
      .replacing("phase: Production", with: "phase: Retired").replacing("Nobody is told the score.", with: "Parents are told the score.")
      .replacing("contact_email: finder@example.org", with: "contact_email: {withheld: security, because: It was flooded.}")
  }
}
