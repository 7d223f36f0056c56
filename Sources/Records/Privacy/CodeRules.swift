/// Rules about codes of letters and digits: of a person, a pupil, a driver, an account, a home.
extension PrivacyScan {
  /// `GB82 WEST 1234 5698 7654 32`, with its remainder modulo 97.
  mutating func bankAccount(at index: Int) -> Bool {
    guard text[index] == UInt8(ascii: "G"), text[index + 1] == UInt8(ascii: "B"),
      let (code, end) = compact(at: index, length: 22, every: 4)
    else { return false }
    guard code[2..<4].allSatisfy(isDigit), code[4..<8].allSatisfy(isUpper), code[8...].allSatisfy(isDigit)
    else { return false }
    var remainder = 0
    for byte in code[4...] + code[..<4] {
      remainder = isDigit(byte) ? remainder * 10 + Int(byte) - 0x30 : remainder * 100 + Int(byte) - 55
      remainder %= 97
    }
    return remainder == 1 && take("privacy.bank-account", index..<end)
  }

  /// 16 characters: five of the surname, the date of birth in digits, initials, a digit and two letters.
  mutating func drivingLicence(at index: Int) -> Bool {
    guard let (code, end) = compact(at: index, length: 16, breaks: [5, 11]) else { return false }
    let surname = code.prefix { isUpper($0) }.prefix(5)
    guard !surname.isEmpty, code[surname.count..<5].allSatisfy({ $0 == UInt8(ascii: "9") }),
      code[5..<11].allSatisfy(isDigit), code[11..<13].allSatisfy({ isUpper($0) || $0 == UInt8(ascii: "9") }),
      isDigit(code[13]), isUpper(code[14]), isUpper(code[15])
    else { return false }
    let digits = code[5..<11].map { Int($0) - 0x30 }
    let month = (digits[1] >= 5 ? digits[1] - 5 : digits[1]) * 10 + digits[2]
    guard (1...12).contains(month), (1...31).contains(digits[3] * 10 + digits[4]) else { return false }
    return take("privacy.driving-licence", index..<end)
  }

  /// A check letter, a local authority's number, ten more digits or nine and a letter.
  mutating func pupilNumber(at index: Int) -> Bool {
    guard let (code, end) = compact(at: index, length: 13, breaks: []), code[1..<12].allSatisfy(isDigit) else {
      return false
    }
    guard let check = pupilLetter(code[0]) else { return false }
    var sum = 0
    for position in 2...12 { sum += position * (Int(code[position - 1]) - 0x30) }
    guard let last = isDigit(code[12]) ? Int(code[12]) - 0x30 : pupilLetter(code[12]) else { return false }
    sum += 13 * last
    let authority = code[1..<4].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    let known = [201...220, 301...395, 406...440, 660...681, 800...999]
    guard sum % 23 == check, known.contains(where: { $0.contains(authority) }) else { return false }
    return take("privacy.pupil-number", index..<end)
  }

  /// Two letters, six digits and a letter from A to D, in capitals with or without signs between.
  mutating func nationalInsurance(at index: Int) -> Bool {
    insuranceNumber(at: index, isUpper)
  }

  /// The same in small letters, only where nothing stands between.
  mutating func smallNationalInsurance(at index: Int) -> Bool {
    index + 1 < count && insuranceNumber(at: index, isLower)
  }

  private mutating func insuranceNumber(at index: Int, _ isLetter: (UInt8) -> Bool) -> Bool {
    guard isLetter(text[index]), isLetter(text[index + 1]) else { return false }
    let spaced = isUpper(text[index])
    guard let (code, end) = compact(at: index, length: 9, breaks: spaced ? [2, 4, 6, 8] : [], signs: " .-"),
      code[2..<8].allSatisfy(isDigit), isLetter(code[8])
    else { return false }
    let (first, second, last) = (code[0] & 0xDF, code[1] & 0xDF, code[8] & 0xDF)
    guard !isOne(first, of: "DFIQUV"), !isOne(second, of: "DFIOQUV"), last <= UInt8(ascii: "D") else {
      return false
    }
    for pair in ["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"] where pair.utf8.elementsEqual([first, second]) {
      return false
    }
    return take("privacy.national-insurance", index..<end)
  }

  /// Characters from a place without the single signs allowed between them; nothing unless the code ends there.
  private func compact(
    at index: Int, length: Int, every: Int = 0, breaks: [Int] = [], signs: StaticString = " "
  ) -> (code: [UInt8], end: Int)? {
    guard index + length <= count else { return nil }
    let allowed = UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount)
    var place = index
    var code: [UInt8] = []
    while code.count < length, place < count {
      let byte = text[place]
      if isDigit(byte) || isLetter(byte) {
        code.append(byte)
      } else {
        let mayBreak = every > 0 ? code.count % every == 0 : breaks.contains(code.count)
        guard mayBreak, allowed.contains(byte), place + 1 < count, isWordByte(text[place + 1]) else { return nil }
      }
      place += 1
    }
    return code.count == length && ends(place) ? (code, place) : nil
  }
}

/// The value of one of the 23 letters of pupil numbers: A to Z without I, O and S.
private func pupilLetter(_ byte: UInt8) -> Int? {
  "ABCDEFGHJKLMNPQRTUVWXYZ".utf8.enumerated().first { $0.element == byte }?.offset
}

// MARK: addresses

extension PrivacyScan {
  /// A postcode; with a house, a street and its kind before it, perhaps a home, unless a hall or an office stands there by name.
  mutating func postcode(at index: Int) -> Bool {
    guard let (end, spaced) = postcodeEnd(at: index) else { return false }
    let range = index..<end
    guard spaced || near(["postcode", "post code", "address"], range) else { return false }
    if let house = house(before: index), !namesOffice(before: house), !namesOffice(before: index) {
      return take("privacy.home-address", house..<end)
    }
    return take("privacy.postcode", range)
  }

  private func postcodeEnd(at index: Int) -> (end: Int, spaced: Bool)? {
    if let end = phrase("gir 0aa", at: index), isUpper(text[index + 1]) { return (end, true) }
    guard isOne(text[index], of: "ABCDEFGHIJKLMNOPRSTUWYZ") else { return nil }
    var place = index + 1
    if isUpper(byte(place)) {
      guard !isOne(byte(place), of: "IJZ") else { return nil }
      place += 1
    }
    guard isDigit(byte(place)) else { return nil }
    place += 1
    if isDigit(byte(place)), isDigit(byte(place + 1)) || byte(place + 1) == 0x20 {
      place += 1
    } else if isOne(byte(place), of: "ABCDEFGHJKMNPRSTUVWXY") {
      place += 1
    }
    let spaced = byte(place) == 0x20
    if spaced { place += 1 }
    guard isDigit(byte(place)) else { return nil }
    for letter in [byte(place + 1), byte(place + 2)] {
      guard isUpper(letter), !isOne(letter, of: "CIKMOV") else { return nil }
    }
    return ends(place + 3) ? (place + 3, spaced) : nil
  }

  /// Whether the words with capitals that lead up to a place name a building of an organisation: `County Hall, 1 High Street`.
  private func namesOffice(before index: Int) -> Bool {
    var place = index
    while index - place < 80, let word = wordBefore(place, past: " ,.'"), byte(word.upperBound) != UInt8(ascii: ".") {
      if equals(word, offices) { return isUpper(text[word.lowerBound]) }
      // A street's own number ends its name.
      guard isUpper(text[word.lowerBound]) || equals(word, ["of", "the", "and", "s"]) else { return false }
      place = word.lowerBound
    }
    return false
  }

  /// Where a house's number begins that stands before a street's name within 110 bytes of a postcode.
  private func house(before index: Int) -> Int? {
    let streets: [StaticString] = [
      "street", "road", "avenue", "lane", "close", "drive", "way", "court", "crescent", "gardens", "grove", "place",
      "terrace", "hill", "square", "walk", "mews", "row", "view", "rise", "park", "green", "st", "rd", "ave",
    ]
    for start in max(free, index - 110)..<index where isDigit(text[start]) && !isWordByte(before(start)) {
      var place = start
      while place < index, isDigit(text[place]), place - start < 4 { place += 1 }
      if isLetter(byte(place)) { place += 1 }
      if byte(place) == UInt8(ascii: ",") { place += 1 }
      guard byte(place) == 0x20 else { continue }
      var words = 0
      while words < 4, byte(place) == 0x20, let end = name(at: place + 1), end < index {
        if words > 0, equals((place + 1)..<end, streets) { return start }
        words += 1
        place = end
      }
    }
    return nil
  }
}

/// No court: one may be a street, and what is written of courts says `County Court` or `Crown Court`, a hall or a centre with it.
private let offices: [StaticString] = [
  "council", "office", "offices", "hall", "house", "centre", "courthouse", "library", "headquarters", "hospital", "school", "academy",
  "college", "university", "museum", "surgery", "station", "tribunal",
]
