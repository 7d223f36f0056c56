import Foundation
import Testing

/// What a build remembers is told and made as if nothing were remembered.
@Suite struct MemoryTests {
  /// What stops a page that spans tools is told as often as the register is built, whatever else changes meanwhile.
  @Test func aPageThatCouldNotBeMadeIsToldAgain() throws {
    let register = try SmallRegister.unpublished()
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    let settings = try register.read("Content/register.yaml")
    try register.write("Content/register.yaml", settings + "\ntheme: {name: own}\n")
    try register.write("Themes/own/theme.yaml", "name: own\nextends: civic\n")
    try register.write("Themes/own/templates/quality.mustache", "{{>parts/round}}\n")
    try register.write("Themes/own/templates/parts/round.mustache", "{{#site}}{{>parts/round}}{{/site}}\n")
    for round in ["new", "touched", "untouched"] {
      if round == "touched" { _ = try shell("touch \(register.path)/Content/tools/finder/record.md") }
      let outcome = try register.gazette("build", "--on", "2026-11-20")
      #expect(outcome.exit == 1, "\(round)")
      #expect(outcome.errors.contains("error: the page 'quality' does not come to an end\n"), "\(round): \(outcome.errors)")
      #expect(outcome.errors.contains(round == "new" ? " files written" : " 0 files written"), "\(round): \(outcome.errors)")
    }
  }

  /// Of a published tool nothing is told again; an acceptance of a warning of it is in use all the same, until the draft loses its cause.
  @Test func whatIsAcceptedOfAPublishedToolIsInUse() throws {
    let register = try TemporaryRegister(
      settings: """
        sign_off: [{role: owner, label: Owner, for: [minor, major]}]
        accepted: [{code: link.text, file: tools/finder/record.md, because: it is short, by: Editor}]
        """)
    try register.write("Content/kinds/small.yaml", SmallRegister.kind)
    let linked = SmallRegister.first + "[](https://example.org/)\n"
    try register.write("Content/tools/finder/record.md", linked)
    try SmallRegister.approve(register, on: "2026-01-15")
    try SmallRegister.publish(register, on: "2026-01-15", "First publication")
    for _ in ["new", "the same again"] {
      let outcome = try register.gazette("build", "--on", "2026-01-16")
      #expect(!outcome.errors.contains("link.text"), "\(outcome.errors)")
    }
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    let outcome = try register.gazette("build", "--on", "2026-01-16")
    #expect(outcome.errors.contains("is found by 'link.text', which is accepted here"), "\(outcome.errors)")
  }

  /// Whatever else was made into a preview's folder, or begun and not ended, the next build leaves there what a clean one makes.
  @Test(arguments: [
    ("$GAZETTE build $at --shard 1/1 --to preview", 0),
    ("$GAZETTE build $at --shard 1/1 --to part && $GAZETTE join $at part --to preview", 0),
    // Killed while it writes a page, and stopped there by an error of the disk.
    ("ulimit -c 0; ulimit -f 16; $GAZETTE build $at --to preview", 153),
    ("trap '' XFSZ; ulimit -f 16; $GAZETTE build $at --to preview", 4),
    // From another register.
    ("mkdir other && cp -r Content other && $GAZETTE build --root other --on 2026-11-20 --to preview", 0),
  ])
  func whatElseWasMadeThere(_ command: String, _ exit: Int32) throws {
    let register = try SmallRegister.unpublished()
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    let inIt = { try shell("cd \(register.path); at='--root . --on 2026-11-20'; " + $0) }
    let build = { (target: String) in
      let outcome = try inIt("$GAZETTE build $at --to \(target)")
      #expect(outcome.exit == 0, "\(outcome.errors)")
    }
    try build("preview")
    try build("preview")
    // A tool that is there only meanwhile.
    try register.write("Content/tools/second/record.md", SmallRegister.first)
    let outcome = try inIt(command)
    #expect(outcome.exit == exit, "\(outcome.errors)")
    _ = try inIt("rm -r Content/tools/second")
    try build("preview")
    try build("clean")
    #expect(try inIt("diff -r preview clean").output == "")
  }
}
