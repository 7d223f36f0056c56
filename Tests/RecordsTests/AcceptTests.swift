import Findings
import Records
import Testing

/// What `register.yaml` accepts, and what it cannot.
@Suite struct AcceptTests {
  private func settings(_ accepted: String) throws -> Settings {
    let text = """
      title: A register
      address: https://example.org/
      publishers: [{id: a, name: A}]
      accepted:
      \(accepted)

      """
    let (settings, findings) = readSettings(Source(path: "Content/register.yaml", bytes: Array(text.utf8)))
    #expect(Shipped.told(findings) == "")
    return try #require(settings)
  }

  private let findings = [
    Finding("field.date", at: Place(file: "Content/tools/a/record.md", line: 3, column: 1)),
    Finding("link.text", at: Place(file: "Content/tools/a/record.md", line: 9, column: 1), ["address": "x"]),
    Finding("link.text", at: Place(file: "Content/tools/a/record.md", line: 7, column: 1), ["address": "y"]),
    Finding("link.text", at: Place(file: "Content/tools/b/record.md", line: 7, column: 1), ["address": "z"]),
  ]

  private func told(_ settings: Settings) -> String {
    let result = accept(findings, by: settings)
    let accepted = result.accepted.map { "\($0.finding.place.file):\($0.finding.place.line) because \($0.entry.because)" }
    return (accepted + result.open.map { "\($0.place.file):\($0.place.line) \($0.code): \($0.told.summary)" })
      .joined(separator: "\n")
  }

  @Test func takesEveryWarningOfACodeInAFile() throws {
    let settings = try settings("  - {code: link.text, file: tools/a/record.md, because: it is a picture, by: Editor}")
    #expect(
      told(settings) == """
        Content/tools/a/record.md:7 because it is a picture
        Content/tools/a/record.md:9 because it is a picture
        Content/tools/a/record.md:3 field.date: '{field}' takes a date as YYYY-MM-DD
        Content/tools/b/record.md:7 link.text: the link to 'z' has no words
        """)
  }

  /// A part of a register says nothing of what another part may need.
  @Test func ofAPartNothingIsUnused() throws {
    let settings = try settings("  - {code: link.text, file: tools/c/record.md, because: two, by: Editor}")
    #expect(accept(findings, by: settings).open.contains { $0.code == "accepted.unused" })
    #expect(!accept(findings, by: settings, isWhole: false).open.contains { $0.code == "accepted.unused" })
  }

  @Test func tellsWhatAcceptsNothingAndWhatCannotBeAccepted() throws {
    let settings = try settings(
      """
        - {code: link.text, file: Content/tools/b/record.md, because: one, by: Editor}
        - {code: link.text, file: tools/c/record.md, because: two, by: Editor}
        - {code: field.date, file: tools/a/record.md, because: three, by: Editor}
        - {code: link.txt, file: tools/a/record.md, because: four, by: Editor}
      """)
    #expect(
      told(settings) == """
        Content/tools/b/record.md:7 because one
        Content/tools/a/record.md:3 field.date: '{field}' takes a date as YYYY-MM-DD
        Content/tools/a/record.md:7 link.text: the link to 'y' has no words
        Content/tools/a/record.md:9 link.text: the link to 'x' has no words
        Content/register.yaml:6 accepted.unused: nothing in 'tools/c/record.md' is found by 'link.text', which is accepted here
        Content/register.yaml:7 accepted.error: 'field.date' is an error, which cannot be accepted
        Content/register.yaml:8 accepted.unknown: there is no rule 'link.txt'
        """)
    #expect(accept(findings, by: settings).open.last?.facts["near"] == "link.text")
  }

  /// A name or a number is accepted alone, and not with all that may be written beside it later.
  @Test func acceptsOneTextAboutPeople() throws {
    let settings = try settings(
      """
        - {code: privacy.phone, file: tools/a/record.md, text: 01225 123456, because: one, by: Editor}
        - {code: privacy.named-email, file: tools/a/record.md, text: jane.smith@council.gov.uk, because: two, by: Editor}
      """)
    let text = "Ring 01225&nbsp;**123456** or 01225 123457, write to jane.smith@council.gov.uk.\n"
    let found = scanPrivacy(Source(path: "Content/tools/a/record.md", bytes: Array(text.utf8)))
    let entries = "text: jane.smith@council.gov.uk, j.jones@council.gov.uk"
    let again = checkCommon(Source(path: "Content/register.yaml", bytes: Array(entries.utf8)))
    let result = accept(found + again, by: settings)
    #expect(result.accepted.map(\.entry.because) == ["one", "two"])
    #expect(result.open.compactMap { $0.facts["text"] } == ["j.…uk", "01…57"])
  }

  @Test func wantsTheTextThatMayStay() throws {
    let settings = try settings("  - {code: privacy.phone, file: tools/a/record.md, because: one, by: Editor}")
    let found = scanPrivacy(Source(path: "Content/tools/a/record.md", bytes: Array("Ring 01225 123456.".utf8)))
    #expect(accept(found, by: settings).open.map(\.code) == ["privacy.phone", "accepted.text"])
  }
}
