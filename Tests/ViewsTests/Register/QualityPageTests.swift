import Bytes
import Findings
import Records
import Templates
import Testing

@testable import Views

/// What the page about quality leads to: each answer that is withheld, each tool's blanks, and warnings in sentences.
@Suite struct QualityPageTests {
  /// A tool in Welsh that withholds a fact, two parts of a group, and who tested it.
  private func secretive(_ id: String, _ vocabulary: Vocabulary) throws -> Summary {
    let secret = "{withheld: commercial, because: It is secret.}"
    let record = """
      ---
      kind: atrs-4.0
      lang: cy
      name: Canfod
      phase: \(secret)
      third_party_involvement: "Yes"
      third_party: [{name: A firm, role: \(secret), access: \(secret)}]
      ---
      """
    let test = "---\nkind: evaluation\nlang: cy\ntitle: Prawf\nevaluator: \(secret)\nreview_due: 2026-02-01\n---\n"
    let subject = try Made.subject(id, ["record": record, "test": test], vocabulary)
    return Made.leave(subject, with: vocabulary, in: try Made.site(vocabulary)).summary
  }

  private func quality(_ tools: [Summary], _ vocabulary: Vocabulary) throws -> Object {
    try Made.view(tools, vocabulary).qualityPage().model
  }

  @Test func whatIsWithheldIsLedTo() throws {
    let vocabulary = try Made.vocabulary()
    let page = try quality([try secretive("canfod", vocabulary)], vocabulary)
    #expect(
      dump(try #require(page.object("grounds")?.list("items").first)) == """
        label: Commercial
        describe: Would harm a business.
        count:
          number: 4
          one: false
          zero: false
        links: [3]
        * label: Canfod
          lang: cy
          text: Phase
          number: -
          href: ../tools/canfod/technical/index.html#phase
        * label: Canfod
          lang: cy
          text: Third parties
          number: 2
          href: ../tools/canfod/technical/index.html#third-parties
        * label: Canfod
          lang: cy
          text: Who carried it out
          number: -
          href: ../tools/canfod/documents/test/index.html#who-carried-it-out
        more: -
        """)
  }

  @Test func aGroundLeadsToSoManyAnswers() throws {
    let vocabulary = try Made.vocabulary()
    let page = try quality(try (0..<60).map { try secretive("tool-\($0)", vocabulary) }, vocabulary)
    let ground = try #require(page.object("grounds")?.list("items").first)
    #expect(ground.object("count")?.text("number") == "240")
    #expect(ground.list("links").count == 50 && ground.text("more") == "130")
  }

  /// A question that may stay blank is none that nobody answered.
  @Test func blanksAreCountedApart() throws {
    let vocabulary = try Made.vocabulary()
    let tool = try secretive("canfod", vocabulary)
    let owed = tool.tally.states["missing"] ?? 0
    #expect(owed > 0 && tool.tally.blank > 0)
    let page = try quality([tool], vocabulary)
    let told = page.list("states").map { ($0.text("id") ?? "") + " " + ($0.object("count")?.text("number") ?? "") }
    #expect(told.suffix(2) == ["missing \(owed)", "blank \(tool.tally.blank)"])
    #expect(
      page.list("tools").first?.object("blank").map { dump($0) } == """
        number: \(tool.tally.blank)
        href: ../tools/canfod/technical/index.html
        """)
  }

  @Test func namesInWelshSayThatTheyAre() throws {
    let vocabulary = try Made.vocabulary()
    let review = try #require(try quality([try secretive("canfod", vocabulary)], vocabulary).object("reviews")?.list("items").first)
    #expect(review.object("tool").map { dump($0) } == "label: Canfod\nhref: ../tools/canfod/index.html\nlang: cy")
    #expect(review.object("document").map { dump($0) } == "label: Prawf\nhref: ../tools/canfod/documents/test/index.html\nlang: cy")
  }

  @Test func acceptedWarningsAreSentences() throws {
    let vocabulary = try Made.vocabulary(
      Made.settings + "\n" + """
        accepted:
          - {code: review.overdue, file: tools/finder/record.md, because: It is being rewritten., by: The board}
        """)
    let subject = try Made.subject("finder", ["record": "---\nkind: atrs-4.0\nname: Finder\nreview_due: 2026-01-01\n---\n"], vocabulary)
    let findings = [Finding("review.overdue", at: .file("Content/tools/finder/record.md"), ["day": "2026-01-01", "due": "2026-01-01"])]
    let tool = Made.leave(subject, findings, with: vocabulary, in: try Made.site(vocabulary)).summary
    let accepted = try quality([tool], vocabulary).object("accepted")?.list("items").first
    #expect(accepted?.text("summary") == "This should have been reviewed by 1 January 2026")
  }

  @Test(arguments: [
    ("by 2026-09-30", "by 30 September 2026"), ("in 2026-03, before it starts", "in March 2026, before it starts"),
    ("since 2026", "since 2026"), ("2026-13-01 and  12", "2026-13-01 and  12"), ("", ""),
  ])
  func daysAreWords(_ sentence: String, _ words: String) {
    #expect(withDaysInWords(sentence) == words)
  }

  @Test func aSummaryComesBackFromItsBytes() throws {
    let vocabulary = try Made.vocabulary()
    for tool in [try secretive("canfod", vocabulary), try Made.summary("a", name: "A", "phase: Retired", vocabulary)] {
      var unpacker = Unpacker(Packer(tool).bytes)
      let again = try unpacker.next(Summary.self)
      #expect(unpacker.isAtEnd && again.use == tool.use && again.tally == tool.tally && again.withheld == tool.withheld)
    }
  }
}
