import Bytes
import Findings
import Publishing

extension Command {
  static let check = Command(
    name: "check", purpose: .writing,
    summary: "Say what is wrong, where, and how to put it right",
    about: """
      Reads all of Content/ and changes nothing. With paths, only findings in those files and folders are printed. \
      Errors block publishing; a warning can be accepted in register.yaml with a reason, which readers are then shown.
      """,
    arguments: [Argument("PATH", .any, "a file or folder below the register's own")],
    options: [
      Option("--on", .day, "the day to check for, for reviews that fall due (today, UTC)"),
      Option("--strict", .flag, "count warnings as errors"),
    ],
    formats: ["text", "json", "sarif"],
    examples: [
      Example("gazette check", "The whole register."),
      Example("gazette check Content/tools/early-help-finder", "One tool."),
    ],
    run: checkRegister)
}

private func checkRegister(_ invocation: Invocation, _ terminal: inout Terminal) -> Exit {
  do throws(DiskError) {
    let open = try OpenRegister(invocation)
    var findings = open.findings
    if let register = open.register {
      let day = try dayAsked(invocation)
      let progress = terminal.progress
      let total = register.tools.count
      findings += examine(
        register, on: day, threads: invocation.threads ?? processors(),
        told: { progress.step("Checking", $0 + 1, of: total) })
    }
    if !invocation.arguments.isEmpty {
      findings = findings.filter { finding in
        invocation.arguments.contains { finding.place.file.hasPrefix($0) }
      }
    }
    let exit = terminal.tell(findings, as: Format(rawValue: invocation.format) ?? .text, asResults: true)
    return invocation.has("--strict") && !findings.isEmpty ? .findings : exit
  } catch {
    terminal.complain("gazette: \(error.path): \(error.text)\n")
    return .system
  }
}
