/// Rules about telephone numbers of this country.
extension PrivacyScan {
  /// A mobile number belongs to a person; a landline may. Numbers of organisations and those kept for drama pass.
  mutating func phone(at index: Int) -> Bool {
    // A share such as `0.83`.
    if text[index] == UInt8(ascii: "0"), byte(index + 1) == UInt8(ascii: ".") { return false }
    guard let start = nationalStart(at: index), !isOne(before(index), of: ".#/=_-"), !isWordByte(before(index)),
      let number = nationalNumber(at: start, open: text[index] == UInt8(ascii: "("))
    else { return false }
    let digits = number.digits
    let range = index..<number.end
    if isDramaNumber(digits) { return pass(number.end) }
    switch digits[1] {
    case 7:
      guard digits.count == 11, digits[2] != 0, digits[2] != 6, number.firstGroup > 2 || (number.firstGroup == 2 && number.sign == 0x20)
      else {
        return false
      }
      return !(number.sign == 0 && isReference(index)) && take("privacy.mobile", range)
    case 1, 2:
      guard digits[1] == 1 || digits.count == 11, number.firstGroup >= 3 else { return false }
      return take("privacy.phone", range)
    case 3, 8, 9: return number.firstGroup >= 3 && pass(number.end)
    default: return false
    }
  }

  /// Where the digits after the first 0, or after the country's number, begin.
  private func nationalStart(at index: Int) -> Int? {
    var place = index
    if text[place] == UInt8(ascii: "0"), phrase("0044", at: place, whole: false) == nil { return place + 1 }
    if text[place] == UInt8(ascii: "("), byte(place + 1) == UInt8(ascii: "0") { return place + 2 }
    guard let end = phrase("+44", at: place, whole: false) ?? phrase("0044", at: place, whole: false) else { return nil }
    place = end
    if byte(place) == UInt8(ascii: ")") { place += 1 }
    if byte(place) == 0x20 || byte(place) == UInt8(ascii: "-") { place += 1 }
    if let end = phrase("(0)", at: place, whole: false) {
      place = byte(end) == 0x20 ? end + 1 : end
    } else if byte(place) == UInt8(ascii: "0") {
      place += 1
    }
    return place
  }

  private struct National {
    var digits: [UInt8]
    var end: Int
    /// How many digits, the 0 counted, stand before the first sign; all where there is none.
    var firstGroup: Int
    var sign: UInt8
  }

  /// Ten or eleven digits, the 0 counted, with signs between; nothing where they are joined to more.
  private func nationalNumber(at start: Int, open: Bool) -> National? {
    var number = National(digits: [], end: start, firstGroup: 0, sign: 0)
    number.digits.reserveCapacity(11)
    number.digits.append(0)
    var endOfTen: Int?
    var place = start
    while number.digits.count < 11, place < count {
      if isDigit(text[place]) {
        number.digits.append(text[place] - 0x30)
        place += 1
        number.end = place
        continue
      }
      if number.digits.count == 10 { endOfTen = place }
      guard let next = afterSigns(place) else { break }
      if number.firstGroup == 0 { (number.firstGroup, number.sign) = (number.digits.count, text[place]) }
      place = next
    }
    if number.firstGroup == 0 { number.firstGroup = number.digits.count }
    if number.digits.count == 11, !closes(number.end), let endOfTen {
      number.digits.removeLast()
      number.end = endOfTen
    }
    return number.digits.count >= 10 && closes(number.end) ? number : nil
  }

  /// The next digit after one or two signs.
  private func afterSigns(_ start: Int) -> Int? {
    var place = start
    while place < start + 2, isOne(byte(place), of: " -.()"), place < count { place += 1 }
    return place > start && isDigit(byte(place)) ? place : nil
  }

  /// Whether a number may end here: no letter, digit or decimal joins on.
  private func closes(_ end: Int) -> Bool {
    guard ends(end) else { return false }
    return !(isOne(byte(end), of: ".-") && isDigit(byte(end + 1)))
  }
}

/// Numbers that the regulator keeps for drama and examples.
private func isDramaNumber(_ digits: [UInt8]) -> Bool {
  let kept: [[UInt8]] = [
    [0, 7, 7, 0, 0, 9, 0, 0], [0, 2, 0, 7, 9, 4, 6, 0], [0, 1, 6, 3, 2, 9, 6, 0], [0, 1, 9, 1, 4, 9, 8, 0],
    [0, 2, 9, 2, 0, 1, 8, 0], [0, 2, 8, 9, 6, 4, 9, 6], [0, 3, 0, 6, 9, 9, 9, 0], [0, 8, 0, 8, 1, 5, 7, 0],
  ]
  if kept.contains(where: { digits.starts(with: $0) }) { return true }
  let cities: [[UInt8]] = [
    [0, 1, 1, 3], [0, 1, 1, 4], [0, 1, 1, 5], [0, 1, 1, 6], [0, 1, 1, 7], [0, 1, 1, 8], [0, 1, 2, 1], [0, 1, 3, 1],
    [0, 1, 4, 1], [0, 1, 5, 1], [0, 1, 6, 1],
  ]
  return cities.contains { digits.starts(with: $0 + [4, 9, 6, 0]) }
}
