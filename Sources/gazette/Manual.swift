/// Writes the help of the program and of each command from the table of commands.
struct Manual {
  /// How wide a line may be.
  var width: Int
  var colour = false

  init(width: Int, colour: Bool = false) {
    self.width = min(100, max(40, width))
    self.colour = colour
  }

  /// What `gazette --help` prints: every command, by purpose.
  func overview(of commands: [Command]) -> String {
    var text = wrapped(
      "Gazette turns plain files into the public record of how an organisation uses algorithms.",
      indent: 0)
    text += "\n\nUsage: gazette COMMAND [OPTIONS]\n"
    for purpose in Purpose.allCases {
      let rows = commands.filter { $0.purpose == purpose }.map { command in
        (
          ([command.name] + command.arguments.map(\.synopsis)).joined(separator: " "),
          command.summary
        )
      }
      text += section(purpose.rawValue, rows)
    }
    text += section("Options for every command", rows(Command.common))
    text += section(
      "Exit codes", Exit.allCases.map { (String($0.rawValue), $0.meaning) }, column: nil)
    return text + "\n'gazette COMMAND --help' says more about one command and shows examples.\n"
  }

  /// What `gazette COMMAND --help` prints.
  func page(of command: Command) -> String {
    var text = wrapped(command.summary + ".", indent: 0) + "\n\n"
    text += "Usage: " + command.synopsis + "\n"
    for paragraph in paragraphs(command.about) {
      text += "\n" + wrapped(paragraph, indent: 0) + "\n"
    }
    let arguments = command.arguments.map { ($0.name, $0.help) }
    let own = rows(command.allOptions.dropLast(Command.common.count))
    let column = max(22, (arguments + own).map { $0.0.count }.max() ?? 0)
    text += section("Arguments", arguments, column: column)
    text += section("Options", own, column: column)
    text += section("Options for every command", rows(Command.common), column: column)
    if !command.examples.isEmpty {
      text += "\n" + bold("Examples") + "\n"
      for example in command.examples {
        text += "  " + example.line + "\n" + wrapped(example.says, indent: 6) + "\n"
      }
    }
    return text
  }

  private func rows(_ options: [Option]) -> [(String, String)] {
    options.map { option in
      let more = option.mayRepeat ? "; may be given again" : ""
      return (option.synopsis, option.help + more)
    }
  }

  /// A heading and a table of two columns; nothing where there are no rows.
  private func section(_ heading: String, _ rows: [(String, String)], column: Int? = 22) -> String {
    guard !rows.isEmpty else { return "" }
    let widest = rows.map { $0.0.count }.max() ?? 0
    let column = max(column ?? 0, min(widest, 26)) + 4
    var text = "\n" + bold(heading) + "\n"
    for (name, help) in rows {
      let lines = wrapped(help.prefix(1).uppercased() + help.dropFirst(), indent: column)
      if name.count + 4 > column {
        text += "  " + name + "\n" + lines + "\n"
      } else {
        let gap = String(repeating: " ", count: column - 2 - name.count)
        text += "  " + name + gap + lines.drop { $0 == " " } + "\n"
      }
    }
    return text
  }

  /// Text in lines no wider than the page, each after so many spaces; lines that start with a space stay as they are.
  func wrapped(_ text: String, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    if text.hasPrefix(" ") {
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    }
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(margin + line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [margin + line]).joined(separator: "\n")
  }

  /// What stands between empty lines.
  func paragraphs(_ text: String) -> [String] {
    var paragraphs: [String] = []
    var open = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        open = false
      } else if open {
        paragraphs[paragraphs.count - 1] += "\n" + line
      } else {
        paragraphs.append(String(line))
        open = true
      }
    }
    return paragraphs
  }

  func bold(_ text: String) -> String { colour ? "\u{1B}[1m" + text + "\u{1B}[0m" : text }
}
