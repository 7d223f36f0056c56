import Foundation
import Records
import Templates
import Testing
import Views

/// Documents on their own pages: what belongs together stands together, and every field has its name.
@Suite struct DocumentPageTests {
  private func page(_ name: String, _ text: String) throws -> Object {
    try Sample.page(
      try Sample.pages(try Sample.tool([("record", Sample.record), (name, text)])), "tools/finder/documents/\(name)/")
  }

  static let assessment = """
    ---
    kind: dpia
    title: Assessment
    risks:
      - {risk: A leak, impact: People are hurt., likelihood: Remote, severity: Severe, overall: Medium}
      - {risk: A mix-up, impact: Wrong help., likelihood: Possible, severity: Minimal, overall: Low}
    measures:
      - {risk: A leak, measure: Records are locked., effect: Reduced, residual_risk: Low, measure_approved: "Yes"}
      - {risk: A rumour, measure: Nobody talks., effect: Accepted, residual_risk: High, measure_approved: "No"}
    completed: 2026-03
    review_due: 2026-09-01
    approved_by: Head of help
    ---

    """

  @Test func risksStandWithTheirMeasures() throws {
    let page = try page("dpia", Self.assessment)
    #expect(
      dump(try Sample.item(page, "blocks/risks")) == """
        template: blocks/risks
        id: risks-to-people
        measures_id: measures-that-reduce-the-risks
        rows: [3]
        * id: risk-a-leak
          label: A leak
          value:
            template: fields/paragraph
            markup: <p>People are hurt.</p>
          document: -
          likelihood: Remote
          severity: Severe
          level:
            id: medium
            label: Medium
          measures: [1]
          * value:
              template: fields/paragraph
              markup: <p>Records are locked.</p>
            residual:
              id: low
              label: Low
            fields: [2]
            * label: Effect on the risk
              value:
                template: fields/choice
                text: Reduced
            * label: Measure approved
              value:
                template: fields/yes-no
                word: words/yes
        * id: risk-a-mix-up
          label: A mix-up
          value:
            template: fields/paragraph
            markup: <p>Wrong help.</p>
          document: -
          likelihood: Possible
          severity: Minimal
          level:
            id: low
            label: Low
          measures: [0]
        * id: risk-a-rumour
          label: A rumour
          value: -
          document: -
          likelihood: -
          severity: -
          level: -
          measures: [1]
          * value:
              template: fields/paragraph
              markup: <p>Nobody talks.</p>
            residual:
              id: high
              label: High
            fields: [2]
            * label: Effect on the risk
              value:
                template: fields/choice
                text: Accepted
            * label: Measure approved
              value:
                template: fields/yes-no
                word: words/no
        labelled: true
        """)
    let ids = Sample.items(page).map { $0.text("id") ?? "" }
    #expect(!ids.contains("measures-that-reduce-the-risks"))
  }

  @Test func anEvaluationLeadsWithSentencesAndPictures() throws {
    let page = try page("second", FigureTests.newer)
    let section = try #require(page.list("sections").first { $0.text("label") == "Results" })
    #expect(
      section.list("items").map { ($0.text("template") ?? "") + " " + ($0.text("id") ?? "") } == [
        "blocks/figures figures", "blocks/groups groups", "parts/field results",
      ])
    let rows = try #require(section.list("items").last?.object("value")).list("rows")
    #expect(rows.map { $0.text("value") ?? "-" } == ["0.81", "0.72", "0.82", "-", "-", "0.05", "-", "1.30", "-"])
  }

  static let route = """
    ---
    kind: challenge-route
    title: How to ask
    result_days: 20
    contact: {role: Help team, email: help@example.org}
    ---

    ## What you can question about a result

    Your place on the list.

    ## How to raise a concern about a result

    Ring us.

    ## What a concern about a result can change

    Your place.

    ## What it costs

    Nothing.
    """

  /// A step that must be answered and is not says so in its place.
  @Test func aChallengeIsASeriesOfSteps() throws {
    let page = try page("challenge", Self.route)
    let section = try #require(page.list("sections").first)
    #expect(
      section.list("items").map { ($0.text("template") ?? "") + " " + ($0.text("id") ?? "") } == [
        "blocks/routes routes", "parts/field what-a-concern-about-a-result-can-change",
      ])
    let route = try #require(try Sample.item(page, "blocks/routes").list("routes").first)
    #expect(
      dump(route, leaving: ["steps"]) == """
        id: route-result
        days:
          id: days-until-you-hear-the-outcome-about-a-result
          number: 20
          one: false
        label: -
        document: -
        contact: -
        """)
    #expect(
      route.list("steps").map { step in
        [step.text("id"), step.text("label"), step.object("value")?.text("template")].map { $0 ?? "-" }.joined(separator: " | ")
      } == [
        "what-you-can-question-about-a-result | What you can question here | fields/paragraph",
        "how-to-get-involved-in-a-result | How to get involved | fields/missing",
        "how-to-raise-a-concern-about-a-result | How to raise a concern | fields/paragraph",
        "whether-you-can-stay-anonymous-about-a-result | Whether you can stay anonymous | fields/missing",
        "who-responds-to-a-concern-about-a-result | Who responds and takes it forward | fields/missing",
        "how-you-are-included-when-a-result-is-looked-at-again | How you are included | fields/missing",
        "how-you-hear-the-outcome-about-a-result | How you hear the outcome | fields/missing",
      ])
  }

  @Test func audiencesReadTheStepsAndThenTheRest() throws {
    let pages = try Sample.pages(try Sample.tool([("record", Sample.record), ("challenge", Self.route)]))
    let page = try Sample.page(pages, "tools/finder/affected-people/")
    let section = try #require(page.list("sections").first { $0.text("id") == "question-it" })
    #expect(
      section.list("items").map { $0.text("template") ?? "" } == ["parts/field", "blocks/routes", "blocks/from-document"])
    #expect(
      dump(try Sample.item(page, "blocks/routes"), leaving: ["value"]) == """
        template: blocks/routes
        id: routes
        routes: [1]
        * id: route-result
          steps: [2]
          * id: -
            label: What you can question here
            word: -
          * id: -
            label: How to raise a concern
            word: -
          days:
            id: -
            number: 20
            one: false
          label: Questioning a result about you
          document:
            label: How to ask
            href: ../documents/challenge/index.html
          contact:
            role: Help team
            email: help@example.org
            phone: -
            tel: -
            address: -
            hours: -
        labelled: true
        """)
    let rest = try Sample.item(page, "blocks/from-document")
    #expect(rest.text("label") == "How to ask")
    #expect(rest.list("fields").map { $0.text("label") ?? "" } == ["What a concern about a result can change", "What it costs"])
  }

  @Test func stagesKnowWhereTheToolIs() throws {
    let page = try page(
      "lifecycle",
      """
      ---
      kind: lifecycle
      title: Lifecycle
      stages:
        - {stage: Design, phase: Develop, date: 2024-10-10, agreed_by: Board, note: With care.}
        - {stage: Testing, phase: Develop, date: 2025-03-20, agreed_by: Board}
        - {stage: Retirement, phase: Implement, date: 2027-01-01, agreed_by: Board}
      ---

      """)
    let value = try #require(Sample.items(page).first?.object("value"))
    #expect(
      dump(value) == """
        template: fields/timeline
        picture: pic-timeline: 3 stages, Oct 24 to Jan 27; the list beside the picture says the same.
        rows: [3]
        * number: 1
          label: Design
          date: 2024-10-10
          agreed_by: Board
          state:
            id: done
            word: -
          note: With care.
        * number: 2
          label: Testing
          date: 2025-03-20
          agreed_by: Board
          state:
            id: now
            word: words/stage_now
          note: -
        * number: 3
          label: Retirement
          date: 2027-01-01
          agreed_by: Board
          state:
            id: planned
            word: words/stage_planned
          note: -
        """)
  }

  /// What stands at the head of the page keeps its lasting name there and is not told again.
  @Test func theHeadOfADocumentIsToldOnce() throws {
    let page = try page("dpia", Self.assessment)
    let document = try #require(page.object("document"))
    #expect(document.text("title_id") == "title")
    #expect(document.list("rows").map { $0.text("id") } == ["completed", "review-due", "approved-by"])
    let names = Sample.items(page).compactMap { $0.text("id") }
    #expect(Set(names).isDisjoint(with: ["title", "completed", "review-due", "approved-by"]))
  }

  /// What a section asks only of a full assessment is not shown as unanswered in a screening.
  @Test(arguments: [("No", []), ("Yes", ["evidence-used", "effect-on-each-group"])])
  func aScreeningOwesNoFullAssessment(_ needed: String, _ shown: [String]) throws {
    let text = "---\nkind: equality\ntitle: Screening\nfull_assessment_needed: \"\(needed)\"\n---\n"
    let lines = dump(try page("equality", text)).split(separator: "\n")
    let later = ["evidence-used", "effect-on-each-group"].filter { id in lines.contains { $0.hasSuffix("id: " + id) } }
    #expect(later == shown)
  }

  @Test func aPartOfAGroupIsToldToItsOwnReaders() throws {
    let third = #"third_party: [{name: Example Ltd, companies_house_number: "00000000", role: Built it.}]"#
    let record = Sample.record.replacing(
      "decides_or_advises:", with: "third_party_involvement: \"Yes\"\n\(third)\ndecides_or_advises:")
    let pages = try Sample.pages(try Sample.tool([("record", record)]))
    let readers = ["", "affected-people/", "technical/"]
    let told = try readers.map { reader in
      let lines = dump(try Sample.page(pages, "tools/finder/" + reader)).split(separator: "\n")
      return ["What it does", "Third party role", "Companies House Number"].filter { label in
        lines.contains { $0.hasSuffix("label: " + label) }
      }
    }
    #expect(told == [["What it does"], ["What it does"], ["Third party role", "Companies House Number"]])
  }
}
