import Bytes
import Records
import Templates

/// A day as templates take it: the month is the name of a word, so that each language has its own.
func dateModel(_ day: PartDay) -> Object {
  [
    .iso: .text(day.text), .day: day.day.map { .number($0) } ?? .none, .month: day.month.map { monthWords[$0 - 1] } ?? .none,
    .year: .number(day.year),
  ]
}

func dateModel(_ day: Day) -> Object {
  [
    .iso: .text(day.text), .day: .number(day.day), .month: monthWords[day.month - 1], .year: .number(day.year),
  ]
}

private let monthWords: [Templates.Value] = (1...12).map { .text("words/month_\($0)") }

/// A sentence of the checks, which are English, with its days as people write them: `by 2026-09-30` becomes `by 30 September 2026`.
func withDaysInWords(_ sentence: String) -> String {
  sentence.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
    let date = word.prefix { $0 == "-" || $0.isASCII && $0.isNumber }
    guard let day = PartDay(String(date)), let month = day.month else { return String(word) }
    let words = (day.day.map { "\($0) " } ?? "") + "\(capitalised(monthNames[month - 1])) \(day.year)"
    return words + String(word.dropFirst(date.count))
  }.joined(separator: " ")
}

/// How many of something, with what a sentence needs to agree with it.
func countModel(_ count: Int) -> Object {
  [.number: .text(grouped(count)), .one: .flag(count == 1), .zero: .flag(count == 0)]
}

/// `12345` → `12,345`.
func grouped(_ number: Int) -> String {
  if 0..<1000 ~= number { return String(number) }
  let digits = String(number.magnitude).utf8
  var result: [UInt8] = number < 0 ? [UInt8(ascii: "-")] : []
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
    result.append(digit)
  }
  return String(decoding: result, as: UTF8.self)
}

/// Ways to reach somebody; nothing where there is none.
func contactModel(_ lines: [ContactLine]) -> Object? {
  guard !lines.isEmpty else { return nil }
  func way(_ name: String) -> Templates.Value { .maybe(lines.first { $0.way == name }?.text) }
  let places = lines.filter { $0.way == "address" || $0.way == "post" }.map(\.text).joined(separator: "; ")
  let phone = lines.first { $0.way == "phone" }?.text
  return [
    .role: way("role"), .email: way("email"), .phone: way("phone"),
    .tel: phone.map { .text(dialled($0)) } ?? .none,
    .address: places.isEmpty ? .none : .text(places), .hours: way("hours"),
  ]
}

/// The digits of a telephone number, with its plus.
private func dialled(_ number: String) -> String {
  String(decoding: number.utf8.filter { 0x30...0x39 ~= $0 || $0 == UInt8(ascii: "+") }, as: UTF8.self)
}

func significanceModel(_ significance: String) -> Templates.Value {
  guard !significance.isEmpty else { return .none }
  return .object([.id: .text(significance), .word: .text("words/significance_" + significance)])
}
