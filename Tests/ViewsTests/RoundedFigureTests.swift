import Records
import Templates
import Testing
import Views

/// A sentence never says of a figure that it reaches its threshold where the verdict beside it says that it does not.
@Suite struct RoundedFigureTests {
  @Test(arguments: [
    ("{metric: recall, value: 0.745, threshold: 0.75}", "found 74.5 and missed 25.5", "missed"),
    ("{metric: recall, value: 0.796, threshold: 0.80}", "found 79.6 and missed 20.4", "missed"),
    ("{metric: recall, value: 0.79996, threshold: 0.80}", "found 79.996 and missed 20.004", "missed"),
    ("{metric: recall, value: 0.996, threshold: 1}", "found 99.6 and missed 0.4", "missed"),
    ("{metric: recall, value: 0.004, threshold: 0.80}", "found fewer than 1 and missed more than 99", "missed"),
    ("{metric: recall, value: 0.804, threshold: 0.80}", "found 80 and missed 20", "met"),
    ("{metric: recall, value: 0.746, threshold: 0.80}", "found 75 and missed 25", "missed"),
    ("{metric: recall, value: 0.7949, threshold: 0.7945}", "found 79.5 and missed 20.5", "met"),
    ("{metric: equal-opportunity-difference, value: 0.064, threshold: 0.06}", "differs by 6.4 between", "missed"),
    ("{metric: equal-opportunity-difference, value: 0.06, threshold: 0.06}", "differs by 6 between", "met"),
  ])
  func sentencesAgreeWithTheirVerdicts(result: String, words: String, verdict: String) throws {
    let evaluation =
      FigureTests.head + """
        title: Test
        version_tested: "2"
        period_end: 2026-06-30
        results:
          - \(result)
        ---

        """
    let pages = try Sample.pages(try Sample.tool([("record", Sample.record), ("test", evaluation)]))
    let block = try Sample.item(try Sample.page(pages, "tools/finder/"), "blocks/figures")
    let figure = try #require(block.list("evaluations").first?.list("figures").first)
    #expect(figure.text("sentence")?.contains(words) == true, "\(figure.text("sentence") ?? "-")")
    #expect(figure.object("verdict")?.text("id") == verdict)
    #expect(!words.hasPrefix("found") || dump(figure).contains("picture: pic-people\n"))
  }
}
