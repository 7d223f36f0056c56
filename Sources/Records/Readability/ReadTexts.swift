import Findings
import Reading

/// A passage with everybody who reads it on a page.
struct ReadText {
  let document: Document
  let audiences: [Audience]
  /// Told to one audience in words of its own.
  let isTelling: Bool
  let text: ProseText
  let sentences: [Sentence]

  func place(_ range: Range<Int>) -> Place { document.place(text.span(range)) }
}

extension CheckContext {
  /// Every passage of the tool that somebody reads, in the order of its files.
  func readTexts() -> [ReadText] {
    var result: [ReadText] = []
    for document in tool.all where !document.isPast {
      func add(_ passage: Passage, _ audiences: [Audience], _ field: Field?, telling: Bool) {
        guard !audiences.isEmpty, !passage.isEmpty else { return }
        let text = ProseText(passage.tree)
        result.append(
          ReadText(
            document: document, audiences: audiences, isTelling: telling, text: text,
            sentences: audiences.contains { $0.longestSentence != nil || $0.readingAge != nil } ? text.sentences : []))
      }
      for intro in document.intros { add(intro.passage, audiences([intro.audience]), nil, telling: true) }
      document.eachValue { field, value in
        if case .prose(let passage) = value.content {
          let own = value.tellings.map(\.audience)
          add(passage, audiences(field.audiences.filter { !own.contains($0) }), field, telling: false)
        }
        for telling in value.tellings { add(telling.passage, audiences([telling.audience]), field, telling: true) }
      }
    }
    return result
  }

  private func audiences(_ ids: [String]) -> [Audience] {
    vocabulary.audiences.filter { ids.contains($0.id) }
  }
}

extension Document {
  func isWelsh(in tool: Tool) -> Bool { (text(.lang) ?? tool.lang) == "cy" }
}
