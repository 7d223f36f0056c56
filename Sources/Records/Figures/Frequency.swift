/// A share as people count it: so many out of a hundred.
///
/// A share that rounds to none or to all of the hundred, but is neither, says so: "fewer than 1", "more than 99".
package struct Frequency: Sendable, Hashable {
  /// Of a hundred, how many to draw.
  package let count: Int
  package let text: String
  package let rest: String

  /// - Parameters:
  ///   - share: from 0 to 1.
  ///   - decimals: how many digits to tell behind the point.
  init(share: Double, decimals: Int) {
    let bounded = min(1, max(0, share))
    let scale = power(of: decimals)
    let told = Int((bounded * 100 * Double(scale)).rounded())
    let isExact = bounded == 0 || bounded == 1
    count = Int((bounded * 100).rounded())
    text = Frequency.said(told, scale, isExact)
    rest = Frequency.said(100 * scale - told, scale, isExact)
  }

  private static func said(_ told: Int, _ scale: Int, _ isExact: Bool) -> String {
    if !isExact, told == 0 { return "fewer than 1" }
    if !isExact, told == 100 * scale { return "more than 99" }
    guard scale > 1 else { return String(told) }
    return String(told / scale) + "." + String(scale + told % scale).dropFirst()
  }
}

extension Outcome {
  /// The figure as a share from 0 to 1, where its measure is one.
  package var share: Double? {
    guard held == nil, let value = value?.value else { return nil }
    switch metric.form {
    case .share: return value
    case .percent: return value / 100
    case .ratio, .amount: return nil
    }
  }

  /// The same out of a hundred: a whole number, or with as many digits behind the point as tell whether it meets its threshold.
  package var frequency: Frequency? {
    guard let share else { return nil }
    let decimals = (0..<9).first { metric.verdict(on: rounded(share, $0), against: threshold?.value) == verdict }
    return Frequency(share: share, decimals: decimals ?? 9)
  }

  /// The value that a share so told comes to.
  private func rounded(_ share: Double, _ decimals: Int) -> Double {
    let told = (share * 100 * Double(power(of: decimals))).rounded()
    return told / Double(power(of: metric.form == .percent ? decimals : decimals + 2))
  }
}

/// Ten times itself so often.
private func power(of count: Int) -> Int { (0..<count).reduce(1) { ten, _ in 10 * ten } }
