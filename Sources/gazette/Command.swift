import Publishing

/// One command: what it is called, what it takes, what it says of itself, and what it does.
///
/// Everything but `run` is data, and one reader (`understand`) and one writer (`Manual`) serve all commands. To add one, write
/// `Commands/<Name>.swift` with a `static let` and list it in `Command.all`; a command that does not work yet is not listed.
struct Command: Sendable {
  var name: String
  var purpose: Purpose
  /// What it does, in one line without a full stop, beginning with a verb.
  var summary: String
  /// What `--help` adds: paragraphs of plain English, apart by an empty line.
  var about: String = ""
  var arguments: [Argument] = []
  var options: [Option] = []
  /// The values of `--format`, the default first; the option exists where there are two.
  var formats: [String] = ["text"]
  var examples: [Example] = []
  /// Where it throws, the error is told and the run has failed.
  var run: @Sendable (Invocation, inout Terminal) throws(DiskError) -> Exit
}

/// What people want when they look for a command; the headings of the manual, in order.
enum Purpose: String, Sendable, CaseIterable {
  case writing = "Writing"
  case publishing = "Publishing"
  case reading = "Reading back"
  case about = "About Gazette"
}

/// A word that stands by its position.
struct Argument: Sendable {
  enum Count: Sendable { case one, optional, any, several }

  var name: String
  var count: Count
  var help: String

  init(_ name: String, _ count: Count = .one, _ help: String) {
    self.name = name
    self.count = count
    self.help = help
  }

  /// `TOOL`, `[PATH …]`.
  var synopsis: String {
    switch count {
    case .one: name
    case .optional: "[" + name + "]"
    case .any: "[" + name + " …]"
    case .several: name + " …"
    }
  }
}

/// A word that stands by its name.
struct Option: Sendable {
  enum Value: Sendable {
    /// None: the option is there or not.
    case flag
    /// Any text, called so in the manual.
    case text(String)
    /// One of these.
    case choice([String])
    /// A whole number within these bounds.
    case number(ClosedRange<Int>)
    /// A day as 2026-03-14.
    case day
  }

  var name: String
  var value: Value
  var help: String
  var isRequired = false
  var mayRepeat = false

  init(
    _ name: String, _ value: Value, _ help: String, required: Bool = false, repeats: Bool = false
  ) {
    self.name = name
    self.value = value
    self.help = help
    self.isRequired = required
    self.mayRepeat = repeats
  }

  /// What stands for its value: `DIR`, `text|json`, `N`, `DATE`; nothing for a flag.
  var placeholder: String? {
    switch value {
    case .flag: nil
    case .text(let name): name
    case .choice(let allowed): allowed.joined(separator: "|")
    case .number: "N"
    case .day: "DATE"
    }
  }

  /// `--root DIR`.
  var synopsis: String { placeholder.map { name + " " + $0 } ?? name }
}

/// A line a person could type, and what comes of it.
struct Example: Sendable {
  var line: String
  var says: String

  init(_ line: String, _ says: String) {
    self.line = line
    self.says = says
  }
}

extension Command {
  /// Options that every command takes.
  static let common: [Option] = [
    Option("--root", .text("DIR"), "the register's folder (default: the one you are in)"),
    Option("--quiet", .flag, "say nothing but results and what went wrong"),
    Option("--no-color", .flag, "print without colour, on a terminal too"),
    Option("--threads", .number(1...1024), "how many things to do at once (default: all cores)"),
    Option("--help", .flag, "show this help"),
  ]

  /// All it takes: its own options, then `--format` where it has a choice, then the common ones.
  var allOptions: [Option] {
    var all = options
    if formats.count > 1 {
      let help = "how to print results (default: \(formats[0]))"
      all.append(Option("--format", .choice(formats), help))
    }
    return all + Command.common
  }

  /// `gazette explain [CODE] [OPTIONS]`.
  var synopsis: String {
    var words = ["gazette", name] + arguments.map(\.synopsis)
    words += options.filter(\.isRequired).map(\.synopsis)
    return (words + ["[OPTIONS]"]).joined(separator: " ")
  }
}
