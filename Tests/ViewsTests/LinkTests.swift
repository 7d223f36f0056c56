import Templates
import Testing
import Views

/// Where the links of a document's texts lead from the page that shows them.
@Suite struct LinkTests {
  @Test func linksToWhatStandsBesideKeepWhatTheyAskFor() throws {
    let record =
      Sample.record + """
        ## Description

        See [one](dpia.md#a:b), [two](./dpia.md?q=a:b#c), [three](map.pdf?page=2) and [four](https://example.org/a#b).

        """
    let pages = try Sample.pages(try Sample.tool([("record", record), ("dpia", DocumentPageTests.assessment)]))
    let page = dump(try Sample.page(pages, "tools/finder/technical/"))
    let found = page.matches(of: /href="([^"]*)">(?:one|two|three|four)</).map { String($0.1) }
    #expect(
      found == [
        "../../../tools/finder/documents/dpia/index.html#a:b", "../../../tools/finder/documents/dpia/index.html?q=a:b#c",
        "../../../tools/finder/versions/1/source/map.pdf?page=2", "https://example.org/a#b",
      ])
  }
}
