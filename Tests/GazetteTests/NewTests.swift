import Foundation
import Testing

/// `gazette new`, as somebody types it.
@Suite struct NewTests {
  private func refusal(_ register: TemporaryRegister, _ words: String) throws -> String {
    let outcome = try gazette(words.split(separator: " ").map(String.init) + ["--root", register.path])
    #expect(outcome.exit == 2 && outcome.output == "")
    return outcome.errors.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func writesADocumentToFillIn() throws {
    let register = try TemporaryRegister()
    #expect(
      try register.gazette("new", "tool", "finder")
        == Outcome(
          exit: 0, output: "Content/tools/finder/record.md\n",
          errors: "Open it and write. This lists what is still missing: gazette check Content/tools/finder\n"))
    let text = try register.read("Content/tools/finder/record.md")
    #expect(text.hasPrefix("---\nkind: atrs-4.0\n# Transparency record (Algorithmic Transparency Recording Standard 4.0). "))
    let found = try register.check()
    let lines = found.split(separator: "\n")
    #expect(!lines.isEmpty)
    #expect(lines.allSatisfy { $0.hasPrefix("Content/tools/finder/record.md:") && $0.contains(" field.to-write: '") }, "\(found)")
  }

  @Test(arguments: [
    ("dpia finder", "dpia.md", "dpia"), ("dpia finder data-protection", "data-protection.md", "dpia"),
    ("assessment finder --kind equality", "assessment.md", "equality"),
    ("evaluation finder beta-2026", "beta-2026.md", "evaluation"), ("challenge finder", "challenge.md", "challenge-route"),
    ("retirement finder", "retirement.md", "retirement"), ("lifecycle finder", "lifecycle.md", "lifecycle"),
    ("tool other", "../other/record.md", "atrs-4.0"), ("tool other --kind atrs-3.0", "../other/record.md", "atrs-3.0"),
    ("atrs-2.1 other", "../other/record.md", "atrs-2.1"),
  ])
  func findsTheKindThatIsMeant(_ words: String, _ file: String, _ kind: String) throws {
    let register = try TemporaryRegister()
    _ = try register.gazette("new", "tool", "finder")
    let outcome = try gazette(["new"] + words.split(separator: " ").map(String.init) + ["--root", register.path, "--quiet"])
    #expect(outcome.exit == 0 && outcome.errors == "")
    let path = "Content/tools/finder/" + file
    #expect(outcome.output == path.replacing("finder/../", with: "") + "\n")
    #expect(try register.read(path).hasPrefix("---\nkind: \(kind)\n"))
  }

  @Test func neverWritesOverAnything() throws {
    let register = try TemporaryRegister()
    for file in ["record", "dpia"] { try register.write("Content/tools/finder/\(file).md", "mine\n") }
    #expect(try refusal(register, "new tool finder") == "gazette new: there is a tool 'finder' already")
    #expect(
      try refusal(register, "new dpia finder")
        == "gazette new: 'Content/tools/finder/dpia.md' is there already; give this one a name of its own")
    for file in ["record", "dpia"] { #expect(try register.read("Content/tools/finder/\(file).md") == "mine\n") }
  }

  @Test func neverWritesThroughALink() throws {
    let register = try TemporaryRegister()
    let elsewhere = try TemporaryRegister()
    try FileManager.default.createDirectory(atPath: register.path + "/Content/tools", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: register.path + "/Content/tools/finder", withDestinationPath: elsewhere.path)
    #expect(try register.gazette("new", "tool", "finder").exit == 4)
    #expect(!FileManager.default.fileExists(atPath: elsewhere.path + "/record.md"))
  }

  @Test(arguments: [
    ("new", "WHAT is missing: tool, evaluation, challenge, retirement or a kind such as dpia"),
    ("new tool", "TOOL is missing: the tool's folder: small letters, digits and hyphens"),
    ("new dpai finder", "there is no kind of document 'dpai'; did you mean 'dpia'?"),
    ("new evalution finder", "there is no kind of document 'evalution'; did you mean 'evaluation'?"),
    ("new dpia findr", "there is no tool 'findr'; did you mean 'finder'?"),
    (
      "new tool Early-Help",
      "'Early-Help' cannot be the name of a tool: small letters, digits and hyphens only, at most 64; did you mean 'early-help'?"
    ),
    ("new tool ../out", "'../out' cannot be the name of a tool: small letters, digits and hyphens only, at most 64; did you mean 'out'?"),
    (
      "new evaluation finder Beta",
      "'Beta' cannot be the name of a document: small letters, digits and hyphens only, at most 64; did you mean 'beta'?"
    ),
    ("new evaluation finder record", "record.md is kept for the tool's record"),
    ("new tool other record", "a tool's record is always called record.md"),
    ("new tool other --kind atrs-5", "'atrs-5' is no kind of tool"),
    ("new evaluation finder --kind dpia", "'dpia' is no kind of evaluation"),
    (
      "new assessment finder",
      "there are several kinds of assessment; write one of these instead: "
        + "algo-care, child-rights, dpia, equality, ethics-triage, ethics-workbook, integrated"
    ),
  ])
  func saysWhatIsWrong(_ words: String, _ expected: String) throws {
    let register = try TemporaryRegister()
    try register.write("Content/tools/finder/record.md", "mine\n")
    #expect(try refusal(register, words) == "gazette new: " + expected)
    #expect(try FileManager.default.contentsOfDirectory(atPath: register.path + "/Content/tools/finder") == ["record.md"])
  }

  @Test func listsTheKinds() throws {
    let outcome = try TemporaryRegister().gazette("new", "kinds")
    #expect(outcome.exit == 0)
    #expect(outcome.output.hasPrefix("  algo-care        ALGO-CARE review. Looks at a tool "))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func needsARegister() throws {
    let outcome = try gazette("new", "tool", "finder", "--root", "/")
    #expect(outcome.exit == 1 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("error: there is no folder Content/ here\n"))
  }
}
