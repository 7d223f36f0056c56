import Findings
import Reading

/// How hard the texts are for those who read them: long sentences, reading age, initials and special words nobody explains.
@Sendable func checkReading(_ context: CheckContext) -> [Finding] {
  let texts = context.texts
  return checkSentences(texts) + checkReadingAge(texts, context) + checkInitials(texts, context) + checkJargon(texts, context)
}

/// One finding for each passage, at its longest sentence, measured by the strictest of its readers.
private func checkSentences(_ texts: [ReadText]) -> [Finding] {
  texts.compactMap { text in
    guard let longest = text.longest, let limit = text.readers.longestSentence else { return nil }
    var facts = ["words": String(longest.words), "limit": String(limit)]
    facts["audience"] = text.audiences.first { $0.longestSentence == limit }?.heading
    if text.long > 1 { (facts["long"], facts["all"]) = (String(text.long), String(text.sentences)) }
    return Finding("reading.sentence", at: text.place(longest.range), facts)
  }
}

// MARK: reading age

/// Sentences added up, for the age at which they are read with ease.
struct Difficulty {
  private(set) var sentences = 0
  private(set) var words = 0
  private(set) var syllables = 0

  mutating func add(_ sentence: Sentence) {
    guard sentence.plainWords > 0 else { return }
    sentences += 1
    words += sentence.plainWords
    syllables += sentence.syllables
  }

  mutating func add(_ other: Difficulty) {
    sentences += other.sentences
    words += other.words
    syllables += other.syllables
  }

  /// The grade of Flesch and Kincaid, and five years for the age at which school starts.
  var age: Double {
    guard words > 0, sentences > 0 else { return 0 }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59 + 5
  }
}

/// Fewer words say too little about how hard a text is.
private let fewestWords = (page: 100, passage: 40)

/// All an audience reads of a tool, against its target; the finding stands at the passage that is hardest.
private func checkReadingAge(_ texts: [ReadText], _ context: CheckContext) -> [Finding] {
  context.vocabulary.audiences.compactMap { audience in
    guard let target = audience.readingAge else { return nil }
    var whole = Difficulty()
    var hardest: (text: ReadText, age: Double)?
    for text in texts where !text.isWelsh && text.audiences.contains(where: { $0 === audience }) {
      let own = text.difficulty
      whole.add(own)
      if own.words >= fewestWords.passage, own.age > hardest?.age ?? 0 { hardest = (text, own.age) }
    }
    let age = Int(whole.age.rounded())
    guard whole.words >= fewestWords.page, age > target, let hardest else { return nil }
    let block = hardest.text.text.blocks.first ?? 0..<1
    return Finding(
      "reading.age", at: hardest.text.place(block),
      [
        "audience": audience.heading, "age": String(age), "target": String(target),
        "hardest": String(Int(hardest.age.rounded())),
      ])
  }
}
