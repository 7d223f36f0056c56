import Foundation
import Testing

/// `gazette upgrade`: what it writes, what it keeps, what it says.
@Suite struct UpgradeTests {
  private static let record = """
    ---
    kind: atrs-2.1
    # Ask the team about this.
    title: "Council: Finder"
    phase: Beta/Pilot
    name: Finder
    ---

    ## Scope

    Early help only.

    """

  private func register(_ record: String = Self.record) throws -> TemporaryRegister {
    let register = try TemporaryRegister()
    try register.write("Content/tools/finder/record.md", record)
    return register
  }

  private func names(_ register: TemporaryRegister) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: register.path).filter { $0.hasSuffix(".md") }.sorted()
  }

  @Test func writesTheRecordAnewAndKeepsTheOld() throws {
    let register = try register()
    let outcome = try register.gazette("upgrade", "finder", "--to", "atrs-4.0")
    #expect(outcome.exit == 0)
    #expect(outcome.output.hasPrefix("atrs-2.1 → atrs-4.0\n\nTo write ("))
    #expect(
      outcome.output.hasSuffix(
        """
        Without a place in the new record (2):
          title: Title, because the name of the tool is its title
            | Council: Finder
          phase: Phase, because 'Phase' takes one of: Pre-deployment; Private beta; Public beta; Production; Retired
            | Beta/Pilot

        """))
    #expect(
      outcome.errors == """
        Content/tools/finder/record.md is written anew; as it was, it is kept in .gazette/before/tools/finder/record.md.
        Say in 'change' what changed, and in 'significance' how much. Then: gazette check Content/tools/finder

        """)
    let new = try register.read("Content/tools/finder/record.md")
    #expect(new.hasPrefix("---\nkind: atrs-4.0\n") && new.contains("\n## Detailed description\n\nEarly help only.\n"))
    #expect(try register.read(".gazette/before/tools/finder/record.md") == Self.record)
    // What is to write is what check then asks for, and nothing else is wrong with the form.
    let asked = try register.check().split(separator: "\n").filter { $0.contains(" field.") }
    #expect(!asked.isEmpty && asked.allSatisfy { $0.contains(" field.to-write: ") || $0.contains(" field.missing-part: ") })
    #expect(outcome.output.contains("To write (\(asked.count)):\n"))
  }

  @Test func nothingKeptIsWrittenOver() throws {
    let register = try register()
    for _ in 0..<3 {
      try register.write("Content/tools/finder/record.md", Self.record)
      #expect(try register.gazette("upgrade", "finder", "--to", "atrs-3.0").exit == 0)
    }
    #expect(
      try names(register) == [
        ".gazette/before/tools/finder/record-2.md", ".gazette/before/tools/finder/record-3.md",
        ".gazette/before/tools/finder/record.md", "Content/tools/finder/record.md",
      ])
  }

  @Test func aRehearsalWritesNothing() throws {
    let register = try register()
    let outcome = try register.gazette("upgrade", "finder", "--to", "atrs-4.0", "--dry-run")
    #expect(outcome.exit == 0)
    #expect(outcome.output.hasPrefix("---\nkind: atrs-4.0\n") && outcome.errors.hasPrefix("atrs-2.1 → atrs-4.0\n"))
    #expect(try register.read("Content/tools/finder/record.md") == Self.record)
    #expect(try names(register) == ["Content/tools/finder/record.md"])
  }

  @Test func writesToAnotherFile() throws {
    let register = try register()
    let output = register.path + "/new.md"
    let outcome = try register.gazette("upgrade", "finder", "--to", "atrs-4.0", "--output", output)
    #expect(outcome.exit == 0 && outcome.errors.contains("record.md is as it was."))
    #expect(try names(register) == ["Content/tools/finder/record.md", "new.md"])
    let again = try register.gazette("upgrade", "finder", "--to", "atrs-3.0", "--output", output)
    #expect(again.exit == 2 && again.errors.contains("is there already; nothing is written over"))
    #expect(try register.read("new.md").hasPrefix("---\nkind: atrs-4.0\n"))
  }

  @Test(arguments: [
    ("findr", "atrs-4.0", "there is no tool 'findr'; did you mean 'finder'?"),
    ("finder", "atrs-4", "there is no kind of document 'atrs-4'; did you mean 'atrs-4.0'?"),
    ("finder", "atrs-2.1", "the record of 'finder' is 'atrs-2.1' already"),
    ("finder", "atrs-1.1", "'atrs-1.1' is no later version of 'atrs-2.1'"),
    ("finder", "dpia", "'dpia' is no later version of 'atrs-2.1'"),
  ])
  func saysWhatIsWrong(_ tool: String, _ kind: String, _ expected: String) throws {
    let outcome = try register().gazette("upgrade", tool, "--to", kind)
    #expect(outcome.exit == 2 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("gazette upgrade: \(expected)\n"))
  }

  /// A text under a heading that is no field would be lost, so nothing is done.
  @Test func refusesWhatItCannotRead() throws {
    let broken = Self.record + "\n## Scopes\n\nMore.\n"
    let register = try register(broken)
    let outcome = try register.gazette("upgrade", "finder", "--to", "atrs-4.0")
    #expect(outcome.exit == 1 && outcome.output == "")
    #expect(outcome.errors.hasSuffix("gazette upgrade: what cannot be read would be lost; put the record right first\n"))
    #expect(try register.read("Content/tools/finder/record.md") == broken)
  }
}
