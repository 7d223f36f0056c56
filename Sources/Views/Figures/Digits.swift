/// A plain decimal moved by so many places, digit by digit: `0.0038` by two is `0.38`, `0.5` is `50`.
func shifted(_ text: String, by places: Int) -> String {
  let isNegative = text.hasPrefix("-")
  let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
  let fraction = parts.count > 1 ? String(parts[1]) : ""
  let moved = fraction.prefix(places) + String(repeating: "0", count: max(0, places - fraction.utf8.count))
  var whole = (parts.first ?? "") + moved
  while whole.utf8.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
  let rest = fraction.dropFirst(places)
  return (isNegative ? "-" : "") + whole + (rest.isEmpty ? "" : "." + rest)
}

/// The text without zeros at the end of its fraction.
func trimmed(_ text: String) -> String {
  guard text.contains(".") else { return text }
  var result = text
  while result.hasSuffix("0") { result.removeLast() }
  if result.hasSuffix(".") { result.removeLast() }
  return result
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
