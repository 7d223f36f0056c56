/// Numbered stops along a line of time: the stages of a life, or versions.
package struct StopLine: Sendable, Hashable {
  /// What a stop is: stages are done, now or planned; versions are major, minor or a correction.
  package enum State: String, Sendable { case done, now, planned, major, minor, correction }

  package struct Stop: Sendable, Hashable {
    /// When, from 0 for the line's beginning to 1 for its end.
    package let at: Double
    package let number: Int
    package let state: State

    package init(at: Double, number: Int, state: State) {
      self.at = at
      self.number = number
      self.state = state
    }
  }

  package struct Year: Sendable, Hashable {
    package let at: Double
    package let label: String

    package init(at: Double, label: String) {
      self.at = at
      self.label = label
    }
  }

  package let caption: Caption
  /// From the first to the last.
  package let stops: [Stop]
  package let years: [Year]

  package init(_ caption: Caption, stops: [Stop], years: [Year]) {
    self.caption = caption
    self.stops = stops
    self.years = years
  }
}

/// Draws the line with its years and, above it, the stops: side by side where there is room, else one above the other in up to three lanes.
package func draw(_ picture: StopLine) -> Markup {
  let across = { (at: Double) in 14 + min(1, max(0, at)) * 332 }
  var ends = [-99.0, -99, -99]
  let lanes = picture.stops.map { stop -> Int in
    let lane = ends.firstIndex { across(stop.at) - $0 >= 24 } ?? 2
    ends[lane] = across(stop.at)
    return lane
  }
  let base = 10 + ((lanes.max() ?? 0) + 1) * 26
  var drawing = Drawing("timeline", width: 360, height: base + 26, picture.caption)
  drawing.path("pic-axis", [.init("M", 0, Double(base)), .init("H", 360)])
  for year in picture.years {
    drawing.path("pic-axis", [.init("M", across(year.at), Double(base)), .init("v", 6)])
    drawing.text("pic-tick pic-middle", x: across(year.at), y: Double(base + 20), year.label)
  }
  let placed = zip(picture.stops, lanes).map { ($0, across($0.at), Double(base - 16 - $1 * 26)) }
  let stems = placed.flatMap { _, x, y -> [Drawing.Stroke] in [.init("M", x, Double(base)), .init("V", y)] }
  drawing.path("pic-stem", stems)
  for (stop, x, y) in placed {
    drawing.circle("pic-stop", stop.state.rawValue, x: x, y: y, r: 10)
    drawing.text("pic-number pic-middle", x: x, y: y + 4, String(stop.number))
  }
  return drawing.markup()
}
