import Findings
import Reading

/// A passage with everybody who reads it on a page.
///
/// Immutable, and passed on by reference: every check of words walks all of a tool's.
final class ReadText: Sendable {
  let document: Document
  let audiences: [Audience]
  /// Told to one audience in words of its own.
  let isTelling: Bool
  let isWelsh: Bool
  let text: ProseText
  /// None where nobody's measure asks for them.
  let sentences: [Sentence]

  init(_ passage: Passage, of document: Document, for audiences: [Audience], isTelling: Bool, isWelsh: Bool) {
    self.document = document
    self.audiences = audiences
    self.isTelling = isTelling
    self.isWelsh = isWelsh
    text = ProseText(passage.tree)
    sentences = audiences.contains { $0.longestSentence != nil || $0.readingAge != nil } ? text.sentences : []
  }

  func place(_ range: Range<Int>) -> Place { document.place(text.span(range)) }
}

extension CheckContext {
  /// Every passage of the tool that somebody reads, in the order of its files.
  func readTexts() -> [ReadText] {
    var result: [ReadText] = []
    for document in tool.all where !document.isPast {
      let isWelsh = (document.text(.lang) ?? tool.lang) == "cy"
      func add(_ passage: Passage, telling: Bool, _ reads: (Audience) -> Bool) {
        let audiences = vocabulary.audiences.filter(reads)
        guard !audiences.isEmpty, !passage.isEmpty else { return }
        result.append(ReadText(passage, of: document, for: audiences, isTelling: telling, isWelsh: isWelsh))
      }
      for intro in document.intros { add(intro.passage, telling: true) { $0.id == intro.audience } }
      document.eachValue { field, value in
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
}
