/// What the words before a number or a date say of it.
extension PrivacyScan {
  /// The word that ends before a place, past some signs.
  func wordBefore(_ index: Int, past signs: StaticString) -> Range<Int>? {
    var end = index
    while end > 0, index - end < 4, isOne(text[end - 1], of: signs) { end -= 1 }
    var start = end
    while start > 0, end - start < 24, isWordByte(text[start - 1]) { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// Whether a number is said to be a patient's: `NHS number 943…`, `patient: 943…`, `nhs=943…`.
  func isPatientNumber(_ range: Range<Int>) -> Bool {
    let words: [StaticString] = [
      "nhs number", "nhs numbers", "nhs no", "nhs id", "nhsnumber", "patient number", "patient numbers", "patient no", "patient id",
      "chi number", "chi no", "h&c number", "h&c no", "health and care number",
    ]
    if near(words, range) { return true }
    guard var word = wordBefore(range.lowerBound, past: numberSigns) else { return false }
    if equals(word, ["is", "was"]), let one = wordBefore(word.lowerBound, past: " ") { word = one }
    return equals(word, ["nhs", "patient", "chi"])
  }

  /// Whether a word right before a number says that it counts things: `contract 6604876470`, `Case no. 07911123456`.
  func isReference(_ index: Int) -> Bool {
    guard var word = wordBefore(index, past: numberSigns) else { return false }
    if equals(word, ["no", "number", "id", "ref"]), let one = wordBefore(word.lowerBound, past: " _-"), equals(one, references) {
      word = one
    }
    guard equals(word, references) else { return false }
    // "In case 07911123456 is engaged", "to order: 07911123456", "patient ID 4010232137".
    return !(wordBefore(word.lowerBound, past: " ").map { equals($0, ["in", "to", "just", "nhs", "patient", "chi"]) } ?? false)
  }

  /// Whether a thing is said to be born, and nobody: `The project was born on …`.
  ///
  /// - Parameter index: where `born` begins.
  func isThingBorn(at index: Int) -> Bool {
    var place = index
    while let word = wordBefore(place, past: " "), equals(word, ["was", "were", "is", "are", "has", "been"]) { place = word.lowerBound }
    guard let thing = wordBefore(place, past: " "), equals(thing, things) else { return false }
    var start = thing.lowerBound
    while start > 0, thing.lowerBound - start < 60, !isOne(text[start - 1], of: ".!?:;,|(\n") { start -= 1 }
    while text[start] == 0x20 { start += 1 }
    let clause = start..<thing.upperBound
    return phrase(["the", "this", "that", "our", "a", "an", "it"], at: start) != nil && !near(people, clause, before: 0, after: 0)
  }
}

private let numberSigns: StaticString = " :#.=(-_/\"'"

private let references: [StaticString] = [
  "case", "reference", "ref", "contract", "order", "invoice", "id", "ticket", "job", "application", "complaint", "claim", "tender",
]

private let things: [StaticString] = [
  "project", "programme", "program", "idea", "tool", "model", "service", "scheme", "system", "council", "trust", "company", "charity",
  "organisation", "partnership", "register", "platform", "initiative", "policy", "team", "plan", "network", "forum", "campaign", "centre",
  "unit", "agency", "board", "method", "approach", "pilot", "version", "software", "university", "it",
]

private let people: [StaticString] = [
  "he", "she", "him", "her", "his", "child", "children", "boy", "girl", "baby", "son", "daughter", "brother", "sister", "twin", "mother",
  "father", "parent", "man", "woman", "person", "pupil", "student", "patient", "resident", "user", "client", "claimant", "worker",
  "youngest", "oldest", "eldest", "name", "mr", "mrs", "ms", "miss", "dr",
]
