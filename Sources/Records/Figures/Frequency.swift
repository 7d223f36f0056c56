/// A share as people count it: so many out of a hundred.
///
/// A share that rounds to none or to all of the hundred, but is neither, says so: "fewer than 1", "more than 99".
package struct Frequency: Sendable, Hashable {
  /// Of a hundred, how many to draw.
  package let count: Int
  package let text: String
  package let rest: String

  /// - Parameter share: from 0 to 1.
  package init(share: Double) {
    let bounded = min(1, max(0, share))
    count = Int((bounded * 100).rounded())
    text = Frequency.said(count, exact: bounded == 0 || bounded == 1)
    rest = Frequency.said(100 - count, exact: bounded == 0 || bounded == 1)
  }

  private static func said(_ count: Int, exact: Bool) -> String {
    if !exact, count == 0 { return "fewer than 1" }
    if !exact, count == 100 { return "more than 99" }
    return String(count)
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
}
