import Editions
import Findings
import Publishing
import Reading
import Records

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Command {
  static let upgrade = Command(
    name: "upgrade", purpose: .writing,
    summary: "Move a tool's record to a newer standard",
    about: """
      Writes the record anew as the newer kind, with every word in the field that took its place, and lists what is then still to write \
      and what found no place. Nothing is made up: what nothing answers is left for you, marked [To write].

      The record as it was, comments included, is kept below .gazette/before/. The words that found no place are printed in full, with \
      the reason. What changed is then shown field by field by git, and to readers when you publish.
      """,
    arguments: [Argument("TOOL", .one, "the tool's folder name")],
    options: [
      Option("--to", .text("KIND"), "the newer kind, such as atrs-4.0", required: true),
      Option("--output", .text("FILE"), "write the new record here and leave the old one as it is"),
      Option("--dry-run", .flag, "print the new record and write nothing"),
    ],
    examples: [
      Example("gazette upgrade early-help-finder --to atrs-4.0", "The record, whatever version it follows, as version 4.0."),
      Example("gazette upgrade early-help-finder --to atrs-4.0 --dry-run", "How it would read."),
    ],
    run: upgradeRecord)
}

private func upgradeRecord(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let open = try OpenRegister(invocation)
  guard let register = open.register else { return terminal.tell(open.findings, asResults: false) }
  let id = invocation.arguments[0]
  guard let files = register.tool(id) else {
    return terminal.refuse(.other("there is no tool '\(id)'", near: nearest(id, among: register.tools.map(\.id))), invocation)
  }
  let wish = invocation["--to"] ?? ""
  guard let kind = register.vocabulary.kind(wish) else {
    let near = nearest(wish, among: register.vocabulary.kinds.map(\.id))
    return terminal.refuse(.other("there is no kind of document '\(wish)'", near: near), invocation)
  }
  let (document, findings) = record(of: files, in: register)
  guard let document, !findings.contains(where: { $0.severity == .error }) else {
    let exit = terminal.tell(findings, asResults: false)
    terminal.complain("\ngazette upgrade: what cannot be read would be lost; put the record right first\n")
    return exit == .done ? .findings : exit
  }
  guard let upgrade = upgrade(document, to: kind, with: register.vocabulary) else {
    let words =
      document.kind.id == kind.id
      ? "the record of '\(id)' is '\(kind.id)' already" : "'\(kind.id)' is no later version of '\(document.kind.id)'"
    return terminal.refuse(.other(words, near: nil), invocation)
  }
  return try write(upgrade, of: document, to: kind, in: register, invocation, &terminal)
}

/// A tool's record with everything wrong with its form.
private func record(of files: ToolFiles, in register: RegisterFiles) -> (Document?, [Finding]) {
  let bytes = register.read(files)
  let (tool, found) = gather(bytes.folder, with: register.vocabulary)
  let path = files.path + "/record.md"
  let own = (bytes.unread + found).filter { $0.place.file == (tool?.record.source.path ?? path) }
  return (tool?.record, tool == nil && own.isEmpty ? bytes.unread + found : own)
}

private func write(
  _ upgrade: Upgrade, of document: Document, to kind: Kind, in register: RegisterFiles, _ invocation: Invocation,
  _ terminal: inout Terminal
) throws(DiskError) -> Exit {
  let path = document.source.path
  let told = report(of: upgrade, from: document.kind, to: kind)
  if invocation.has("--dry-run") {
    terminal.print(upgrade.text)
    terminal.complain(told)
    return .done
  }
  if let output = invocation["--output"] {
    do throws(DiskError) { try writeFile(output, Array(upgrade.text.utf8)) } catch {
      guard error.number == EEXIST else { throw error }
      return terminal.refuse(.other("'\(output)' is there already; nothing is written over", near: nil), invocation)
    }
    terminal.print(told)
    terminal.say("The new record is in \(output); \(path) is as it was.")
    return .done
  }
  let kept = try replaceDocument(path, of: register, was: document.source.bytes, now: Array(upgrade.text.utf8))
  terminal.print(told)
  terminal.say("\(path) is written anew; as it was, it is kept in \(kept).")
  terminal.say("Say in 'change' what changed, and in 'significance' how much. Then: gazette check Content/tools/\(invocation.arguments[0])")
  return .done
}

/// What is still to write, then what found no place, with its words.
private func report(of upgrade: Upgrade, from old: Kind, to kind: Kind) -> String {
  var lines = ["\(old.id) → \(kind.id)", ""]
  if upgrade.missing.isEmpty {
    lines.append("Nothing is left to write.")
  } else {
    lines.append("To write (\(upgrade.missing.count)):")
    lines += upgrade.missing.map { "  \($0.field): \($0.label)" }
  }
  lines.append("")
  if upgrade.left.isEmpty {
    lines.append("Every word has a place in the new record.")
  } else {
    lines.append("Without a place in the new record (\(upgrade.left.count)):")
    for left in upgrade.left {
      let audience = left.audience.map { ", for \($0)" } ?? ""
      lines.append("  \(left.field): \(left.label)\(audience), because \(left.because)")
      lines += left.words.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { $0.isEmpty ? "    |" : "    | " + String(Substring($0)) }
    }
  }
  return lines.joined(separator: "\n") + "\n"
}
