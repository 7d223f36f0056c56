import Bytes
import Editions
import Foundation
import Records
import Templates
import Testing
import Views

/// The computed parts about the tool itself: facts, assessments, documents, versions, sign-offs.
@Suite struct BlockTests {
  static let record = Sample.record.replacing(
    "contact_email: finder",
    with: """
      impact_assessments:
        - {title: Assessment, overview: What it found., document: dpia}
        - {title: Elsewhere, completed: 2025-02, link: https://example.org/elsewhere}
        - {title: Secret, link: {withheld: security, because: It shows the locks.}}
      risks:
        - {risk: A leak, description: Told above., mitigation: Told above., remaining: Low}
        - {risk: A crowd, description: Too many ask., mitigation: More people answer., remaining: Medium}
      contact_email: finder
      """)

  private func pages(_ version: Version? = nil, _ history: History = .none) throws -> [Page] {
    try Sample.pages(
      try Sample.tool([("record", Self.record), ("dpia", DocumentPageTests.assessment)]), version: version,
      newest: version?.number ?? 0, history: history)
  }

  private func block(_ address: String, _ template: String) throws -> Object {
    try Sample.item(try Sample.page(try pages(), "tools/finder/" + address), template)
  }

  @Test func headline() throws {
    let told = dump(try block("senior-leaders/", "blocks/facts"), leaving: ["label"])
    #expect(
      told == """
        template: blocks/facts
        id: headline
        rows: [3]
        * id: fact-status
          word: words/fact_status
          value:
            template: fields/word
            word: words/status_in_use
            date: -
        * id: fact-decides
          word: words/fact_decides
          value:
            template: fields/choice
            text: It advises a person who decides
        * id: fact-owner
          word: words/fact_owner
          value:
            template: fields/text
            text: Director of help
        labelled: false
        """)
  }

  /// Whoever does not know the standard's phases is told what the tool's comes to, and nothing more.
  @Test func facts() throws {
    let technical = try block("technical/", "blocks/facts").list("rows").map { $0.text("id") ?? "" }
    #expect(technical.prefix(2) == ["fact-status", "fact-phase"])
    let told = dump(try block("", "blocks/facts"), leaving: ["label"])
    #expect(
      told == """
        template: blocks/facts
        id: facts
        rows: [5]
        * id: fact-status
          word: words/fact_status
          value:
            template: fields/word
            word: words/status_in_use
            date: -
        * id: fact-organisation
          word: words/fact_organisation
          value:
            template: fields/link
            href: ../../browse/organisation/example-county-council/index.html
        * id: fact-owner
          word: words/fact_owner
          value:
            template: fields/text
            text: Director of help
        * id: fact-decides
          word: words/fact_decides
          value:
            template: fields/choice
            text: It advises a person who decides
        * id: fact-contact
          word: words/fact_contact
          value:
            role: -
            email: finder@example.org
            phone: -
            tel: -
            address: -
            hours: -
            template: fields/contact
        labelled: false
        """)
  }

  @Test func assessments() throws {
    #expect(
      dump(try block("senior-leaders/", "blocks/assessments")) == """
        template: blocks/assessments
        id: assessments--2
        rows: [3]
        * label: Assessment
          href: ../documents/dpia/index.html
          kind: Data protection impact assessment
          status: -
          value:
            template: fields/paragraph
            markup: <p>What it found.</p>
          completed: 2026-03
          review_due: 2026-09-01
          overdue: true
          approved_by: Head of help
          withheld: -
        * label: Elsewhere
          href: https://example.org/elsewhere
          kind: -
          status: -
          value: -
          completed: 2025-02
          review_due: -
          overdue: false
          approved_by: -
          withheld: -
        * label: Secret
          href: -
          kind: -
          status: -
          value: -
          completed: -
          review_due: -
          overdue: false
          approved_by: -
          withheld:
            template: fields/withheld
            ground: Security of systems
            describe: Saying it would make it easier to break into a system or to stop it working.
            because: It shows the locks.
        labelled: false
        """)
  }

  /// The assessment's own row goes before the record's of the same name, and the record's others follow.
  @Test func risksOfTheRecordFollowThoseOfAssessments() throws {
    let rows = try block("senior-leaders/", "blocks/risks").list("rows")
    #expect(rows.map { $0.text("label") ?? "" } == ["A leak", "A mix-up", "A rumour", "A crowd"])
    #expect(
      dump(try #require(rows.last)) == """
        id: risk-a-crowd
        label: A crowd
        value:
          template: fields/paragraph
          markup: <p>Too many ask.</p>
        document: -
        likelihood: -
        severity: -
        level: -
        measures: [1]
        * value:
            template: fields/paragraph
            markup: <p>More people answer.</p>
          residual:
            id: medium
            label: Medium
          fields: [0]
        """)
  }

  @Test func documents() throws {
    #expect(
      dump(try block("", "blocks/documents")) == """
        template: blocks/documents
        id: documents
        rows: [1]
        * label: Assessment
          href: documents/dpia/index.html
          kind: Data protection impact assessment
          date: 2026-03
          status: -
          lang: -
        labelled: true
        """)
  }

  @Test func aDraftHasNoVersionsAndNoSignatures() throws {
    let templates = try pages().flatMap { Sample.items($0.model) }.map { $0.text("template") ?? "" }
    #expect(!templates.contains("blocks/versions"))
    #expect(!templates.contains("blocks/sign-offs"))
  }

  @Test func aVersionTellsItsHistoryAndWhoSigned() throws {
    let editions = try (1...7).map { number in
      Edition(
        number: number, date: try #require(Day(year: 2026, month: number, day: 1)), note: "", previous: nil,
        generator: "gazette", theme: Edition.Theme(name: "civic", digest: ""),
        tools: [
          EditionTool(
            tool: "finder", version: number, digest: "", change: "Change \(number).", significance: "minor",
            signOffs: [
              SignOff(
                role: "corporate-communications", by: "Head of communications",
                on: try #require(Day(year: 2026, month: number, day: 1)), digest: "")
            ])
        ], changed: [], removed: [], redactions: [])
    }
    let history = History(editions: editions, hashes: editions.map { String(repeating: "a", count: $0.number) })
    let version = try #require(history.versions(of: "finder").last)
    let pages = try pages(version, history)
    let versions = try Sample.item(try Sample.page(pages, "tools/finder/"), "blocks/versions")
    #expect(versions.list("rows").map { $0.text("note") ?? "" } == (3...7).reversed().map { "Change \($0)." })
    #expect(versions.object("count")?.text("number") == "7")
    #expect(
      dump(try #require(versions.list("rows").first)) == """
        number: 7
        href: versions/7/index.html
        date: 2026-07-01
        note: Change 7.
        significance:
          id: minor
          word: words/significance_minor
        changes_href: versions/7/changes/index.html
        current: true
        """)
    #expect(
      dump(try Sample.item(try Sample.page(pages, "tools/finder/senior-leaders/"), "blocks/sign-offs")) == """
        template: blocks/sign-offs
        id: sign-offs
        version: 7
        rows: [1]
        * role: Corporate communications
          by: Head of communications
          date: 2026-07-01
        labelled: true
        """)
    let downloads = try Sample.item(try Sample.page(pages, "tools/finder/technical/"), "blocks/downloads")
    #expect(
      downloads.list("rows").map { ($0.text("href") ?? "") + " " + ($0.text("format") ?? "") } == [
        "../../../tools/finder/record.json JSON", "../../../tools/finder/versions/7/source/record.md Markdown",
      ])
  }
}
