import Findings
import Reading
import Testing

@Suite struct ReadTests {
  @Test func cutsADocumentIntoFrontMatterAndSections() throws {
    let (draft, findings) = read(
      source(
        """
        ---
        kind: atrs-4.0
        name: Early Help Finder
        ---

        ## For affected people ##
        A computer looks.

        ## 2.3.5 - *Appeals* & review
        For all.

        ```
        ## no heading
        ```
        ### For End users
        Tell them.
        ### For the public
        ## Description
        """))
    #expect(lines(findings) == "")
    #expect(
      try dump(#require(draft)) == """
        front <kind: atrs-4.0
        name: Early Help Finder
        >
          kind
          name
        intro for affected people <affected people>: <A computer looks.>
        section 2.3.5 - Appeals & review <2.3.5 - *Appeals* & review>: <For all.

        ```
        ## no heading
        ```>
          for End users <End users>: <Tell them.>
          for the public <the public>: <>
        section Description <Description>: <>

        """)
  }

  @Test func readsLineEndsOfBothKinds() throws {
    let (draft, findings) = read(source("---\r\nkind: a\r\nsay: |\r\n  one\r\n  two\r\n---\r\n## A\r\nb\r\nc\r\n"))
    #expect(lines(findings) == "")
    let found = try #require(draft)
    #expect(found.front.map(\.key.text) == ["kind", "say"])
    #expect(found.front["say"]?.scalar?.text == "one\ntwo\n")
    #expect(found.sections.map(\.heading.text) == ["A"])
    #expect(
      found.sections[0].general.tree.dump == """
        document 47..<51
          paragraph 47..<51
            text 47..<48 "b"
            softBreak 48..<48
            text 50..<51 "c"

        """)
  }
}
