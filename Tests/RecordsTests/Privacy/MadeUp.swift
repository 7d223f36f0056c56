/// Numbers that nobody has, with the check digits that real ones carry; the same ones on every run.
struct MadeUp {
  private var state: UInt64

  init(seed: UInt64 = 42) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func pick(_ text: String) -> String {
    let characters = Array(text)
    return String(characters[below(characters.count)])
  }

  mutating func digits(_ count: Int) -> String { (0..<count).map { _ in String(below(10)) }.joined() }

  /// Ten digits; a first digit of 4, 6 or 7 as in use.
  mutating func nhsNumber() -> String {
    while true {
      let nine = pick("467") + digits(8)
      let sum = zip(nine, (2...10).reversed()).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
      let check = 11 - sum % 11
      if check != 10 { return nine + String(check == 11 ? 0 : check) }
    }
  }

  mutating func nationalInsurance() -> String {
    while true {
      let prefix = pick("ABCEGHJKLMNOPRSTWXYZ") + pick("ABCEGHJKLMNPRSTWXYZ")
      if ["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"].contains(prefix) { continue }
      return prefix + digits(6) + pick("ABCD")
    }
  }

  mutating func pupilNumber(temporary: Bool = false) -> String {
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
    let authority = ["208", "301", "420", "665", "873"][below(5)]
    let middle = authority + digits(8)
    let last = temporary ? String(letters[below(23)]) : String(below(10))
    var sum = zip(middle, 2...12).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    sum += 13 * (temporary ? letters.firstIndex(of: Character(last)) ?? 0 : Int(last) ?? 0)
    return String(letters[sum % 23]) + middle + last
  }

  mutating func card() -> String {
    let body = pick("345") + digits(14)
    for check in 0...9 {
      let sum = (body + String(check)).reversed().enumerated().reduce(0) { sum, next in
        let digit = next.element.wholeNumberValue ?? 0
        let doubled = next.offset % 2 == 1 ? digit * 2 : digit
        return sum + (doubled > 9 ? doubled - 9 : doubled)
      }
      if sum % 10 == 0 { return body + String(check) }
    }
    return body + "0"
  }

  mutating func bankAccount() -> String {
    let rest = (0..<4).map { _ in pick("ABCDEFGHJKLMNP") }.joined() + digits(14)
    func remainder(_ text: String) -> Int {
      text.reduce(0) { sum, next in
        let value = next.wholeNumberValue ?? Int((next.asciiValue ?? 0)) - 55
        return (sum * (value > 9 ? 100 : 10) + value) % 97
      }
    }
    let check = 98 - remainder(rest + "GB00")
    return "GB" + (check < 10 ? "0" : "") + String(check) + rest
  }

  mutating func drivingLicence() -> String {
    let surname = String((["MORGAN", "LI", "SMITH", "OX"][below(4)] + "99999").prefix(5))
    let month = 1 + below(12) + (below(2) == 0 ? 50 : 0)
    let day = 1 + below(28)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return surname + digits(1) + two(month) + two(day) + digits(1) + pick("ABCDEM") + pick("ABC9") + digits(1)
      + pick("ABCDEFGHJ") + pick("ABCDEFGHJ")
  }

  /// 07 and not 0, 6 or 7 after it.
  mutating func mobile() -> String { "07" + pick("1234589") + digits(8) }
}

extension String {
  /// `1234567890` in groups of 3, 3 and 4: `123 456 7890`.
  func grouped(_ lengths: [Int], by sign: String = " ") -> String {
    var rest = Substring(self)
    var groups: [String] = []
    for length in lengths {
      groups.append(String(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    if !rest.isEmpty { groups.append(String(rest)) }
    return groups.joined(separator: sign)
  }
}
