import Findings
import Reading
import Testing

/// A passage's tree as text, for a source that is nothing else.
func tree(_ text: String) -> (dump: String, findings: String) {
  let source = source(text)
  let (passage, findings) = readMarkdown(source, in: Span(start: 0, length: source.bytes.count))
  return (passage.tree.dump, lines(findings))
}

@Suite struct MarkdownTests {
  @Test func givesEveryNodeItsPlace() {
    let found = tree(
      """
      Some *café* **words** and `code`,
        [a link](https://example.org "There") or
      ![A chart](chart.png).

      1. one
      2. two

      > - quoted
      >   on

      ~~~ swift
      let a = 1
      ~~~

      ***
      """)
    #expect(found.findings == "")
    #expect(
      found.dump == """
        document 0..<164
          paragraph 0..<100
            text 0..<5 "Some "
            emphasis 5..<12
              text 6..<11 "café"
            text 12..<13 " "
            strong 13..<22
              text 15..<20 "words"
            text 22..<27 " and "
            code 28..<32 "code"
            text 33..<34 ","
            softBreak 34..<34
            link 37..<74 "https://example.org" title "There"
              text 38..<44 "a link"
            text 74..<77 " or"
            softBreak 77..<77
            image 78..<99 "chart.png"
              text 80..<87 "A chart"
            text 99..<100 "."
          list 102..<116 from 1 tight
            item 102..<108
              paragraph 105..<108
                text 105..<108 "one"
            item 109..<116
              paragraph 112..<115
                text 112..<115 "two"
          quote 117..<134
            list 119..<134 tight
              item 119..<134
                paragraph 121..<134
                  text 121..<127 "quoted"
                  softBreak 127..<127
                  text 132..<134 "on"
          codeBlock 136..<159 "let a = 1\\n" title "swift"
          thematicBreak 161..<164

        """)
  }

  @Test func readsTablesAndFootnotes() {
    let found = tree(
      """
      | a | b |
      |:--|--:|
      | 1 | 2[^n] |
      | 3 |

      Seen[^m] again[^n].

      [^n]: The first.
      [^m]: The
          second.
      """)
    #expect(found.findings == "")
    #expect(
      found.dump == """
        document 0..<100
          table 0..<39
            row 0..<9 head
              cell 1..<4 left
                text 2..<3 "a"
              cell 5..<8 right
                text 6..<7 "b"
            row 20..<33
              cell 21..<24 left
                text 22..<23 "1"
              cell 25..<32 right
                text 26..<27 "2"
                footnoteReference 27..<31 1
            row 34..<39
              cell 35..<38 left
                text 36..<37 "3"
              cell 34..<34 right
          paragraph 41..<60
            text 41..<45 "Seen"
            footnoteReference 45..<49 2
            text 49..<55 " again"
            footnoteReference 55..<59 1
            text 59..<60 "."
          footnoteDefinition 68..<78 1
            paragraph 68..<78
              text 68..<78 "The first."
          footnoteDefinition 85..<100 2
            paragraph 85..<100
              text 85..<88 "The"
              softBreak 88..<88
              text 93..<100 "second."

        """)
  }
}
