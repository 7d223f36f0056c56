import Bytes
import Testing

@testable import gazette

/// A made-up command that takes one of everything, so that every message has a row.
private let pack = Command(
  name: "pack", purpose: .writing, summary: "Pack a case",
  arguments: [Argument("CASE", .one, "the case to pack"), Argument("THING", .any, "what goes in")],
  options: [
    Option("--for", .choice(["sea", "hills", "town"]), "where it goes", required: true),
    Option("--on", .day, "the day of leaving"),
    Option("--nights", .number(1...30), "how long"),
    Option("--with", .text("NAME"), "who comes along", repeats: true),
    Option("--light", .flag, "leave out books"),
  ],
  formats: ["text", "json"], run: { _, _ in .done })

private let bag = Command(
  name: "bag", purpose: .writing, summary: "Fill a bag",
  arguments: [Argument("THING", .several, "what goes in")], run: { _, _ in .done })

@Suite struct UsageTests {
  private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test(arguments: [
    ("pakc", "gazette: there is no command 'pakc'; did you mean 'pack'?"),
    ("travel", "gazette: there is no command 'travel'"),
    ("--nigths 3", "gazette: there is no option '--nigths'"),
    ("pack --nigths 3", "gazette pack: there is no option '--nigths'; did you mean '--nights'?"),
    ("pack --quite", "gazette pack: there is no option '--quite'; did you mean '--quiet'?"),
    ("pack -x", "gazette pack: there is no option '-x'"),
    ("bag --format json x", "gazette bag: there is no option '--format'"),
    ("pack c --root", "gazette pack: '--root' needs a value: --root DIR"),
    ("pack c --root --quiet", "gazette pack: '--root' needs a value: --root DIR"),
    ("pack c --root=", "gazette pack: '--root' needs a value: --root DIR"),
    ("pack c --light=yes", "gazette pack: '--light' takes no value"),
    ("pack c --on 2026-01-01 --on 2026-01-01", "gazette pack: '--on' is given twice"),
    ("pack c --light --light", "gazette pack: '--light' is given twice"),
    (
      "pack c --for hill",
      "gazette pack: '--for' takes sea, hills or town, not 'hill'; did you mean 'hills'?"
    ),
    ("pack c --format sarif", "gazette pack: '--format' takes text or json, not 'sarif'"),
    ("pack c --nights 0", "gazette pack: '--nights' takes a whole number from 1 to 30, not '0'"),
    ("pack c --nights -3", "gazette pack: '--nights' takes a whole number from 1 to 30, not '-3'"),
    ("pack c --nights +3", "gazette pack: '--nights' takes a whole number from 1 to 30, not '+3'"),
    (
      "pack c --nights 3.5", "gazette pack: '--nights' takes a whole number from 1 to 30, not '3.5'"
    ),
    (
      "pack c --nights 99999999999999999999",
      "gazette pack: '--nights' takes a whole number from 1 to 30, not '99999999999999999999'"
    ),
    (
      "pack c --threads many",
      "gazette pack: '--threads' takes a whole number from 1 to 1024, not 'many'"
    ),
    (
      "pack c --on 2026-02-30",
      "gazette pack: '--on' takes a day that exists, as YYYY-MM-DD, not '2026-02-30'"
    ),
    ("pack --for sea", "gazette pack: CASE is missing: the case to pack"),
    ("bag", "gazette bag: THING is missing: what goes in"),
    ("pack c", "gazette pack: '--for sea|hills|town' is missing: where it goes"),
    ("explain a b", "gazette explain: 'b' is one word too many"),
  ])
  func saysWhatIsWrong(_ line: String, _ expected: String) {
    let commands = [pack, bag, .explain]
    guard case .failure(let error) = understand(words(line), among: commands) else {
      Issue.record("understood: \(line)")
      return
    }
    let lines = error.words(among: commands).split(separator: "\n").map(String.init)
    #expect(lines.first == expected)
    #expect(lines.count == 3)
    #expect(lines[1] == "Usage: " + (error.command?.synopsis ?? "gazette COMMAND [OPTIONS]"))
  }

  @Test func readsOptionsWhereverTheyStand() throws {
    let line = "--root R pack --for=sea c --with Ann x --nights 03 --with=B=C -- --light"
    let read = try understand(words(line), among: [pack]).get()
    #expect(read.command.name == "pack")
    #expect(read.arguments == ["c", "x", "--light"])
    #expect(read.root == "R")
    #expect(read["--for"] == "sea")
    #expect(read.all("--with") == ["Ann", "B=C"])
    #expect(read.number("--nights") == 3)
    #expect(!read.has("--light"))
    #expect(read.format == "text")
    #expect(read.day("--on") == nil)
    #expect(read.threads == nil)
  }

  @Test func readsTypedValues() throws {
    let line = "pack --for town --on 2026-03-14 --format json --no-colour --threads 2 - -- -"
    let read = try understand(words(line), among: [pack]).get()
    #expect(read.day("--on")?.text == "2026-03-14")
    #expect(read.format == "json")
    #expect(read.threads == 2)
    #expect(read.has("--no-color"))
    #expect(read.root == ".")
    #expect(read.arguments == ["-", "-"])
  }

  @Test func theProgramExitsWithTwoAndSaysSoOnStandardErrorOnly() throws {
    #expect(
      try gazette("expain", "x")
        == Outcome(
          exit: 2, output: "",
          errors: """
            gazette: there is no command 'expain'; did you mean 'explain'?
            Usage: gazette COMMAND [OPTIONS]
            'gazette --help' lists all commands.

            """))
    #expect(
      try gazette("explain", "--fromat", "json")
        == Outcome(
          exit: 2, output: "",
          errors: """
            gazette explain: there is no option '--fromat'; did you mean '--format'?
            Usage: gazette explain [CODE] [OPTIONS]
            'gazette explain --help' says more.

            """))
    #expect(
      try gazette("help", "expain")
        == Outcome(
          exit: 2, output: "",
          errors: """
            gazette: there is no command 'expain'; did you mean 'explain'?
            Usage: gazette COMMAND [OPTIONS]
            'gazette --help' lists all commands.

            """))
  }

  /// What the disk refuses is told alike by every command, and only those that write a site say what became of it.
  @Test(arguments: [
    "approve finder --role owner --by Director", "build", "build --shard 1/2", "check", "diff finder", "export csv", "history finder",
    "join part", "new tool finder", "publish", "redact finder 1 a.md --because Why --role owner", "status", "upgrade finder --to atrs-4.0",
  ])
  func aFolderThatIsNotThere(_ line: String) throws {
    let writesSite = line.hasPrefix("publish") || line.hasPrefix("redact")
    let outcome = try gazette(line.split(separator: " ").map(String.init) + ["--root", "/nowhere/at/all"])
    #expect(outcome.exit == 4)
    #expect(outcome.output == "")
    #expect(
      outcome.errors == "gazette: /nowhere/at/all: No such file or directory\n" + (writesSite ? "The site is as it was before.\n" : ""))
  }

  /// Before anything is read: the register is not even there.
  @Test func aPartThatIsNone() throws {
    let outcome = try gazette("build", "--shard", "6/5", "--root", "/nowhere/at/all")
    #expect(outcome.exit == 2)
    #expect(outcome.errors.hasPrefix("gazette build: --shard takes a part such as 2/5, the second of five, not '6/5'\n"))
  }
}
