/// One figure as it can stand in a picture: the value, how sure it is, and whether it is good enough.
package struct Gauge: Sendable, Hashable {
  package let value: Double
  package let low: Double?
  package let high: Double?
  package let mark: Mark

  package init(value: Double, low: Double?, high: Double?, mark: Mark) {
    self.value = value
    self.low = low
    self.high = high
    self.mark = mark
  }
}

/// One measure against its threshold, small enough for a cell of a table that says the same in digits.
package struct MeasureBar: Sendable, Hashable {
  package let scale: Scale
  package let gauge: Gauge
  /// One line for a bound, two for a stretch between bounds.
  package let thresholds: [Double]

  package init(scale: Scale, gauge: Gauge, thresholds: [Double]) {
    self.scale = scale
    self.gauge = gauge
    self.thresholds = thresholds
  }
}

/// Draws a track with the interval, the threshold and the value on it.
package func draw(_ picture: MeasureBar) -> Markup {
  var drawing = Drawing(decoration: "bar", width: 200, height: 28)
  let place = { (value: Double) in picture.scale.place(value, from: 4, length: 192) }
  drawing.rect("pic-track", x: 4, y: 12, width: 192, height: 4)
  if let low = picture.gauge.low.map(place), let high = picture.gauge.high.map(place) {
    drawing.rect("pic-interval", x: low, y: 8, width: high - low, height: 12, round: true)
  }
  for threshold in picture.thresholds { drawing.path("pic-threshold", [.init("M", place(threshold), 2), .init("v", 24)]) }
  drawing.circle("pic-value", picture.gauge.mark.rawValue, x: place(picture.gauge.value), y: 14, r: 5)
  return drawing.markup()
}

/// The share of something that is done, as a stripe beside its number.
package func drawShare(percent: Int) -> Markup {
  var drawing = Drawing(decoration: "share", width: 100, height: 8)
  drawing.rect("pic-track", x: 0, y: 0, width: 100, height: 8)
  drawing.rect("pic-fill", x: 0, y: 0, width: Double(min(100, max(0, percent))), height: 8)
  return drawing.markup()
}
