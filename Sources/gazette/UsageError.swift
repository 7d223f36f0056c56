/// A command line that was not understood: facts only; `words` has every sentence.
struct UsageError: Error {
  enum Problem {
    case noCommand
    case unknownCommand(String, near: String?)
    case unknownOption(String, near: String?)
    case needsValue(String, String)
    case takesNoValue(String)
    case twice(String)
    case notOneOf(String, String, [String], near: String?)
    case notNumber(String, String, ClosedRange<Int>)
    case notDay(String, String)
    case missing(Argument)
    case missingOption(Option)
    case tooMany(String)
    /// What a command itself finds wrong with its arguments, such as a rule or a tool that is not there.
    case other(String, near: String?)
  }

  var problem: Problem
  var command: Command?

  init(_ problem: Problem, _ command: Command? = nil) {
    self.problem = problem
    self.command = command
  }

  /// What is wrong, how the command is written, and where to read more.
  func words(among commands: [Command]) -> String {
    if case .noCommand = problem {
      return Manual(width: 80).overview(of: commands)
    }
    let name = command.map { "gazette " + $0.name } ?? "gazette"
    return """
      \(name): \(sentence)
      Usage: \(command?.synopsis ?? "gazette COMMAND [OPTIONS]")
      '\(name) --help' \(command == nil ? "lists all commands." : "says more.")

      """
  }

  private var sentence: String {
    switch problem {
    case .noCommand: "no command was given"
    case .unknownCommand(let word, let near):
      "there is no command '\(word)'" + hint(near)
    case .unknownOption(let word, let near):
      "there is no option '\(word)'" + hint(near)
    case .needsValue(let option, let placeholder):
      "'\(option)' needs a value: \(option) \(placeholder)"
    case .takesNoValue(let option): "'\(option)' takes no value"
    case .twice(let option): "'\(option)' is given twice"
    case .notOneOf(let option, let value, let allowed, let near):
      "'\(option)' takes \(listed(allowed)), not '\(value)'" + hint(near)
    case .notNumber(let option, let value, let range):
      "'\(option)' takes a whole number from \(range.lowerBound) to \(range.upperBound), not '\(value)'"
    case .notDay(let option, let value):
      "'\(option)' takes a day that exists, as YYYY-MM-DD, not '\(value)'"
    case .missing(let argument): "\(argument.name) is missing: \(argument.help)"
    case .missingOption(let option): "'\(option.synopsis)' is missing: \(option.help)"
    case .tooMany(let word): "'\(word)' is one word too many"
    case .other(let sentence, let near): sentence + hint(near)
    }
  }

  private func hint(_ near: String?) -> String { near.map { "; did you mean '\($0)'?" } ?? "" }

  /// `text, json or sarif`.
  private func listed(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

extension Terminal {
  /// Says what is wrong with the words of a command line.
  mutating func refuse(_ problem: UsageError.Problem, _ invocation: Invocation?) -> Exit {
    complain(UsageError(problem, invocation?.command).words(among: Command.all))
    return .usage
  }
}
