import Bytes
import Findings
import Publishing
import Records

extension Command {
  static let check = Command(
    name: "check", purpose: .writing,
    summary: "Say what is wrong, where, and how to put it right",
    about: """
      Reads all of Content/, the theme and what is published already, and changes nothing. With paths, only findings in those files and \
      folders are printed. Errors block publishing; a warning can be accepted in register.yaml with a reason, which readers are then shown.
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

private func checkRegister(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let paths = invocation.arguments.map { path(below: invocation.root, $0) }
  let open = try OpenRegister(invocation)
  for (path, word) in zip(paths, invocation.arguments) where try !open.root.holds(path) {
    return terminal.refuse(.other("there is no file or folder '\(word)' in the register", near: nil), invocation)
  }
  var findings = open.findings
  if let register = open.register {
    let day = try dayAsked(invocation)
    let progress = terminal.progress
    let total = register.tools.count
    findings += examine(
      register, after: openFrozen(invocation).0, on: day, threads: invocation.threads ?? processors(),
      told: { progress.step("Checking", $0 + 1, of: total) })
    findings += try openTheme(invocation, register).findings
    findings = accept(findings, by: register.vocabulary.settings).open
  }
  if !paths.isEmpty {
    findings = findings.filter { finding in paths.contains { holds($0, finding.place.file) } }
  }
  let exit = terminal.tell(findings, as: Format(rawValue: invocation.format) ?? .text, asResults: true)
  return invocation.has("--strict") && findings.contains { $0.severity == .warning } ? .findings : exit
}

/// A path as findings name it: relative to the register's folder, whether it was typed so or from where the person is.
private func path(below root: String, _ typed: String) -> String {
  var steps = typed.split(separator: "/").filter { $0 != "." }[...]
  let above = root.split(separator: "/").filter { $0 != "." }
  if typed.hasPrefix("/") == root.hasPrefix("/"), steps.starts(with: above) { steps = steps.dropFirst(above.count) }
  return steps.joined(separator: "/")
}

/// Whether a path is a file or stands below it.
private func holds(_ path: String, _ file: String) -> Bool {
  path.isEmpty || file.utf8.elementsEqual(path.utf8) || file.utf8.starts(with: (path + "/").utf8)
}
