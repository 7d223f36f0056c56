import Bytes
import Findings
import Publishing

extension Command {
  static let redact = Command(
    name: "redact", purpose: .publishing,
    summary: "Take a published file out of the public record",
    about: """
      For what must not be public, such as a person's name. The file's bytes go at once, with every page made from them; its hash, the \
      day, the reason and the role stay, in an edition of its own that readers can see. What an edition says itself stays, because the \
      proof is made of it: the notes of what changed and the posts of those who approved. Take it out of the draft as well, and out of \
      git's own history.
      """,
    arguments: [
      Argument("TOOL", .one, "the tool's folder name"), Argument("VERSION", .one, "the number of the version"),
      Argument("FILE", .one, "the file's name in that version"),
    ],
    options: [
      Option("--because", .text("REASON"), "why, in a sentence for the public", required: true),
      Option("--role", .text("ROLE"), "the role that decided", required: true),
      Option("--with", .text("FILE"), "a file to stand in its place"),
      Option("--on", .day, "the day of the redaction (today, UTC)"),
      Option("--note", .text("TEXT"), "what readers are told of the edition"),
      Option("--sign-with", .text("KEY"), "have ssh-keygen sign the edition with this key"),
      Option("--dry-run", .flag, "say what would change and write nothing"),
    ],
    examples: [
      Example(
        "gazette redact early-help-finder 2 a.md --role director --because \"A name\"",
        "One document of one version.")
    ],
    run: redactFile)
}

private func redactFile(_ invocation: Invocation, _ terminal: inout Terminal) -> Exit {
  guard let version = Int(invocation.arguments[1]), version > 0 else {
    return terminal.refuse(.other("'\(invocation.arguments[1])' is no number of a version", near: nil), invocation)
  }
  do throws(PublishError) {
    let wrong = try disk { () throws(DiskError) in try invocation.flaw(inWordsOf: ["--because", "--role", "--note"]) }
    if let wrong { return terminal.refuse(wrong, invocation) }
    let prepared = try prepare(invocation)
    guard let register = prepared.register, let how = prepared.how else { return terminal.tell(prepared.findings, asResults: false) }
    let replacement = try invocation["--with"].map { path throws(PublishError) in
      try disk { () throws(DiskError) in try readFile(path, limit: 1 << 24) }
    }
    let order = RedactionOrder(
      tool: invocation.arguments[0], version: version, file: invocation.arguments[2],
      because: invocation["--because"] ?? "", role: invocation["--role"] ?? "", replacement: replacement)
    let progress = terminal.progress
    let published = try Publishing.redact(order, from: register, how, told: { progress.step("Publishing", $0, of: $1) })
    let exit = terminal.tell(published, how, before: [])
    if case .edition = published, !how.isRehearsal {
      terminal.say("The preview and the memory of builds in .gazette, which held it too, were taken away; the next build makes them again.")
    }
    return exit
  } catch { return terminal.complain(of: error) }
}
