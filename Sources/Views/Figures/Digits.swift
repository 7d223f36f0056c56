import Bytes

/// A plain decimal moved by so many places, digit by digit: `0.0038` by two is `0.38`, `0.5` is `50`.
func shifted(_ text: String, by places: Int) -> String {
  let (minus, point, zero) = (UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0"))
  let digits = text.utf8.drop { $0 == minus }
  let end = digits.firstIndex(of: point) ?? digits.endIndex
  let fraction = digits[end...].dropFirst()
  var whole: [UInt8] = []
  whole.reserveCapacity(text.utf8.count + places)
  whole += digits[..<end].drop { $0 == zero }
  for digit in fraction.prefix(places) where digit != zero || !whole.isEmpty { whole.append(digit) }
  if !whole.isEmpty { for _ in fraction.count..<max(places, fraction.count) { whole.append(zero) } }
  if whole.isEmpty { whole.append(zero) }
  if fraction.count > places {
    whole.append(point)
    whole += fraction.dropFirst(places)
  }
  if text.utf8.first == minus { whole.insert(minus, at: 0) }
  return String(decoding: whole, as: UTF8.self)
}

/// The text without zeros at the end of its fraction.
func trimmed(_ text: String) -> String {
  guard text.holds(UInt8(ascii: ".")) else { return text }
  var digits = text.utf8[...]
  while digits.last == UInt8(ascii: "0") { digits.removeLast() }
  if digits.last == UInt8(ascii: ".") { digits.removeLast() }
  return String(Substring(digits))
}

/// A value with so many decimals; nothing where it is too large to be written exactly.
func fixed(_ value: Double, decimals: Int) -> String? {
  var scale = 1.0
  for _ in 0..<decimals { scale *= 10 }
  let whole = (value * scale).rounded()
  guard decimals <= 9, abs(whole) < 1e15 else { return nil }
  let digits = String(Int(abs(whole)))
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
  let sign = whole < 0 ? "-" : ""
  return decimals == 0 ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}

/// How many digits stand after the point.
func decimals(_ text: String) -> Int {
  text.firstIndex(of: ".").map { text[text.index(after: $0)...].utf8.count } ?? 0
}

/// The unit of one of a thing: `1 day`, where a measure's unit is `days`.
func singular(_ unit: String) -> String { unit.hasSuffix("s") ? String(unit.dropLast()) : unit }
