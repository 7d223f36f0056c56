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
package func draw(_ picture: GroupBars) -> Markup {
  var drawing = Drawing("bars", width: 360, height: 42 * picture.rows.count + 26, picture.caption)
  let place = { (value: Double) in picture.scale.place(value, from: 8, length: 344) }
  if let first = picture.thresholds.first {
    let x = place(first)
    drawing.text(x > 180 ? "pic-note pic-end" : "pic-note", x: x, y: 12, picture.note)
  }
  for (index, row) in picture.rows.enumerated() {
    let y = Double(26 + 42 * index)
    let room = max(12, 50 - row.amount.count)
    drawing.text("pic-label", x: 8, y: y + 10, shortened(row.label, to: room))
    drawing.text("pic-amount pic-end", x: 352, y: y + 10, row.amount)
    drawing.rect("pic-track", x: 8, y: y + 22, width: 344, height: 4)
    guard let gauge = row.gauge else { continue }
    if let low = gauge.low.map(place), let high = gauge.high.map(place) {
      drawing.rect("pic-interval", x: low, y: y + 18, width: high - low, height: 12, round: true)
    }
    for threshold in picture.thresholds {
      drawing.path("pic-threshold", [("M", [place(threshold), y + 14]), ("v", [20])])
    }
    drawing.circle("pic-value", gauge.mark.rawValue, x: place(gauge.value), y: y + 24, r: 5.5)
  }
  return drawing.markup()
}
