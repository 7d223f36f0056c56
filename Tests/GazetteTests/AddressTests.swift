import Foundation
import Testing

/// What was public stays public: at its address, or with a page there that says where it went.
@Suite struct AddressTests {
  /// A kind of document beside the record.
  private let note = SmallRegister.kind.replacing("id: small", with: "id: note").replacing("role: record", with: "role: assessment")

  private func files(_ register: TemporaryRegister) throws -> Set<String> {
    Set(try shell("cd \(register.path)/Site && find . -type f").output.split(separator: "\n").map(String.init))
  }

  @Test func aToolDoesNotVanish() throws {
    let register = try SmallRegister.published()
    _ = try shell("rm -r \(register.path)/Content/tools/finder")
    let refused = try register.gazette("publish", "--on", "2026-06-02")
    #expect(refused.exit == 1)
    #expect(
      refused.errors.hasPrefix(
        """
        error: the tool 'finder' was public and is no longer among the drafts
         --> Content/tools/finder
           = why: people have its address, and a record that vanishes looks like something to hide
           = fix: put the folder back and add a notice: `gazette new retirement finder`
           = fix: or say where it went in register.yaml: `redirects: {finder: other-tool}`
           [address.tool-gone]

        """), "\(refused.errors)")
  }

  /// A document and a page of the register; each may go where register.yaml says what stands instead.
  @Test func aDocumentAndAPageDoNotVanish() throws {
    let register = try SmallRegister.published()
    try register.write("Content/kinds/note.yaml", note)
    for name in ["first", "second"] {
      try register.write("Content/tools/finder/\(name).md", "---\nkind: note\ntitle: The \(name) note\nname: A note\n---\n")
      try register.write("Content/pages/\(name).md", "---\ntitle: The \(name) page\ndescribe: A page.\n---\nWords.\n")
    }
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    try SmallRegister.approve(register, on: "2026-06-01")
    try SmallRegister.publish(register, on: "2026-06-02", "Two notes")
    for name in ["tools/finder/first.md", "pages/first.md"] { _ = try shell("rm \(register.path)/Content/\(name)") }
    try register.write("Content/tools/finder/record.md", SmallRegister.third.replacing("Tells who", with: "Says who"))
    try SmallRegister.approve(register, on: "2026-07-01")
    let refused = try register.gazette("publish", "--on", "2026-07-02")
    #expect(refused.exit == 1 && refused.errors.contains("[address.document-gone]") && refused.errors.contains("[address.page-gone]"))
    #expect(refused.errors.contains("2 errors, 1 warning and 1 note in 4 files"), "\(refused.errors)")
    try register.write(
      "Content/register.yaml",
      try register.read("Content/register.yaml") + "\nredirects: {finder/first: finder/second, pages/first: pages/second}\n")
    try SmallRegister.publish(register, on: "2026-07-02", "One note")
    #expect(try register.read("Site/tools/finder/documents/first/index.html").contains(#"href="../second/index.html""#))
    #expect(try register.read("Site/first/index.html").contains(#"href="../second/index.html""#))
    #expect(try register.gazette("verify").exit == 0)
  }

  @Test func aRenamedToolKeepsEveryAddress() throws {
    let register = try SmallRegister.published()
    try register.write("Content/kinds/note.yaml", note)
    for name in ["first", "second"] {
      try register.write("Content/tools/finder/\(name).md", "---\nkind: note\ntitle: The \(name) note\nname: A note\n---\n")
    }
    try register.write("Content/tools/finder/record.md", SmallRegister.third)
    try SmallRegister.approve(register, on: "2026-05-01")
    try SmallRegister.publish(register, on: "2026-05-02", "Two notes")
    let before = try files(register)
    _ = try shell("cd \(register.path)/Content/tools && mv finder seeker && rm seeker/second.md")
    try register.write("Content/register.yaml", try register.read("Content/register.yaml") + "\nredirects: {finder: seeker}\n")
    let approved = try register.gazette("approve", "seeker", "--role", "owner", "--by", "Director", "--on", "2026-06-01")
    #expect(approved.exit == 0)
    try SmallRegister.publish(register, on: "2026-06-02", "Finder is Seeker")
    // The search and the feeds of what nothing is filed by any more are made anew each time.
    let gone = before.subtracting(try files(register)).filter { !$0.hasPrefix("./search/") && !$0.hasPrefix("./assets/") }
    #expect(gone == [])
    let page = try register.read("Site/tools/finder/index.html")
    #expect(page.contains(#"<a href="../seeker/index.html">Finder</a>"#))
    let documents = "Site/tools/finder/documents/"
    #expect(try register.read(documents + "first/index.html").contains(#"href="../../../seeker/documents/first/index.html""#))
    #expect(try register.read(documents + "second/index.html").contains(#"href="../../../seeker/index.html""#))
    #expect(try register.read("Site/tools/finder/record.json") == register.read("Site/tools/finder/versions/3/record.json"))
    #expect(try register.gazette("verify").exit == 0)
  }

  /// Addresses are made of an audience's, a publisher's and a filter's name: who changes one is told which pages would go.
  @Test func namesInAddressesDoNotChangeUnnoticed() throws {
    let register = try SmallRegister.unpublished()
    let filed = SmallRegister.kind.replacing("help: Where., type: choices", with: "help: Where., type: choices, facet: area")
    func audience(_ address: String) -> String {
      """
      id: technical
      label: Technical readers
      heading: For technical readers
      address: \(address)
      order: 5
      lead: All of it
      sections: [{id: all, label: All of it, topics: [what-it-is]}]

      """
    }
    try register.write("Content/kinds/small.yaml", filed)
    try register.write("Content/audiences/technical.yaml", audience("experts"))
    try register.write("Content/tools/finder/record.md", SmallRegister.first)
    try SmallRegister.approve(register, on: "2026-01-15")
    try SmallRegister.publish(register, on: "2026-01-15", "First publication")
    #expect(try register.check(on: "2026-02-01").contains("address.pages-gone") == false)
    try register.write("Content/audiences/technical.yaml", audience("technical"))
    try register.write("Content/kinds/small.yaml", SmallRegister.kind)
    try register.write("Content/register.yaml", try register.read("Content/register.yaml").replacing("id: council", with: "id: county"))
    let told = try register.check(on: "2026-02-01").split(separator: "\n").filter { $0.contains("address.pages-gone") }
    #expect(
      told == [
        "Content/audiences address.pages-gone: pages that were public would go: tools/…/experts/",
        "Content/kinds address.pages-gone: pages that were public would go: browse/area/",
        "Content/register.yaml address.pages-gone: pages that were public would go: browse/organisation/council/",
      ])
    let text = try register.gazette("check", "--on", "2026-02-01")
    let fix = "= fix: keep `id: council` of 'Example County Council'; what it is called may change all the same"
    #expect((text.output + text.errors).contains(fix))
  }

  @Test func onlyTheThemeChanged() throws {
    let register = try SmallRegister.published()
    let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    _ = try shell("cp -r \(shipped.path)/Themes \(register.path)")
    #expect(
      try register.gazette("publish", "--on", "2026-06-02").errors == "Nothing has changed since the newest edition; nothing was written.\n"
    )
    let strings = "Themes/civic/strings/en.yaml"
    let text = try register.read(strings)
    try register.write(strings, text.replacing("This is an old version.", with: "This is an older version."))
    let ledger = try register.read("Site/LEDGER")
    let done = try register.gazette("publish", "--on", "2026-06-02")
    #expect(done.exit == 0)
    #expect(done.errors == "Only the theme or the program changed: 6 files made anew, and no new edition.\n")
    #expect(done.output.split(separator: "\n").filter { !$0.hasPrefix("tools/finder/versions/1/") } == ["SHA256SUMS"])
    #expect(try register.read("Site/LEDGER") == ledger)
    #expect(try register.gazette("verify").exit == 0)
  }
}
