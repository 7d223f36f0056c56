import Foundation
import Testing

/// `gazette init`: a register that somebody can begin with.
@Suite struct InitTests {
  private final class Place {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-\(UUID().uuidString)").path
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test func makesARegisterThatChecksAndBuilds() throws {
    let place = try Place()
    let register = place.path + "/our register"
    let files = [
      ".gitattributes", ".gitignore", "Content/pages/about.md", "Content/pages/accessibility.md",
      "Content/pages/for-auditors.md", "Content/pages/how-to-read.md", "Content/register.yaml", "README.md",
    ]
    #expect(
      try gazette("init", register)
        == Outcome(
          exit: 0, output: files.map { "\(register)/\($0)\n" }.joined(),
          errors: """

            Fill in Content/register.yaml when you like. What to type next:
              cd '\(register)'
              gazette new tool name-of-your-tool
              gazette check

            """))
    #expect(try FileManager.default.contentsOfDirectory(atPath: register + "/Content/tools") == [])
    #expect(try gazette("check", "--root", register, "--strict") == Outcome(exit: 0, output: "", errors: ""))
    #expect(try gazette("build", "--root", register).exit == 0)
  }

  @Test func leadsToARecordAndItsFindings() throws {
    let place = try Place()
    let words = "cd '\(place.path)' && $GAZETTE init . --quiet && $GAZETTE new tool finder --quiet && $GAZETTE check --format json"
    let outcome = try shell(words)
    #expect(outcome.exit == 1)
    let findings = outcome.output.split(separator: "\n").filter { $0.hasPrefix("{") }
    #expect(findings.count > 20)
    #expect(findings.allSatisfy { $0.contains("\"code\":\"field.to-write\"") })
  }

  @Test func aProgramThatWasCopiedAloneSaysWhatItLacks() throws {
    let register = try TemporaryRegister()
    try register.write("Content/tools/finder/record.md", "---\nkind: atrs-4.0\nname: Finder\n---\n")
    let outcome = try shell("cd \(register.path) && cp $GAZETTE alone && ./alone check")
    #expect(
      outcome
        == Outcome(
          exit: 1,
          output: """
            error: there are no kinds of documents, neither here nor beside the program
             --> Content/kinds
               = why: kinds say what a record or an assessment is asked; without them nothing can be checked or shown
               = fix: put the folder `share/gazette` beside the program's `bin`, as it was installed: a program that was copied alone has no kinds
               = fix: give the register kinds of its own in Content/kinds/
               [register.no-kinds]

            """,
          errors: """

            1 error in 1 file; publishing is blocked until the error is put right.

            """))
  }

  @Test(arguments: [
    (["notes.txt"], "'notes.txt'"), (["b", "a/c"], "'a' and 'b'"), ([".hidden"], "'.hidden'"),
    (["1", "2", "3", "4"], "'1', '2', '3' and '4'"), (["1", "2", "3", "4", "5", "6"], "'1', '2', '3' and 3 more"),
  ])
  func leavesAFolderAloneThatHoldsSomething(_ files: [String], _ listed: String) throws {
    let place = try Place()
    for file in files {
      let url = URL(fileURLWithPath: place.path + "/" + file)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: url)
    }
    let outcome = try gazette("init", place.path)
    #expect(outcome.exit == 2 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("gazette init: '\(place.path)' is not empty: it holds \(listed)\nUsage: "))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.path).count == Set(files.map { $0.prefix { $0 != "/" } }).count)
  }

  @Test func takesNoFileForAFolder() throws {
    let place = try Place()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: place.path + "/file"))
    let outcome = try gazette("init", place.path + "/file")
    #expect(outcome.exit == 2)
    #expect(outcome.errors.hasPrefix("gazette init: '\(place.path)/file' is not a folder\n"))
    #expect(try gazette("init", place.path + "/file/below").exit != 0)
  }

  @Test func beginsInARepositoryWhereGitKeepsEveryByte() throws {
    let place = try Place()
    let outcome = try shell(
      """
      set -e
      cd '\(place.path)'
      export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null HOME=.
      git init --quiet --initial-branch main .
      git config core.autocrlf true
      git config user.name Editor
      git config user.email editor@example.org
      $GAZETTE init . --quiet > /dev/null
      mkdir -p Content/tools/finder Site/tools
      printf -- '---\\r\\nkind: dpia\\r\\n---\\r\\n## Why\\r\\n\\r\\nOne\\r\\ntwo\\r\\nthree\\r\\nfour\\r\\nfive\\r\\n' > Content/tools/finder/dpia.md
      cp Content/tools/finder/dpia.md Site/tools/frozen.md
      sha256sum Content/tools/finder/dpia.md Site/tools/frozen.md > sums
      git add . 2> /dev/null
      git commit --quiet -m First
      rm -r Content Site
      git checkout --quiet .
      sha256sum --check --quiet sums
      sed -i 's/five/six/' Site/tools/frozen.md
      git diff --unified=0 | tr -d '\\r' | tail -n 3
      git status --short --ignored | head
      """)
    #expect(
      outcome
        == Outcome(
          exit: 0,
          output: """
            @@ -10 +10 @@ ## Why
            -five
            +six
             M Site/tools/frozen.md

            """, errors: ""))
  }

  /// This repository is a register too.
  @Test func whatGitIsToldIsTheSameHere() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    let read: (String) throws -> String = { try String(contentsOf: root.appendingPathComponent($0), encoding: .utf8) }
    #expect(try read(".gitattributes") == read("Sources/Starter/.gitattributes"))
  }
}
