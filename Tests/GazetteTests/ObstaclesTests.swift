import Foundation
import Testing

/// What stands in the way of a publication is told before anybody approves, and what had to go does not come back.
@Suite(.timeLimit(.minutes(4))) struct ObstaclesTests {
  @Test func aCheckTellsWhatPublishingWouldRefuse() throws {
    let register = try SmallRegister.published()
    let stray = "Content/tools/finder/plan.txt attachment.unnamed: no document leads to 'plan.txt', and it would be published"
    #expect(try lines(register).contains(stray))
    #expect(try !register.check().contains("publish."))
    try register.write("Content/tools/finder/record.md", SmallRegister.second.replacing("families", with: "children"))
    _ = try shell("rm \(register.path)/Content/tools/finder/plan.txt")
    let note = "Content/tools/finder/record.md:8:9 publish.same-change-note: the note of what changed is still that of version 2"
    #expect(try lines(register).contains(note))
    #expect(try register.gazette("status", "--on", "2026-06-01").output.contains("changed, 1 error"))
    _ = try shell("mv \(register.path)/Content/tools/finder \(register.path)/Content/tools/seeker")
    let gone = "Content/tools/finder address.tool-gone: the tool 'finder' was public and is no longer among the drafts"
    #expect(try lines(register).contains(gone))
  }

  /// Who changes more than a slip is told before fewer roles than should have approve it.
  @Test func aSlipChangesNoAnswer() throws {
    let register = try SmallRegister.published()
    let slip = SmallRegister.second.replacing("Corrects a spelling.", with: "Corrects another.")
    try register.write("Content/tools/finder/record.md", slip.replacing("families", with: "children"))
    #expect(try !register.check().contains("publish.no-slip"))
    try register.write("Content/tools/finder/record.md", slip.replacing("phase: Trial", with: "phase: Production"))
    #expect(try lines(register).contains { $0.hasSuffix("publish.no-slip: this is called a correction, and it changes 'Phase'") })
  }

  /// What is written for good is not written under a day that is a slip of the pen, and nothing else is written where it stands.
  @Test func commandsThatCouldNotBeTakenBack() throws {
    let register = try SmallRegister.published()
    for words in [
      ["publish"], ["approve", "finder", "--role", "owner", "--by", "Director"],
      ["redact", "finder", "1", "record.md", "--role", "owner", "--because", "A name"],
    ] {
      let ran = try gazette(words + ["--on", "2999-01-01", "--root", register.path])
      #expect(ran.exit == 2 && ran.errors.contains("'--on' is 2999-01-01, more than five years after today, "), "\(ran.errors)")
    }
    for (command, folder) in [("build", "Site"), ("build", "Content/tools/preview"), ("export", "Site/csv")] {
      let words = command == "export" ? [command, "csv"] : [command]
      let ran = try gazette(words + ["--to", register.path + "/" + folder, "--root", register.path])
      let name = folder.prefix { $0 != "/" }
      #expect(ran.exit == 2 && ran.errors.contains("'--to' leads into \(name)/, and "), "\(ran.errors)")
    }
    #expect(try register.gazette("verify").exit == 0)
  }

  private func lines(_ register: TemporaryRegister) throws -> [String] { try register.check().split(separator: "\n").map(String.init) }

  /// A file that was taken out is refused as long as its draft is the same, and the day of the redaction says so.
  @Test func whatWasTakenOutDoesNotComeBack() throws {
    let register = try SmallRegister.published()
    let redacted = try register.gazette(
      "redact", "finder", "2", "plan.txt", "--because", "A name in it.", "--role", "owner", "--on", "2026-05-01")
    #expect(redacted.exit == 0)
    #expect(redacted.errors.contains("warning: the draft still holds what was taken out\n --> Content/tools/finder/plan.txt\n"))
    #expect(
      try register.gazette("diff", "finder").errors
        == "What is written is version 2, byte for byte, but for what was taken out of that: plan.txt.\n")
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    try SmallRegister.approve(register, on: "2026-06-01")
    let refused = try register.gazette("publish", "--on", "2026-06-01")
    #expect(refused.exit == 1)
    #expect(
      refused.errors.contains("error: these are the very bytes that were taken out of version 2 of 'finder' on 2026-05-01\n"),
      "\(refused.errors)")
    try register.write("Content/tools/finder/plan.txt", "A plan without the name.\n")
    try SmallRegister.approve(register, on: "2026-06-01")
    try SmallRegister.publish(register, on: "2026-06-01", "The plan again")
    #expect(try register.gazette("verify").exit == 0)
  }

  /// What had to go goes from the program's own memory and from the preview too.
  @Test func aRedactionForgets() throws {
    let register = try SmallRegister.unpublished()
    try register.write("Content/tools/finder/record.md", SmallRegister.first.replacing("The score", with: "Zebedee"))
    try SmallRegister.approve(register, on: "2026-01-15")
    try SmallRegister.publish(register, on: "2026-01-15", "First publication")
    #expect(try register.gazette("build", "--on", "2026-02-01").exit == 0)
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    #expect(try shell("grep -rl Zebedee \(register.path)/.gazette").output.contains("preview"))
    let clean = register.path + "/Content/tools/finder/record.md"
    let redacted = try register.gazette(
      "redact", "finder", "1", "record.md", "--with", clean, "--because", "A name in it.", "--role", "owner", "--on", "2026-05-01")
    #expect(redacted.exit == 0, "\(redacted.errors)")
    #expect(redacted.errors.hasSuffix("in .gazette, which held it too, were taken away; the next build makes them again.\n"))
    #expect(try shell("grep -rl Zebedee \(register.path)/.gazette \(register.path)/Site || true").output == "")
    #expect(try register.gazette("build", "--on", "2026-05-02").exit == 0)
  }

  @Test func aRedactionSaysWhatItCannotReach() throws {
    let register = try SmallRegister.published()
    let clean = SmallRegister.second.replacing("Corrects a spelling.", with: "Corrects it.")
    try register.write("clean.md", clean)
    let redacted = try register.gazette(
      "redact", "finder", "2", "record.md", "--with", register.path + "/clean.md", "--because", "A name in it.", "--role", "owner", "--on",
      "2026-05-01")
    #expect(redacted.exit == 0)
    #expect(
      redacted.errors.contains(
        "warning: the note of what changed and the posts of those who approved stay in edition 2\n --> Site/editions/2/edition.json\n"),
      "\(redacted.errors)")
  }

  /// A name in an approval would be public for good, so it is refused before it is written, and told of where somebody wrote it by hand.
  @Test(arguments: ["Jane Smith", "Dr Jane Smith, SRO", "Jane Smith, Director", "Jane Smith OBE", "Dr. A. Patel", "Director (Jane Smith)"])
  func anApprovalNamesNobody(_ name: String) throws {
    let register = try SmallRegister.unpublished()
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    let refused = try register.gazette("approve", "finder", "--role", "owner", "--by", name, "--on", "2026-01-15")
    #expect(refused.exit == 1)
    let place = " --> Content/tools/finder/sign-offs.yaml\n"
    #expect(refused.errors.hasPrefix("error: '\(name)' seems to name a person\n" + place), "\(refused.errors)")
    #expect(try !lines(register).contains { $0.contains("sign-off.name") })
    try SmallRegister.approve(register, on: "2026-01-15")
    _ = try shell("sed -i 's/\"Director\"/\"\(name)\"/' \(register.path)/Content/tools/finder/sign-offs.yaml")
    let told = "Content/tools/finder/sign-offs.yaml:2:7 sign-off.name: the approval by '\(name)' seems to name a person"
    #expect(try lines(register).contains(told))
  }

  @Test func aRedactionIsDecidedByARoleOfTheRegister() throws {
    let register = try SmallRegister.published()
    let refused = try register.gazette(
      "redact", "finder", "2", "plan.txt", "--because", "A name in it.", "--role", "ownr", "--on", "2026-05-01")
    #expect(refused.exit == 1)
    #expect(
      refused.errors == """
        error: 'ownr' is no role of this register
         --> Content/register.yaml
           = did you mean 'owner'?
           = why: readers are told which role decided that something had to go
           = fix: use one of: owner
           = fix: or add the role in register.yaml under `sign_off`, with `for: []` where it approves nothing
           [redact.role]
        Nothing was published.

        """)
  }

  @Test func anApprovalSaysWhatItIsFor() throws {
    let register = try SmallRegister.published()
    let approved = try register.gazette("approve", "finder", "--role", "owner", "--by", "Director", "--on", "2026-05-01")
    #expect(
      approved.errors == """
        Director approved finder as it stands, for owner, on 2026-05-01. The approval is for:
          plan.txt
          record.md

        """)
  }

  /// A proof says where the theme is not the one of the newest edition, though the pages fit it, and where no signers could be read.
  @Test func aProofSaysWhatItDoesNotReach() throws {
    let register = try SmallRegister.published(theme: "own")
    let note = "The theme has changed since edition 2 was published."
    let same = try register.gazette("verify")
    #expect(same.exit == 0 && !same.errors.contains(note), "\(same.errors)")
    try register.write("Themes/own/theme.yaml", "# Another word to ourselves.\nextends: civic\n")
    let other = try register.gazette("verify")
    #expect(other.exit == 0 && other.errors.contains(note), "\(other.errors)")
    let missing = try register.gazette("verify", "--signers", register.path + "/nobody")
    #expect(missing.exit == 4 && missing.errors == "gazette: \(register.path)/nobody: No such file or directory\n", "\(missing.errors)")
  }

  @Test func anApprovalIsNotFromTomorrow() throws {
    let register = try SmallRegister.unpublished()
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    try SmallRegister.approve(register, on: "2026-02-01")
    let refused = try register.gazette("publish", "--on", "2026-01-15")
    #expect(refused.exit == 1)
    #expect(
      refused.errors.contains("error: Director approved on 2026-02-01, after the edition's own day, 2026-01-15\n"), "\(refused.errors)")
    #expect(try register.gazette("status", "--on", "2026-01-15").output.contains("new, 1 error"))
    try SmallRegister.publish(register, on: "2026-02-01", "First publication")
  }

  @Test func aRoleIsAskedForSortsOfChangeThatThereAre() throws {
    let register = try TemporaryRegister(settings: "sign_off: [{role: owner, label: Owner, for: [minr, major]}]")
    try register.write("Content/kinds/small.yaml", SmallRegister.kind)
    #expect(try register.check() == "Content/register.yaml data.not-allowed: 'for' cannot be 'minr'")
  }

  @Test(arguments: ["sign_off: []", "sign_off: [{role: owner, label: Owner, for: []}]"])
  func thatNobodyApprovesIsSaid(settings: String) throws {
    let register = try TemporaryRegister(settings: settings)
    try register.write("Content/kinds/small.yaml", SmallRegister.kind)
    #expect(try register.check() == "Content/register.yaml register.unapproved: nobody has to approve what is published")
    let text = try register.gazette("check")
    #expect(text.output.contains("`- {role: corporate-communications, label: Corporate communications, for: [correction, minor, major]}`"))
  }

  @Test func aDocumentThatIsNotPublishedStaysInside() throws {
    let register = try SmallRegister.unpublished()
    try register.write(
      "Content/tools/finder/record.md",
      SmallRegister.first.replacing(
        "significance: major", with: "significance: major\npublication: not published\npublication_reason: Not yet."))
    #expect(
      try lines(register).contains(
        "Content/tools/finder/record.md:9:14 document.rule: this document says that it is not published, and everything in a tool's folder is"
      ))
  }

  @Test func verifyingNothingSaysSo() throws {
    let register = try SmallRegister.unpublished()
    let outcome = try register.gazette("verify")
    #expect(outcome.exit == 4 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("gazette: nothing is published here yet: there is no folder '"))
  }

  /// What stands in the place of a file is approved by nobody, so it must be sound.
  @Test func whatTakesThePlaceOfAFileIsChecked() throws {
    let register = try SmallRegister.published()
    try register.write("evil.md", SmallRegister.second.replacing("phase: Trial", with: "phase: Nonsense"))
    let refused = try register.gazette(
      "redact", "finder", "2", "record.md", "--with", register.path + "/evil.md", "--because", "A slip.", "--role", "owner", "--on",
      "2026-05-01")
    #expect(refused.exit == 1)
    #expect(refused.errors.contains("error: 'phase' cannot be 'Nonsense'\n"), "\(refused.errors)")
    #expect(try register.gazette("verify").exit == 0)
  }

  /// Without a theme no page is proved, and that is not passed over.
  @Test func pagesThatCannotBeMadeAreNotProved() throws {
    let register = try SmallRegister.published()
    try register.write("Themes/civic/templates/tool.mustache", "{{#")
    let outcome = try register.gazette("verify")
    #expect(outcome.exit == 3)
    #expect(outcome.errors.contains("The pages were not proved, because the theme has errors"), "\(outcome.errors)")
    #expect(try register.gazette("verify", "--no-pages").exit == 0)
  }

  @Test(arguments: ["Ask \u{1B}[31mnow", "Ask \u{202E}now", "Ask jane.doe@gmail.com"])
  func wordsForGoodHoldNothingHidden(_ note: String) throws {
    let register = try SmallRegister.published()
    let refused = try register.gazette("publish", "--note", note)
    #expect(refused.exit == 2 && refused.errors.hasPrefix("gazette publish: '--note' "), "\(refused.errors)")
  }
}
