import Records
import Templates
import Testing
import Views

/// What senior leaders are told of a threshold whose newest result is not shown.
@Suite struct UntoldFigureTests {
  private func evaluation(_ year: String, _ results: String) -> (String, String) {
    let text =
      FigureTests.head + """
        title: Test of \(year)
        version_tested: "2"
        period_end: \(year)-06-30
        completed: \(year)-07
        results:
        \(results)
        ---

        """
    return ("test-" + year, text)
  }

  private func block(_ template: String) throws -> Object {
    let tool = try Sample.tool([
      ("record", Sample.record),
      evaluation(
        "2024",
        """
          - {metric: recall, value: 0.74, threshold: 0.70}
          - {metric: precision, value: 0.61, threshold: 0.50}
          - {metric: false-positive-rate, value: 0.081, threshold: 0.10}
        """),
      evaluation(
        "2025",
        """
          - {metric: recall, value: 0.78, threshold: 0.70}
          - {metric: precision, value: {not_measured: Nobody counted.}}
          - {metric: false-positive-rate, value: 0.06, threshold: 0.10}
        """),
      evaluation(
        "2026",
        """
          - {metric: recall, value: {withheld: security, because: It helps thieves.}}
          - {metric: precision, value: 0.71, threshold: 0.50}
          - {metric: accuracy, value: {unknown: It is lost.}}
        """),
    ])
    return try Sample.item(try Sample.page(try Sample.pages(tool), "tools/finder/senior-leaders/"), template)
  }

  @Test func aThresholdWithoutAResultIsCounted() throws {
    let block = try block("blocks/thresholds")
    #expect(block.object("met")?.text("number") == "2")
    #expect(block.object("missed") == nil)
    #expect(block.object("untold")?.text("number") == "1")
    let glance = try self.block("blocks/facts").list("rows").first { $0.text("id") == "compare-met" }?.object("value")
    #expect(glance?.text("template") == "fields/verdicts")
    #expect(["met", "missed", "untold"].map { glance?.object($0)?.text("number") } == ["2", nil, "1"])
  }

  @Test func whatStoodBeforeIsToldAllTheSame() throws {
    let rows = try block("blocks/thresholds").list("evaluations").flatMap { $0.list("rows") }
    #expect(
      rows.map { row in
        [
          row.text("label"), row.object("change").flatMap { $0.text("by") }, row.object("earlier").flatMap { $0.text("value") },
          row.object("earlier").flatMap { $0.object("date")?.text("iso") },
        ].map { $0 ?? "-" }.joined(separator: " | ")
      } == [
        "Recall | - | 0.78 | 2025-07", "Precision | 0.10 | - | -", "Accuracy | - | - | -", "False-positive rate | 0.021 | - | -",
      ])
  }

  /// The word says which way, its arrow the same, and another word whether that is for the better.
  @Test func aFigureThatFallsMayBeBetter() throws {
    let rows = try block("blocks/thresholds").list("evaluations").flatMap { $0.list("rows") }
    #expect(
      dump(try #require(rows.last?.object("change"))) == """
        id: better
        direction: down
        word: words/change_down
        tendency_word: words/tendency_better
        by: 0.021
        """)
  }

  @Test func theTrendSaysWhyAFigureIsMissing() throws {
    let rows = try block("blocks/trend").list("rows")
    #expect(
      rows.map { row in
        row.list("cells").map { $0.text("value") ?? $0.object("state")?.text("template") ?? "-" }.joined(separator: " | ")
      } == [
        "0.74 | 0.61 | 0.081", "0.78 | fields/not-measured | 0.06", "fields/withheld | 0.71 | -",
      ])
  }
}
