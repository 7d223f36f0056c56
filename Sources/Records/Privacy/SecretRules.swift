/// Rules about keys and passwords.
extension PrivacyScan {
  /// `-----BEGIN … PRIVATE KEY-----`.
  mutating func privateKey(at index: Int) -> Bool {
    guard let begin = phrase("-----begin ", at: index, whole: false) else { return false }
    for place in begin..<min(count, begin + 30) {
      if let end = phrase("private key-----", at: place, whole: false) { return take("privacy.secret", index..<end) }
    }
    return false
  }

  /// Keys whose first letters say what they open.
  mutating func knownKey(at index: Int) -> Bool {
    let first = text[index]
    if first == UInt8(ascii: "A") { return amazonKey(at: index) }
    if first == UInt8(ascii: "e") { return webToken(at: index) }
    if first == UInt8(ascii: "x") {
      guard phrase("xox", at: index, whole: false) != nil, isOne(byte(index + 3), of: "abprs"), byte(index + 4) == UInt8(ascii: "-")
      else { return false }
      return key(index, from: index + 5, atLeast: 10)
    }
    guard first == UInt8(ascii: "g"), byte(index + 1) == UInt8(ascii: "h") || byte(index + 1) == UInt8(ascii: "i") else {
      return false
    }
    if let start = phrase("github_pat_", at: index, whole: false) { return key(index, from: start, atLeast: 22) }
    guard byte(index + 1) == UInt8(ascii: "h"), isOne(byte(index + 2), of: "pousr"), byte(index + 3) == UInt8(ascii: "_")
    else { return false }
    return key(index, from: index + 4, atLeast: 36)
  }

  private mutating func amazonKey(at index: Int) -> Bool {
    guard index + 20 <= count, ends(index + 20),
      phrase("akia", at: index, whole: false) ?? phrase("asia", at: index, whole: false) != nil,
      text[index..<(index + 20)].allSatisfy({ isUpper($0) || isDigit($0) }), phrase("example", at: index + 13) == nil
    else { return false }
    return take("privacy.secret", index..<(index + 20))
  }

  private mutating func webToken(at index: Int) -> Bool {
    guard index >= noToken, byte(index + 1) == UInt8(ascii: "y"), byte(index + 2) == UInt8(ascii: "J") else { return false }
    let head = keyEnd(from: index)
    // Whatever begins later and ends here is shorter, and goes on with the same.
    noToken = head
    guard head - index >= 10, byte(head) == UInt8(ascii: "."), byte(head + 1) == UInt8(ascii: "e"), byte(head + 2) == UInt8(ascii: "y")
    else { return false }
    let body = keyEnd(from: head + 1)
    guard byte(body) == UInt8(ascii: ".") else { return false }
    let end = keyEnd(from: body + 1)
    return end > body + 1 && take("privacy.secret", index..<end)
  }

  private mutating func key(_ index: Int, from start: Int, atLeast length: Int) -> Bool {
    let end = keyEnd(from: start)
    return end - start >= length && take("privacy.secret", index..<end)
  }

  private func keyEnd(from start: Int) -> Int {
    var end = start
    while end < count, isLetter(text[end]) || isDigit(text[end]) || text[end] == UInt8(ascii: "_") || text[end] == UInt8(ascii: "-") {
      end += 1
    }
    return end
  }

  /// `password: …`, `api_key = …` with a value that is no word about passwords.
  ///
  /// - Parameter name: where the word for it ends.
  mutating func password(after name: Int) -> Bool {
    var place = name
    if isOne(byte(place), of: "\"'`") { place += 1 }
    if byte(place) == 0x20 { place += 1 }
    guard byte(place) == UInt8(ascii: ":") || byte(place) == UInt8(ascii: "=") else { return false }
    place += 1
    if byte(place) == 0x20 { place += 1 }
    if isOne(byte(place), of: "\"'`") { place += 1 }
    var end = place
    while end < count, end - place < 200, text[end] > 0x20, !isOne(text[end], of: "\"'`,;)}]<>") { end += 1 }
    guard end - place >= 8, isSecret(place..<end) else { return false }
    return take("privacy.secret", place..<end)
  }

  /// No placeholder, no stars, no key of the next line; letters alone only where they end the line or stand in quotes.
  private func isSecret(_ range: Range<Int>) -> Bool {
    let value = text[range]
    guard let first = value.first, let last = value.last else { return false }
    if isOne(first, of: "{[<$*.…") || last == UInt8(ascii: ":") || last == UInt8(ascii: "*") { return false }
    if value.allSatisfy({ $0 == first }) { return false }
    let words: [StaticString] = [
      "required", "redacted", "optional", "mandatory", "withheld", "removed", "disabled", "enabled", "protected", "encrypted",
      "unchanged", "changeme", "password", "placeholder", "undefined", "confidential", "classified", "unlimited",
    ]
    for word in words { if phrase(word, at: range.lowerBound) != nil { return false } }
    for word: StaticString in ["your", "example", "insert", "replace"] {
      if phrase(word, at: range.lowerBound, whole: false) != nil { return false }
    }
    if value.contains(where: { !isLetter($0) && $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "-") }) { return true }
    return range.upperBound >= count || isOne(text[range.upperBound], of: "\"'`\n")
  }
}
