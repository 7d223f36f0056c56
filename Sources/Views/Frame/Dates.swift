import Bytes
import Records
import Templates

/// A day as templates take it: the month is the name of a word, so that each language has its own.
func dateModel(_ day: PartDay) -> Object {
  [
    .iso: .text(day.text), .day: day.day.map { .number($0) } ?? .none,
    .month: day.month.map { .text("words/month_\($0)") } ?? .none, .year: .number(day.year),
  ]
}

func dateModel(_ day: Day) -> Object {
  [
    .iso: .text(day.text), .day: .number(day.day), .month: .text("words/month_\(day.month)"),
    .year: .number(day.year),
  ]
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
  func way(_ names: String...) -> Templates.Value {
    lines.first { names.contains($0.way) }.map { .text($0.text) } ?? .none
  }
  let phone = lines.first { $0.way == "phone" }?.text
  return [
    .role: way("role"), .email: way("email"), .phone: way("phone"),
    .tel: phone.map { .text(String($0.filter { $0.isASCII && ($0.isNumber || $0 == "+") })) } ?? .none,
    .address: way("address", "post"), .hours: way("hours"),
  ]
}

func significanceModel(_ significance: String) -> Templates.Value {
  guard !significance.isEmpty else { return .none }
  return .object([.id: .text(significance), .word: .text("words/significance_" + significance)])
}
