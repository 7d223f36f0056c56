import Testing

/// What `check` prints of what it finds: which files, which warnings, and how it ends.
@Suite struct CheckTests {
  /// A page whose only fault is a warning.
  private let wordless = """
    ---
    kind: algo-care
    ---
    ## Advisory
    See [](https://example.org/a).

    """

  private let found = """
    Content/tools/a/care.md:5:5 link.text: the link to 'https://example.org/a' has no words
    """

  private func register(_ settings: String = "") throws -> TemporaryRegister {
    let register = try TemporaryRegister(settings: settings)
    try register.write("Content/tools/a/care.md", wordless)
    return register
  }

  @Test func leavesOutWhatIsAccepted() throws {
    let all = try register().check().split(separator: "\n").map(String.init)
    #expect(all.contains(found))
    let entry =
      "accepted: [{code: link.text, file: tools/a/care.md, because: it is a picture, by: Editor}, \(TemporaryRegister.free)]"
    let some = try register(entry).check()
    #expect(all.filter { $0 != found } == some.split(separator: "\n").map(String.init))
  }

  @Test(arguments: ["Content/tools/a", "Content/tools/a/", "./Content/tools/a/care.md", "Content//tools/a"])
  func printsOnlyWhatStandsWhereItIsAsked(_ path: String) throws {
    let register = try register()
    try register.write("Content/tools/ab/care.md", wordless)
    let lines = try register.check(path).split(separator: "\n")
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.hasPrefix("Content/tools/a/") || $0.hasPrefix("Content/tools/a ") })
    #expect(try register.check(register.path + "/Content/tools/a") == register.check("Content/tools/a"))
  }

  /// A path out of the register and back would be below nothing that is found.
  @Test(arguments: ["Content/..", "..", "Content/tools/a/.."])
  func aPathThatGoesBackIsNoPlace(_ path: String) throws {
    let outcome = try register().gazette("check", path)
    #expect(outcome.exit == 2, "\(outcome.output)")
    #expect(outcome.errors.hasPrefix("gazette check: there is no file or folder '\(path)' in the register\n"))
  }

  @Test func saysWhereThereIsNothingToCheck() throws {
    let outcome = try register().gazette("check", "Content/tols")
    #expect(outcome.exit == 2)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == """
        gazette check: there is no file or folder 'Content/tols' in the register
        Usage: gazette check [PATH …] [OPTIONS]
        'gazette check --help' says more.

        """)
  }

  @Test func countsWarningsAsErrorsWhereAskedTo() throws {
    let register = try TemporaryRegister(
      settings: "accepted: [{code: link.text, file: tools/a/care.md, because: it is a picture, by: Editor}, \(TemporaryRegister.free)]")
    let plain = try register.gazette("check")
    let strict = try register.gazette("check", "--strict")
    #expect(plain.exit == 0)
    #expect(strict.exit == 1)
    #expect(strict.output == plain.output)
    #expect(
      plain.output.hasPrefix(
        "warning: nothing in 'tools/a/care.md' is found by 'link.text', which is accepted here\n"))
    #expect(plain.errors == "\n1 warning in 1 file; nothing blocks publishing.\n")
  }
}
