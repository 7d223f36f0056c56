import Bytes
import Editions
import Findings
import Publishing
import Records

extension Command {
  static let build = Command(
    name: "build", purpose: .writing,
    summary: "Make the site as it would be if published now",
    about: """
      Writes a preview into .gazette/preview, with drafts marked as drafts. Nothing is published: Site/ is not touched. \
      Only files that changed are written.
      """,
    options: [
      Option("--to", .text("DIR"), "where to write the preview (.gazette/preview)"),
      Option("--on", .day, "the day the pages tell (today, UTC)"),
    ],
    examples: [Example("gazette build", "Build the preview, then open the page it names.")],
    run: buildRegister)
}

private func buildRegister(_ invocation: Invocation, _ terminal: inout Terminal) -> Exit {
  do throws(DiskError) {
    let open = try OpenRegister(invocation)
    guard let register = open.register else { return terminal.tell(open.findings, asResults: false) }
    let (theme, wrong) = try openTheme(invocation, register)
    guard let theme else { return terminal.tell(open.findings + wrong, asResults: false) }
    let (frozen, unread) = openFrozen(invocation)
    guard let frozen else { return terminal.tell(unread, asResults: false) }
    let target = invocation["--to"] ?? invocation.root + "/.gazette/preview"
    let progress = terminal.progress
    let preview = try buildPreview(
      register, beside: frozen, theme: theme, on: try dayAsked(invocation),
      threads: invocation.threads ?? processors(), to: target,
      program: programDigest(), told: { progress.step("Building", $0, of: $1) })
    let found = open.findings + wrong + preview.findings
    let exit = terminal.tell(accept(found, by: register.vocabulary.settings).open, asResults: false)
    terminal.say("\(preview.pages) pages, \(preview.written) files written, \(preview.removed) removed.")
    terminal.print(target + "/index.html\n")
    return exit
  } catch {
    terminal.complain("gazette: \(error.path): \(error.text)\n")
    return .system
  }
}

/// The theme a register names, ready to render with.
func openTheme(
  _ invocation: Invocation, _ register: RegisterFiles
) throws(DiskError) -> (theme: Theme?, findings: [Finding]) {
  let settings = register.vocabulary.settings
  let (files, unread) = loadTheme(settings.theme.name, root: register.root, shipped: shippedFolder())
  guard let files else { return (nil, unread) }
  let (theme, wrong) = prepare(files, for: settings)
  return (theme, unread + wrong)
}

/// What stands published in the register's `Site/`.
func openFrozen(_ invocation: Invocation) -> (frozen: Frozen?, findings: [Finding]) {
  readFrozen(try? Folder(opening: invocation.root + "/Site", called: "Site"))
}
