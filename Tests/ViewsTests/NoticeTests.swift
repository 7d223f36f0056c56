import Foundation
import Records
import Templates
import Testing
import Views

/// What a notice says at each stage; that a tool has ended is said only of one whose record says so.
@Suite struct NoticeTests {
  private func notice(_ stage: String) -> String {
    """
    ---
    kind: retirement
    title: Notice
    notice_stage: \(stage)
    effective_on: 2027-03-31
    retirement_kind: Replaced
    contact_after: {role: Information team, email: information@example.org}
    status: final
    ---

    ## Why it ends

    People do it better.

    ## What happens to my information

    It is deleted.

    ### For affected people

    Your score is deleted.

    ## Open cases and appeals

    You still get an answer.
    """
  }

  private func pages(_ stage: String, phase: String) throws -> [Page] {
    let record = Sample.record.replacing("phase: Production", with: "phase: \(phase)")
    return try Sample.pages(try Sample.tool([("record", record), ("notice", notice(stage))]))
  }

  @Test(arguments: [
    ("Ended", "Retired", "ended", "status_ended_on"), ("Announced", "Production", "ends", "status_withdrawing"),
    ("Paused", "Production", "paused", "status_paused"), ("Ended", "Production", "ends", "status_withdrawing"),
    ("Announced", "Retired", "ended", "status_ended_on"),
  ])
  func saysHowFarItHasCome(stage: String, phase: String, told: String, status: String) throws {
    let page = try Sample.page(try pages(stage, phase: phase), "tools/finder/")
    let block = try Sample.item(page, "blocks/notice")
    let dates = ["ended", "ends", "paused"].filter { block.object(Name($0)) != nil }
    #expect(dates == [told])
    let facts = try Sample.item(page, "blocks/facts").list("rows")
    #expect(facts.first?.object("value")?.text("word") == "words/" + status)
  }

  @Test func whatWasOnlyTriedWasNeverInUse() throws {
    let record = Sample.record.replacing("phase: Production", with: "phase: Retired")
    let tried = notice("Ended").replacing("Replaced", with: "Ended after pilot")
    let page = try Sample.page(try Sample.pages(try Sample.tool([("record", record), ("notice", tried)])), "tools/finder/")
    let facts = try Sample.item(page, "blocks/facts").list("rows")
    #expect(facts.first?.object("value")?.text("word") == "words/status_tried")
    let banner = try #require(page.list("banners").first { $0.text("template") == "banners/retired" })
    #expect(dump(banner, leaving: ["href"]).contains("tried: true"))
  }

  /// A page of a tool that has ended speaks of it as of something that was.
  @Test(arguments: [("Ended", "Retired", "How often it was right"), ("Announced", "Production", "How often it is right")])
  func speaksOfTheEndedAsPast(stage: String, phase: String, label: String) throws {
    let page = try Sample.page(try pages(stage, phase: phase), "tools/finder/affected-people/")
    let what = page.list("sections").compactMap { $0.text("label") }
    let evaluation = FigureTests.newer
    let with = try Sample.pages(
      try Sample.tool([
        ("record", Sample.record.replacing("phase: Production", with: "phase: \(phase)")), ("notice", notice(stage)),
        ("test", evaluation),
      ]))
    #expect(try Sample.page(with, "tools/finder/affected-people/").list("sections").compactMap { $0.text("label") }.contains(label))
    #expect(!what.contains("How often it " + (phase == "Retired" ? "is" : "was") + " right"))
  }

  /// Whoever changed their mind has not announced an end any more.
  @Test func aNoticeThatWasTakenBackSaysNothing() throws {
    let taken = notice("Announced").replacing("status: final", with: "status: withdrawn")
    let page = try Sample.page(
      try Sample.pages(try Sample.tool([("record", Sample.record), ("notice", taken)])), "tools/finder/")
    #expect(!page.list("banners").contains { $0.text("template") == "banners/deprecated" })
    let facts = try Sample.item(page, "blocks/facts").list("rows")
    #expect(facts.first?.object("value")?.text("word") == "words/status_in_use")
  }

  /// Since when it is switched off, as the facts below say.
  @Test func aPauseHasItsDay() throws {
    let page = try Sample.page(try pages("Paused", phase: "Production"), "tools/finder/")
    let banner = try #require(page.list("banners").first { $0.text("template") == "banners/deprecated" })
    #expect(dump(banner, leaving: ["href"]).contains("2027-03-31"))
  }

  @Test func aNoticeStandsFirst() throws {
    let page = try Sample.page(try pages("Ended", phase: "Retired"), "tools/finder/")
    #expect(
      dump(try Sample.item(page, "blocks/notice")) == """
        template: blocks/notice
        id: notice
        kind: Replaced
        ended: 2027-03-31
        paused: -
        ends: -
        rows: [4]
        * id: -
          label: -
          word: words/notice_reason
          value:
            template: fields/paragraph
            markup: <p>People do it better.</p>
        * id: -
          label: -
          word: words/notice_data
          value:
            template: fields/paragraph
            markup: <p>It is deleted.</p>
        * id: -
          label: -
          word: words/notice_cases
          value:
            template: fields/paragraph
            markup: <p>You still get an answer.</p>
        * id: -
          label: -
          word: words/notice_contact
          value:
            role: Information team
            email: information@example.org
            phone: -
            tel: -
            address: -
            hours: -
            template: fields/contact
        document:
          label: Notice
          href: documents/notice/index.html
        labelled: false
        """)
    #expect(page.list("sections").first?.text("id") == "ended")
  }

  /// People affected read what happens to their information first; the notice below does not say it again.
  @Test func nothingIsToldTwice() throws {
    let page = try Sample.page(try pages("Ended", phase: "Retired"), "tools/finder/affected-people/")
    #expect(page.list("sections").prefix(3).map { $0.text("id") ?? "" } == ["your-information-now", "your-open-case", "ended"])
    // At the head of the page, in short, and in its section.
    #expect(page.list("answers").map { $0.text("id") ?? "" }.prefix(2) == ["your-information-now", "your-open-case"])
    let text = page.list("sections").map { dump($0) }.joined(separator: "\n")
    #expect(text.components(separatedBy: "Your score is deleted.").count == 2)
    #expect(!text.contains("It is deleted."))
    #expect(text.components(separatedBy: "You still get an answer.").count == 2)
  }

  @Test func itsOwnPageLeadsWithTheEssentials() throws {
    let page = try Sample.page(try pages("Ended", phase: "Retired"), "tools/finder/documents/notice/")
    let items = Sample.items(page).map { ($0.text("template") ?? "") + " " + ($0.text("id") ?? "") }
    #expect(
      items == [
        "blocks/notice notice", "parts/field where-things-stand", "parts/field date-it-ends",
        "parts/field kind-of-retirement",
      ] + items.dropFirst(4))
    #expect(!items.contains("parts/field why-it-ends"))
    let rows = try Sample.item(page, "blocks/notice").list("rows").map { $0.text("id") ?? "-" }
    #expect(rows == ["why-it-ends", "what-happens-to-my-information", "open-cases-and-appeals", "whom-to-ask-from-now-on"])
  }
}
