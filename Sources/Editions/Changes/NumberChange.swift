package import Records

/// A number that changed: which way, by how much, exactly as the digits say.
package struct NumberChange: Sendable, Hashable {
  package enum Direction: String, Sendable { case up, down, same }

  package var before: Number
  package var after: Number
  package var direction: Direction
  /// The difference without its sign, in as many decimals as the finer of both has.
  package var by: String

  package init(before: Number, after: Number) {
    self.before = before
    self.after = after
    if let one = ShortDecimal(before.text), let two = ShortDecimal(after.text), let difference = two.minus(one) {
      by = difference.text
      direction = difference.value == 0 ? .same : difference.value < 0 ? .down : .up
      return
    }
    let (one, two) = (Decimal(before.text), Decimal(after.text))
    let (difference, negative) = two.minus(one)
    by = difference
    direction = difference.utf8.allSatisfy { $0 == 0x30 || $0 == 0x2E } ? .same : negative ? .down : .up
  }
}

/// A plain decimal of so few digits that it is a whole number and a place for the point; nearly all are.
private struct ShortDecimal {
  let value: Int
  let decimals: Int

  private static let most = 18

  private init(value: Int, decimals: Int) { (self.value, self.decimals) = (value, decimals) }

  init?(_ text: String) {
    var (value, digits, decimals) = (0, 0, 0)
    var hasPoint = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") { hasPoint = true }
      guard byte >= UInt8(ascii: "0") else { continue }
      digits += 1
      if hasPoint { decimals += 1 }
      guard digits <= ShortDecimal.most else { return nil }
      value = 10 * value + Int(byte - UInt8(ascii: "0"))
    }
    self.init(value: text.utf8.first == UInt8(ascii: "-") ? -value : value, decimals: decimals)
  }

  func minus(_ other: ShortDecimal) -> ShortDecimal? {
    let decimals = max(decimals, other.decimals)
    guard let left = with(decimals), let right = other.with(decimals) else { return nil }
    return ShortDecimal(value: left - right, decimals: decimals)
  }

  /// The same number with so many digits behind the point; nothing where it is not short then.
  private func with(_ decimals: Int) -> Int? {
    var value = value
    for _ in self.decimals..<decimals {
      guard value.magnitude < ShortDecimal.room else { return nil }
      value *= 10
    }
    return value
  }

  /// A larger number, ten times as large, has more digits than are short.
  private static let room: UInt = 100_000_000_000_000_000

  /// Without its sign.
  var text: String {
    var digits = 1
    var rest = value.magnitude / 10
    while rest > 0 { (digits, rest) = (digits + 1, rest / 10) }
    let count = max(digits, decimals + 1) + (decimals > 0 ? 1 : 0)
    return String(unsafeUninitializedCapacity: count) { out in
      var rest = value.magnitude
      for index in (0..<count).reversed() {
        if decimals > 0, index == count - decimals - 1 {
          out.initializeElement(at: index, to: UInt8(ascii: "."))
        } else {
          out.initializeElement(at: index, to: UInt8(ascii: "0") + UInt8(rest % 10))
          rest /= 10
        }
      }
      return count
    }
  }
}

/// A plain decimal as digits, so that 0.81 less 0.74 is 0.07 and nothing beside it.
private struct Decimal {
  let negative: Bool
  /// Most significant first, the fraction included.
  let digits: [UInt8]
  let decimals: Int

  init(_ text: String) {
    var digits: [UInt8] = []
    digits.reserveCapacity(text.utf8.count)
    var whole: Int?
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") { whole = digits.count }
      if byte >= UInt8(ascii: "0") { digits.append(byte - UInt8(ascii: "0")) }
    }
    negative = text.utf8.first == UInt8(ascii: "-")
    decimals = digits.count - (whole ?? digits.count)
    self.digits = digits
  }

  func minus(_ other: Decimal) -> (text: String, negative: Bool) {
    let decimals = max(decimals, other.decimals)
    let count = max(digits.count - self.decimals, other.digits.count - other.decimals) + decimals + 1
    let (left, right) = (padded(to: count, decimals), other.padded(to: count, decimals))
    if negative != other.negative {
      return (Decimal.spelled(Decimal.sum(left, right), decimals), negative)
    }
    let smaller = left.lexicographicallyPrecedes(right)
    let difference = smaller ? Decimal.difference(right, left) : Decimal.difference(left, right)
    return (Decimal.spelled(difference, decimals), smaller != negative)
  }

  /// So many digits, so many of them behind the point.
  private func padded(to count: Int, _ decimals: Int) -> [UInt8] {
    var padded = [UInt8](repeating: 0, count: count)
    let end = count - (decimals - self.decimals)
    padded.replaceSubrange(end - digits.count..<end, with: digits)
    return padded
  }

  private static func sum(_ one: [UInt8], _ two: [UInt8]) -> [UInt8] {
    var (result, carry) = (one, UInt8(0))
    for index in result.indices.reversed() {
      let digit = one[index] + two[index] + carry
      (result[index], carry) = (digit % 10, digit / 10)
    }
    return result
  }

  private static func difference(_ one: [UInt8], _ two: [UInt8]) -> [UInt8] {
    var (result, borrow) = (one, UInt8(0))
    for index in result.indices.reversed() {
      let take = two[index] + borrow
      borrow = one[index] < take ? 1 : 0
      result[index] = one[index] + 10 * borrow - take
    }
    return result
  }

  private static func spelled(_ digits: [UInt8], _ decimals: Int) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(digits.count + 1)
    for (index, digit) in digits.enumerated() {
      let places = digits.count - index
      if places == decimals { text.append(UInt8(ascii: ".")) }
      if digit != 0 || !text.isEmpty || places <= decimals + 1 { text.append(UInt8(ascii: "0") + digit) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
