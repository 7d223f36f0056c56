/// Rules about numbers that say who somebody is or where their money is.
extension PrivacyScan {
  /// Ten digits with a check digit: spaced 3-3-4, or said to be a patient's; perhaps one where they only stand near a word of health.
  ///
  /// One in eleven numbers of ten digits passes the check, so digits alone never count. Telephone numbers and the range kept for
  /// tests pass, and what is said to be the number of a thing.
  mutating func nhsNumber(at index: Int) -> Bool {
    let spaced = run.end(of: [3, 3, 4])
    guard let end = spaced ?? run.end(of: [10]) ?? run.end(of: [3, 7]) ?? run.end(of: [6, 4]) else { return false }
    if spaced != nil, run.separators[0] == UInt8(ascii: "/") || run.separators[1] == UInt8(ascii: "/") { return false }
    let digits = run.digits.prefix(10)
    guard isNHSNumber(digits), !digits.starts(with: [9, 9, 9]) else { return false }
    let range = index..<end
    let isSaid = isPatientNumber(range)
    if !isSaid, isOne(before(index), of: "+/=-.,#") { return false }
    let isThing = isReference(index)
    let isNear = isSaid || near(["nhs", "patient", "patients", "chi", "h&c", "health and care"], range)
    let isPhone = digits[0] == 9 || (digits[0] == 0 && [1, 2, 3, 7, 8].contains(digits[1]))
    let isGrouped = spaced != nil && (isNear || !isPhone)
    if isSaid || isGrouped { return take(isThing ? "privacy.possible-nhs-number" : "privacy.nhs-number", range) }
    return isNear && !isThing && take("privacy.possible-nhs-number", range)
  }

  /// 13 to 19 digits that start as cards do and pass their check.
  mutating func card(at index: Int) -> Bool {
    guard run.digits.count >= 13, (3...6).contains(run.digits[0]) else { return false }
    if isOne(before(index), of: "/=.,#_") { return false }
    var total = 0
    var best: Int?
    for (position, group) in run.groups.enumerated() {
      total += group.length
      guard total <= 19 else { break }
      let lengths = run.groups[...position].map(\.length)
      guard total >= 13, position == 0 || lengths.dropLast().allSatisfy({ $0 >= 4 && $0 <= 6 }),
        run.separated(position + 1, by: " -"), let end = run.end(of: lengths)
      else { continue }
      if isCardNumber(run.digits.prefix(total)) { best = end }
    }
    guard let best else { return false }
    return take("privacy.card", index..<best)
  }

  mutating func taxReference(at index: Int) -> Bool {
    guard let end = run.end(of: [10]) ?? run.end(of: [5, 5]),
      near(["utr", "unique taxpayer", "tax ref", "tax reference"], index..<end)
    else { return false }
    return take("privacy.tax-reference", index..<end)
  }

  mutating func passport(at index: Int) -> Bool {
    guard let end = run.end(of: [9]), near(["passport", "passport no"], index..<end) else { return false }
    return take("privacy.passport", index..<end)
  }

  mutating func sortCode(at index: Int) -> Bool {
    guard let end = run.end(of: [2, 2, 2]) else { return false }
    let words: [StaticString] =
      run.separated(3, by: "-")
      ? ["sort code", "sortcode", "account number", "bank account", "bank details", "bank"] : ["sort code", "sortcode"]
    guard run.separated(3, by: "- "), near(words, index..<end), !near(["bank holiday", "bank holidays"], index..<end)
    else { return false }
    return take("privacy.sort-code", index..<end)
  }

  /// A latitude and a longitude of these islands, each to ten metres or less.
  mutating func place(at index: Int) -> Bool {
    guard run.groups[0].length == 2, (49...60).contains(Int(run.digits[0]) * 10 + Int(run.digits[1])),
      let first = precise(at: index)
    else { return false }
    var next = first
    let limit = min(count, first + 24)
    while next < limit, !isDigit(text[next]) { next += 1 }
    guard next < limit, let end = precise(at: next), text[next + 1] == UInt8(ascii: "."), byte(next) <= UInt8(ascii: "8")
    else { return false }
    return take("privacy.location", index..<end)
  }

  /// Where a decimal with four or more places ends.
  private func precise(at index: Int) -> Int? {
    var end = index
    while end < count, isDigit(text[end]) { end += 1 }
    guard end - index <= 2, byte(end) == UInt8(ascii: ".") else { return nil }
    let point = end
    repeat { end += 1 } while end < count && isDigit(text[end])
    guard end - point > 4, byte(end) != UInt8(ascii: ".") || !isDigit(byte(end + 1)) else { return nil }
    return end
  }

  mutating func networkAddress(at index: Int) -> Bool {
    guard run.groups.count >= 4, run.separators.prefix(3).allSatisfy({ $0 == UInt8(ascii: ".") }), before(index) != UInt8(ascii: ".")
    else { return false }
    var start = 0
    for group in run.groups.prefix(4) {
      guard group.length <= 3 else { return false }
      let value = run.digits[start..<(start + group.length)].reduce(0) { $0 * 10 + Int($1) }
      guard value <= 255 else { return false }
      start += group.length
    }
    guard let end = run.end(of: run.groups.prefix(4).map(\.length)),
      near(["ip", "server", "host", "subnet", "address"], index..<end)
    else { return false }
    return take("privacy.network-address", index..<end)
  }
}

/// Whether the tenth digit is the check digit of the nine before it: weights 10 to 2, modulo 11.
func isNHSNumber(_ digits: ArraySlice<UInt8>) -> Bool {
  guard digits.count == 10, let first = digits.first, let last = digits.last, digits.contains(where: { $0 != first })
  else { return false }
  let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + Int($1.0) * $1.1 }
  let check = (11 - sum % 11) % 11
  return check == Int(last)
}

/// Luhn's check, and not one digit over and over.
func isCardNumber(_ digits: ArraySlice<UInt8>) -> Bool {
  guard let first = digits.first, digits.contains(where: { $0 != first }) else { return false }
  var sum = 0
  for (position, digit) in digits.reversed().enumerated() {
    let doubled = position % 2 == 1 ? Int(digit) * 2 : Int(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 == 0
}
