import Bytes
import Editions
import Records
import Templates
import Testing
import Typesetting

@testable import Views

/// A tool through its versions: which pages tell of any two of them, and of what changed when.
@Suite struct StoryPagesTests {
  /// A tool whose record says something else in each version.
  static func story(_ versions: Int, phases: [String] = []) throws -> (Story, Site) {
    let vocabulary = try Made.vocabulary()
    let history = try history(versions)
    let chapters = try (1...versions).map { number -> Story.Chapter in
      let phase = number <= phases.count ? phases[number - 1] : "Production"
      let record = "---\nkind: atrs-4.0\nname: Finder\nphase: \(phase)\n---\n\n## Benefits\n\nText \(number).\n"
      return Story.Chapter(
        number: number, version: history.versions(of: "finder")[number - 1],
        tool: try Made.subject("finder", ["record": record], vocabulary).tool, vocabulary: vocabulary, files: [], history: history)
    }
    return (Story(tool: "finder", chapters: chapters, draft: nil), try Made.site(vocabulary, history: history))
  }

  private static func history(_ versions: Int) throws -> History {
    let editions = try (1...versions).map { number in
      Edition(
        number: number, date: try #require(Day(year: 2000 + number, month: 3, day: 1)), note: "", previous: nil, generator: "gazette",
        theme: Edition.Theme(name: "civic", digest: ""),
        tools: [
          EditionTool(
            tool: "finder", version: number, digest: String(repeating: "0", count: 64), change: "Change \(number).",
            significance: number == 2 ? "major" : "minor", signOffs: [])
        ], changed: [], removed: [], redactions: [])
    }
    return History(editions: editions, hashes: editions.map { _ in String(repeating: "1", count: 64) })
  }

  private func told(_ story: Story, _ site: Site) -> [String] {
    compose(story, in: site).pages.filter { $0.address.hasPrefix("tools/finder/compare/") }.map { page in
      let target = page.model.object("target")?.text("href").map { " -> " + $0 } ?? ""
      return page.address.dropFirst("tools/finder/".utf8.count) + " " + page.template + target
    }
  }

  @Test func anyTwoVersionsHaveAPage() throws {
    let (story, site) = try Self.story(4)
    #expect(
      told(story, site) == [
        "compare/ compare-versions", "compare/1/3/ version-changes", "compare/1/4/ version-changes",
        "compare/1/ redirect -> 4/index.html", "compare/2/4/ version-changes", "compare/2/ redirect -> 4/index.html",
        "compare/3/ redirect -> ../../versions/4/changes/index.html",
      ])
  }

  /// Pages that stand once stand for ever, so a new version adds as many however many there are.
  @Test func versionsFarApartAreComparedWithTheNewestOnly() throws {
    let (story, site) = try Self.story(15)
    let pages = told(story, site)
    #expect(pages.contains("compare/1/13/ version-changes"))
    #expect(!pages.contains { $0.hasPrefix("compare/1/14/") || $0.hasPrefix("compare/1/15/") })
    #expect(pages.contains("compare/1/ version-changes"))
    #expect(pages.contains("compare/3/ redirect -> 15/index.html"))
    let (older, _) = try Self.story(14)
    let gone = Set(told(older, site).map { $0.prefix { $0 != " " } }).subtracting(pages.map { $0.prefix { $0 != " " } })
    #expect(gone == [])
  }

  @Test func everyFieldThatChangedIsNamedWithItsVersions() throws {
    let (story, site) = try Self.story(3, phases: ["Public beta", "Public beta", "Production"])
    let page = story.comparePage(in: site).model
    #expect(
      page.list("groups").flatMap { $0.list("fields") }.map { field in
        (field.text("label") ?? "") + ": "
          + field.list("versions").map { ($0.text("number") ?? "") + " " + ($0.text("href") ?? "") }.joined(separator: ", ")
      } == [
        "Phase: 3 ../versions/3/changes/index.html#phase",
        "Benefits: 3 ../versions/3/changes/index.html#benefits, 2 ../versions/2/changes/index.html#benefits",
      ])
    #expect(
      page.list("versions").map { version in
        let pairs = version.object("pairs")?.list("items") ?? []
        return pairs.map { $0.text("href") ?? "" }
      } == [["../versions/3/changes/index.html", "1/3/index.html"], ["../versions/2/changes/index.html"], []])
  }

  @Test func versionsStandOnALineOfTime() throws {
    let (story, site) = try Self.story(3)
    let page = story.versionsPage(in: site).model
    guard case .markup(let markup)? = page.object("timeline")?[.picture] else {
      Issue.record("no picture")
      return
    }
    let lines = String(decoding: markup.bytes, as: UTF8.self).split(separator: "\n")
    #expect(
      lines.filter { $0.hasPrefix("<title") || $0.hasPrefix("<desc") || $0.hasPrefix("<circle") } == [
        "<title id=\"g-timeline-t\">Versions</title>",
        "<desc id=\"g-timeline-d\">3 versions, Mar 01 to Mar 03; the list below says the same.</desc>",
        "<circle class=\"pic-stop pic-major\" cx=\"14\" cy=\"20\" r=\"10\"/>",
        "<circle class=\"pic-stop pic-major\" cx=\"180\" cy=\"20\" r=\"10\"/>",
        "<circle class=\"pic-stop pic-minor\" cx=\"346\" cy=\"20\" r=\"10\"/>",
      ])
    let (single, place) = try Self.story(1)
    #expect(single.versionsPage(in: place).model.object("timeline") == nil)
  }

  /// What only an old version was filed by keeps its page, which is in no list.
  @Test func aValueThatNoToolHasAnyMoreKeepsItsPage() throws {
    let (story, site) = try Self.story(3, phases: ["Public beta", "Production"])
    let vocabulary = try Made.vocabulary()
    let tools = [try Made.summary("finder", name: "Finder", "phase: Production", vocabulary)]
    let view = RegisterView(tools, news: story.news(in: site), with: vocabulary, in: site)
    #expect(view.formerFacets.map { $0.id + ": " + $0.values.map(\.id).joined(separator: " ") } == ["phase: public-beta"])
    let page = try #require(view.formerBrowsePages().first { $0.address == "browse/phase/public-beta/" }).model
    #expect(page.object("count")?.text("number") == "0")
    #expect(page.object("facet")?.list("values").map { $0.text("id") } == ["production"])
    #expect(page.object("page").map { dump($0) }?.contains("hidden: true") == true)
    #expect(feeds(story.news(in: site), filedAs: view, in: site).map(\.path).contains("browse/phase/public-beta/feed.atom"))
  }
}
