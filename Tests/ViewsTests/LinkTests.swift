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

  /// A record is told on its tool's own page, and has none below `documents/`.
  @Test func namesOfRecordsLeadToTheirTools() throws {
    let assessment = DocumentPageTests.assessment.replacing("title:", with: "supersedes: other/record\ntitle:")
    let pages = try Sample.pages(try Sample.tool([("record", Sample.record), ("dpia", assessment)]))
    let page = dump(try Sample.page(pages, "tools/finder/documents/dpia/"))
    #expect(page.contains("label: other/record\n") && page.contains("href: ../../../other/index.html"), "\(page)")
    let own = assessment.replacing("other/record", with: "record")
    let others = try Sample.pages(try Sample.tool([("record", Sample.record), ("dpia", own)]))
    let again = dump(try Sample.page(others, "tools/finder/documents/dpia/"))
    #expect(again.hasSuffix("template: fields/link\n      label: Finder\n      href: ../../index.html"), "\(again)")
  }

  /// A record that does not say whose it is belongs to whoever publishes the register.
  @Test(arguments: ["organisation_name: {withheld: security, because: It would help thieves.}", ""])
  func aToolWithoutAnOrganisationHasAPublisher(line: String) throws {
    let record = Sample.record.replacing("organisation_name: Example County Council", with: line)
    let page = try Sample.page(try Sample.pages(try Sample.tool([("record", record)])), "tools/finder/")
    let organisation = try #require(page.object("tool")?.object("organisation"))
    #expect(organisation.text("label") == "Example County Council")
    #expect(organisation.text("href")?.contains("browse/organisation/example-county-council/") == true, "\(dump(organisation))")
  }

  @Test func aContactIsToldWhole() throws {
    let route = """
      ---
      kind: challenge-route
      title: Route
      contact: {role: Team, address: 1 High Street, post: PO Box 12}
      status: final
      ---

      """
    let pages = try Sample.pages(try Sample.tool([("record", Sample.record), ("route", route)]))
    #expect(dump(try Sample.page(pages, "tools/finder/affected-people/")).contains("1 High Street; PO Box 12"))
  }
}
