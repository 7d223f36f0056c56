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
}
