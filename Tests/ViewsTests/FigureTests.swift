import Foundation
import Records
import Templates
import Testing
import Views

/// What the five audiences are told of the same figures.
@Suite struct FigureTests {
  static let head = """
    ---
    kind: evaluation
    evaluation_kind: Beta
    evaluator: Research team
    independent: "No"
    subjects: children it looked at
    positive: children who later needed help
    flagged: children on its list
    status: final

    """

  static let older =
    head + """
      title: Beta test
      version_tested: "1"
      period_start: 2025-01-01
      period_end: 2025-06-30
      completed: 2025-07
      results:
        - {metric: recall, value: 0.74, low: 0.70, high: 0.78, level: 95, n: 1412, threshold: 0.80}
        - {metric: time-saved, value: 12, n: 40, note: Counted in May.}
      ---

      """

  static let newer =
    head + """
      title: Second test
      version_tested: "2"
      period_start: 2026-01-01
      period_end: 2026-06-30
      completed: 2026-07-02
      results:
        - {metric: recall, value: 0.81, low: 0.77, high: 0.85, level: 95, n: 412, threshold: 0.80, baseline: 0.52,
           baseline_kind: The way it was done before, as_published: about 81%}
        - {metric: recall, value: 0.72, n: 46, characteristic: Disability, group: Disabled, reference_group: Other,
           threshold: 0.80, note: Few children.}
        - {metric: recall, value: 0.82, n: 366, characteristic: Disability, group: Other, threshold: 0.80}
        - {metric: recall, value: 0.90, n: 6, characteristic: Age, group: 0 to 4}
        - {metric: recall, characteristic: Age, group: 5 to 17, suppressed: Small numbers}
        - {metric: false-positive-rate, value: 0.05, n: 900}
        - {metric: precision, suppressed: Withheld, note: A court has forbidden it.}
        - {metric: calibration-slope, value: 1.30, n: 412, threshold: 0.2}
        - {metric: accuracy, value: {not_measured: Nobody counted.}}
      not_tested:
        - {characteristic: Disability, reason: Told above.}
        - {characteristic: Sex, reason: It was left out., plan: Next time.}
      ---

      """

  func pages() throws -> [Page] {
    try Sample.pages(
      try Sample.tool([("record", Sample.record), ("beta", Self.older), ("second", Self.newer)]))
  }

  func block(_ address: String, _ template: String) throws -> Object {
    try Sample.item(try Sample.page(try pages(), "tools/finder/" + address), template)
  }

  /// Sentences only with the nouns an evaluation has: nobody said who those are that it should leave out, so the false-positive rate is not said.
  @Test func thePublicReadsSentences() throws {
    #expect(
      dump(try block("", "blocks/figures"), leaving: ["describe", "period", "word"]) == """
        template: blocks/figures
        id: figures
        evaluations: [2]
        * evaluation:
            label: Second test
            href: documents/second/index.html
            date: 2026-07-02
            status: -
            evaluator: Research team
            independent: false
            version_tested: 2
          figures: [4]
          * id: recall
            label: How many it finds of those it should
            sentence: Out of every 100 children who later needed help, the tool found 81 and missed 19.
            picture: pic-people
            subject: children who later needed help
            first: true
            based_on:
              number: 412
              subject: children who later needed help
            threshold: at least 80 in 100
            verdict:
              id: met
            suppressed: false
            state: -
            note: -
          * id: calibration-slope
            label: Whether high scores are too high
            sentence: A figure of 1 means that the tool's scores are spread as they should be; below 1 they go too far up and down, above 1 not far enough. The figure is 1.30.
            picture: -
            subject: children it looked at
            first: false
            based_on:
              number: 412
              subject: children it looked at
            threshold: between 0.8 and 1.2
            verdict:
              id: missed
            suppressed: false
            state: -
            note: -
          * id: precision
            label: Right among those it picks out
            sentence: -
            picture: -
            subject: children on its list
            first: false
            based_on: -
            threshold: -
            verdict: -
            suppressed: false
            state:
              template: fields/withheld
              ground: -
              because: A court has forbidden it.
            note: -
          * id: accuracy
            label: How often it is right
            sentence: -
            picture: -
            subject: children it looked at
            first: false
            based_on: -
            threshold: -
            verdict: -
            suppressed: false
            state:
              template: fields/not-measured
              because: Nobody counted.
            note: -
          groups:
            items: [4]
            * id: recall-disabled
              characteristic: -
              sentence: Out of every 100 children who later needed help in the group “Disabled”, the tool found 72 and missed 28.
              label: How many it finds of those it should
              group: Disability: Disabled
              threshold: at least 80 in 100
              verdict:
                id: missed
              suppressed: false
              state: -
            * id: recall-other
              characteristic: -
              sentence: Out of every 100 children who later needed help in the group “Other”, the tool found 82 and missed 18.
              label: How many it finds of those it should
              group: Disability: Other
              threshold: at least 80 in 100
              verdict:
                id: met
              suppressed: false
              state: -
            * id: recall-0-to-4
              characteristic: -
              sentence: -
              label: How many it finds of those it should
              group: Age: 0 to 4
              threshold: -
              verdict: -
              suppressed: true
              state: -
            * id: recall-5-to-17
              characteristic: -
              sentence: -
              label: How many it finds of those it should
              group: Age: 5 to 17
              threshold: -
              verdict: -
              suppressed: true
              state: -
          withheld: -
        * evaluation:
            label: Beta test
            href: documents/beta/index.html
            date: 2025-07
            status: -
            evaluator: Research team
            independent: false
            version_tested: 1
          figures: [1]
          * id: time-saved
            label: Time saved
            sentence: On average, each case took staff 12 minutes less.
            picture: -
            subject: -
            first: false
            based_on:
              number: 40
              subject: -
            threshold: -
            verdict: -
            suppressed: false
            state: -
            note: Counted in May.
          groups: -
          withheld: -
        labelled: false
        """)
  }

  /// A figure is stated once: another value changes what all five audiences read, the evaluation's own page, and nothing else.
  @Test func oneFigureChangesEveryAudienceAndNothingElse() throws {
    let before = try pages()
    let changed = Self.newer.replacing("value: 0.81, low: 0.77", with: "value: 0.84, low: 0.77")
    let after = try Sample.pages(
      try Sample.tool([("record", Sample.record), ("beta", Self.older), ("second", changed)]))
    let different = zip(before, after).filter { dump($0.model) != dump($1.model) }.map { $0.0.address }
    #expect(
      different.sorted() == [
        "tools/finder/", "tools/finder/affected-people/", "tools/finder/documents/second/", "tools/finder/end-users/",
        "tools/finder/senior-leaders/", "tools/finder/technical/",
      ])
  }
}
