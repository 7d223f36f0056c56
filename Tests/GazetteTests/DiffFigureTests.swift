import Foundation
import Testing

/// `gazette diff` of a figure that is not shown any more: its state, its ground and its reason.
@Suite struct DiffFigureTests {
  private static let kind = """
    id: trial
    label: Trial
    role: evaluation
    describe: What a trial found.
    sections: [{id: all, label: All of it, topic: how-good, audiences: [public, technical]}]
    fields:
      - id: results
        section: all
        label: Results
        help: One entry for each figure.
        type: figures
        means: results
        example: [{metric: recall, value: 0.81}]
        fields:
          - {id: metric, label: Measure, help: Its short name., type: text, required: true, example: recall}
          - {id: value, label: Result, help: The figure., type: number, example: 0.81}

    """

  private func trial(_ value: String) -> String {
    "---\nkind: trial\ntitle: A trial\ncompleted: 2026-01-02\nstatus: final\nresults:\n  - {metric: recall, value: \(value)}\n---\n"
  }

  private func register(_ before: String, _ after: String) throws -> TemporaryRegister {
    let register = try TemporaryRegister(
      settings: "withheld_grounds: [{id: security, label: Security, describe: Would help somebody to break in.}]")
    try register.write("Content/kinds/small.yaml", SmallRegister.kind)
    try register.write("Content/kinds/trial.yaml", Self.kind)
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    try register.write("Content/tools/finder/trial.md", trial(before))
    try SmallRegister.publish(register, on: "2026-01-15", "First publication")
    try register.write("Content/tools/finder/trial.md", trial(after))
    return register
  }

  @Test func textNamesTheStateTheGroundAndTheReason() throws {
    let register = try register("0.8", "{withheld: security, because: It helps thieves.}")
    #expect(try register.gazette("diff", "finder").output.contains("Recall: 0.8 → withheld: security: It helps thieves.\n"))
  }

  @Test func dataNamesThem() throws {
    let register = try register("{withheld: security, because: It helps thieves.}", "{not_measured: Nobody counted.}")
    let output = try register.gazette("diff", "finder", "--format", "json").output.filter { !" \n".contains($0) }
    #expect(
      output.contains(
        #"""
        "before":{"held":true,"state":"withheld","ground":"security","because":"Ithelpsthieves."},\#
        "after":{"held":true,"state":"not_measured","because":"Nobodycounted."}
        """#))
  }

  @Test func thePageNamesThem() throws {
    let register = try register("{not_measured: Nobody counted.}", "{withheld: security, because: It helps thieves.}")
    let page = try register.gazette("diff", "finder", "--format", "html").output
    #expect(page.contains("<strong>Not measured.</strong> Nobody counted."))
    #expect(page.contains("It helps thieves.") && !page.contains("small numbers"))
  }
}
