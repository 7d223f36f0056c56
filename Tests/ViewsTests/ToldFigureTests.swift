import Foundation
import Records
import Templates
import Testing
import Typesetting
import Views

/// How figures are said to everybody: which way they point, in which unit, in which order, and what each group is held to.
@Suite struct ToldFigureTests {
  private func evaluation(_ results: String) -> String {
    FigureTests.head + """
      title: Test
      version_tested: "2"
      period_end: 2026-06-30
      results:
      \(results)
      ---

      """
  }

  private func page(_ results: String, _ address: String) throws -> Object {
    try Sample.page(
      try Sample.pages(try Sample.tool([("record", Sample.record), ("test", evaluation(results))])), "tools/finder/" + address)
  }

  private func figures(_ results: String) throws -> [Object] {
    try Sample.item(try page(results, ""), "blocks/figures").list("evaluations").flatMap { $0.list("figures") }
  }

  /// Nobody has to turn a sign round, or to read of all that it was "not 0".
  @Test(arguments: [
    ("{metric: mean-bias, value: -4.6}", "On average, the tool's figures are 4.6 below the real ones."),
    ("{metric: mean-bias, value: 4.6}", "On average, the tool's figures are 4.6 above the real ones."),
    ("{metric: time-saved, value: -1}", "On average, each case took staff 1 minute more."),
    ("{metric: time-saved, value: 12}", "On average, each case took staff 12 minutes less."),
    ("{metric: money-saved, value: -14}", "On average, each case cost 14 pounds more, once the cost of the tool is counted."),
    ("{metric: outcome-difference, value: -3}", "Out of every 100 people, 3 fewer had a good outcome with the tool than without it."),
    ("{metric: review-rate, value: 1}", "A person looked at all of the tool's results before anything was done."),
    (
      "{metric: review-rate, value: 0.5}",
      "Out of every 100 of the tool's results, a person looked at 50 before anything was done and did not look at 50."
    ),
  ])
  func pointsOneWay(result: String, sentence: String) throws {
    #expect(try figures("  - " + result).first?.text("sentence") == sentence)
  }

  /// A target is said in the unit of the sentence beside it.
  @Test(arguments: [
    ("{metric: recall, value: 0.81, threshold: 0.80}", "at least 80 in 100"),
    ("{metric: mape, value: 0.044, threshold: 0.05}", "at most 5%"),
    ("{metric: false-match-rate, value: 0.0038, threshold: 0.005}", "at most 0.5%"),
    ("{metric: review-rate, value: 0.9, threshold: 1}", "all"),
    ("{metric: made-up-rate, value: 0.01, threshold: 0}", "none"),
  ])
  func targetsSpeakAlike(result: String, target: String) throws {
    #expect(try figures("  - " + result).first?.text("threshold") == target)
  }

  /// How often it is right comes before what it saves, and what is not shown comes last.
  @Test func whatPeopleAskFirstComesFirst() throws {
    let results = """
        - {metric: money-saved, value: 3}
        - {metric: accuracy, value: {not_measured: Nobody counted.}}
        - {metric: response-rate, value: 0.4}
        - {metric: recall, value: 0.81}
      """
    #expect(try figures(results).map { $0.text("id") ?? "" } == ["recall", "money-saved", "response-rate", "accuracy"])
    let leaders = try Sample.item(try page(results, "senior-leaders/"), "blocks/thresholds").list("evaluations").flatMap { $0.list("rows") }
    #expect(leaders.map { $0.text("label") ?? "" } == ["Money saved", "Accuracy", "Response rate", "Recall"])
  }

  private let homes = """
      - {metric: rmse, value: 9.7, characteristic: Home, group: Children's homes, threshold: 6}
      - {metric: rmse, value: 16.8, characteristic: Home, group: Foster families, threshold: 20}
    """

  /// A group is held to its own threshold: one line for all would turn the finding round.
  @Test func eachGroupIsHeldToItsOwn() throws {
    let series = try #require(try Sample.item(try page(homes, "affected-people/"), "blocks/groups").list("series").first)
    #expect(
      series.list("gaps").first?.text("sentence")
        == "In the group “Children's homes”, typically, with large misses counting for more, the tool's figure was 9.7 away from the real one."
    )
    #expect(series.list("rows").map { $0.text("threshold") ?? "-" } == ["at most 6", "at most 20"])
  }

  @Test(arguments: [("threshold: 20", true), ("threshold: 6", false)])
  func oneLineStandsOnlyForWhatAllAreHeldTo(first: String, isDrawn: Bool) throws {
    let results = homes.replacing("threshold: 6", with: first)
    let series = try #require(try Sample.item(try page(results, "affected-people/"), "blocks/groups").list("series").first)
    guard case .markup(let picture) = series["picture"] else {
      Issue.record("no picture")
      return
    }
    #expect(String(decoding: picture.bytes, as: UTF8.self).contains("target: 20") == isDrawn)
  }

  @Test func aGroupHeldAgainstNobodyIsTold() throws {
    let series = try #require(
      try Sample.item(
        try page("  - {metric: relative-selection, value: 1.50, characteristic: Low income, group: Low income}", "affected-people/"),
        "blocks/groups"
      ).list("series").first)
    #expect(
      series.list("gaps").first?.text("sentence") == """
        “Low income”: For each one the tool picks out in the group compared with, it picks out 1.50 in the other, as if both were the \
        same size. A figure of 1 means no difference.
        """)
  }

  /// Leaders see that the count is of more than the table under it.
  @Test func groupsAreCountedApart() throws {
    let block = try Sample.item(
      try page("  - {metric: rmse, value: 12, threshold: 20}\n" + homes, "senior-leaders/"), "blocks/thresholds")
    #expect(["met", "missed", "groups"].map { block.object(Name($0))?.text("number") } == ["2", "1", "2"])
  }
}
