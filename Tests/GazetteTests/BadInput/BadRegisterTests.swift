import Foundation
import Testing

/// Settings and kinds that cannot be: the finding stands where they are wrong, and what can still be checked is.
@Suite(.timeLimit(.minutes(2))) struct BadRegisterTests {
  private func kind(_ id: String, _ more: String, fields: String? = nil) -> String {
    """
    id: \(id)
    label: Made up
    role: process
    describe: Anything.
    \(more)
    fields:
      \(fields ?? "- {id: title, label: Title, type: text, audiences: [technical], help: A name., example: A}")

    """
  }

  /// What is told not to be a page is none, though another folder holds one of its name.
  @Test func aPageInAFolderIsNoPage() throws {
    let register = try TemporaryRegister()
    let page = "---\ntitle: About\n---\n\nWords.\n"
    try register.write("Content/pages/about.md", page)
    try register.write("Content/pages/sub/about.md", page)
    #expect(try register.check() == "Content/pages/sub/about.md file.unread: 'Content/pages/sub/about.md' is not read")
    let built = try register.gazette("build", "--to", register.path + "/out")
    #expect(built.exit == 0, "\(built.errors)")
  }

  /// A register is not empty because its tools cannot be looked at.
  @Test func toolsThatCannotBeOpened() throws {
    let register = try TemporaryRegister()
    try register.write("Content/tools", "no folder\n")
    #expect(try register.check() == "Content/tools file.unreadable: 'Content/tools' cannot be read: Not a directory")
  }

  @Test func aKindThatComesBackToItself() throws {
    let register = try TemporaryRegister()
    try register.write("Content/kinds/one.yaml", kind("one", "replaces: one"))
    try register.write("Content/kinds/two.yaml", kind("two", "replaces: three"))
    try register.write("Content/kinds/three.yaml", kind("three", "replaces: two"))
    try register.write("Content/kinds/four.yaml", kind("four", "replaces: fuor"))
    try register.write("Content/kinds/five.yaml", kind("five", "replaces: two"))
    #expect(
      try register.check() == """
        Content/kinds/four.yaml:5:11 kind.replaces-unknown: 'four' replaces 'fuor', which does not exist
        Content/kinds/one.yaml:5:11 kind.replaces-itself: 'one' comes back to itself through what it replaces
        Content/kinds/three.yaml:5:11 kind.replaces-itself: 'three' comes back to itself through what it replaces
        Content/kinds/two.yaml:5:11 kind.replaces-itself: 'two' comes back to itself through what it replaces
        """)
  }

  @Test(arguments: [
    (
      "- {id: a, label: A, type: txet, audiences: [technical], help: H., example: A}",
      "kind.yaml:7:29 data.not-allowed: 'type' cannot be 'txet'"
    ),
    (
      "- {id: a, label: A, type: date, audiences: [technical], help: H., example: 2026-02-30}",
      "kind.yaml:7:78 kind.example: the example of 'a' does not fit its own type: 'a' takes a date as YYYY-MM-DD"
    ),
    ("- {id: a, label: A, type: text, audiences: [technical], help: H.}", "kind.yaml:7:5 data.missing-key: a field needs 'example'"),
    ("- {id: a, type: text, audiences: [technical], help: H., example: A}", "kind.yaml:7:5 data.missing-key: a field needs 'label'"),
    ("- {id: a, label: A, type: text, help: H., example: A}", "kind.yaml:7:5 kind.no-audience: nobody reads the field 'a'"),
    (
      "- {id: a, label: A, type: choice, choices: [B, C, B], audiences: [technical], help: H., example: B}",
      "kind.yaml:7:53 kind.twice: the choice 'B' is used twice"
    ),
    (
      "- {id: a, label: A, type: text, audiences: [technical], help: H., example: A}\n  - {id: a, label: B, type: text, audiences: [technical], help: H., example: A}",
      "kind.yaml:8:5 kind.twice: the id 'a' is used twice"
    ),
    (
      "- {id: a, label: A, type: text, audiences: [technical], help: H., example: \"\"}",
      "kind.yaml:7:78 kind.example: the example of 'a' does not fit its own type: it is blank"
    ),
    ("a: b", "kind.yaml:7:3 data.not-list: 'fields' takes a list"),
  ])
  func aKindThatCannotBe(_ fields: String, _ expected: String) throws {
    let register = try TemporaryRegister()
    try register.write("Content/kinds/kind.yaml", kind("kind", "sections: []", fields: fields))
    #expect(try register.check() == "Content/kinds/" + expected)
  }

  @Test(arguments: [
    ("", "Content/register.yaml:1:1 file.empty: the file is empty"),
    ("- a\n", "Content/register.yaml:1:1 data.not-map: the register is written as keys with values"),
    ("title: A\naddress: https://a.example/\n", "Content/register.yaml:1:1 data.missing-key: the register needs 'publishers'"),
    ("title: A\naddress: a.example\npublishers: []\n", "Content/register.yaml:2:10 register.address: 'a.example' is no web address"),
    (
      "title: A\naddress: https://a.example/\npublishers: []\nreview_interval: a while\n",
      "Content/register.yaml:4:18 register.interval: 'a while' is no length of time"
    ),
    (
      "title: A\naddress: https://a.example/\npublishers: []\nlimits: {file: 2 GB}\n",
      "Content/register.yaml:4:16 register.limit: '2 GB' is no size for a file"
    ),
    (
      "title: A\naddress: https://a.example/\npublishers: []\nsmall_numbers: few\n",
      "Content/register.yaml:4:16 data.not-number: 'small_numbers' takes a number, not 'few'"
    ),
    (
      "title: A\naddress: https://a.example/\npublishers: []\nlangauges: [en]\n",
      "Content/register.yaml:4:1 data.unknown-key: the register has no 'langauges'"
    ),
    ("title: A\n\tb: c\n", "Content/register.yaml:2:1 yaml.tab: a tab stands where spaces belong"),
  ])
  func settingsThatCannotBe(_ text: String, _ expected: String) throws {
    let register = try TemporaryRegister()
    let approved = text.hasPrefix("title") ? text + "sign_off: [{role: owner, label: Owner, for: [major]}]\n" : text
    try register.write("Content/register.yaml", approved)
    #expect(try register.check() == expected)
  }

  @Test(arguments: [
    ("rm register.yaml", "Content/register.yaml file.unreadable: 'Content/register.yaml' cannot be read: No such file or directory"),
    (
      "rm register.yaml && mkdir register.yaml",
      "Content/register.yaml file.folder: 'Content/register.yaml' is a folder where a file should be"
    ),
    ("rm -r ../Content", "Content register.missing: there is no folder Content/ here"),
    ("rm -r ../Content && touch ../Content", "Content register.missing: there is no folder Content/ here"),
    ("mv ../Content ../a && ln -s a ../Content", "Content register.missing: there is no folder Content/ here"),
  ])
  func aRegisterThatIsNotThere(_ line: String, _ expected: String) throws {
    let register = try TemporaryRegister()
    #expect(try shell("cd '\(register.path)/Content' && \(line)").exit == 0)
    #expect(try register.check() == expected)
  }

  @Test func aSmallerLimitForFiles() throws {
    let register = try TemporaryRegister(settings: "limits: {file: 1 KB}")
    try register.write("Content/tools/a/big.md", String(repeating: "a", count: 1025))
    try register.write("Content/tools/a/small.md", String(repeating: "a", count: 1024))
    #expect(
      try register.check() == """
        Content/tools/a tool.no-record: the tool 'a' has no record
        Content/tools/a/big.md file.large: 'Content/tools/a/big.md' is too large to read
        Content/tools/a/small.md:1:1 file.front-matter: the document does not start with a line '---'
        """)
  }
}
