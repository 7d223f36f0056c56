import Findings
import Reading
import Testing

@Suite struct CheckTests {
  /// What no text may hold; findings as `code line:column+length`.
  @Test(arguments: [
    ("<div>\nx\n</div>", "markdown.html 1:1+5\n"),
    ("a <b>c</b>", "markdown.html 1:3+3\nmarkdown.html 1:7+4\n"),
    ("<!-- note to self -->", "markdown.comment 1:1+21\n"),
    ("a <!-- b --> c", "markdown.comment 1:3+10\n"),
    ("a\n---\nb", "markdown.underlined-heading 1:1+1\n"),
    ("a\n===\n", "markdown.underlined-heading 1:1+1\n"),
    ("# a", "markdown.title 1:1+3\n"),
    (" ## a", "markdown.heading-place 1:2+4\n"),
    ("- ## a", "markdown.heading-place 1:3+4\n"),
    ("[a](javascript:alert%281%29)", "link.scheme 1:1+28\n"),
    ("[a](JaVaScRiPt&colon;x)", "link.scheme 1:1+23\n"),
    ("[a](java&Tab;script:x)", "link.scheme 1:1+22\n"),
    ("![a](data:image/png;base64,x)", "link.scheme 1:1+29\n"),
    ("<ftp://a.example>", "link.scheme 1:1+17\n"),
    ("[a](//a.example)", "link.scheme 1:1+16\n"),
    ("[a](/\\\\a.example)", "link.scheme 1:1+17\n"),
    ("[a][b]\n\n[b]: file:///c", "link.scheme 1:1+6\n"),
    ("[a]()", "link.empty 1:1+5\n"),
    ("[](b.md)", "link.text 1:1+8\n"),
    ("![](b.png)", "markdown.image-text 1:1+10\n"),
    ("a[^1]", "markdown.footnote-missing 1:1+5\n"),
    ("a\n\n[^1]: b", "markdown.footnote-unused 3:1+4\n"),
    ("a[^B]\n\n[^b]: c\n\n~~~\n[^d]: e\n~~~", ""),
    ("[a][b]", "markdown.link-missing 1:1+6\n"),
    ("[a](#b) [c](d.md?e#f) [g](mailto:h@i.example) [j](tel:+44) <https://k.example>", ""),
    ("a < b & c\n\n***\n\n### d\n\n`<e>`\n\n    <f>\n", ""),
  ])
  func finds(text: String, expected: String) {
    let source = source(text)
    let (_, findings) = readMarkdown(source, in: Span(start: 0, length: source.bytes.count))
    #expect(lines(findings) == expected)
    #expect(findings.allSatisfy { Rule.named($0.code) != nil && !$0.told.summary.contains("{") && !$0.told.why.contains("{") })
  }

  /// In a literal block of front matter a place is exact; where lines are folded it is the whole text.
  @Test func findsInsideScalars() throws {
    let text = source(
      """
      a: |

        First
          b <i>
      c: >
        d <i>
      e: f <i>
      """)
    let (node, _) = readYAML(text)
    var found = ""
    for entry in try #require(node?.map) {
      let scalar = try #require(entry.value.scalar)
      found += lines(readMarkdown(scalar, of: text).findings)
    }
    #expect(found == "markdown.html 4:7+3\nmarkdown.html 5:4+1\nmarkdown.html 7:4+1\n")
  }

  @Test func findsInAWholeDocument() throws {
    let (draft, findings) = read(
      source(
        """
        ---
        a: *b
        a: 2
        ---
        Lead.

        ## For the public
        ### For nobody
        ## One <i>
        ### Other
        ### For end users
        ### Other
        ##
        - ```
          ## code
          ```
        - ~~~
        ## Two
        ~~~
        ## Three
        """))
    #expect(
      lines(findings) == """
        yaml.alias 2:4+2
        yaml.duplicate 3:1+1
        markdown.heading-in-telling 12:5+5
        markdown.heading-empty 13:1+2
        markdown.fence 19:1+3
        markdown.html 9:8+3

        """)
    #expect(
      try dump(#require(draft)) == """
        front <a: *b
        a: 2
        >
          a
          a
        lead <Lead.>
        intro for the public <the public>: <### For nobody>
        section One  <One <i>>: <### Other>
          for end users <end users>: <### Other>
        section  <>: <- ```
          ## code
          ```
        - ~~~>
        section Two <Two>: <~~~
        ## Three>

        """)
  }

  @Test(arguments: [
    ("", "file.empty 1:1+1\n"),
    ("kind: a", "file.front-matter 1:1+7\n"),
    ("\n---\nkind: a\n---\n", "file.front-matter 1:1+1\n"),
    ("---\nkind: a\n", "file.front-matter-open 1:1+3\n"),
    ("---", "file.front-matter-open 1:1+3\n"),
    ("---\n---", "yaml.empty 2:1+1\n"),
    ("---\n- a\n---\n<b>", "markdown.html 4:1+3\nyaml.not-fields 2:1+3\n"),
    ("----\na: b\n---", "file.front-matter 1:1+4\n"),
  ])
  func refusesADocument(text: String, expected: String) {
    let (draft, findings) = read(source(text))
    #expect(draft == nil)
    #expect(lines(findings) == expected)
  }

  @Test func refusesMoreSectionsThanTheLimit() {
    var limits = Limits()
    limits.sections = 3
    #expect(lines(read(source("---\na: b\n---\n## 1\n## 2\n"), limits: limits).findings) == "")
    #expect(lines(read(source("---\na: b\n---\n## 1\n## 2\n## 3\n"), limits: limits).findings) == "markdown.sections 6:1+4\n")
  }
}
