import Bytes

/// Rules about when somebody was born and what they are called.
extension PrivacyScan {
  /// `date of birth`, `born` and the like, and a date within 20 characters of the same sentence.
  ///
  /// - Parameter after: where the words for it end.
  mutating func birth(after: Int) -> Bool {
    var place = after
    while place < count, place <= after + 20, text[place] != UInt8(ascii: "."), text[place] != 0x0A {
      if isWordByte(text[place]), !isWordByte(before(place)) {
        if let end = date(at: place) { return take("privacy.birth-date", place..<end) }
        // A year of birth for whole groups: "born after 1 September 2015".
        if phrase(["after", "before", "between", "since", "from", "until", "by"], at: place) != nil { return false }
      }
      place += 1
    }
    return false
  }

  /// `14/03/2010 (date of birth)`.
  mutating func birthAfterDate(at index: Int) -> Bool {
    // Most dates have no bracket after them, and no date is longer than that.
    let near = index..<min(count, index + 32)
    guard text.place(of: UInt8(ascii: "("), in: near) < near.upperBound, let end = date(at: index) else { return false }
    var place = end
    if byte(place) == 0x20 { place += 1 }
    guard byte(place) == UInt8(ascii: "("), phrase(["dob", "d.o.b", "date of birth"], at: place + 1) != nil else { return false }
    return take("privacy.birth-date", index..<end)
  }

  /// Where a date ends that begins here: in digits in any order, or with the month in words.
  func date(at index: Int) -> Int? {
    isDigit(byte(index)) ? dateInDigits(at: index) ?? dayAndMonth(at: index) : monthAndDay(at: index)
  }

  private func number(at index: Int, _ lengths: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var value = 0
    var end = index
    while end < count, isDigit(text[end]), end - index < lengths.upperBound {
      value = value * 10 + Int(text[end]) - 0x30
      end += 1
    }
    return lengths.contains(end - index) && !isDigit(byte(end)) ? (value, end) : nil
  }

  private func dateInDigits(at index: Int) -> Int? {
    guard let first = number(at: index, 1...4), isOne(byte(first.end), of: "/-. "), first.end - index != 3,
      let second = number(at: first.end + 1, 1...2), byte(second.end) == byte(first.end),
      let third = number(at: second.end + 1, 1...4), ends(third.end)
    else { return nil }
    let last = third.end - second.end - 1
    if first.end - index == 4 {
      return (1...12).contains(second.value) && (1...31).contains(third.value) && last <= 2 ? third.end : nil
    }
    let (low, high) = (min(first.value, second.value), max(first.value, second.value))
    return (1...12).contains(low) && high <= 31 && (last == 2 || last == 4) ? third.end : nil
  }

  /// `14 March 2010`, `14th of March, 2010`.
  private func dayAndMonth(at index: Int) -> Int? {
    guard let day = number(at: index, 1...2), (1...31).contains(day.value) else { return nil }
    var place = day.end
    for ending: StaticString in ["st", "nd", "rd", "th"] { place = phrase(ending, at: place) ?? place }
    guard byte(place) == 0x20 || byte(place) == UInt8(ascii: "-") else { return nil }
    place = phrase("of ", at: place + 1, whole: false) ?? (place + 1)
    guard let month = month(at: place) else { return nil }
    return year(after: month)
  }

  /// `March 14, 2010`.
  private func monthAndDay(at index: Int) -> Int? {
    guard let month = month(at: index), byte(month) == 0x20, let day = number(at: month + 1, 1...2) else { return nil }
    var place = day.end
    for ending: StaticString in ["st", "nd", "rd", "th"] { place = phrase(ending, at: place) ?? place }
    return year(after: place)
  }

  private func year(after index: Int) -> Int? {
    var place = index
    if byte(place) == UInt8(ascii: ",") || byte(place) == UInt8(ascii: ".") { place += 1 }
    guard byte(place) == 0x20 || byte(place) == UInt8(ascii: "-"), let year = number(at: place + 1, 4...4),
      (1900...2100).contains(year.value), ends(year.end)
    else { return nil }
    return year.end
  }

  private func month(at index: Int) -> Int? {
    phrase(
      [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
      ], at: index)
  }
}

// MARK: names

extension PrivacyScan {
  /// `pupil Jane Smith`: somebody in the care of a service, called by first name and surname.
  ///
  /// - Parameter end: where the word for the person ends.
  mutating func namedPerson(at index: Int, after end: Int) -> Bool {
    // "Student Loans Company" within a sentence is an organisation; "Pupil Jane Smith" starts one.
    if isUpper(text[index]), !startsSentence(index), byte(end) != UInt8(ascii: ":") { return false }
    var place = end
    if isOne(byte(place), of: ":,") { place += 1 }
    guard byte(place) == 0x20 else { return false }
    place += 1
    place = phrase("called ", at: place, whole: false) ?? phrase("named ", at: place, whole: false) ?? place
    guard let range = fullName(at: place) else { return false }
    return take("privacy.named-person", range)
  }

  /// `Jane Smith, aged 7`.
  mutating func nameWithAge(at index: Int, after end: Int) -> Bool {
    guard byte(end) == 0x20, isDigit(byte(end + 1)) else { return false }
    var age = end + 1
    while isDigit(byte(age)) { age += 1 }
    guard age - end <= 4, ends(age) else { return false }
    var place = index - 1
    guard byte(place) == 0x20 else { return false }
    if byte(place - 1) == UInt8(ascii: ",") { place -= 1 }
    guard let second = wordStart(before: place), byte(second - 1) == 0x20, let first = wordStart(before: second - 1),
      let range = fullName(at: first), range.upperBound == place
    else { return false }
    return take("privacy.name-and-age", first..<age)
  }

  /// `Mrs Smith`, `Prof. Jane Smith`.
  mutating func titledName(at index: Int, after end: Int) -> Bool {
    guard isUpper(text[index]), isLower(byte(index + 1)) else { return false }
    let place = byte(end) == UInt8(ascii: ".") ? end + 1 : end
    guard byte(place) == 0x20, var last = name(at: place + 1), !isOrdinary((place + 1)..<last) else { return false }
    while byte(last) == 0x20, let next = name(at: last + 1) { last = next }
    return take("privacy.titled-name", index..<last)
  }

  private func fullName(at index: Int) -> Range<Int>? {
    guard let first = name(at: index), byte(first) == 0x20, let second = name(at: first + 1),
      !isOrdinary(index..<first), !isOrdinary((first + 1)..<second)
    else { return nil }
    return index..<second
  }

  private func wordStart(before end: Int) -> Int? {
    var start = end
    while start > 0, isWordByte(text[start - 1]) || text[start - 1] == UInt8(ascii: "'") || text[start - 1] == UInt8(ascii: "-") {
      start -= 1
    }
    return start < end ? start : nil
  }

  private func startsSentence(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, text[place] == 0x20 { place -= 1 }
    return place < 0 || isOne(text[place], of: ".!?:\n#>*-\"|")
  }

  /// Words with capitals in names of services, plans and rules, which are no names of people.
  private func isOrdinary(_ range: Range<Int>) -> Bool {
    equals(
      range,
      [
        "data", "record", "records", "service", "services", "act", "health", "care", "premium", "board", "boards", "panel",
        "team", "teams", "plan", "plans", "programme", "program", "project", "protection", "safeguarding", "safety",
        "support", "poverty", "benefit", "benefits", "credit", "index", "register", "system", "systems", "database",
        "loan", "loans", "company", "finance", "council", "committee", "commission", "commissioner", "office", "officer",
        "department", "agency", "authority", "trust", "school", "schools", "college", "university", "hospital", "court",
        "order", "need", "needs", "risk", "score", "model", "tool", "number", "identifier", "id", "reference", "code", "list",
        "form", "survey", "study", "report", "review", "assessment", "impact", "rights", "charter", "standard", "guidance",
        "policy", "parking", "permit", "association", "forum", "group", "voice", "experience", "journey", "portal", "access",
        "information", "liaison", "advice", "the", "this", "that", "these", "those", "looked", "after", "before", "in",
        "children", "child", "people", "pupils", "pupil", "adults", "women", "men", "boys", "girls", "students", "families",
        "early", "help", "finder", "example", "county", "city", "borough", "district", "north", "south", "east", "west",
        "england", "wales", "scotland", "ireland", "britain", "kingdom", "national", "general", "public", "social", "royal",
        "special", "educational", "education", "mental", "free", "universal", "personal", "independence", "payment",
        "attendance", "transport", "housing", "tenant", "customer", "performance", "progress", "outcome", "outcomes",
        "criminal", "justice", "probation", "prison", "police", "code", "management", "strategy", "pathway", "referral",
      ])
  }
}
