/// The stretch of numbers that an axis shows.
package struct Scale: Sendable, Hashable {
  package struct Tick: Sendable, Hashable {
    package let value: Double
    package let label: String

    package init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  package let low: Double
  package let high: Double
  /// Round numbers along the axis, from below.
  package let ticks: [Tick]

  package init(low: Double, high: Double, ticks: [Tick] = []) {
    self.low = low
    self.high = high > low ? high : low + 1
    self.ticks = ticks
  }

  /// A scale whose ends are round numbers around the values, kept within what the values can be.
  package init(around values: [Double], lowest: Double? = nil, highest: Double? = nil) {
    var least = values.min() ?? 0
    var most = values.max() ?? 1
    if least == most {
      let room = least == 0 ? 1 : abs(least) / 2
      (least, most) = (max(lowest ?? -.infinity, least - room), min(highest ?? .infinity, most + room))
    }
    let step = Step(span: most - least, size: max(abs(least), abs(most)))
    var first = Int((least / step.size + 1e-6).rounded(.down))
    var last = Int((most / step.size - 1e-6).rounded(.up))
    if let lowest, Double(first) * step.size < lowest - step.size * 1e-6 { first += 1 }
    if let highest, Double(last) * step.size > highest + step.size * 1e-6 { last -= 1 }
    if last <= first { last = first + 1 }
    let ticks = (first...last).map { Tick(value: Double($0) * step.size, label: step.label($0)) }
    self.init(low: ticks[0].value, high: ticks[ticks.count - 1].value, ticks: ticks)
  }

  /// How far along the axis a value stands, from 0 to 1; what is beyond an end stands at it.
  func share(_ value: Double) -> Double {
    value.isNaN ? 0 : min(1, max(0, (value - low) / (high - low)))
  }

  func place(_ value: Double, from start: Double, length: Double) -> Double {
    start + share(value) * length
  }
}

/// The distance between two ticks: 1, 2 or 5 times a power of ten, so that three or four of them cover the span.
private struct Step {
  let factor: Int
  let exponent: Int
  let size: Double

  init(span: Double, size whole: Double) {
    let wanted = max(span / 4, whole / 100_000, 1e-9) * (1 - 1e-6)
    var exponent = -12
    while exponent < 38, Step.power(exponent + 1) <= wanted { exponent += 1 }
    let factor = [1, 2, 5].first { Double($0) * Step.power(exponent) >= wanted }
    self.factor = factor ?? 1
    self.exponent = factor == nil ? exponent + 1 : exponent
    size = Double(self.factor) * Step.power(self.exponent)
  }

  private static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }

  /// So many steps in plain digits.
  func label(_ count: Int) -> String {
    let digits = String(abs(count * factor))
    let sign = count < 0 ? "-" : ""
    if count == 0 || exponent == 0 { return sign + digits }
    if exponent > 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
    return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }
}
