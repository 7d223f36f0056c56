import Bytes

/// A plain decimal moved by so many places, digit by digit: `0.0038` by two is `0.38`, `0.5` is `50`.
func shifted(_ text: String, by places: Int) -> String {
  let (minus, point, zero) = (UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "0"))
  let text = Array(text.utf8)
  var moved: [UInt8] = []
  moved.reserveCapacity(text.count + places + 1)
  if text.first == minus { moved.append(minus) }
  let start = moved.count
  let end = text.place(of: point, in: start..<text.count)
  // What is not there after the point is a zero; zeros before all other digits are left out.
  for place in start...end + places where place != end {
    let digit = place < text.count ? text[place] : zero
    if digit != zero || moved.count > start { moved.append(digit) }
  }
  if moved.count == start { moved.append(zero) }
  if end + places + 1 < text.count {
    moved.append(point)
    moved += text[(end + places + 1)...]
  }
  return String(decoding: moved, as: UTF8.self)
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
