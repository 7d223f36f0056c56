import Foundation
import Testing

/// A `Site/` and approvals that nobody should build upon: each is named in words, and nothing is overwritten.
@Suite struct BadSiteTests {
  /// Works out all of a site's lists again after its first edition's record was changed, as a newer program would have written them.
  private static let reseal = """
    fit() { sed -i "s|^[0-9a-f]*\\(  $2\\)$|$(sha256sum $2 | cut -c1-64)\\1|" $1; }
    fit editions/1/SHA256SUMS editions/1/edition.json; fit editions/2/SHA256SUMS editions/1/SHA256SUMS
    fit LEDGER editions/1/SHA256SUMS; fit LEDGER editions/2/SHA256SUMS
    for file in editions/1/edition.json editions/1/SHA256SUMS editions/2/SHA256SUMS LEDGER; do fit SHA256SUMS $file; done
    sha256sum --check --strict --quiet SHA256SUMS
    """

  @Test(arguments: [
    (
      "echo more >> tools/finder/index.html",
      """
      error: tools/finder/index.html is not what was published
       --> tools/finder/index.html

      """
    ),
    (
      "rm -r tools/finder/versions/2",
      """
      error: tools/finder/versions/2/source/plan.txt is missing
       --> tools/finder/versions/2/source/plan.txt

      """
    ),
    (
      "mv 404.html 404.HTML",
      """
      error: 404.HTML stands in no list
       --> 404.HTML

      """
    ),
    (
      "rm LEDGER",
      """
      error: LEDGER is missing
       --> LEDGER

      """
    ),
    (
      #"sed -i 's/"date"/"later": true,\n  "date"/' editions/1/edition.json; "# + reseal,
      """
      error: the record of edition 1 cannot be read
       --> Site/editions/1/edition.json
         = why: it may be damaged, or from a newer program; nothing is added to what is not understood

      """
    ),
  ])
  func isNotBuiltUpon(_ change: String, _ expected: String) throws {
    let register = try SmallRegister.published()
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    try SmallRegister.approve(register, on: "2026-06-01")
    let spoilt = try shell("cd \(register.path)/Site && { \(change); }")
    #expect(spoilt.exit == 0, "\(spoilt.errors)")
    let before = try shell("cd \(register.path)/Site && find . -type f | sort | xargs sha256sum").output
    let refused = try register.gazette("publish", "--on", "2026-06-02")
    #expect(refused.exit == 1)
    #expect(refused.errors.contains(expected), "\(refused.errors)")
    #expect(refused.errors.hasSuffix("Nothing was published.\n"))
    #expect(try shell("cd \(register.path)/Site && find . -type f | sort | xargs sha256sum").output == before)
    #expect(try register.gazette("verify").exit == 3)
  }

  /// Git keeps no empty folder, so a register may bring its `Site/` with a file that only holds it open.
  @Test func aSiteThatHoldsNothingYetIsTheFirst() throws {
    let register = try SmallRegister.unpublished()
    try register.write("Site/.gitkeep", "")
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    try SmallRegister.approve(register, on: "2026-01-15")
    try SmallRegister.publish(register, on: "2026-01-15", "First publication")
    #expect(try register.gazette("verify").exit == 0)
  }

  @Test func aCopyWithoutCapitalsIsKnown() throws {
    let register = try SmallRegister.published()
    _ = try shell("cd \(register.path)/Site && mv 404.html 404.HTML")
    let said = try register.gazette("verify", "--no-pages")
    #expect(said.output.contains("there is '404.HTML': this copy was made where capitals do not count; copy it again"))
  }

  @Test(arguments: [
    ("approvals: [\n", " --> Content/tools/finder/sign-offs.yaml:1:13\n"),
    ("- {role: boss, by: Director, on: 2026-06-01, digest: DIGEST}\n", "error: 'boss' is no role of this register\n"),
    (
      "- {role: owner, by: Director, on: 2026-06-01, digest: OTHER}\n",
      "error: Owner approved 'finder' on 2026-06-01, and it has changed since\n"
    ),
    ("- {role: owner, by: Director, on: yesterday, digest: DIGEST}\n", " --> Content/tools/finder/sign-offs.yaml:1:"),
  ])
  func approvalsThatHoldNothing(_ text: String, _ expected: String) throws {
    let register = try SmallRegister.published()
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    let digest = try shell(
      "cd \(register.path)/Content/tools/finder && LC_ALL=C ls | grep -v sign-offs | xargs sha256sum | sha256sum | cut -c1-64"
    ).output.prefix(64)
    let sound = "- {role: owner, by: Director, on: 2026-06-01, digest: \(digest)}\n"
    let other = String(repeating: "0", count: 64)
    try register.write(
      "Content/tools/finder/sign-offs.yaml", text.replacing("DIGEST", with: digest).replacing("OTHER", with: other))
    let refused = try register.gazette("publish", "--on", "2026-06-02")
    #expect(refused.exit == 1)
    #expect(refused.errors.contains(expected), "\(refused.errors)")
    #expect(refused.errors.hasSuffix("Nothing was published.\n"))
    try register.write("Content/tools/finder/sign-offs.yaml", sound)
    #expect(try register.gazette("publish", "--on", "2026-06-02").exit == 0)
  }

  /// Put back from git, or left by a publication that was cut short: what is remembered is of another site, and goes for nothing.
  @Test func aSiteThatIsNotTheOneRemembered() throws {
    let register = try SmallRegister.published()
    _ = try shell("cp -r \(register.path)/Site \(register.path)/kept")
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    try SmallRegister.approve(register, on: "2026-06-01")
    try SmallRegister.publish(register, on: "2026-06-02", "More")
    let ledger = try register.read("Site/LEDGER")
    _ = try shell("cd \(register.path) && rm -r Site && mv kept Site")
    try SmallRegister.publish(register, on: "2026-06-02", "More")
    #expect(try register.read("Site/LEDGER") == ledger)
    #expect(try register.gazette("verify").exit == 0)
  }

  /// What was published stays as it was, whatever is asked of records since.
  @Test func aFrozenRecordThatWouldBeRefusedNow() throws {
    let register = try SmallRegister.published()
    let page = "Site/tools/finder/versions/2/technical/index.html"
    let before = try register.read(page)
    try register.write(
      "Content/kinds/small.yaml",
      SmallRegister.kind.replacing("choices: [Trial, Production, Retired]", with: "choices: [Pilot, Production, Retired]")
        .replacing("example: Trial", with: "example: Pilot").replacing("trial: [Trial]", with: "trial: [Pilot]").replacing(
          "One sentence., type: text,", with: "One sentence., type: text, required: true,"))
    #expect(try register.check().contains("'phase' cannot be 'Trial'"))
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    try SmallRegister.approve(register, on: "2026-06-01")
    try SmallRegister.publish(register, on: "2026-06-02", "Pilots are no longer called trials")
    #expect(try register.gazette("verify").exit == 0)
    let lines = Set(before.split(separator: "\n"))
    let came = try register.read(page).split(separator: "\n").filter { !lines.contains($0) }
    #expect(came.count == 4 && came[0].contains("noindex") && came[1].contains("banner-old"), "\(came)")
    #expect(try register.read(page).contains("Trial"))
  }
}
