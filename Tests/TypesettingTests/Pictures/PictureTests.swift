import Foundation
import Testing
import Typesetting

/// Each picture as the exact text of its SVG.
@Suite struct PictureTests {
  let caption = Caption(
    name: "recall-pic", title: "Recall & <more>", describe: "Of every 100, it found \"23\".")

  private func text(_ markup: Markup) -> String { String(decoding: markup.bytes, as: UTF8.self) }

  /// The sentence beside it says the same, and is heard once.
  @Test func aHundredPeople() {
    #expect(
      text(draw(Pictogram(caption, count: 23))) == """
        <svg class="pic pic-people" viewBox="0 0 400 140" aria-hidden="true">
        <defs>
        <path id="recall-pic-p" d="M10 2a4 4 0 1 1-.1 0zM5 24v-8a5 5 0 0 1 10 0v8z"/>
        <g id="recall-pic-f"><use href="#recall-pic-p"/><use href="#recall-pic-p" x="20"/><use href="#recall-pic-p" x="40"/><use href="#recall-pic-p" x="60"/><use href="#recall-pic-p" x="80"/></g>
        <g id="recall-pic-r"><use href="#recall-pic-f"/><use href="#recall-pic-f" x="100"/><use href="#recall-pic-f" x="200"/><use href="#recall-pic-f" x="300"/></g>
        </defs>
        <g class="pic-on"><use href="#recall-pic-r"/><use href="#recall-pic-p" y="28"/><use href="#recall-pic-p" x="20" y="28"/><use href="#recall-pic-p" x="40" y="28"/></g>
        <g class="pic-off"><use href="#recall-pic-p" x="60" y="28"/><use href="#recall-pic-p" x="80" y="28"/><use href="#recall-pic-f" x="100" y="28"/><use href="#recall-pic-f" x="200" y="28"/><use href="#recall-pic-f" x="300" y="28"/><use href="#recall-pic-r" y="56"/><use href="#recall-pic-r" y="84"/><use href="#recall-pic-r" y="112"/></g>
        </svg>

        """)
  }

  /// A name comes from data that somebody wrote.
  @Test func aNameIsNoMarkup() {
    let picture = text(draw(Pictogram(Caption(name: "x\"><b>", title: "", describe: ""), count: 1)))
    #expect(!picture.contains("<b>") && picture.contains("<path id=\"x&quot;&gt;&lt;b&gt;-p\""))
  }

  @Test func aLaterPictureUsesTheSamePeople() {
    #expect(
      body(draw(Pictogram(caption, count: 100, after: "accuracy-pic"))) == """
        <g class="pic-on"><use href="#accuracy-pic-r"/><use href="#accuracy-pic-r" y="28"/><use href="#accuracy-pic-r" y="56"/><use href="#accuracy-pic-r" y="84"/><use href="#accuracy-pic-r" y="112"/></g>
        """)
  }

  /// How many people a group of a pictogram stands for, by its rows, fives and single ones.
  private func people(_ picture: String, _ state: String) -> Int {
    guard let line = picture.split(separator: "\n").first(where: { $0.hasPrefix("<g class=\"pic-\(state)\">") })
    else { return 0 }
    return [("r\"", 20), ("f\"", 5), ("p\"", 1)].reduce(0) { sum, shape in
      sum + shape.1 * (line.components(separatedBy: "-pic-" + shape.0).count - 1)
    }
  }

  @Test(arguments: 0...100) func everyPersonIsDrawnOnce(count: Int) {
    let picture = text(draw(Pictogram(caption, count: count)))
    #expect(people(picture, "on") == count)
    #expect(people(picture, "off") == 100 - count)
    #expect(picture.contains("class=\"pic-on\"") == (count > 0))
    #expect(picture.contains("class=\"pic-off\"") == (count < 100))
  }

  @Test func aMeasureAgainstItsThreshold() {
    let picture = MeasureBar(
      scale: Scale(low: 0, high: 1), gauge: Gauge(value: 0.81, low: 0.78, high: 0.84, mark: .met),
      thresholds: [0.8])
    #expect(
      body(draw(picture)) == """
        <rect class="pic-track" x="4" y="12" width="192" height="4"/>
        <rect class="pic-interval" x="153.8" y="8" width="11.5" height="12" rx="2"/>
        <path class="pic-threshold" d="M157.6 2v24"/>
        <circle class="pic-value pic-met" cx="159.5" cy="14" r="5"/>
        """)
  }

  @Test func aMeasureBetweenTwoBoundsAndBeyondItsScale() {
    let picture = MeasureBar(
      scale: Scale(low: 0, high: 2), gauge: Gauge(value: 9, low: nil, high: nil, mark: .missed),
      thresholds: [0.8, 1.2])
    #expect(
      body(draw(picture)) == """
        <rect class="pic-track" x="4" y="12" width="192" height="4"/>
        <path class="pic-threshold" d="M80.8 2v24"/>
        <path class="pic-threshold" d="M119.2 2v24"/>
        <circle class="pic-value pic-missed" cx="196" cy="14" r="5"/>
        """)
  }

  @Test func groups() {
    let picture = GroupBars(
      caption, scale: Scale(low: 0, high: 1),
      rows: [
        GroupBars.Row(
          label: "White", amount: "0.82", gauge: Gauge(value: 0.82, low: 0.77, high: 0.86, mark: .met)),
        GroupBars.Row(label: "<Mixed>", amount: "fewer than 10", gauge: nil),
        GroupBars.Row(
          label: "A group whose name is so long that it would run into the figure beside it", amount: "0.4",
          gauge: Gauge(value: 0.4, low: nil, high: nil, mark: .none)),
      ], thresholds: [0.8], note: "threshold 0.80")
    #expect(text(draw(picture)).hasPrefix("<svg class=\"pic pic-bars\" viewBox=\"0 0 360 152\""))
    #expect(
      body(draw(picture)) == """
        <text class="pic-note pic-end" x="283.2" y="12">threshold 0.80</text>
        <path class="pic-track" d="M8 48h344v4h-344zM8 90h344v4h-344zM8 132h344v4h-344z"/>
        <text class="pic-label" x="8" y="36">White</text>
        <text class="pic-amount pic-end" x="352" y="36">0.82</text>
        <text class="pic-label" x="8" y="78">&lt;Mixed&gt;</text>
        <text class="pic-amount pic-end" x="352" y="78">fewer than 10</text>
        <text class="pic-label" x="8" y="120">A group whose name is so long that it would ru…</text>
        <text class="pic-amount pic-end" x="352" y="120">0.4</text>
        <path class="pic-interval" d="M272.9 44H303.8v12H272.9z"/>
        <path class="pic-threshold" d="M283.2 40v20M283.2 124v20"/>
        <circle class="pic-value pic-met" cx="290.1" cy="50" r="5.5"/>
        <circle class="pic-value pic-none" cx="145.6" cy="134" r="5.5"/>
        """)
  }

  @Test func trend() {
    let point = { (at: Double, value: Double, low: Double?, high: Double?, mark: Mark, label: String) in
      TrendLine.Point(at: at, label: label, gauge: Gauge(value: value, low: low, high: high, mark: mark))
    }
    let picture = TrendLine(
      caption, scale: Scale(around: [0.74, 0.69, 0.84, 0.8], lowest: 0, highest: 1),
      points: [
        point(0, 0.74, 0.69, 0.79, .missed, "Nov 24"), point(0.1, 0.77, nil, nil, .missed, "Dec 24"),
        point(1, 0.81, 0.78, 0.84, .met, "Jul 26"),
      ], thresholds: [0.8], note: "threshold 0.80")
    #expect(
      body(draw(picture)) == """
        <path class="pic-grid" d="M40 156H346M40 120.5H346M40 85H346M40 49.5H346M40 14H346"/>
        <text class="pic-tick pic-end" x="34" y="160">0.65</text>
        <text class="pic-tick pic-end" x="34" y="124.5">0.70</text>
        <text class="pic-tick pic-end" x="34" y="89">0.75</text>
        <text class="pic-tick pic-end" x="34" y="53.5">0.80</text>
        <text class="pic-tick pic-end" x="34" y="18">0.85</text>
        <path class="pic-threshold" d="M40 49.5H346"/>
        <text class="pic-note" x="40" y="44.5">threshold 0.80</text>
        <path class="pic-whisker" d="M48 127.6V56.6M338 63.7V21.1"/>
        <path class="pic-line" d="M48 92.1L77 70.8L338 42.4"/>
        <circle class="pic-value pic-missed" cx="48" cy="92.1" r="5"/>
        <circle class="pic-value pic-missed" cx="77" cy="70.8" r="5"/>
        <circle class="pic-value pic-met" cx="338" cy="42.4" r="5"/>
        <text class="pic-tick pic-middle" x="48" y="178">Nov 24</text>
        <text class="pic-tick pic-middle" x="338" y="178">Jul 26</text>
        """)
  }

  @Test func stopsInLanes() {
    let picture = StopLine(
      caption,
      stops: [
        StopLine.Stop(at: 0, number: 1, state: .done), StopLine.Stop(at: 0.05, number: 2, state: .now),
        StopLine.Stop(at: 1, number: 3, state: .planned),
      ], years: [StopLine.Year(at: 0.4, label: "2025")])
    #expect(text(draw(picture)).hasPrefix("<svg class=\"pic pic-timeline\" viewBox=\"0 0 360 88\""))
    #expect(
      body(draw(picture)) == """
        <path class="pic-axis" d="M0 62H360"/>
        <path class="pic-axis" d="M146.8 62v6"/>
        <text class="pic-tick pic-middle" x="146.8" y="82">2025</text>
        <path class="pic-stem" d="M14 62V46M30.6 62V20M346 62V46"/>
        <circle class="pic-stop pic-done" cx="14" cy="46" r="10"/>
        <text class="pic-number pic-middle" x="14" y="50">1</text>
        <circle class="pic-stop pic-now" cx="30.6" cy="20" r="10"/>
        <text class="pic-number pic-middle" x="30.6" y="24">2</text>
        <circle class="pic-stop pic-planned" cx="346" cy="46" r="10"/>
        <text class="pic-number pic-middle" x="346" y="50">3</text>
        """)
  }

  @Test func share() {
    #expect(
      text(drawShare(percent: 96)) == """
        <svg class="pic pic-share" viewBox="0 0 100 8" aria-hidden="true">
        <rect class="pic-track" x="0" y="0" width="100" height="8"/>
        <rect class="pic-fill" x="0" y="0" width="96" height="8"/>
        </svg>

        """)
  }

  @Test func nothingBreaksAPicture() {
    let odd = Gauge(value: .nan, low: -.infinity, high: .infinity, mark: .none)
    let picture = MeasureBar(scale: Scale(low: 3, high: 3), gauge: odd, thresholds: [.infinity])
    #expect(
      body(draw(picture)) == """
        <rect class="pic-track" x="4" y="12" width="192" height="4"/>
        <rect class="pic-interval" x="4" y="8" width="192" height="12" rx="2"/>
        <path class="pic-threshold" d="M196 2v24"/>
        <circle class="pic-value pic-none" cx="4" cy="14" r="5"/>
        """)
  }

  /// What stands between the description and the end.
  private func body(_ markup: Markup) -> String {
    let lines = text(markup).split(separator: "\n")
    let head = lines.count { $0.hasPrefix("<title") || $0.hasPrefix("<desc") || $0.hasPrefix("<svg") }
    return lines.dropFirst(head).dropLast().joined(separator: "\n")
  }
}

@Suite struct ScaleTests {
  struct Case: Sendable {
    var values: [Double]
    var lowest: Double?
    var highest: Double?
    var ticks: String

    init(_ values: [Double], _ lowest: Double?, _ highest: Double?, _ ticks: String) {
      self.values = values
      self.lowest = lowest
      self.highest = highest
      self.ticks = ticks
    }
  }

  static let cases = [
    Case([0.057, 0.0, 0.1], 0, 1, "0 0.05 0.10"),
    Case([0.99, 0.992], 0, 1, "0.9900 0.9905 0.9910 0.9915 0.9920"),
    Case([0.83, 0.8], 0, 1, "0.80 0.81 0.82 0.83"),
    Case([1, 1], 0, 1, "0.4 0.6 0.8 1.0"),
    Case([0, 0], 0, 1, "0 0.5 1.0"),
    Case([-14, -14], nil, nil, "-25 -20 -15 -10 -5"),
    Case([148, 60], nil, nil, "50 100 150"),
    Case([0.4, 11.3], -100, 100, "0 5 10 15"),
    Case([1_000_000, 3_000_000], 0, nil, "1000000 1500000 2000000 2500000 3000000"),
    Case([], nil, nil, "0 0.5 1.0"),
  ]

  @Test(arguments: cases) func ticks(example: Case) {
    let scale = Scale(around: example.values, lowest: example.lowest, highest: example.highest)
    #expect(scale.ticks.map(\.label).joined(separator: " ") == example.ticks)
    #expect(scale.low < scale.high)
  }

  @Test func numbersOfAnySizeHaveAScale() {
    let scale = Scale(around: [1e30, 1e30 + 1])
    #expect(scale.low < scale.high)
    #expect(scale.ticks.count >= 2)
  }
}
