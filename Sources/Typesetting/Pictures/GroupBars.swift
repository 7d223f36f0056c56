/// One measure for several groups, one above the other on the same scale.
package struct GroupBars: Sendable, Hashable {
  package struct Row: Sendable, Hashable {
    package let label: String
    /// The value in digits, or the words that stand for it.
    package let amount: String
    /// Nothing where the figure is not shown.
    package let gauge: Gauge?

    package init(label: String, amount: String, gauge: Gauge?) {
      self.label = label
      self.amount = amount
      self.gauge = gauge
    }
  }

  package let caption: Caption
  package let scale: Scale
  package let rows: [Row]
  package let thresholds: [Double]
  /// What is written over the first threshold.
  package let note: String

  package init(_ caption: Caption, scale: Scale, rows: [Row], thresholds: [Double], note: String) {
    self.caption = caption
    self.scale = scale
    self.rows = rows
    self.thresholds = thresholds
    self.note = note
  }
}

/// Draws a row for each group: its name, its value, and a track with interval, threshold and value.
///
/// All tracks are one path, and so are all intervals and all thresholds.
package func draw(_ picture: GroupBars) -> Markup {
  var drawing = Drawing("bars", width: 360, height: 42 * picture.rows.count + 26, picture.caption)
  let place = { (value: Double) in picture.scale.place(value, from: 8, length: 344) }
  if let first = picture.thresholds.first {
    let x = place(first)
    drawing.text(x > 180 ? "pic-note pic-end" : "pic-note", x: x, y: 12, picture.note)
  }
  let rows = picture.rows.enumerated().map { (y: Double(26 + 42 * $0), row: $1) }
  let tracks = rows.flatMap { y, _ -> [Drawing.Stroke] in
    [.init("M", 8, y + 22), .init("h", 344), .init("v", 4), .init("h", -344), .init("z")]
  }
  drawing.path("pic-track", tracks)
  for (y, row) in rows {
    let room = max(12, 50 - row.amount.count)
    drawing.text("pic-label", x: 8, y: y + 10, shortened(row.label, to: room))
    drawing.text("pic-amount pic-end", x: 352, y: y + 10, row.amount)
  }
  let intervals = rows.flatMap { y, row -> [Drawing.Stroke] in
    guard let low = row.gauge?.low.map(place), let high = row.gauge?.high.map(place), high > low else { return [] }
    return [.init("M", low, y + 18), .init("H", high), .init("v", 12), .init("H", low), .init("z")]
  }
  if !intervals.isEmpty { drawing.path("pic-interval", intervals) }
  let shown = rows.filter { $0.row.gauge != nil }
  for threshold in picture.thresholds {
    let lines = shown.flatMap { y, _ -> [Drawing.Stroke] in [.init("M", place(threshold), y + 14), .init("v", 20)] }
    drawing.path("pic-threshold", lines)
  }
  for (y, row) in shown {
    guard let gauge = row.gauge else { continue }
    drawing.circle("pic-value", gauge.mark.rawValue, x: place(gauge.value), y: y + 24, r: 5.5)
  }
  return drawing.markup()
}
