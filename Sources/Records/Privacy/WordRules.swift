/// Which rules a word may begin, told by its first letter: most words begin none.
extension PrivacyScan {
  mutating func word(at index: Int) -> Bool {
    if isDigit(byte(index + 2)), smallNationalInsurance(at: index) { return true }
    switch lowered(text[index]) {
    case UInt8(ascii: "a"): return wordInA(index)
    case UInt8(ascii: "b"):
      if let end = phrase("born", at: index) { return !isThingBorn(at: index) && birth(after: end) }
      guard let end = phrase("birthday", at: index) ?? phrase("birth date", at: index) ?? phrase("birthdate", at: index) else {
        return false
      }
      return birth(after: end)
    case UInt8(ascii: "c"):
      if let end = phrase("child", at: index) ?? phrase("claimant", at: index) { return namedPerson(at: index, after: end) }
      return title("cllr", at: index)
    case UInt8(ascii: "d"): return wordInD(index)
    case UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "x"): return knownKey(at: index)
    case UInt8(ascii: "m"):
      return title("mr", at: index) || title("mrs", at: index) || title("ms", at: index) || title("miss", at: index)
        || title("mx", at: index)
    case UInt8(ascii: "o"):
      guard let end = phrase("offender", at: index) else { return false }
      return namedPerson(at: index, after: end)
    case UInt8(ascii: "p"): return wordInP(index)
    case UInt8(ascii: "r"):
      if let end = phrase("resident", at: index) { return namedPerson(at: index, after: end) }
      return title("rev", at: index)
    case UInt8(ascii: "s"): return wordInS(index)
    case UInt8(ascii: "v"):
      guard let end = phrase("victim", at: index) else { return false }
      return namedPerson(at: index, after: end)
    default: return false
    }
  }

  private mutating func wordInA(_ index: Int) -> Bool {
    if let end = phrase("aged", at: index) { return nameWithAge(at: index, after: end) }
    if let end = phrase("applicant", at: index) { return namedPerson(at: index, after: end) }
    let key =
      phrase("api key", at: index) ?? phrase("apikey", at: index) ?? phrase("access token", at: index)
      ?? phrase("access key", at: index) ?? phrase("auth token", at: index)
    if let key { return password(after: key) }
    return isUpper(text[index]) && knownKey(at: index)
  }

  private mutating func wordInD(_ index: Int) -> Bool {
    let words = phrase("date of birth", at: index) ?? phrase("dob", at: index) ?? phrase("d.o.b.", at: index) ?? phrase("d.o.b", at: index)
    if let words { return birth(after: words) }
    if let end = phrase("defendant", at: index) { return namedPerson(at: index, after: end) }
    return title("dr", at: index) || title("dame", at: index)
  }

  private mutating func wordInP(_ index: Int) -> Bool {
    if let end = phrase("pupil", at: index) ?? phrase("patient", at: index) { return namedPerson(at: index, after: end) }
    if let end = phrase("password", at: index) ?? phrase("passwd", at: index) ?? phrase("passphrase", at: index) {
      return password(after: end)
    }
    return title("prof", at: index)
  }

  private mutating func wordInS(_ index: Int) -> Bool {
    if let end = phrase("service user", at: index) ?? phrase("student", at: index) ?? phrase("suspect", at: index) {
      return namedPerson(at: index, after: end)
    }
    if let end = phrase("secret", at: index) { return password(after: end) }
    return title("sir", at: index)
  }

  private mutating func title(_ word: StaticString, at index: Int) -> Bool {
    guard isUpper(text[index]), let end = phrase(word, at: index) else { return false }
    return titledName(at: index, after: end)
  }
}

/// For each letter those that follow it where a word begins that some rule here is about, one bit each.
///
/// `a`, `and`, `are` and most others begin none. A rule for another word needs its first two letters here.
let secondLetters: [UInt32] = {
  var seconds = [UInt32](repeating: 0, count: 26)
  let pairs: StaticString =
    "ac ag ak ap as au bi bo ch cl da de do dr ey gh gi mi mr ms mx of pa pr pu re se si st su vi xo"
  pairs.withUTF8Buffer { pairs in
    for start in stride(from: 0, to: pairs.count, by: 3) {
      seconds[Int(letterNumber(pairs[start]))] |= 1 << letterNumber(pairs[start + 1])
    }
  }
  return seconds
}()
