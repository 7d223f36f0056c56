import Foundation
import Testing

/// Files and folders that are not what they should be: each is a finding, nothing waits, and the rest is checked.
@Suite(.timeLimit(.minutes(2))) struct BadFileTests {
  private let register: TemporaryRegister
  private let tool = "Content/tools/finder"
  private let next = "Content/tools/finder/next.md:3:1 field.unknown: Challenge route has no field 'odd'"

  init() throws {
    register = try TemporaryRegister()
    try register.write("\(tool)/next.md", "---\nkind: challenge-route\nodd: a\n---\n")
  }

  /// What is found but for what the neighbour and the missing record always give.
  private func check() throws -> [String] {
    let found = try register.check().split(separator: "\n").map(String.init)
    #expect(found.contains { $0.hasPrefix("\(tool)/next.md:3:1 field.unknown: ") })
    return found.filter { !$0.hasPrefix("\(tool)/next.md:") && !$0.contains(" tool.no-record: ") }
  }

  private func shell(_ line: String) throws {
    let outcome = try GazetteTests.shell("cd '\(register.path)/\(tool)' && \(line)")
    try #require(outcome.exit == 0, "\(outcome.errors)")
  }

  @Test(arguments: [
    ("truncate --size 50M bad.md", "bad.md file.large: 'Content/tools/finder/bad.md' is too large to read"),
    ("mkdir bad.md", "bad.md file.folder: 'Content/tools/finder/bad.md' is a folder where a file should be"),
    ("mkfifo bad.md", "bad.md file.special: 'Content/tools/finder/bad.md' is a pipe or a device, not a file"),
    ("ln -s bad.md bad.md", "bad.md file.link: 'Content/tools/finder/bad.md' is a link, not a file"),
    ("ln -s nowhere bad.md", "bad.md file.link: 'Content/tools/finder/bad.md' is a link, not a file"),
    ("ln -s /etc/passwd bad.md", "bad.md file.link: 'Content/tools/finder/bad.md' is a link, not a file"),
    ("ln -s next.md bad.md", "bad.md file.link: 'Content/tools/finder/bad.md' is a link, not a file"),
    ("ln -s .. loop", "loop file.link: 'Content/tools/finder/loop' is a link, not a file"),
    ("ln -s / out", "out file.link: 'Content/tools/finder/out' is a link, not a file"),
    ("cp next.md next.md.txt", "next.md.txt file.attached: 'Content/tools/finder/next.md.txt' is no document where it stands"),
    ("cp next.md NEXT.MD", "NEXT.MD file.attached: 'Content/tools/finder/NEXT.MD' is no document where it stands"),
    ("mkdir sub && cp next.md sub/", "sub/next.md file.attached: 'Content/tools/finder/sub/next.md' is no document"),
    ("cp next.md 'a b.md'", "a b.md document.name: 'a b' cannot be the name of a document"),
    ("cp next.md 'a?.md'", "a?.md file.name: the name 'Content/tools/finder/a?.md' has a character"),
    (#"cp next.md "$(printf 'a\nb.md')""#, "a?b.md file.name: the name 'Content/tools/finder/a?b.md' has a character"),
    ("cp next.md é.md", "é.md file.letters: the name 'Content/tools/finder/é.md' has a letter outside a to z"),
    (#"cp next.md "$(printf '\377.md')""#, "file.name: "),
  ])
  func isNamedAndLeftAlone(_ line: String, _ expected: String) throws {
    try shell(line)
    let found = try check()
    #expect(found.contains { $0.contains(expected.prefix { $0 != "/" }) && $0.contains(expected) }, "\(found)")
  }

  @Test func namesThatOneComputerTellsApartAndAnotherDoesNot() throws {
    try register.write("Content/tools/Finder/next.md", "---\nkind: challenge-route\n---\n")
    try register.write("Content/tools/caf\u{E9}/notes.txt", "a")
    try register.write("Content/tools/cafe\u{301}/notes.txt", "a")
    let found = try check().filter { $0.contains(" file.twin: ") || $0.contains(" file.letters: ") }
    #expect(
      found.map { $0.prefix { $0 != ":" } } == [
        "Content/tools/cafe\u{301} file.letters", "Content/tools/caf\u{E9} file.twin",
        "Content/tools/finder file.twin",
      ])
  }

  @Test func aFolderWithOtherLettersIsReadUnderItsOwnName() throws {
    let file = "Content/tools/caf\u{E9}/next.md"
    try register.write(file, "---\nkind: challenge-route\nodd: a\n---\n")
    let found = try check()
    #expect(found.contains { $0.hasPrefix("\(file):3:1 field.unknown: ") })
    #expect(!found.contains { $0.contains(" file.unreadable: ") })
  }

  /// Root may read everything, so the program runs as nobody where the tests run as root.
  @Test func aFileThatMayNotBeReadIsNamed() throws {
    try shell("cp next.md bad.md && chmod 000 bad.md && chmod -R o+rX '\(register.path)' && chmod 000 bad.md")
    let nobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    let can = try GazetteTests.shell(nobody + "$GAZETTE version")
    try #require(can.exit == 0 || geteuid() == 0)
    if can.exit != 0 { return withKnownIssue("nobody may not run the program where it was built") { #expect(can.exit == 0) } }
    let outcome = try GazetteTests.shell(nobody + "$GAZETTE check --root '\(register.path)'")
    #expect(outcome.exit == 1)
    #expect(outcome.output.contains("error: '\(tool)/bad.md' cannot be read: Permission denied\n --> \(tool)/bad.md\n"))
    #expect(outcome.output.contains(" --> \(tool)/next.md:3:1\n"))
  }

  @Test(arguments: [
    ("Content/tools/notes.md", "Content/tools/notes.md file.unread: 'Content/tools/notes.md' is not read"),
    ("Content/kind/note.yaml", "Content/kind/note.yaml file.unread: 'Content/kind/note.yaml' is not read"),
    ("Content/kinds/note.yml", "Content/kinds/note.yml file.unread: 'Content/kinds/note.yml' is not read"),
    ("Content/pages/about.MD", "Content/pages/about.MD file.unread: 'Content/pages/about.MD' is not read"),
    ("Content/settings.yaml", "Content/settings.yaml file.unread: 'Content/settings.yaml' is not read"),
  ])
  func aTextThatNothingReadsIsNamed(_ file: String, _ expected: String) throws {
    try register.write(file, "a")
    #expect(try check() == [expected])
  }

  @Test func whatIsNoTextMayStandAnywhere() throws {
    for file in ["Content/logo.svg", "Content/tools/finder/sub/data.csv", "Content/.DS_Store"] {
      try register.write(file, "a")
    }
    try register.write("Content/tools/finder/a.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    try register.write("Content/tools/finder/.next.md.swp", "a")
    #expect(try check() == [])
  }
}
