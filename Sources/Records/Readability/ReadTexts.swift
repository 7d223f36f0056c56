import Findings
import Reading

/// Who reads a text together, and what their measures ask of it; one for all texts that have the same readers.
final class Readers: Sendable {
  let audiences: [Audience]
  /// The strictest of their limits, in words.
  let longestSentence: Int?
  /// Whether anybody's measure asks for sentences.
  let isMeasured: Bool

  init(_ audiences: [Audience]) {
    self.audiences = audiences
    longestSentence = audiences.lazy.compactMap(\.longestSentence).min()
    isMeasured = audiences.contains { $0.longestSentence != nil || $0.readingAge != nil }
  }
}

/// A passage with everybody who reads it on a page.
///
/// Immutable, and passed on by reference: every check of words walks all of a tool's.
final class ReadText: Sendable {
  let document: Document
  let readers: Readers
  /// Told to one audience in words of its own.
  let isTelling: Bool
  let isWelsh: Bool
  let text: ProseText
  /// Nothing of the following where nobody's measure asks for it.
  let sentences: Int
  let difficulty: Difficulty
  /// How many sentences are longer than the strictest of its readers wants them, and the first of the longest.
  let long: Int
  let longest: Sentence?

  var audiences: [Audience] { readers.audiences }

  init(_ passage: Passage, of document: Document, for readers: Readers, isTelling: Bool, isWelsh: Bool) {
    self.document = document
    self.readers = readers
    self.isTelling = isTelling
    self.isWelsh = isWelsh
    text = ProseText(passage.tree)
    var (sentences, long) = (0, 0)
    var difficulty = Difficulty()
    var longest: Sentence?
    if readers.isMeasured {
      let limit = readers.longestSentence ?? .max
      text.eachSentence { sentence in
        sentences += 1
        difficulty.add(sentence)
        guard sentence.words > limit else { return }
        long += 1
        if sentence.words > longest?.words ?? 0 { longest = sentence }
      }
    }
    (self.sentences, self.long) = (sentences, long)
    (self.difficulty, self.longest) = (difficulty, longest)
  }

  func place(_ range: Range<Int>) -> Place { document.place(text.span(range)) }
}

extension CheckContext {
  /// Every passage of the tool that somebody reads, in the order of its files.
  func readTexts() -> [ReadText] {
    var result: [ReadText] = []
    var known: [(numbers: [Int], readers: Readers)] = []
    var numbers: [Int] = []
    for document in tool.all where !document.isPast {
      let isWelsh = (document.text(.lang) ?? tool.lang) == "cy"
      func add(_ passage: Passage, telling: Bool, _ reads: (Audience) -> Bool) {
        guard !passage.isEmpty, let readers = readers(reads, &numbers, among: &known) else { return }
        result.append(ReadText(passage, of: document, for: readers, isTelling: telling, isWelsh: isWelsh))
      }
      for intro in document.intros { add(intro.passage, telling: true) { $0.id == intro.audience } }
      for answer in document.told {
        let (field, value) = (answer.field, answer.value)
        if case .prose(let passage) = value.content {
          add(passage, telling: false) { audience in
            field.isRead(by: audience.id) && !value.tellings.contains { $0.audience == audience.id }
          }
        }
        for telling in value.tellings { add(telling.passage, telling: true) { $0.id == telling.audience } }
      }
    }
    return result
  }

  /// The readers for whom something holds, of those who are known already where they are the same; nothing where it is nobody.
  ///
  /// - Parameter numbers: where their numbers are put together; lent, as there are many texts and few sets of readers.
  private func readers(
    _ reads: (Audience) -> Bool, _ numbers: inout [Int], among known: inout [(numbers: [Int], readers: Readers)]
  ) -> Readers? {
    numbers.removeAll(keepingCapacity: true)
    for (number, audience) in vocabulary.audiences.enumerated() where reads(audience) { numbers.append(number) }
    guard !numbers.isEmpty else { return nil }
    if let same = known.first(where: { $0.numbers == numbers }) { return same.readers }
    let readers = Readers(numbers.map { vocabulary.audiences[$0] })
    // A list of its own: the lent one is written again.
    known.append((Array(numbers[...]), readers))
    return readers
  }
}
