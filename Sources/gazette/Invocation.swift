import Bytes
import Findings

/// A command line that was understood: which command, and checked values for what it takes.
struct Invocation: Sendable {
  var command: Command
  var arguments: [String] = []
  private var values: [String: [String]] = [:]

  fileprivate init(_ command: Command) { self.command = command }

  /// The register's folder.
  var root: String { self["--root"] ?? "." }
  var quiet: Bool { has("--quiet") }
  /// One of the command's formats.
  var format: String { self["--format"] ?? command.formats[0] }
  /// How many things to do at once; nothing to take all cores.
  var threads: Int? { number("--threads") }

  func has(_ option: String) -> Bool { values[option] != nil }

  /// The value of an option, the first where it may be given again.
  subscript(_ option: String) -> String? { values[option]?.first }

  /// All values of an option that may be given again, in the order given.
  func all(_ option: String) -> [String] { values[option] ?? [] }

  /// The value of an option declared as `.number`.
  func number(_ option: String) -> Int? { self[option].flatMap { Int($0) } }

  /// The value of an option declared as `.day`.
  func day(_ option: String) -> Day? { self[option].flatMap { Day($0) } }

  fileprivate mutating func set(_ option: String, _ value: String) {
    values[option, default: []].append(value)
  }
}

/// Reads a command line by the table of commands, or says the first thing that is wrong with it.
///
/// Options may stand before, between and after arguments, as `--name value` or `--name=value`; `--` ends them. `--help`
/// wins over everything but an unknown command.
func understand(_ words: [String], among commands: [Command]) -> Result<Invocation, UsageError> {
  do throws(UsageError) {
    var reader = WordReader(commands: commands, words: words[...])
    return .success(try reader.invocation())
  } catch {
    return .failure(error)
  }
}

/// The words of a command line while they are read.
private struct WordReader {
  let commands: [Command]
  var words: ArraySlice<String>
  var command: Command?
  var given: [(option: Option, value: String)] = []
  var arguments: [String] = []
  var wantsHelp = false

  mutating func invocation() throws(UsageError) -> Invocation {
    var optionsEnded = false
    while let word = words.popFirst() {
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        try positional(word)
      } else if word == "--" {
        optionsEnded = true
      } else {
        try option(word)
      }
    }
    guard let command = command ?? (wantsHelp ? commands.named("help") : nil) else {
      throw UsageError(.noCommand)
    }
    if wantsHelp, let help = commands.named("help") {
      var invocation = Invocation(help)
      if self.command != nil { invocation.arguments = [command.name] }
      for (option, value) in given { invocation.set(option.name, value) }
      return invocation
    }
    return try checked(command)
  }

  private mutating func positional(_ word: String) throws(UsageError) {
    guard command != nil else {
      guard let known = commands.named(word) else {
        let near = nearest(word, among: commands.map(\.name))
        throw UsageError(.unknownCommand(word, near: near))
      }
      command = known
      return
    }
    arguments.append(word)
  }

  private mutating func option(_ word: String) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = spelling[String(parts[0])] ?? String(parts[0])
    let written = parts.count > 1 ? String(parts[1]) : nil
    if name == "--version", command == nil {
      command = commands.named("version")
      return
    }
    let options = command?.allOptions ?? Command.common
    guard let option = options.first(where: { $0.name == name }) else {
      if wantsHelp { return }
      let near = nearest(name, among: options.map(\.name))
      throw UsageError(.unknownOption(String(parts[0]), near: near), command)
    }
    if name == "--help" { wantsHelp = true }
    if !option.mayRepeat, given.contains(where: { $0.option.name == name }), !wantsHelp {
      throw UsageError(.twice(name), command)
    }
    given.append((option, try value(of: option, written)))
  }

  private mutating func value(of option: Option, _ written: String?) throws(UsageError) -> String {
    guard let placeholder = option.placeholder else {
      guard written == nil else { throw UsageError(.takesNoValue(option.name), command) }
      return ""
    }
    let next = words.first.flatMap { $0.hasPrefix("--") ? nil : $0 }
    if written == nil, next != nil { words.removeFirst() }
    guard let value = written ?? next, !value.isEmpty else {
      throw UsageError(.needsValue(option.name, placeholder), command)
    }
    switch option.value {
    case .flag, .text: return value
    case .choice(let allowed):
      guard allowed.contains(value) else {
        let near = nearest(value, among: allowed)
        throw UsageError(.notOneOf(option.name, value, allowed, near: near), command)
      }
    case .number(let range):
      let isDigits = value.utf8.allSatisfy { (0x30...0x39).contains($0) }
      guard isDigits, let number = Int(value), range.contains(number) else {
        throw UsageError(.notNumber(option.name, value, range), command)
      }
    case .day:
      guard Day(value) != nil else { throw UsageError(.notDay(option.name, value), command) }
    }
    return value
  }

  /// The invocation once all words are read, where their number and the required options fit.
  private func checked(_ command: Command) throws(UsageError) -> Invocation {
    var invocation = Invocation(command)
    invocation.arguments = arguments
    for (option, value) in given { invocation.set(option.name, value) }
    let needed = command.arguments.filter { $0.count == .one || $0.count == .several }
    if arguments.count < needed.count {
      throw UsageError(.missing(needed[arguments.count]), command)
    }
    let hasRoom = command.arguments.contains { $0.count == .any || $0.count == .several }
    if !hasRoom, arguments.count > command.arguments.count {
      throw UsageError(.tooMany(arguments[command.arguments.count]), command)
    }
    for option in command.options where option.isRequired && !invocation.has(option.name) {
      throw UsageError(.missingOption(option), command)
    }
    return invocation
  }
}

/// Other spellings people use, and the one in the table.
private let spelling = ["-h": "--help", "--no-colour": "--no-color"]

extension [Command] {
  func named(_ name: String) -> Command? { first { $0.name == name } }
}
