import Findings

extension Command {
  static let help = Command(
    name: "help", purpose: .about, summary: "Show all commands, or one at length",
    arguments: [Argument("COMMAND", .optional, "the command to show")],
    examples: [Example("gazette help explain", "The same as 'gazette explain --help'.")],
    run: { invocation, terminal in
      let manual = Manual(width: terminal.width, colour: terminal.colour)
      guard let name = invocation.arguments.first else {
        terminal.print(manual.overview(of: all))
        return .done
      }
      guard let command = all.named(name) else {
        let near = nearest(name, among: all.map(\.name))
        return terminal.refuse(.unknownCommand(name, near: near), nil)
      }
      terminal.print(manual.page(of: command))
      return .done
    })
}
