import Bytes
import Editions
import Findings
import Publishing

extension Command {
  static let approve = Command(
    name: "approve", purpose: .publishing,
    summary: "Record a role's approval of a tool as it stands",
    about: """
      Adds the role, the post, the day and the tool's digest to the tool's sign-offs.yaml. The approval holds for exactly the bytes \
      that stand there now: change one, and the role must approve again. Write the post of the person, never a name.
      """,
    arguments: [Argument("TOOL", .one, "the tool's folder name")],
    options: [
      Option("--role", .text("ROLE"), "a role of register.yaml", required: true),
      Option("--by", .text("POST"), "the post of the person who approves", required: true),
      Option("--on", .day, "the day of the approval (today, UTC)"),
    ],
    examples: [
      Example(
        "gazette approve early-help-finder --role director --by \"Director\"",
        "The director approves the tool's record and documents.")
    ],
    run: approveTool)
}

private func approveTool(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  if let wrong = try invocation.flaw(inWordsOf: ["--by"]) { return terminal.refuse(wrong, invocation) }
  let open = try OpenRegister(invocation)
  guard let register = open.register else { return terminal.tell(open.findings, asResults: false) }
  let approved = try approve(
    invocation.arguments[0], as: invocation["--role"] ?? "", by: invocation["--by"] ?? "",
    on: try dayAsked(invocation), in: register)
  switch approved {
  case .refused(let findings): return terminal.tell(findings, asResults: false)
  case .done(let signOff, let tool, let files):
    terminal.say("\(signOff.by) approved \(tool) as it stands, for \(signOff.role), on \(signOff.on.text). The approval is for:")
    for file in files { terminal.say("  " + file) }
    terminal.print(signOff.digest + "\n")
    return .done
  }
}
