import Foundation
import Testing

/// `gazette diff`: what it shows and what it says where there is nothing to show.
@Suite struct DiffTests {
  @Test func showsWhatPublishingWouldChange() throws {
    let register = try SmallRegister.published()
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    let outcome = try register.gazette("diff", "finder")
    #expect(
      outcome
        == Outcome(
          exit: 0,
          output: """
            Finder: version 2 (2026-03-02) → draft
            6 changed, 2 unchanged

            Record
              Phase (changed)
                [-Trial-]{+Production+}

              2.1 Appeals (changed)
                A family can ask the team to look again. [-The score is not
                shared-]{+Parents can be told the score+}.

              Region (changed)
                {+East+}
                [-North-]
                1 other stays

              Limit (changed)
                0.65 → 0.6 (down 0.05)

              What changed (changed)
                [-Corrects a spelling-]{+Tells who can be told the score+}.

              Significance (changed)
                [-correction-]{+major+}

            """, errors: ""))
    let green = try shell("script -qec \"$GAZETTE diff finder --root \(register.path)\" /dev/null", environment: ["TERM": "xterm"])
    if green.exit == 0 {
      #expect(green.output.contains("\u{1B}[31mTrial\u{1B}[0m\u{1B}[32mProduction\u{1B}[0m"))
      #expect(!green.output.contains("{+"))
    }
  }

  @Test func aSpellingIsOneWord() throws {
    let register = try SmallRegister.published()
    let outcome = try register.gazette("diff", "finder", "1", "2")
    #expect(
      outcome.output == """
        Finder: version 1 (2026-01-15) → version 2 (2026-03-02)
        2 changed, 2 added, 5 unchanged

        Record
          Summary (changed)
            Finds [-famlies-]{+families+} who may want help.

          What changed (added)
            {+Corrects a spelling.+}

          Significance (changed)
            [-major-]{+correction+}

        Files
          plan.txt (added)
            {+d901302ec7f7cbcad7052c8150054879d7e5b2ef7801c01b696e91096cf7761a+}

        """)
    let backwards = try register.gazette("diff", "finder", "2", "1")
    #expect(backwards.output.contains("Finds [-families-]{+famlies+} who may want help."))
  }

  @Test(arguments: [
    (["finder", "9"], "gazette diff: 'finder' has no version '9'; it has versions 1 to 2\n"),
    (["finder", "two"], "gazette diff: 'finder' has no version 'two'; it has versions 1 to 2\n"),
    (["finder", "2", "2"], "gazette diff: both are version 2\n"),
    (["finder", "draft", "draft"], "gazette diff: both are the draft\n"),
    ([], "gazette diff: TOOL is missing: the tool's folder name\n"),
    (["--edition", "3"], "gazette diff: there is no edition 3; there are editions 1 to 2\n"),
    (["7", "--edition", "1"], "gazette diff: there is no edition 7; there are editions 1 to 2\n"),
    (["1", "--edition", "1"], "gazette diff: both are edition 1\n"),
    (["1", "--edition", "99"], "gazette diff: there is no edition 99; there are editions 1 to 2\n"),
    (["first", "--edition", "1"], "gazette diff: there is no edition first; there are editions 1 to 2\n"),
    (["finder", "2", "02"], "gazette diff: both are version 2\n"),
  ])
  func saysWhyThereIsNothingToShow(_ words: [String], _ sentence: String) throws {
    let register = try SmallRegister.published()
    let outcome = try gazette(["diff"] + words + ["--root", register.path])
    #expect(outcome.exit == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix(sentence))
  }

  @Test func saysThatNothingWasChanged() throws {
    let register = try SmallRegister.published()
    #expect(
      try register.gazette("diff", "finder")
        == Outcome(exit: 0, output: "", errors: "What is written is version 2, byte for byte.\n"))
    let outcome = try register.gazette("diff", "fnder")
    #expect(outcome.exit == 1)
    #expect(outcome.errors.hasPrefix("error: there is no tool 'fnder' here\n"))
    #expect(outcome.errors.contains("did you mean 'finder'?"))
  }

  @Test func saysWhatWasTakenOut() throws {
    let register = try SmallRegister.published()
    let redacted = try register.gazette(
      "redact", "finder", "2", "plan.txt", "--because", "It named a person.", "--role", "owner", "--on", "2026-04-01")
    #expect(redacted.exit == 0)
    let outcome = try register.gazette("diff", "finder", "1", "2")
    #expect(outcome.errors == "plan.txt of version 2 was removed on 2026-04-01 (edition 3); what is left is compared.\n")
    try register.write("instead.md", SmallRegister.first.replacing("A family can ask the team to look again. ", with: ""))
    let replaced = try register.gazette(
      "redact", "finder", "1", "record.md", "--because", "It named a person.", "--role", "owner", "--on", "2026-05-01",
      "--with", register.path + "/instead.md")
    #expect(replaced.exit == 0, "\(replaced.errors)")
    #expect(
      try register.gazette("diff", "finder", "1", "2").output.contains(
        "{+A family can ask the team to look again. +}The score is not shared."))
    #expect(try register.gazette("verify").exit == 0)
  }

  @Test func tellsProgramsOnePatch() throws {
    let register = try SmallRegister.published()
    let outcome = try register.gazette("diff", "finder", "1", "2", "--format", "json")
    let value = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(value["from"] as? String == "1" && value["to"] as? String == "2")
    let changes = try #require(value["changes"] as? [[String: Any]])
    #expect(changes.map { $0["field"] as? String } == ["summary", "plan.txt", "change", "significance"])
    let patch = try #require(value["patch"] as? [[String: Any]])
    #expect(patch.map { $0["op"] as? String } == ["add", "add", "test", "replace", "test", "replace"])
  }

  @Test func aPageStandsByItself() throws {
    let register = try SmallRegister.published()
    let page = try register.gazette("diff", "finder", "1", "2", "--format", "html").output
    #expect(page.hasPrefix("<!doctype html>\n") && page.contains("<style>") && !page.contains("rel=\"stylesheet\""))
    #expect(
      page.contains(
        """
        Finds <del><span class="unseen">removed: </span>famlies</del><ins><span class="unseen">added: </span>families</ins> who
        """.replacing("\n", with: " ").replacing(" who ", with: " who")))
    #expect(page.contains("href=\"https://example.org/tools/finder/versions/2/index.html\""))
  }

  @Test func comparesTheWholeRegister() throws {
    let register = try SmallRegister.published()
    let outcome = try register.gazette("diff", "--edition", "2")
    #expect(
      outcome.output.hasPrefix(
        """
        edition 1 → edition 2
        edition 2, 2026-03-02: A correction

        Finder (finder): version 1 → version 2
        2 changed, 2 added, 5 unchanged

        """))
    let first = try register.gazette("diff", "--edition", "1")
    #expect(first.output.hasSuffix("\nFinder (finder): published for the first time, as version 1\n"))
    let lines = try register.gazette("diff", "--edition", "1", "2", "--format", "json").output.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].hasPrefix(#"{"tool":"finder","from":"1","to":"2","happening":"changed""#))
  }
}
