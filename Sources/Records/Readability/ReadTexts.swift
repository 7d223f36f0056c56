import Findings
import Reading

/// A passage with everybody who reads it on a page.
struct ReadText {
  let document: Document
  let audiences: [Audience]
  /// Told to one audience in words of its own.
  let isTelling: Bool
  let isWelsh: Bool
  let text: ProseText
  let sentences: [Sentence]

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
        let text = ProseText(passage.tree)
        result.append(
          ReadText(
            document: document, audiences: audiences, isTelling: telling, isWelsh: isWelsh, text: text,
            sentences: audiences.contains { $0.longestSentence != nil || $0.readingAge != nil } ? text.sentences : []))
      }
      for intro in document.intros { add(intro.passage, telling: true) { $0.id == intro.audience } }
      document.eachValue { field, value in
        if case .prose(let passage) = value.content {
          add(passage, telling: false) { audience in
            field.audiences.contains(audience.id) && !value.tellings.contains { $0.audience == audience.id }
          }
        }
        for telling in value.tellings { add(telling.passage, telling: true) { $0.id == telling.audience } }
      }
    }
    return result
  }
}
