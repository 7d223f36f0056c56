import Bytes

/// How many syllables an English word has, told from its letters; the parts of one with hyphens each for itself.
///
/// Groups of vowels, less those that are silent and more where two vowels are spoken apart. Right for nineteen words in twenty; over a
/// page the slips even out, and a reading age is no more exact than that.
///
/// - Parameter isJoined: whether a hyphen stands in the word.
func syllables(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, isJoined: Bool) -> Int {
  if !isJoined { return max(1, simpleSyllables(text, word)) }
  var count = 0
  var start = word.lowerBound
  while start < word.upperBound {
    var end = start
    while end < word.upperBound, text[end] != UInt8(ascii: "-") { end += 1 }
    count += simpleSyllables(text, start..<end)
    start = end + 1
  }
  return max(1, count)
}

func syllables(_ word: String) -> Int {
  Array(word.utf8).withUnsafeBufferPointer { syllables($0, 0..<$0.count, isJoined: true) }
}

private func simpleSyllables(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
  word.isEmpty ? 0 : syllables(text, word, vowels: text.bits(from: word.lowerBound) { $0.vowels })
}

extension Lanes {
  /// Vowels of both cases, and `y`.
  @inline(__always) var vowels: Marks {
    let letters = lowered
    return letters.equal(to: UInt8(ascii: "a")) | letters.equal(to: UInt8(ascii: "e")) | letters.equal(to: UInt8(ascii: "i"))
      | letters.equal(to: UInt8(ascii: "o")) | letters.equal(to: UInt8(ascii: "u")) | letters.equal(to: UInt8(ascii: "y"))
  }
}

/// - Parameter vowels: which bytes from the word's start on are vowels or `y`, one bit each. What a word has beyond 64 is not counted.
@inline(__always)
func syllables(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>, vowels: UInt64) -> Int {
  var vowels = word.count < 64 ? vowels & (1 << UInt64(word.count) - 1) : vowels
  let last = text[word.upperBound - 1] | 0x20
  guard word.count > 3 else {
    let groups = (vowels & ~(vowels << 1)).nonzeroBitCount
    // `the`, `are`, `one`: a silent e, but for the only vowel.
    return max(1, groups > 1 && last == UInt8(ascii: "e") ? groups - 1 : groups)
  }
  // A `y` at the start is none.
  if text[word.lowerBound] | 0x20 == UInt8(ascii: "y") { vowels &= ~1 }
  var count = (vowels & ~(vowels << 1)).nonzeroBitCount
  var pairs = vowels & vowels << 1
  while pairs != 0 {
    if areApart(text, word.lowerBound + pairs.trailingZeroBitCount, word) { count += 1 }
    pairs &= pairs - 1
  }
  if last == UInt8(ascii: "e") || text[word.upperBound - 2] | 0x20 == UInt8(ascii: "e") { count -= silent(text, word) }
  return max(1, count)
}

@inline(never) private func areApart(_ text: UnsafeBufferPointer<UInt8>, _ index: Int, _ word: Range<Int>) -> Bool {
  func letter(_ index: Int) -> UInt8 { word.contains(index) ? lowered(text[index]) : 0 }
  return apart(letter(index - 1), text[index] | 0x20, letter(index + 1), letter(index - 2))
}

/// Whether two vowels side by side are two syllables: `being`, `area`, `create`, `actual`, `various`.
func apart(_ first: UInt8, _ second: UInt8, _ next: UInt8, _ before: UInt8) -> Bool {
  switch (first, second) {
  case (UInt8(ascii: "i"), UInt8(ascii: "a")): return !isOne(before, of: "ctgs") || next == UInt8(ascii: "t")
  case (UInt8(ascii: "i"), UInt8(ascii: "o")), (UInt8(ascii: "i"), UInt8(ascii: "u")): return !isOne(before, of: "ctgsxn")
  case (UInt8(ascii: "i"), UInt8(ascii: "e")): return next == UInt8(ascii: "n") && !isOne(before, of: "rfc") || next == UInt8(ascii: "t")
  case (UInt8(ascii: "e"), UInt8(ascii: "o")): return next != UInt8(ascii: "p") && next != UInt8(ascii: "u")
  case (UInt8(ascii: "e"), UInt8(ascii: "i")): return next == UInt8(ascii: "n") && before == UInt8(ascii: "b")
  case (UInt8(ascii: "e"), UInt8(ascii: "a")): return before == UInt8(ascii: "r") && (next == 0 || next == UInt8(ascii: "t")) || next == 0
  case (UInt8(ascii: "u"), UInt8(ascii: "a")): return before != UInt8(ascii: "q") && before != UInt8(ascii: "g")
  case (UInt8(ascii: "o"), UInt8(ascii: "i")), (UInt8(ascii: "y"), UInt8(ascii: "i")), (UInt8(ascii: "a"), UInt8(ascii: "o")):
    return next == UInt8(ascii: "n") && first != UInt8(ascii: "o") || first == UInt8(ascii: "a")
  default: return false
  }
}

/// Vowels at the end that are not spoken: `made`, `makes`, `asked`.
func silent(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
  func letter(_ back: Int) -> UInt8 { lowered(text[word.upperBound - back]) }
  func vowel(_ back: Int) -> Bool { isVowel(letter(back)) || letter(back) == UInt8(ascii: "y") }
  let last = letter(1)
  if last == UInt8(ascii: "e") {
    // `table` and `people` keep it; a vowel before it has joined it already.
    if letter(2) == UInt8(ascii: "l"), !vowel(3) { return 0 }
    return vowel(2) ? 0 : 1
  }
  guard letter(2) == UInt8(ascii: "e"), word.count > 3 else { return 0 }
  if last == UInt8(ascii: "d") { return vowel(3) || isOne(letter(3), of: "td") ? 0 : 1 }
  guard last == UInt8(ascii: "s"), !vowel(3) else { return 0 }
  if letter(3) == UInt8(ascii: "l"), word.count > 4, !vowel(4) { return 0 }
  if letter(3) == UInt8(ascii: "h") { return isOne(letter(4), of: "cs") ? 0 : 1 }
  return isOne(letter(3), of: "szxcg") ? 0 : 1
}

@inline(__always) func isVowel(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
  default: false
  }
}
