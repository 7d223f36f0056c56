import Foundation
import Records
import Templates
import Testing
import Views

/// What the public is told of groups whose figures nobody is shown: which figure it is, and why.
@Suite struct GroupFigureTests {
  private func figures(_ results: String) throws -> [Object] {
    let evaluation =
      FigureTests.head + """
        title: Test
        version_tested: "2"
        period_end: 2026-06-30
        results:
        \(results)
        ---

        """
    let pages = try Sample.pages(try Sample.tool([("record", Sample.record), ("test", evaluation)]))
    return try Sample.item(try Sample.page(pages, "tools/finder/"), "blocks/figures").list("evaluations")
  }

  @Test func aGroupWithoutAFigureSaysWhy() throws {
    let evaluation = try #require(
      try figures(
        """
          - {metric: recall, value: 0.81, n: 412, threshold: 0.80}
          - {metric: recall, characteristic: Age, group: 0 to 4, threshold: 0.80, suppressed: Withheld, note: A court forbids it.}
          - {metric: recall, value: {not_measured: Nobody asked them.}, characteristic: Age, group: 5 to 10}
          - {metric: recall, value: {unknown: The answers are lost.}, characteristic: Age, group: 11 to 17}
          - {metric: recall, value: {withheld: security, because: It helps to get around it.}, characteristic: Age, group: 18}
        """
      ).first)
    #expect(
      evaluation.list("groups").map { group in
        [group.text("group"), group.text("threshold"), group.object("state")?.text("template"), group.object("state")?.text("because")]
          .map { $0 ?? "-" }.joined(separator: " | ")
      } == [
        "Age: 0 to 4 | - | fields/withheld | A court forbids it.",
        "Age: 5 to 10 | - | fields/not-measured | Nobody asked them.",
        "Age: 11 to 17 | - | fields/unknown | The answers are lost.",
        "Age: 18 | - | fields/withheld | It helps to get around it.",
      ])
  }

  @Test func aFigureForEveryoneIsNotCountedAmongGroups() throws {
    let evaluation = try #require(try figures("  - {metric: recall, suppressed: Small numbers}").first)
    #expect(evaluation.list("figures").map { dump($0).contains("suppressed: true") } == [true])
    #expect(evaluation.list("groups").isEmpty)
  }
}
