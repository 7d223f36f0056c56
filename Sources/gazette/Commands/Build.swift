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
      Option("--shard", .text("I/N"), "only the I-th of N parts of the tools, for `gazette join`"),
    ],
    examples: [
      Example("gazette build", "Build the preview, then open the page it names."),
      Example("gazette build --shard 2/5 --to part-2", "One machine's part of a large register."),
    ],
    run: buildRegister)
}

private func buildRegister(_ invocation: Invocation, _ terminal: inout Terminal) -> Exit {
  do throws(DiskError) {
    let target = invocation["--to"] ?? invocation.root + "/.gazette/preview"
    let (day, threads) = (try dayAsked(invocation), invocation.threads ?? processors())
    let keeper = invocation.has("--shard") ? nil : try keeper(of: target, invocation)
    if let keeper, let glance = try Glance(keeper, of: Folder(opening: invocation.root), into: target, on: day, threads: threads) {
      let exit = terminal.tell(glance.findings, asResults: false)
      return terminal.tell(exit, pages: glance.pages, written: 0, removed: 0, target + "/index.html")
    }
    let open = try OpenRegister(invocation)
    guard let register = open.register else { return terminal.tell(open.findings, asResults: false) }
    let (theme, wrong) = try openTheme(invocation, register)
    guard let theme else { return terminal.tell(open.findings + wrong, asResults: false) }
    let (frozen, unread) = openFrozen(invocation)
    guard let frozen else { return terminal.tell(unread, asResults: false) }
    let progress = terminal.progress
    let told: @Sendable (Int, Int) -> Void = { progress.step("Building", $0, of: $1) }
    let preview: Preview
    if let text = invocation["--shard"] {
      guard let shard = Shard(text), let program = programDigest() else {
        terminal.complain("gazette: --shard takes a part such as 2/5, the second of five\n")
        return .usage
      }
      preview = try buildShard(
        shard, of: register, beside: frozen, theme: theme, on: day, threads: threads, to: target, program: program,
        told: told)
    } else {
      preview = try buildPreview(
        register, beside: frozen, theme: theme, on: day, threads: threads, to: target, program: programDigest(),
        keeper: keeper, told: told)
    }
    let found = accept(open.findings + wrong + preview.findings, by: register.vocabulary.settings).open
    let exit = terminal.tell(found, asResults: false)
    if let keeper, let program = programPath() {
      try preview.keepGlance(
        at: register, beside: frozen, on: day, found, shipped: shippedPath(), program: program, keeper)
    }
    let page = invocation.has("--shard") ? nil : target + "/index.html"
    return terminal.tell(exit, pages: preview.pages, written: preview.written, removed: preview.removed, page)
  } catch {
    terminal.complain("gazette: \(error.path): \(error.text)\n")
    return .system
  }
}

/// The memory of builds into a place; the register's folder must be there.
private func keeper(of target: String, _ invocation: Invocation) throws(DiskError) -> MemoryKeeper {
  try MemoryKeeper(of: target, under: Folder(opening: invocation.root))
}

extension Terminal {
  /// Says what a preview came to, and prints the page to open.
  fileprivate mutating func tell(_ exit: Exit, pages: Int, written: Int, removed: Int, _ page: String?) -> Exit {
    say("\(pages) pages, \(written) files written, \(removed) removed.")
    if let page { print(page + "\n") }
    return exit
  }
}

/// The theme a register names, ready to render with.
func openTheme(
  _ invocation: Invocation, _ register: RegisterFiles
) throws(DiskError) -> (theme: Theme?, findings: [Finding]) {
  let settings = register.vocabulary.settings
  let (files, unread) = loadTheme(settings.theme.name, root: register.root, shipped: shippedFolder())
  guard let files else { return (nil, unread) }
  let (theme, wrong) = prepare(files, for: settings, with: CommonFiles(drafts: register.common))
  return (theme, unread + wrong)
}

/// What stands published in the register's `Site/`.
func openFrozen(_ invocation: Invocation) -> (frozen: Frozen?, findings: [Finding]) {
  do throws(DiskError) { return readFrozen(try openSite(invocation.root + "/Site")) } catch { return (nil, [error.finding]) }
}
