import Foundation
import Testing

/// A sound record damaged in twenty ways at once: twenty findings, each at the line that a person would put right.
@Suite struct DamagedRecordTests {
  /// One slip: what stands in the sound record, what somebody made of it, and what is said of it.
  struct Damage: Sendable {
    var from: String
    var to: String
    var code: String
    /// What stands in the line that the finding must name, the last of several; the first line of the slip where it is left out.
    var at: String?
  }

  static let damages: [Damage] = [
    Damage(from: "phase: Production", to: "phase: Prodution", code: "field.choice"),
    Damage(from: "region: [South West]", to: "region: [Cornwall]", code: "field.choice"),
    Damage(from: "https://example.org/early-help/finder\n", to: "example.org early help\n", code: "field.address", at: "website_url:"),
    Damage(from: "contact_email: earlyhelp@", to: "contact_email: earlyhelp.", code: "field.email"),
    Damage(from: "team: Early Help", to: "team:", code: "field.to-write"),
    Damage(from: "    procurement: |\n", to: "    procurment: |\n", code: "field.unknown-part"),
    Damage(from: "decides_or_advises: It advises a person who decides", to: "decides_or_advises: It helps", code: "field.choice"),
    Damage(from: "  - risk: A family that wants help is missed", to: "  - risk: An unwanted call to a family", code: "field.item-twice"),
    Damage(from: "    remaining: Medium", to: "    remaining: {withheld: comercial, because: It is}", code: "state.ground"),
    Damage(from: "status: final", to: "status: &state final", code: "yaml.anchor"),
    Damage(from: "completed: 2026-03-14", to: "completed: 2026-02-30", code: "field.part-date"),
    Damage(from: "review_due: 2027-03-14", to: "review_due: 3rd May 2027", code: "field.date"),
    Damage(from: "senior_responsible_owner:", to: "senior_responsible_ownr:", code: "field.unknown"),
    Damage(from: "tags: early help", to: "tags: early help\ntags: early help", code: "yaml.duplicate", at: "tags: early help"),
    Damage(from: "## Human review", to: "## Humane review", code: "heading.unknown"),
    Damage(
      from: "You can say no to early help, now", to: "### For afected people\n\nYou can say no to early help, now",
      code: "heading.unknown-audience"),
    Damage(from: "Nothing is filled in.\n\n##", to: "Nothing is <i>filled in.\n\n##", code: "markdown.html"),
    Damage(from: "Three source systems", to: "<!-- ask legal -->\n\nThree source systems", code: "markdown.comment"),
    Damage(from: "A list of families with a score", to: "[A list](file://server/list.xls) of families with a score", code: "link.scheme"),
    Damage(from: "Choose “This looks wrong”", to: "![](screen.png) Choose “This looks wrong”", code: "markdown.image-text"),
  ]

  private static let folder: URL = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.appendingPathComponent("Damaged")
  }()

  private func whole() throws -> String {
    try String(contentsOf: Self.folder.appendingPathComponent("whole.md"), encoding: .utf8)
  }

  private func check(_ record: String, _ format: String) throws -> Outcome {
    let register = try TemporaryRegister(
      settings: "withheld_grounds: [{id: commercial, label: Commercial confidentiality}]")
    try register.write("Content/tools/early-help-finder/record.md", record)
    guard record.contains("screen.png") else { return try register.gazette("check", "--on", "2026-11-20", "--format", format) }
    try register.write("Content/tools/early-help-finder/screen.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    return try register.gazette("check", "--on", "2026-11-20", "--format", format)
  }

  @Test func theSoundRecordHasNoFinding() throws {
    #expect(try check(whole(), "text") == Outcome(exit: 0, output: "", errors: ""))
  }

  @Test func everySlipIsOneFindingAtItsLine() throws {
    var text = try whole()
    for damage in Self.damages {
      try #require(text.components(separatedBy: damage.from).count == 2, "stands once: \(damage.from)")
      text = text.replacing(damage.from, with: damage.to)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try Self.damages.map { damage -> String in
      let mark = damage.at ?? String(damage.to.split(separator: "\n").first ?? "")
      let number = try #require(lines.lastIndex { $0.contains(mark) }, "\(mark)")
      return "\(number + 1) \(damage.code)"
    }
    let json = try check(text, "json")
    let found = try json.output.split(separator: "\n").map { line -> String in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return "\(value?["line"] as? Int ?? 0) \(value?["code"] as? String ?? "")"
    }
    #expect(found.sorted() == expected.sorted())
    #expect(found.count == 20)

    let outcome = try check(text, "text")
    let file = Self.folder.appendingPathComponent("expected.txt")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(outcome.output.utf8).write(to: file)
      Issue.record("recorded; read the difference before you keep it")
    }
    #expect(try outcome.output == String(contentsOf: file, encoding: .utf8))
    #expect(outcome.exit == 1)
    #expect(outcome.errors == "\n20 errors in 1 file; publishing is blocked until the errors are put right.\n")
  }
}
