import Findings
import Reading

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
    let known = vocabulary.readers
    for document in tool.all where document.holds {
      let isWelsh = (document.text(.lang) ?? tool.lang) == "cy"
      func add(_ passage: Passage, for readers: Readers?, telling: Bool) {
        guard !passage.isEmpty, let readers, !readers.audiences.isEmpty else { return }
        result.append(ReadText(passage, of: document, for: readers, isTelling: telling, isWelsh: isWelsh))
      }
      for intro in document.intros { add(intro.passage, for: known.of(intro.audience), telling: true) }
      for answer in document.told {
        let value = answer.value
        if case .prose(let passage) = value.content {
          add(passage, for: known.of(answer.field).but(value.tellings), telling: false)
        }
        for telling in value.tellings { add(telling.passage, for: known.of(telling.audience), telling: true) }
      }
    }
    return result
  }
}
