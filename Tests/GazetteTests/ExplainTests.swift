import Findings
import Testing

@Suite struct ExplainTests {
  @Test func tellsOneRuleAtLength() throws {
    let outcome = try gazette("explain", "file.unreadable")
    #expect(
      outcome
        == Outcome(
          exit: 0,
          output: """
            file.unreadable (error)

            '<file>' cannot be read: <reason>.

            Why it matters
              A file that cannot be read cannot be checked or published.

            How to put it right
              - Let your account read the file, or take it out of the register.

            What follows
              It blocks publishing and cannot be switched off.

            """, errors: ""))
  }

  @Test(arguments: Rule.all.map(\.code)) func tellsEveryRule(_ code: String) throws {
    let outcome = try gazette("explain", code)
    #expect(outcome.exit == 0)
    #expect(outcome.output.hasPrefix(code + " ("))
    #expect(!outcome.output.contains("  \n") && !outcome.output.contains("\n\n\n"))
    #expect(!outcome.output.contains("..\n"))
  }

  @Test func listsEveryRuleUnderItsFamily() throws {
    let outcome = try gazette("explain")
    #expect(outcome.exit == 0)
    let listed = outcome.output.split(separator: "\n").filter { $0.hasPrefix("  ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    let codes = Rule.all.map(\.code).sorted()
    #expect(listed.filter { codes.contains($0) } == codes)
    #expect(outcome.output.hasPrefix(String(codes[0].prefix { $0 != "." }) + "\n"))
  }

  @Test func listsOneFamily() throws {
    let lines = try gazette("explain", "yaml").output.split(separator: "\n")
    #expect(lines[0] == "yaml")
    #expect(!lines.contains { $0.hasPrefix("  file.") })
    #expect(lines.contains { $0.hasPrefix("  yaml.syntax") && $0.contains("  error  ") })
  }

  @Test func tellsProgramsOneObjectALine() throws {
    #expect(
      try gazette("explain", "file.unreadable", "--format", "json").output
        .hasPrefix(
          #"{"code":"file.unreadable","severity":"error","summary":"'<file>' cannot be read: <reason>","why":"#
        ))
    let all = try gazette("explain", "--format=json").output.split(separator: "\n")
    #expect(all.count == Rule.all.count)
  }

  @Test func saysWhatWasProbablyMeant() throws {
    #expect(
      try gazette("explain", "yaml.sintax")
        == Outcome(
          exit: 2, output: "",
          errors: """
            gazette explain: there is no rule 'yaml.sintax'; did you mean 'yaml.syntax'?
            Usage: gazette explain [CODE] [OPTIONS]
            'gazette explain --help' says more.

            """))
  }
}
