import Findings
import Reading
import Testing

@Suite struct MutationTests {
  /// Thousands of documents that nobody would write: each is read without harm, the same each time, with every place inside the file
  /// and every finding in words.
  @Test func readsWhateverIsWritten() {
    let start = """
      ---
      kind: atrs-4.0 # c
      name: "Early \\u00e9 help"
      list: [a, {b: 'c'}, "d"]
      say: |
        one

        two
      group:
        - one: >-
            folded
            text
        - two:
          - x
      ---
      lead

      ## For end users
      a
      ## *B* [c](d)
      e[^1] <f>

      ### For the public
      ```
      ## g
      ```

      [^1]: h

      """
    let pieces = [
      ":", ": ", "- ", "  ", "\t", "\n", "\r\n", "\r", "[", "]", "{", "}", ",", "&a ", "*a", "!b ", "|", ">", "'", "\"", "#", " #", "%",
      "@", "?", "? ", "---\n", "...\n",
      "## ", "### For ", "```", "~~~", "\u{0}", "\u{FEFF}", "\u{202E}", "é", "\\", "\\x00", "<", "[^2]", "==", "1",
    ]
    var state: UInt64 = 3
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    for round in 0..<500 {
      var bytes = Array(start.utf8)
      for _ in 0...roll(8) {
        let place = roll(bytes.count)
        switch roll(4) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + 1 + roll(20)))
        case 1: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + roll(40))], at: roll(bytes.count))
        default: bytes.insert(contentsOf: pieces[roll(pieces.count)].utf8, at: place)
        }
        if roll(40) == 0 { bytes[roll(bytes.count)] = UInt8(roll(256)) }
      }
      let source = Source(path: "a.md", bytes: bytes)
      let (draft, findings) = read(source)
      let whole = source.text(Span(start: 0, length: bytes.count))
      #expect(draft != nil || !findings.isEmpty, "round \(round): \(whole)")
      #expect(findings == read(source).findings)
      for finding in findings { #expect(Rule.named(finding.code) != nil, "\(finding.code)") }
      for span in spans(draft) {
        #expect(span.start >= 0 && span.length >= 0 && span.end <= bytes.count, "round \(round): \(whole)")
      }
    }
  }

  private func spans(_ draft: Draft?) -> [Span] {
    guard let draft else { return [] }
    var spans = [draft.frontSpan]
    var nodes = draft.front.map(\.value)
    spans += draft.front.map(\.key.span)
    while let node = nodes.popLast() {
      spans.append(node.span)
      nodes += node.list ?? node.map?.map(\.value) ?? []
    }
    for telling in draft.intros + draft.sections.flatMap(\.tellings) { spans += [telling.audience.span, telling.passage.span] }
    for section in draft.sections {
      spans += [section.heading.span, section.general.span] + section.general.tree.nodes.map(\.span)
    }
    return spans
  }
}
