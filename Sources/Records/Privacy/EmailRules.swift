/// Rules about email addresses: a team's mailbox is wanted, a person's is not.
extension PrivacyScan {
  mutating func email(at index: Int) -> Bool {
    let sign = at
    guard sign > index, text[index..<sign].allSatisfy(isLocal), let end = domainEnd(at: sign + 1) else { return false }
    let range = index..<end
    let domain = (sign + 1)..<end
    if isExample(domain) { return pass(end) }
    if isConsumer(domain) { return take("privacy.personal-email", range) }
    if holdsTeamWord(index..<sign) { return pass(end) }
    return take(namesPerson(index..<sign) ? "privacy.named-email" : "privacy.email", range)
  }

  private func isLocal(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || isOne(byte, of: "._%+'-")
  }

  private func domainEnd(at start: Int) -> Int? {
    var place = start
    var label = start
    var dots = 0
    while place < count {
      let byte = text[place]
      if isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "-") {
        place += 1
      } else if byte == UInt8(ascii: "."), place > label, isLetter(self.byte(place + 1)) || isDigit(self.byte(place + 1)) {
        dots += 1
        place += 1
        label = place
      } else {
        break
      }
    }
    guard dots > 0, (2...24).contains(place - label), text[label..<place].allSatisfy(isLetter) else { return nil }
    return place
  }

  /// Domains kept for examples and tests.
  private func isExample(_ domain: Range<Int>) -> Bool {
    let labels = labels(domain)
    guard let last = labels.last else { return false }
    return labels.contains { equals($0, ["example"]) } || equals(last, ["test", "invalid", "localhost"])
  }

  /// Providers where people, not organisations, have their mail.
  private func isConsumer(_ domain: Range<Int>) -> Bool {
    let labels = labels(domain)
    let providers: [StaticString] = [
      "gmail", "googlemail", "hotmail", "outlook", "live", "msn", "yahoo", "ymail", "rocketmail", "icloud", "me", "mac",
      "aol", "btinternet", "btopenworld", "sky", "virginmedia", "ntlworld", "blueyonder", "virgin", "talktalk", "tiscali",
      "plusnet", "proton", "protonmail", "gmx", "mail", "zoho", "fastmail",
    ]
    guard labels.count >= 2, equals(labels[0], providers) else { return false }
    return labels.dropFirst().allSatisfy { $0.count <= 3 } && labels.count <= 3
      && !equals(labels[labels.count - 2], ["gov", "nhs", "police", "ac", "sch"])
  }

  private func labels(_ domain: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = domain.lowerBound
    for place in domain where text[place] == UInt8(ascii: ".") {
      result.append(start..<place)
      start = place + 1
    }
    return result + [start..<domain.upperBound]
  }

  /// Whether the part before the sign says what a mailbox is for: anywhere for a long word, between signs for a short one.
  private func holdsTeamWord(_ local: Range<Int>) -> Bool {
    let long: [StaticString] = [
      "info", "enquir", "inquir", "press", "data", "team", "support", "algorithm", "transparen", "contact", "hello",
      "help", "office", "admin", "service", "feedback", "complain", "media", "comms", "communicat", "privacy", "security",
      "governance", "customer", "care", "policy", "digital", "mail", "reception", "recruit", "planning", "licens", "council",
      "record", "research", "analytic", "ethic", "accessib", "reply", "master", "safeguard", "equalit", "rights", "family",
      "families", "children", "schools", "housing", "benefit", "audit", "legal", "freedom", "access", "consult", "project",
      "programme", "product", "insight", "strategy", "innovation", "partner", "community", "public", "general", "central",
      "group", "board", "desk", "unit", "service", "secretar", "trust", "works", "report",
    ]
    let short: [StaticString] = [
      "foi", "dpo", "dpa", "dp", "ig", "ai", "hr", "it", "ict", "web", "post", "sro", "sar", "pals", "qa", "ops",
      // Words of services that are no names of people, as whole words only.
      "badge", "badges", "permit", "permits", "parking", "library", "libraries", "waste", "tax", "revenues", "registrars", "electoral",
      "elections", "democratic", "highways", "environment", "social", "adult", "adults", "youth", "years", "fraud", "payroll", "pensions",
      "adoption", "fostering", "transport", "travel", "leisure", "museums", "archives", "events", "business", "training", "learning",
    ]
    var start = local.lowerBound
    for place in local {
      for word in long where place + word.utf8CodeUnitCount <= local.upperBound {
        if phrase(word, at: place, whole: false) != nil { return true }
      }
      if !isLetter(text[place]) {
        if equals(start..<place, short) { return true }
        start = place + 1
      }
    }
    return equals(start..<local.upperBound, short)
  }

  /// `jane.smith`, `j.smith`, `jane_smith2`.
  private func namesPerson(_ local: Range<Int>) -> Bool {
    guard let sign = local.first(where: { isOne(text[$0], of: ".-_") }), sign > local.lowerBound else { return false }
    let first = text[local.lowerBound..<sign]
    let rest = text[(sign + 1)..<local.upperBound]
    return first.allSatisfy(isLetter) && rest.count >= 2
      && rest.allSatisfy { isLetter($0) || isDigit($0) || isOne($0, of: ".-_'") } && rest.contains(where: isLetter)
  }
}
