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
}
