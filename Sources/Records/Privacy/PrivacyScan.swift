import Bytes

/// A stretch of a text that must not be public, and the rule it breaks.
struct PrivateStretch: Sendable, Hashable {
  var code: String
  var range: Range<Int>
}

/// Looks through a text once for what must not be public.
///
/// At the start of each word or number the rules are tried in a fixed order, and the first that holds takes the stretch: one stretch,
/// one finding. The rules are bytes compared by hand, each looking a bounded way ahead or back, or at no byte twice, so the time is in
/// proportion to the text whatever it holds; regular expressions were twelve times slower and one hostile line could stop them for minutes.
struct PrivacyScan {
  let text: UnsafeBufferPointer<UInt8>
  private(set) var found: [PrivateStretch] = []
  /// Where the last stretch ends; none begins before it.
  private(set) var free = 0
  private var nextAt = -1
  /// Up to where no web token begins.
  var noToken = 0
  /// The digits that start at the current place, with their groups.
  var run = DigitRun()

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  var count: Int { text.count }

  mutating func scan() {
    found.reserveCapacity(8)
    let seconds = secondLetters
    var start = 0
    var isInWord: UInt64 = 0
    while start < text.count {
      var places = places(from: start, &isInWord, seconds)
      var next = start + 64
      while places != 0 {
        let index = start + places.trailingZeroBitCount
        places &= places - 1
        guard matches(at: index) else { continue }
        // After a stretch, what follows it begins anew, also within a word.
        (next, isInWord) = (max(free, index + 1), 0)
        break
      }
      start = next
    }
  }

  /// Where among 64 bytes a rule may hold, one bit each: at words, numbers and signs that begin one. For most words none does, and no more
  /// is asked of them.
  @inline(__always)
  private mutating func places(from start: Int, _ isInWord: inout UInt64, _ seconds: [UInt32]) -> UInt64 {
    let text = text
    let starts = text.wordStarts(from: start, &isInWord)
    let signs = text.bits(from: start) { lanes in
      lanes.equal(to: UInt8(ascii: "+")) | lanes.equal(to: UInt8(ascii: "(")) | lanes.equal(to: UInt8(ascii: "-"))
    }
    if nextAt < start { nextAt = text.place(of: UInt8(ascii: "@"), in: start..<count) }
    // Before an address any word may belong to it.
    guard nextAt - start > 128, start + 66 <= count else { return starts | signs }
    let digits = text.bits(from: start) { $0.digits }
    // Codes have a capital or a digit in their second place; the one number in small letters has a digit in its third.
    let codes = text.bits(from: start) { $0.capitals } & text.bits(from: start + 1) { $0.capitals | $0.digits }
    let numbers = digits | text.bits(from: start + 2) { $0.digits }
    // `D.O.B.` is the one word with a sign in its second place.
    let dots = text.bits(from: start + 1) { $0.equal(to: UInt8(ascii: ".")) }
    let words = starts & ~text.bits(from: start) { $0.beyondASCII }
    var places = words & (codes | numbers | dots)
    var others = words & ~places
    while others != 0 {
      let index = start + others.trailingZeroBitCount
      let second = letterNumber(text[index + 1])
      if second < 26, seconds[Int(letterNumber(text[index]))] &>> second & 1 != 0 { places |= others & (0 &- others) }
      others &= others - 1
    }
    return places | signs
  }

  /// Whether a rule holds for what begins here: a word, a number or a sign that begins one.
  @inline(__always)
  private mutating func matches(at index: Int) -> Bool {
    let byte = text[index]
    if isWordByte(byte) { return matchWord(at: index) }
    return byte == UInt8(ascii: "-") ? privateKey(at: index) : phone(at: index)
  }

  private mutating func matchWord(at index: Int) -> Bool {
    if atSign(after: index), email(at: index) { return true }
    let byte = text[index]
    if isDigit(byte) { return number(at: index) }
    if isUpper(byte), code(at: index) { return true }
    return word(at: index)
  }

  private mutating func number(at index: Int) -> Bool {
    // Most numbers are a day, which can be no more than somebody's birth, or a few digits alone.
    if isDay(at: index) { return birthAfterDate(at: index) }
    let isLong = isLongNumber(at: index)
    if isLong { run.read(text, at: index) }
    // The shortest of these has six digits.
    if isLong, run.digits.count >= 6,
      card(at: index) || nhsNumber(at: index) || taxReference(at: index) || passport(at: index) || sortCode(at: index)
    {
      return true
    }
    return birthAfterDate(at: index) || phone(at: index) || (isLong && (place(at: index) || networkAddress(at: index)))
  }

  /// Whether a number begins as a day of this century or the last does in data: `2026-03-14`. No other number has a hyphen there.
  private func isDay(at index: Int) -> Bool {
    text[index] &- 0x31 < 2 && byte(index + 4) == UInt8(ascii: "-")
      && isDigit(byte(index + 1)) && isDigit(byte(index + 2)) && isDigit(byte(index + 3))
  }

  /// Whether a number goes on to six digits or more, with single signs between them, or has three dots.
  private func isLongNumber(at index: Int) -> Bool {
    var (digits, dots, end) = (0, 0, index)
    while digits < 6, end < count {
      let byte = text[end]
      if isDigit(byte) {
        digits += 1
      } else if isOne(byte, of: " -./"), isDigit(self.byte(end + 1)) {
        if byte == UInt8(ascii: ".") { dots += 1 }
      } else {
        break
      }
      end += 1
    }
    return digits == 6 || dots >= 3
  }

  private mutating func code(at index: Int) -> Bool {
    // Every code has a capital or a digit in its second place, and hardly any word has.
    guard isUpper(byte(index + 1)) || isDigit(byte(index + 1)) else { return false }
    return bankAccount(at: index) || drivingLicence(at: index) || pupilNumber(at: index)
      || nationalInsurance(at: index) || postcode(at: index)
  }

  /// Whether an `@` stands near enough after a place for an address to begin there.
  private mutating func atSign(after index: Int) -> Bool {
    if nextAt < index { nextAt = text.place(of: UInt8(ascii: "@"), in: index..<count) }
    return nextAt < count && nextAt - index <= 64
  }

  /// Where the next `@` stands.
  var at: Int { nextAt }

  /// Records a stretch, unless it begins within the last one. Always true, so that a rule can end with it.
  mutating func take(_ code: String, _ range: Range<Int>) -> Bool {
    guard range.lowerBound >= free else { return false }
    found.append(PrivateStretch(code: code, range: range))
    free = range.upperBound
    return true
  }

  /// Passes over a stretch that is known to be harmless.
  mutating func pass(_ end: Int) -> Bool {
    free = max(free, end)
    return true
  }
}

// MARK: what the rules ask of a text

extension PrivacyScan {
  /// The byte before a place; a space at the start.
  func before(_ index: Int) -> UInt8 { index > 0 ? text[index - 1] : 0x20 }

  /// The byte at a place; a space past the end.
  func byte(_ index: Int) -> UInt8 { index >= 0 && index < count ? text[index] : 0x20 }

  /// Whether no letter or digit joins on at a place.
  func ends(_ index: Int) -> Bool { index >= count || !isWordByte(text[index]) }

  /// Where a phrase ends that begins here, whatever its capitals; a space in it may be `_` or `-` in the text.
  @inline(__always) func phrase(_ phrase: StaticString, at index: Int, whole: Bool = true) -> Int? {
    let length = phrase.utf8CodeUnitCount
    guard index + length <= count else { return nil }
    let wanted = UnsafeBufferPointer(start: phrase.utf8Start, count: length)
    for offset in 0..<length {
      let byte = lowered(text[index + offset])
      if byte == wanted[offset] { continue }
      guard wanted[offset] == 0x20, byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") else { return nil }
    }
    let end = index + length
    return !whole || ends(end) ? end : nil
  }

  /// Where the first of some phrases ends that begins here.
  func phrase(_ phrases: [StaticString], at index: Int) -> Int? {
    let first = lowered(byte(index))
    for phrase in phrases where phrase.utf8Start.pointee == first {
      if let end = self.phrase(phrase, at: index) { return end }
    }
    return nil
  }

  /// Whether one of some phrases stands within 48 bytes before a stretch or 24 after.
  func near(_ phrases: [StaticString], _ range: Range<Int>, before: Int = 48, after: Int = 24) -> Bool {
    let end = min(count, range.upperBound + after)
    for index in max(0, range.lowerBound - before)..<end
    where isWordByte(text[index]) && !isWordByte(self.before(index)) {
      if let last = phrase(phrases, at: index), last <= end { return true }
    }
    return false
  }

  /// Where a word ends that begins here with a capital and goes on in small letters.
  func name(at index: Int) -> Int? {
    guard index < count, isUpper(text[index]) else { return nil }
    var end = index + 1
    var small = 0
    while end < count {
      let byte = text[end]
      if isLower(byte) || byte >= 0x80 {
        small += 1
      } else if isUpper(byte) {
        guard small > 0 || before(end) == UInt8(ascii: "'") else { return nil }
      } else if byte != UInt8(ascii: "'") && byte != UInt8(ascii: "-") || end + 1 >= count || !isUpper(text[end + 1]) {
        break
      }
      end += 1
    }
    return small > 0 && ends(end) ? end : nil
  }

  func equals(_ range: Range<Int>, _ phrases: [StaticString]) -> Bool {
    let first = lowered(byte(range.lowerBound))
    return phrases.contains {
      $0.utf8CodeUnitCount == range.count && $0.utf8Start.pointee == first && phrase($0, at: range.lowerBound) == range.upperBound
    }
  }
}

/// Whether a byte is one of those of a short ASCII text.
@inline(__always) func isOne(_ byte: UInt8, of set: StaticString) -> Bool {
  let bytes = UnsafeBufferPointer(start: set.utf8Start, count: set.utf8CodeUnitCount)
  for other in bytes where other == byte { return true }
  return false
}

@inline(__always) func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
@inline(__always) func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
@inline(__always) func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
@inline(__always) func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
@inline(__always) func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) || byte >= 0x80 }
/// From 0 for `a` to 25; more than that for what is no letter.
@inline(__always) func letterNumber(_ byte: UInt8) -> UInt32 { UInt32((byte | 0x20) &- 0x61) }
@inline(__always) func lowered(_ byte: UInt8) -> UInt8 { isUpper(byte) ? byte | 0x20 : byte }
