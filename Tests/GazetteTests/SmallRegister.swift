import Foundation
import Testing

/// A register with one short kind of record, so that all a test reads stands in the test.
enum SmallRegister {
  /// `name`, `summary`, `phase`, `region`, `limit`, `appeals`; the rest comes with the program.
  static let kind = """
    id: small
    label: Small record
    role: record
    describe: A record with few fields.
    sections:
      - {id: all, label: All of it, topic: what-it-is, audiences: [public, technical]}
    fields:
      - {id: name, section: all, label: Name, help: What it is called., type: text, required: true, means: name, example: Finder}
      - {id: summary, section: all, label: Summary, help: One sentence., type: text, means: summary, example: It finds.}
      - {id: phase, section: all, label: Phase, help: Where it is., type: choice, choices: [Trial, Production, Retired], means: phase, choices_mean: {trial: [Trial], live: [Production], ended: [Retired]}, example: Trial}
      - {id: region, section: all, label: Region, help: Where., type: choices, choices: [North, South, East], example: [North]}
      - {id: limit, section: all, label: Limit, help: From where on., type: number, example: "0.5"}
      - {id: appeals, ref: "2.1", section: all, label: Appeals, help: How to question it., type: prose, topic: question-it, means: appeals, example: Ask.}

    """

  /// Nothing but the kind and who approves.
  static func unpublished(theme: String = "civic") throws -> TemporaryRegister {
    let approvals = "sign_off: [{role: owner, label: Owner, for: [minor, major]}]"
    let register = try TemporaryRegister(settings: theme == "civic" ? approvals : approvals + "\ntheme: {name: \(theme)}")
    if theme != "civic" { try register.write("Themes/\(theme)/theme.yaml", "extends: civic\n") }
    try register.write("Content/kinds/small.yaml", kind)
    return register
  }

  /// A tool called `finder` with versions 1 and 2, the record of 1 in its own words.
  static func published(theme: String = "civic") throws -> TemporaryRegister {
    let register = try unpublished(theme: theme)
    try register.write("Content/tools/finder/record.md", first)
    try approve(register, on: "2026-01-15")
    try publish(register, on: "2026-01-15", "First publication")
    try register.write("Content/tools/finder/record.md", second)
    try register.write("Content/tools/finder/plan.txt", "A plan.\n")
    try publish(register, on: "2026-03-02", "A correction")
    return register
  }

  static func approve(_ register: TemporaryRegister, on day: String) throws {
    let outcome = try register.gazette("approve", "finder", "--role", "owner", "--by", "Director", "--on", day)
    #expect(outcome.exit == 0, "\(outcome.errors)")
  }

  static func publish(_ register: TemporaryRegister, on day: String, _ note: String) throws {
    let outcome = try register.gazette("publish", "--on", day, "--note", note)
    #expect(outcome.exit == 0, "\(outcome.errors)")
  }

  static let first = """
    ---
    kind: small
    name: Finder
    summary: Finds famlies who may want help.
    phase: Trial
    region: [North, South]
    limit: 0.65
    significance: major
    ---

    ## Appeals

    A family can ask the team to look again. The score is not shared.

    """

  static let second =
    first.replacing("famlies", with: "families")
    .replacing("significance: major", with: "change: Corrects a spelling.\nsignificance: correction")

  static let third =
    second.replacing("Corrects a spelling.", with: "Tells who can be told the score.")
    .replacing("significance: correction", with: "significance: major")
    .replacing("region: [North, South]", with: "region: [South, East]")
    .replacing("limit: 0.65", with: "limit: 0.6")
    .replacing("phase: Trial", with: "phase: Production")
    .replacing("The score is not shared.", with: "Parents can be told the score.")
}
