import Foundation
import Testing

/// `gazette export`: each format to the letter, for one tool that says a little of everything.
///
/// `RECORD=1` writes the expected files anew, and fails.
@Suite struct ExportTests {
  private static let cases: URL = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<2 { url.deleteLastPathComponent() }
    return url.appendingPathComponent("Cases/exports")
  }()

  static let formats = ["csv", "dcat", "docx", "eurocities-0.3.1", "govuk", "model-index", "nl-1.0"]

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: Self.cases.appendingPathComponent(name)), as: UTF8.self)
  }

  private func register() throws -> TemporaryRegister {
    let register = try TemporaryRegister(settings: "theme: {licence: {name: Open, address: https://example.org/open}}")
    for name in ["record", "beta"] { try register.write("Content/tools/finder/\(name).md", try text("\(name).md")) }
    try register.write("with.yaml", try text("with.yaml"))
    return register
  }

  /// The files of a folder, one after the other under their names.
  private func files(_ folder: String) throws -> String {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { !$0.hasPrefix(".") }.map { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
      return "=== \(name)\n" + String(decoding: data, as: UTF8.self).replacing("\r\n", with: "␍\n")
    }.joined()
  }

  @Test func everyFormatHasACase() throws {
    let shipped = Self.cases.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Exports").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: shipped).sorted() == Self.formats.map { $0 + ".yaml" })
  }

  @Test(arguments: formats) func givesTheFormatToTheLetter(_ format: String) throws {
    let register = try register()
    let target = register.path + "/out"
    var words = ["export", format, "finder", "--to", target, "--root", register.path]
    let with = Self.cases.appendingPathComponent("with-\(format).yaml").path
    if FileManager.default.fileExists(atPath: with) { words += ["--with", with] }
    let outcome = try gazette(words)
    #expect(outcome.exit == 0 && outcome.errors == "", "\(outcome.errors)")
    let found = try files(target)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try found.write(to: Self.cases.appendingPathComponent(format + ".txt"), atomically: true, encoding: .utf8)
      Issue.record("\(format) was written anew")
    }
    #expect(try text(format + ".txt") == found)
  }

  @Test func namesEveryFieldThatIsNeededAndNotSaid() throws {
    let register = try register()
    let outcome = try register.gazette("export", "nl-1.0")
    #expect(outcome.exit == 1)
    #expect(
      outcome.errors == """
        gazette export: finder: 'publication_category' is needed, and no field of the record says it
        gazette export: finder: 'lang' has no word for 'en' (tool:lang)
        1 of 1 tools refused; say what is needed in a file for --with.

        """)
    #expect(try files(register.path + "/.gazette/exports/nl-1.0").hasPrefix("=== export-losses.json\n"))
  }

  @Test func aTextIsCutAtTheEndOfASentenceOrNotAtAll() throws {
    let register = try register()
    let long = String(repeating: "Helps us find families. ", count: 20) + "The end."
    let record = try text("record.md")
    let lines = record.split(separator: "\n", omittingEmptySubsequences: false)
    let write = { (sentence: String) in
      let changed = lines.map { $0.hasPrefix("one_sentence_description:") ? "one_sentence_description: \(sentence)" : String($0) }
      try register.write("Content/tools/finder/record.md", changed.joined(separator: "\n"))
    }
    let with = Self.cases.appendingPathComponent("with-nl-1.0.yaml").path
    try write(long)
    #expect(try register.gazette("export", "nl-1.0", "--with", with).exit == 0)
    let folder = register.path + "/.gazette/exports/nl-1.0"
    let sixteen = String(repeating: "Helps us find families. ", count: 16).dropLast()
    #expect(try files(folder).contains("\"description_short\": \"\(sixteen)\",\n"))
    #expect(try files(folder).contains("'description_short' takes 400 characters; 105 were cut"))
    try write(String(repeating: "a", count: 401))
    let refused = try register.gazette("export", "nl-1.0", "--with", with)
    #expect(refused.exit == 1)
    #expect(
      refused.errors.hasPrefix(
        "gazette export: finder: 'description_short' takes 400 characters, and no sentence ends before them: "
          + "one_sentence_description\n"))
  }

  @Test func aValueOfAPersonsIsNeverCut() throws {
    let register = try register()
    let long = String(repeating: "It helps. ", count: 40) + "The end."
    let with = "all: {publication_category: Overige algoritmes, lang: nld, description_short: \(long)}\n"
    try register.write("with.yaml", with)
    let words = ["export", "nl-1.0", "--with", register.path + "/with.yaml", "--root", register.path]
    let refused = try gazette(words)
    #expect(refused.exit == 1)
    #expect(
      refused.errors.hasPrefix(
        "gazette export: finder: 'description_short' takes 400 characters, and what --with says has 408\n"))
    try register.write("with.yaml", with.replacing(long, with: String(long.dropFirst(20))))
    #expect(try gazette(words).exit == 0)
  }

  /// What must not be public does not leave by another door.
  @Test func personalDataIsNotGivenToOthers() throws {
    let register = try register()
    try register.write("Content/tools/finder/note.md", "---\nkind: dpia\ntitle: For NHS number 943 476 5919\n---\n")
    let refused = try register.gazette("export", "csv")
    #expect(refused.exit == 1 && refused.errors.contains("[privacy.nhs-number]"), "\(refused.errors)")
    #expect(refused.errors.hasSuffix("gazette export: 'finder' has no record that can be read and given to others\n"))
    #expect(!FileManager.default.fileExists(atPath: register.path + "/.gazette/exports"))
  }

  @Test func aModelHubsWordForTheTaskIsAPersons() throws {
    let register = try register()
    try register.write("with.yaml", "all: {card/license: ogl-uk-3.0, card/task_type: tabular-classification}\n")
    let done = try register.gazette("export", "model-index", "--with", register.path + "/with.yaml")
    #expect(done.exit == 0, "\(done.errors)")
    let found = try files(register.path + "/.gazette/exports/model-index")
    #expect(found.contains("type: tabular-classification\n"), "\(found)")
    #expect(!found.contains("task_type"))
  }

  /// Results that nobody stands by are no model's results.
  @Test(arguments: ["draft", "superseded", "withdrawn"])
  func resultsThatDoNotStandAreKept(_ status: String) throws {
    let register = try register()
    try register.write("with.yaml", "all: {card/license: ogl-uk-3.0}\n")
    let beta = try text("beta.md").split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("status:") }
    let marked = beta.joined(separator: "\n").replacing("kind: evaluation\n", with: "kind: evaluation\nstatus: \(status)\n")
    try register.write("Content/tools/finder/beta.md", marked)
    let done = try register.gazette("export", "model-index", "--with", register.path + "/with.yaml")
    #expect(done.exit == 0, "\(done.errors)")
    let found = try files(register.path + "/.gazette/exports/model-index")
    #expect(!found.contains("- type: recall\n"), "\(found)")
    #expect(found.contains("its results are given to nobody while its status is '\(status)'"), "\(found)")
  }

  @Test func anAssessmentThatStandsHereIsLinked() throws {
    let register = try register()
    try register.write("Content/tools/finder/data-protection.md", "---\nkind: dpia\ntitle: What it means for privacy\n---\n")
    let with = Self.cases.appendingPathComponent("with-eurocities-0.3.1.yaml").path
    #expect(try register.gazette("export", "eurocities-0.3.1", "--with", with).exit == 0)
    let found = try files(register.path + "/.gazette/exports/eurocities-0.3.1")
    #expect(found.contains(#""DPIA_description": "What it means for privacy""#))
    #expect(found.contains(#""DPIA_url": "https://example.org/tools/finder/documents/data-protection/""#))
    #expect(found.contains("only its title and address are told: What it means for privacy"))
  }

  @Test(arguments: [
    ("export csvv", "there is no format 'csvv'; did you mean 'csv'?"),
    ("export csv fnder", "there is no tool 'fnder'; did you mean 'finder'?"),
    ("export nl-1.0 --with WITH", "--with names 'publication_categori', which is no field of nl-1.0; did you mean 'publication_category'?"),
  ])
  func saysWhatIsWrong(_ words: String, _ expected: String) throws {
    let register = try register()
    let words = words.replacing("WITH", with: register.path + "/with.yaml").split(separator: " ").map(String.init)
    let outcome = try gazette(words + ["--root", register.path])
    #expect(outcome.exit == 2 && outcome.output == "")
    #expect(outcome.errors.hasPrefix("gazette export: \(expected)\n"))
  }
}
