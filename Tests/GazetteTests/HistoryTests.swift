import Foundation
import Testing

/// `gazette history` and `gazette status`: what was published, and what stands between a tool and its next version.
@Suite struct HistoryTests {
  @Test func listsEveryVersion() throws {
    let register = try SmallRegister.published()
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    let outcome = try register.gazette("history", "finder")
    #expect(outcome.exit == 0 && outcome.errors == "")
    #expect(
      outcome.output
        == """
        Finder: 2 versions

        draft
          changed: Phase; Appeals; Region; Limit

        version 2  2026-03-02  edition 2  correction
          Corrects a spelling.
          changed: Summary; plan.txt
          digest: DIGEST

        version 1  2026-01-15  edition 1
          approved: owner, Director, 2026-01-15
          digest: DIGEST

        """.withDigests(of: outcome.output))
    #expect(
      try register.gazette("history", "finder", "--format", "json").output.split(separator: "\n").map {
        String($0.prefix(64))
      } == [
        #"{"tool":"finder","version":1,"date":"2026-01-15","edition":1,"ch"#,
        #"{"tool":"finder","version":2,"date":"2026-03-02","edition":2,"ch"#,
      ])
  }

  @Test func tellsWhatWasRemoved() throws {
    let register = try SmallRegister.published()
    _ = try register.gazette(
      "redact", "finder", "2", "plan.txt", "--because", "It named a person.", "--role", "owner", "--on", "2026-04-01")
    #expect(
      try register.gazette("history", "finder").output.contains(
        "\n  removed: plan.txt, 2026-04-01, edition 3, owner: It named a person.\n"))
  }

  @Test func aToolThatIsNot() throws {
    let register = try SmallRegister.published()
    #expect(try register.gazette("history", "fnder").errors.contains("did you mean 'finder'?"))
    #expect(try register.gazette("history").exit == 2)
  }

  @Test func tellsTheStateOfEveryTool() throws {
    let register = try SmallRegister.published()
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    try register.write(
      "Content/tools/other/record.md",
      SmallRegister.first.replacing("Finder", with: "Other").replacing(
        "significance: major", with: "significance: major\nreview_due: 2026-05-01"))
    try register.write("Content/tools/broken/record.md", "---\nkind: small\nname: [a]\nphase: Never\n---\n")
    let outcome = try register.gazette("status", "--on", "2026-06-01")
    #expect(
      outcome
        == Outcome(
          exit: 0,
          output: """
            tool    version  draft          review due           approvals
            broken  -        new, 2 errors  -                    0 of 1; missing: owner
            finder  2        changed        -                    0 of 1; missing: owner (approved other bytes)
            other   -        new            2026-05-01, overdue  0 of 1; missing: owner

            """, errors: "\n3 tools not published as written; 0 ready.\n"))
    try SmallRegister.approve(register, on: "2026-06-01")
    let lines = try register.gazette("status", "--on", "2026-06-01", "--format", "json").output.split(separator: "\n")
    #expect(
      lines[1]
        == #"{"tool":"finder","name":"Finder","version":2,"edition":2,"draft":"changed","significance":"major","errors":0,"held":[{"role":"owner","by":"Director","on":"2026-06-01"}],"missing":[],"stale":[],"review_due":null,"overdue":0}"#
    )
    try register.write("Content/tools/finder/record.md", SmallRegister.second)
    #expect(
      try register.gazette("status", "--on", "2026-06-01").output.contains("\nfinder  2        as published"))
  }
}

extension String {
  /// Digests stand where they stand; which they are, others test.
  fileprivate func withDigests(of other: String) -> String {
    var text = self
    for line in other.split(separator: "\n") where line.hasPrefix("  digest: ") {
      guard let range = text.range(of: "digest: DIGEST") else { break }
      text.replaceSubrange(range, with: line.dropFirst(2))
    }
    return text
  }
}
