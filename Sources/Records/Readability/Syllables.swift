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
  guard word.count > 0 else { return 0 }
  if word.count <= 3 { return shortSyllables(text, word) }
  func letter(_ index: Int) -> UInt8 { index >= word.lowerBound && index < word.upperBound ? lowered(text[index]) : 0 }
  var count = 0
  var inVowels = false
  for index in word {
    let isVowel = isVowelOrY(text[index])
    if isVowel {
      if !inVowels {
        // A `y` at the start is none.
        if index == word.lowerBound, text[index] | 0x20 == UInt8(ascii: "y") { continue }
        count += 1
      } else if apart(letter(index - 1), text[index] | 0x20, letter(index + 1), letter(index - 2)) {
        count += 1
      }
    }
    inVowels = isVowel
  }
  return max(1, count - silent(text, word))
}

@inline(__always) private func isVowelOrY(_ byte: UInt8) -> Bool {
  // The letters of both cases are 0x40 to 0x7F, in the order of their last five bits.
  byte & 0xC0 == 0x40 && vowelBits >> UInt32(byte & 0x1F) & 1 != 0
}

/// `a`, `e`, `i`, `o`, `u` and `y`: the 1st, 5th, 9th, 15th, 21st and 25th letter.
private let vowelBits: UInt32 = 1 << 1 | 1 << 5 | 1 << 9 | 1 << 15 | 1 << 21 | 1 << 25

private func shortSyllables(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int {
  var groups = 0
  var inVowels = false
  for index in word {
    let byte = lowered(text[index])
    let vowel = isVowel(byte) || byte == UInt8(ascii: "y")
    if vowel, !inVowels { groups += 1 }
    inVowels = vowel
  }
  let last = lowered(text[word.upperBound - 1])
  // `the`, `are`, `one`: a silent e, but for the only vowel.
  if groups > 1, last == UInt8(ascii: "e") { groups -= 1 }
  return max(1, groups)
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
