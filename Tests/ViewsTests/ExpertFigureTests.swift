import Foundation
import Records
import Templates
import Testing
import Views

/// The same figures as affected people, senior leaders and technical readers see them, and figures that nobody is told.
extension FigureTests {
  @Test func affectedPeopleSeeGroups() throws {
    #expect(
      dump(try block("affected-people/", "blocks/groups"), leaving: ["period", "word", "level", "low", "high"]) == """
        template: blocks/groups
        id: groups
        series: [1]
        * id: gap-recall
          label: How many it finds of those it should
          gaps: [2]
          * value: 10 in 100
            low_group: Disabled
            high_group: Other
            characteristic: Disability
            sentence: Out of every 100 children who later needed help in the group “Disabled”, the tool found 72 and missed 28.
            figure: -
          * value: -
            low_group: -
            high_group: -
            characteristic: Age
            sentence: -
            figure: -
          picture: pic-bars: Everyone: 81 in 100; Disability: Disabled: 72 in 100; Disability: Other: 82 in 100; Age: 0 to 4: fewer than 10; Age: 5 to 17: not shown
          evaluation:
            label: Second test
            href: ../documents/second/index.html
            date: 2026-07-02
            status: -
          technical: false
          rows:
            items: [5]
            * group: Everyone
              difference: -
              threshold: at least 80 in 100
              verdict:
                id: met
              note: -
              value: 81 in 100
              n: 412
              suppressed: false
              state: -
            * group: Disability: Disabled
              difference:
                id: worse
                direction: down
                tendency_word: words/tendency_worse
                by: 10 in 100
                group: Other
              threshold: at least 80 in 100
              verdict:
                id: missed
              note: Few children.
              value: 72 in 100
              n: 46
              suppressed: false
              state: -
            * group: Disability: Other
              difference: -
              threshold: at least 80 in 100
              verdict:
                id: met
              note: -
              value: 82 in 100
              n: 366
              suppressed: false
              state: -
            * group: Age: 0 to 4
              difference: -
              threshold: -
              verdict: -
              note: -
              value: -
              n: -
              suppressed: true
              state: -
            * group: Age: 5 to 17
              difference: -
              threshold: -
              verdict: -
              note: -
              value: -
              n: -
              suppressed: true
              state: -
        untested:
          items: [1]
          * label: Sex
            values: [2]
            * label: -
              value:
                template: fields/paragraph
                markup: <p>It was left out.</p>
            * label: What will be done about it
              value:
                template: fields/paragraph
                markup: <p>Next time.</p>
        labelled: false
        """)
  }

  @Test func leadersSeeThresholdsAndHowFiguresMoved() throws {
    let block = try block("senior-leaders/", "blocks/thresholds")
    #expect(
      block.list("evaluations").flatMap { $0.list("rows") }.map { row in
        [
          row.text("label"), row.text("value"), row.text("threshold"), row.object("verdict")?.text("id"),
          row.object("change").flatMap { change in
            [change.text("id"), change.text("word"), change.text("by")].compactMap { $0 }.joined(separator: " ")
          },
        ].map { $0 ?? "-" }.joined(separator: " | ")
      } == [
        "Recall | 0.81 | at least 0.80 | met | better words/change_up 0.07",
        "False-positive rate | 0.05 | - | - | -", "Precision | - | - | - | -",
        "Calibration slope | 1.30 | between 0.8 and 1.2 | missed | -", "Accuracy | - | - | - | -",
        "Time saved | 12 minutes | - | - | -",
      ])
    #expect(block.object("met")?.text("number") == "2")
    #expect(block.object("missed")?.text("number") == "2")
  }

  @Test func leadersSeeTheTrend() throws {
    #expect(
      dump(try block("senior-leaders/", "blocks/trend"), leaving: ["href"]) == """
        template: blocks/trend
        id: trend--2
        series: [1]
        * id: trend-recall
          label: Recall
          describe: -
          picture: pic-trend: From 0.74 in Jul 25 to 0.81 in Jul 26.
          from: 0.74
          to: 0.81
          since: 2025-07
          change:
            id: better
            direction: up
            word: words/change_up
            tendency_word: words/tendency_better
            by: 0.07
        columns: [1]
        * label: Recall
        rows: [2]
        * evaluation:
            label: Beta test
            date: 2025-07
            status: -
          cells: [1]
          * label: Recall
            verdict:
              id: missed
              word: words/verdict_missed
            value: 0.74
            suppressed: false
            state: -
            threshold: ≥ 0.80
        * evaluation:
            label: Second test
            date: 2026-07-02
            status: -
          cells: [1]
          * label: Recall
            verdict:
              id: met
              word: words/verdict_met
            value: 0.81
            suppressed: false
            state: -
            threshold: ≥ 0.80
        labelled: false
        """)
  }

  @Test func aCharacteristicThatWasNotTestedIsNamedOnce() throws {
    let twice = Self.newer.replacing(
      "- {characteristic: Sex, reason: It was left out., plan: Next time.}",
      with: """
        - {characteristic: Sex, reason: It was left out., plan: Next time.}
          - {characteristic: Race, reason: Nobody asked.}
          - {characteristic: Sex, reason: The answers are lost.}
        """)
    let tool = try Sample.tool([("record", Sample.record), ("second", twice)])
    let page = try Sample.page(try Sample.pages(tool), "tools/finder/affected-people/")
    let untested = try Sample.item(page, "blocks/groups").list("untested")
    #expect(untested.map { ($0.text("label") ?? "") + " \($0.list("values").count)" } == ["Sex 3", "Race 1"])
  }

  @Test func technicalReadersSeeEveryFigure() throws {
    let rows = try block("technical/", "blocks/results").list("evaluations").flatMap { $0.list("rows") }
    #expect(
      dump(try #require(rows.first), leaving: ["describe", "word"]) == """
        label: Recall
        characteristic: -
        group: -
        threshold: ≥ 0.80
        verdict:
          id: met
        baseline: 0.52
        baseline_kind: The way it was done before
        as_published: about 81%
        note: -
        value: 0.81
        low: 0.77
        high: 0.85
        level: 95%
        n: 412
        suppressed: false
        state: -
        """)
    #expect(
      rows.map { $0.text("label") ?? "" }.joined(separator: ", ")
        == "Recall, False-positive rate, Precision, Calibration slope, Accuracy, Time saved")
  }

  @Test func anEvaluationWithoutFiguresSaysWhy() throws {
    let silent =
      Self.head + """
        title: Talks
        version_tested: "1"
        results: {not_measured: Only talks were held.}
        ---

        """
    let page = try Sample.page(
      try Sample.pages(try Sample.tool([("record", Sample.record), ("talks", silent)])), "tools/finder/")
    #expect(
      dump(try Sample.item(page, "blocks/figures"), leaving: ["evaluation"]) == """
        template: blocks/figures
        id: figures
        evaluations: [1]
        * figures: [0]
          groups: -
          withheld:
            template: fields/not-measured
            because: Only talks were held.
        labelled: false
        """)
  }

  /// A draft is never told as anything but a draft.
  @Test func figuresOfADraftSayThatTheyAre() throws {
    let draft = Self.newer.replacing("status: final", with: "status: draft")
    let pages = try Sample.pages(try Sample.tool([("record", Sample.record), ("beta", Self.older), ("second", draft)]))
    for page in pages where !page.address.contains("documents/") {
      let told = dump(page.model).split(separator: "\n").map { $0.drop { $0 == " " || $0 == "*" } }
      let sources = told.indices.filter { place in
        told[place] == "label: Second test" && told[place + 1].hasPrefix("href") && !told[place + 2].hasPrefix("lang")
      }
      #expect(!sources.isEmpty)
      for source in sources { #expect(told[source...].prefix(6).contains("status: draft"), "\(page.address)") }
    }
  }

  @Test func withdrawnEvaluationsAreNotToldToAnybody() throws {
    let withdrawn = Self.newer.replacing("status: final", with: "status: withdrawn")
    let pages = try Sample.pages(try Sample.tool([("record", Sample.record), ("second", withdrawn)]))
    for page in pages where !page.address.contains("documents/") {
      #expect(!dump(page.model).contains("found 81"), "\(page.address)")
    }
    #expect(dump(try Sample.page(pages, "tools/finder/documents/second/")).contains("found 81"))
  }
}
