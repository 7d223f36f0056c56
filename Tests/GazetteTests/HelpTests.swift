import Testing

@testable import gazette

@Suite struct HelpTests {
  static let common = """

    Options for every command
      --root DIR              The register's folder (default: the one you are in)
      --quiet                 Say nothing but results and what went wrong
      --no-color              Print without colour, on a terminal too
      --threads N             How many things to do at once (default: all cores)
      --help                  Show this help

    """

  @Test(arguments: [["--help"], ["-h"], ["help"], ["--root", "x", "--help"], ["--help", "--odd"]])
  func printsTheManual(_ words: [String]) throws {
    let outcome = try gazette(words)
    #expect(outcome.exit == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.hasPrefix(
        """
        Gazette turns plain files into the public record of how an organisation uses
        algorithms.

        Usage: gazette COMMAND [OPTIONS]

        """))
    #expect(
      outcome.output.hasSuffix(
        """

        About Gazette
          help [COMMAND]          Show all commands, or one at length
          version                 Print the version of the program
        \(Self.common)
        Exit codes
          0  Done
          1  The content has errors, or a check failed
          2  The command was not understood
          3  The proof of what was published does not hold
          4  The disk or the system failed

        'gazette COMMAND --help' says more about one command and shows examples.

        """))
  }

  @Test func saysWhatItDoesWhenGivenNothing() throws {
    let outcome = try gazette()
    #expect(outcome.exit == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors == (try gazette("--help")).output)
  }

  @Test(arguments: [["explain", "--help"], ["--help", "explain"], ["help", "explain"]])
  func printsThePageOfACommand(_ words: [String]) throws {
    #expect(
      try gazette(words)
        == Outcome(
          exit: 0,
          output: """
            Say what a finding means and how to put it right.

            Usage: gazette explain [CODE] [OPTIONS]

            Every finding ends with its code in brackets, such as [yaml.syntax]. With a
            code, this tells the rule behind it at length; with the first half of a code, it
            lists that family; with nothing, it lists all rules.

            Arguments
              CODE                    The code of a rule, or the family before its full stop

            Options
              --format text|json      How to print results (default: text)
            \(Self.common)
            Examples
              gazette explain yaml.syntax
                  One rule at length.
              gazette explain yaml
                  The rules about the form of front matter and data files.
              gazette explain --format json
                  All rules for a program to read, one object a line.

            """, errors: ""))
  }

  @Test(arguments: Command.all.map(\.name)) func everyCommandExplainsItself(_ name: String) throws {
    let command = try #require(Command.all.named(name))
    let outcome = try gazette(name, "--help")
    #expect(outcome.exit == 0)
    #expect(outcome.output.contains("Usage: " + command.synopsis + "\n"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(command.summary.first?.isUppercase == true && command.summary.last != ".")
    #expect(command.summary.count <= 54, "the manual has it on one line")
    for option in command.options {
      #expect(!Command.common.contains { $0.name == option.name }, "\(option.name) is common")
      #expect(option.name.hasPrefix("--") && option.help.last != ".")
    }
    for example in command.examples {
      #expect(example.line.hasPrefix("gazette \(name)") && example.says.last == ".")
      let words = Array(wordsOfShell(example.line).dropFirst())
      #expect(throws: Never.self, "\(example.line)") {
        try understand(words, among: Command.all).get()
      }
    }
  }

  @Test func namesEachCommandOnceInTheOrderOfPurposes() {
    let names = Command.all.map(\.name)
    #expect(names.count == Set(names).count)
    let order = Purpose.allCases
    let places = Command.all.compactMap { order.firstIndex(of: $0.purpose) }
    #expect(places == places.sorted())
  }

  @Test func printsItsVersion() throws {
    let version = Outcome(exit: 0, output: "gazette \(programVersion)\n", errors: "")
    #expect(try gazette("version") == version)
    #expect(try gazette("--version") == version)
  }

  @Test func fitsANarrowTerminal() {
    let page = Manual(width: 44).page(of: .explain)
    #expect(page.split(separator: "\n").allSatisfy { $0.count <= 60 })
    #expect(
      page.contains(
        """
          CODE                    The code of a
                                  rule, or the
                                  family before its
                                  full stop

        """))
  }
}

/// A line as a shell cuts it into words: at spaces, but not between double quotes.
private func wordsOfShell(_ line: String) -> [String] {
  line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { number, part in
    number % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
  }
}
