import Bytes
import Editions
import Findings
import Records
import Templates
import Testing

@testable import Views

@Suite struct RegisterPagesTests {
  private func names(_ value: Templates.Value?, _ name: Name = .label) -> [String] {
    guard case .list(let objects) = value else { return [] }
    return objects.compactMap { object in
      guard case .text(let text) = object[name] else { return nil }
      return text
    }
  }

  private func text(_ value: Templates.Value?) -> String? {
    guard case .text(let text) = value else { return nil }
    return text
  }

  private func many(_ count: Int, _ vocabulary: Vocabulary) throws -> [Summary] {
    try (0..<count).map { number in
      let name = "Tool " + String(1000 + number)
      return try Made.summary("tool-\(number)", name: name, "organisation_name: Example Police\nphase: Production", vocabulary)
    }
  }

  @Test func toolsStandByNameAndThoseThatEndedLast() throws {
    let vocabulary = try Made.vocabulary()
    let tools = try [("c", "Zebra", "Production"), ("b", "Édith", "Retired"), ("a", "apple", "Production"), ("d", "Apple", "Production")]
      .map {
        try Made.summary($0.0, name: $0.1, "phase: \($0.2)", vocabulary)
      }
    let view = try Made.view(tools, vocabulary)
    #expect(view.tools.map(\.id) == ["a", "d", "b", "c"])
    #expect(names(view.homePage().model[.tools], .id) == ["a", "d", "c", "b"])
  }

  @Test(arguments: [
    ("organisation", "Example County Council", "council"), ("organisation", "Another Council", "another-council"),
    ("phase", "Beta/Pilot", "beta-pilot"), ("phase", "Children's Trust", "childrens-trust"),
    ("phase", "Cyngor Môn", "cyngor-mon"), ("phase", "東京都", "ce76fe655d41"),
  ])
  func everyValueHasAnAddress(_ facet: String, _ words: String, _ id: String) throws {
    #expect(facetID(facet, words, try Made.vocabulary().settings) == id)
  }

  @Test func aFilterTellsToolsApart() throws {
    let vocabulary = try Made.vocabulary()
    let tools = [
      try Made.summary("a", name: "A", "organisation_name: Example Police\nphase: Retired\nregion: [Wales, London]", vocabulary),
      try Made.summary("b", name: "B", "organisation_name: Example Police\nphase: Production\nregion: [Wales]", vocabulary),
    ]
    let home = try Made.view(tools, vocabulary).homePage().model
    #expect(names(home[.facets], .id) == ["phase", "region"], "one organisation is no choice")
    #expect(names(home[.tools], .facets) == ["phase=production region=wales", "phase=retired region=wales region=london"])
    guard case .list(let facets) = home[.facets] else { return }
    #expect(names(facets[0][.values]) == ["Production", "Retired"], "in the order of the field's choices")
  }

  @Test func aLargeRegisterShowsItsNewestAndLeavesTheRestToTheSearch() throws {
    let vocabulary = try Made.vocabulary()
    let home = try Made.view(try many(101, vocabulary), vocabulary).homePage().model
    guard case .flag(let complete) = home[.complete], case .list(let cards) = home[.tools] else { return }
    #expect(!complete && cards.count == 30)
  }

  @Test func aValueWithManyToolsHasSeveralPages() throws {
    let vocabulary = try Made.vocabulary()
    let view = try Made.view(try many(401, vocabulary), vocabulary)
    let pages = [view.browsePage()] + view.facets.flatMap { view.browseParts(of: $0) }.flatMap { $0().pages }
    #expect(
      pages.map(\.address) == [
        "browse/", "browse/organisation/", "browse/organisation/police/", "browse/organisation/police/2/",
        "browse/organisation/police/3/", "browse/phase/", "browse/phase/production/", "browse/phase/production/2/",
        "browse/phase/production/3/",
      ])
    let middle = pages[3].model
    #expect(names(middle[.tools], .id).count == 200)
    #expect(text(middle[.previous_href]) == "../index.html")
    #expect(text(middle[.next_href]) == "../3/index.html")
    #expect(names(pages[4].model[.tools], .id).count == 1)
    #expect(names(pages[1].model[.tools], .id) == [], "the facet's own page only leads to its values")
  }

  @Test(arguments: [(0, 0..<60), (35, 5..<65), (69, 10..<70)])
  func thePageOfOneOfManyValuesLeadsToThoseAround(_ number: Int, _ around: Range<Int>) throws {
    let vocabulary = try Made.vocabulary()
    let towns = (0..<70).map { "Town \(100 + $0)" }
    let tools = try towns.enumerated().map { try Made.summary("tool-\($0)", name: "Tool", "organisation_name: \($1)", vocabulary) }
    let view = try Made.view(tools, vocabulary)
    let pages = view.facets.flatMap { view.browseParts(of: $0) }.flatMap { $0().pages }
    let all = try #require(pages.first { $0.address == "browse/organisation/" })
    let one = try #require(pages.first { $0.address == "browse/organisation/town-\(100 + number)/" })
    #expect(names(all.model.object("facet")?[.values]) == towns)
    #expect(names(one.model.object("facet")?[.values]) == Array(towns[around]))
  }

  @Test func aPageForAnyDepthBeginsAtTheSitesRoot() throws {
    let vocabulary = try Made.vocabulary()
    let page = try Made.view([], vocabulary).notFoundPage()
    #expect(page.path == "404.html")
    #expect(text(page.model[.root]) == "/register/")
    #expect(text(page.model[.browse_href]) == "/register/browse/index.html")
  }

  @Test func whatIsMissingIsNamedAndWhatIsWithheldIsNot() throws {
    let vocabulary = try Made.vocabulary()
    let record = """
      ---
      kind: atrs-4.0
      name: Finder
      phase: {withheld: commercial, because: It is secret.}
      review_due: 2026-01-01
      ---
      """
    let other = "---\nkind: equality\ntitle: Equality\nreview_due: 2025-12-31\n---\n"
    let old = "---\nkind: equality\ntitle: Older\nstatus: superseded\nreview_due: 2024-12-31\n---\n"
    let subject = try Made.subject("finder", ["record": record, "equality": other, "older": old], vocabulary)
    let site = try Made.site(vocabulary)
    let summary = Made.leave(subject, with: vocabulary, in: site).summary
    #expect(summary.missing.contains("Team") && !summary.missing.contains("Phase"))
    #expect(summary.tally.states["withheld"] == 1)
    #expect(summary.withheld == [Summary.Withheld(ground: "commercial", document: nil, heading: "Phase", count: 1)])
    #expect(summary.reviews.map { $0.document ?? "record" } == ["record", "equality"])
    let share = try #require(summary.shares.first { $0.audience == "technical" })
    #expect(share.percent == share.told * 100 / share.asked && share.told < share.asked && share.told > 0)
    let quality = try Made.view([summary], vocabulary).qualityPage().model
    guard case .object(let reviews) = quality[.reviews], case .list(let items) = reviews[.items] else { return }
    #expect(
      items.map { item -> String in
        guard case .object(let due) = item[.due], case .flag(let overdue) = item[.overdue] else { return "" }
        return "\(text(due[.iso]) ?? "") \(overdue)"
      } == ["2025-12-31 true", "2026-01-01 true"])
  }

  @Test func aShareIsWholeOnlyWhereAllIsTold() {
    #expect(Summary.Share(audience: "a", told: 199, asked: 200).percent == 99)
    #expect(Summary.Share(audience: "a", told: 0, asked: 0).percent == 100)
  }

  @Test(arguments: [(0, "0 B"), (999, "999 B"), (1000, "1 KB"), (1001, "2 KB"), (999_999, "1000 KB"), (1_000_001, "1.1 MB")])
  func sizesAreRoundedUp(_ bytes: Int, _ words: String) {
    #expect(sizeWords(bytes) == words)
  }

  @Test func aToolIsAskedTheSameAsTheOthers() throws {
    let vocabulary = try Made.vocabulary()
    let tools = [
      try Made.summary("a", name: "A", "phase: Production\ntask: {unknown: Nobody wrote it.}\nreview_due: 2027-01-02", vocabulary),
      try Made.summary("b", name: "B", "phase: Retired\ndecides_or_advises: It decides\ntask: Sorting", vocabulary),
    ]
    let model = try Made.view(tools, vocabulary).compareToolsPage().model
    guard case .list(let columns) = model[.tools] else { return }
    let told = columns.map { tool -> [String] in
      guard case .list(let cells) = tool[.cells] else { return [] }
      return cells.map { cell in
        guard case .object(let value) = cell[.value] else { return "" }
        return [text(value[.template]), text(value[.text]), text(value[.because])].compactMap { $0 }.joined(separator: " ")
      }
    }
    #expect(
      told == [
        [
          "fields/text Example County Council", "fields/text Production", "fields/unknown Nobody wrote it.", "fields/missing",
          "fields/not-measured", "fields/not-applicable", "fields/date",
        ],
        [
          "fields/text Example County Council", "fields/text Retired", "fields/text Sorting", "fields/text It decides",
          "fields/not-measured", "fields/not-applicable", "fields/not-applicable",
        ],
      ])
  }

  /// A tool that ended, one that is switched off, one of an older standard: each is told as its own pages tell it.
  @Test func toolsSideBySideSayWhatTheirPagesSay() throws {
    let vocabulary = try Made.vocabulary()
    let evaluation = """
      ---
      kind: evaluation
      title: A test
      status: draft
      period_end: 2026-03-31
      results:
        - {metric: recall, value: 0.80, threshold: 0.75}
        - {metric: precision, value: {not_measured: Nobody counted.}, threshold: 0.75}
      decision: Pause
      ---
      """
    let front = "---\nkind: atrs-3.0\nname: A\nphase: Beta/Pilot\nreview_due: 2026-01-02\n---\n"
    let documents = [
      "record": front + "## Process integration\nA person decides.\n\nIt helps.",
      "pause": "---\nkind: retirement\ntitle: Pause\nnotice_stage: Paused\n---\n", "test": evaluation,
    ]
    let paused = Made.leave(
      try Made.subject("a", documents, vocabulary), with: vocabulary, in: try Made.site(vocabulary)
    ).summary
    let tools = [paused, try Made.summary("b", name: "B", "phase: Retired\nreview_due: 2026-01-02", vocabulary)]
    let model = try Made.view(tools, vocabulary).compareToolsPage().model
    let told = model.list("tools").map { tool in
      Dictionary(uniqueKeysWithValues: tool.list("cells").map { ($0.text("id") ?? "", dump($0.object("value") ?? [:])) })
    }
    #expect(told[0]["phase"] == "template: fields/tagged\ntext: Beta/Pilot\ndate: -\nid: paused\ntag_word: words/status_paused")
    #expect(told[0]["decides"] == "template: fields/text\ntext: A person decides.")
    #expect(told[0]["decided"] == "template: fields/text\ntext: Pause")
    #expect(
      told[0]["met"] == """
        template: fields/verdicts
        met:
          number: 1
          one: true
          zero: false
        missed: -
        untold:
          number: 1
          one: true
          zero: false
        groups: -
        status: draft
        """)
    #expect(told[0]["review"] == "template: fields/tagged\ntext: -\ndate: 2026-01-02\nid: overdue\ntag_word: words/overdue")
    #expect(told[1]["review"] == "template: fields/date\ndate: 2026-01-02")
  }

  @Test func manyAddressesMakeSeveralSitemaps() throws {
    let vocabulary = try Made.vocabulary()
    let tools = (0..<7000).map { Made.found("tool-\($0)", by: [:], vocabulary).summary }
    var files: [SiteFile] = []
    try Made.view(tools, vocabulary).sitemaps { files.append($0) }
    #expect(files.map(\.path) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"])
    #expect(
      spelled(files[2].bytes) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://example.org/register/sitemap-1.xml</loc></sitemap>
        <sitemap><loc>https://example.org/register/sitemap-2.xml</loc></sitemap>
        </sitemapindex>

        """)
  }

  @Test func acceptedWarningsStandWithTheirReasons() throws {
    let vocabulary = try Made.vocabulary(
      Made.settings + "\n" + """
        accepted:
          - {code: review.overdue, file: tools/finder/record.md, because: It is being rewritten., by: The board}
        """)
    let subject = try Made.subject("finder", ["record": "---\nkind: atrs-4.0\nname: Finder\nreview_due: 2026-01-01\n---\n"], vocabulary)
    let site = try Made.site(vocabulary)
    let findings = [
      Finding("review.overdue", at: .file("Content/tools/finder/record.md"), ["day": "2026-01-01", "due": "2026-01-01"]),
      Finding("review.overdue", at: .file("Content/tools/other/record.md"), ["day": "2026-01-01"]),
    ]
    let summary = Made.leave(subject, findings, with: vocabulary, in: site).summary
    #expect(
      summary.accepted.map { "\($0.code) \($0.file) \($0.because) \($0.by)" } == [
        "review.overdue tools/finder/record.md It is being rewritten. The board"
      ])
  }

  @Test func linksToFilesThatAreNotThereAreTold() throws {
    let vocabulary = try Made.vocabulary()
    let body = "## Benefits\n\nSee [the plan](plan.pdf), [itself](record.md#benefits) and [elsewhere](https://example.org/).\n"
    let tool = try Made.summary("a", name: "A", "phase: Production", vocabulary, body: body)
    #expect(tool.deadLinks == [Summary.DeadLink(address: "plan.pdf", document: nil, wasRemoved: false)])
    let page = try Made.view([tool], vocabulary).qualityPage().model
    #expect(page.object("links")?.list("items").map { $0.text("word") } == ["words/link_missing"])
  }

  /// A tool had a page for each audience; a document and a page had one.
  @Test func whatMovedLeadsOn() throws {
    let redirects = "redirects: {old: a, a/plan: a/dpia, pages/staff: pages/help}"
    let vocabulary = try Made.vocabulary(Made.settings + "\n" + redirects)
    let tool = try Made.summary("a", name: "A", "phase: Production", vocabulary)
    let view = RegisterView([tool], moved: ["old": ["dpia"]], with: vocabulary, in: try Made.site(vocabulary))
    #expect(
      view.redirectPages().map(\.address) == [
        "tools/old/", "tools/old/affected-people/", "tools/old/end-users/", "tools/old/senior-leaders/", "tools/old/technical/",
        "tools/old/documents/dpia/",
      ])
  }

  @Test func aTableThatIsCutSaysSo() throws {
    let vocabulary = try Made.vocabulary()
    let few = try Made.view(try many(3, vocabulary), vocabulary).qualityPage().model
    #expect(few.object("cut") == nil)
    let tools = try many(1, vocabulary)
    let page = try Made.view(Array(repeating: tools[0], count: 501), vocabulary).qualityPage().model
    #expect(page.list("tools").count == 500)
    #expect(page.object("cut").map { dump($0) } == "number: 501\nshown: 500")
  }
}

private func spelled(_ bytes: [UInt8]) -> String {
  String(decoding: bytes, as: UTF8.self)
}
