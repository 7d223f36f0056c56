/// One measure over the times it was measured.
package struct TrendLine: Sendable, Hashable {
  package struct Point: Sendable, Hashable {
    /// When, from 0 for the first to 1 for the last.
    package let at: Double
    package let label: String
    package let gauge: Gauge

    package init(at: Double, label: String, gauge: Gauge) {
      self.at = at
      self.label = label
      self.gauge = gauge
    }
  }

  package let caption: Caption
  package let scale: Scale
  /// From the first to the last.
  package let points: [Point]
  package let thresholds: [Double]
  /// What is written over the first threshold.
  package let note: String

  package init(_ caption: Caption, scale: Scale, points: [Point], thresholds: [Double], note: String) {
    self.caption = caption
    self.scale = scale
    self.points = points
    self.thresholds = thresholds
    self.note = note
  }
}

/// Draws a line through the values, with ticks, intervals and threshold.
package func draw(_ picture: TrendLine) -> Markup {
  var drawing = Drawing("trend", width: 360, height: 190, picture.caption)
  let across = { (point: TrendLine.Point) in 48 + min(1, max(0, point.at)) * 290 }
  let up = { (value: Double) in 156 - picture.scale.share(value) * 142 }
  let grid = picture.scale.ticks.flatMap { tick -> [Drawing.Stroke] in [.init("M", 40, up(tick.value)), .init("H", 346)] }
  if !grid.isEmpty { drawing.path("pic-grid", grid) }
  for tick in picture.scale.ticks {
    drawing.text("pic-tick pic-end", x: 34, y: up(tick.value) + 4, tick.label)
  }
  threshold(picture, up, &drawing)
  let whiskers = picture.points.flatMap { point -> [Drawing.Stroke] in
    guard let low = point.gauge.low, let high = point.gauge.high else { return [] }
    return [.init("M", across(point), up(low)), .init("V", up(high))]
  }
  if !whiskers.isEmpty { drawing.path("pic-whisker", whiskers) }
  let steps = picture.points.enumerated().map { index, point -> Drawing.Stroke in
    .init(index == 0 ? "M" : "L", across(point), up(point.gauge.value))
  }
  if steps.count > 1 { drawing.path("pic-line", steps) }
  for point in picture.points {
    drawing.circle("pic-value", point.gauge.mark.rawValue, x: across(point), y: up(point.gauge.value), r: 5)
  }
  var last = -99.0
  for point in picture.points where across(point) - last >= 44 {
    last = across(point)
    drawing.text("pic-tick pic-middle", x: last, y: 178, point.label)
  }
  return drawing.markup()
}

/// The threshold's line, with its note on the side where the line of values is farther away.
private func threshold(_ picture: TrendLine, _ up: (Double) -> Double, _ drawing: inout Drawing) {
  for threshold in picture.thresholds { drawing.path("pic-threshold", [.init("M", 40, up(threshold)), .init("H", 346)]) }
  guard let threshold = picture.thresholds.first, let first = picture.points.first, let last = picture.points.last
  else { return }
  let isLeft = abs(first.gauge.value - threshold) >= abs(last.gauge.value - threshold)
  drawing.text(
    isLeft ? "pic-note" : "pic-note pic-end", x: isLeft ? 40 : 346, y: max(11, up(threshold) - 5), picture.note)
}
