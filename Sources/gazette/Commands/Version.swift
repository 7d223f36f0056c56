/// The version of the program, as releases are numbered.
let programVersion = "0.1.0"

extension Command {
  static let version = Command(
    name: "version", purpose: .about, summary: "Print the version of the program",
    run: { _, terminal in
      terminal.print("gazette \(programVersion)\n")
      return .done
    })
}
