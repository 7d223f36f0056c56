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

private func buildRegister(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let target = invocation.preview
  if let wrong = invocation.flaw(inTarget: target) { return terminal.refuse(wrong, invocation) }
  let shard: Shard?
  if let text = invocation["--shard"] {
    guard let named = Shard(text) else {
      return terminal.refuse(.other("--shard takes a part such as 2/5, the second of five, not '\(text)'", near: nil), invocation)
    }
    shard = named
  } else {
    shard = nil
  }
  let (day, threads) = (try dayAsked(invocation), invocation.threads ?? processors())
  let keeper = shard == nil ? try keeper(of: target, invocation) : nil
  let standing: Standing?
  if let keeper {
    let root = try Folder(opening: invocation.root)
    standing = Standing(keeper, of: root, into: target, threads: threads)
    if let standing, let glance = Glance(keeper, standing, of: root, into: target, on: day) {
      return terminal.tell(glance.findings, pages: glance.pages, written: 0, removed: 0, target)
    }
  } else {
    standing = nil
  }
  let (opened, wrong) = try openGround(invocation, standing)
  guard let (register, theme, frozen) = opened else { return terminal.tell(wrong, asResults: false) }
  let progress = terminal.progress
  let told: @Sendable (Int, Int) -> Void = { progress.step("Building", $0, of: $1) }
  let preview: Preview
  if let shard {
    preview = try buildShard(
      shard, of: register, beside: frozen, theme: theme, on: day, threads: threads, to: target, program: programDigest(),
      told: told)
  } else {
    preview = try buildPreview(
      register, beside: frozen, theme: theme, on: day, threads: threads, to: target, program: try? programDigest(),
      keeper: keeper, standing: standing, told: told)
  }
  let found = accept(wrong + preview.findings, by: register.vocabulary.settings, isWhole: shard == nil).open
  let exit = terminal.tell(
    found, pages: preview.pages, written: preview.written, removed: preview.removed, shard == nil ? target : nil)
  if let keeper, let program = programPath() {
    try preview.keepGlance(
      at: register, beside: frozen, on: day, found, shipped: shippedPath(), program: program, keeper)
  }
  return exit
}

/// The memory of builds into a place; the register's folder must be there.
private func keeper(of target: String, _ invocation: Invocation) throws(DiskError) -> MemoryKeeper {
  try MemoryKeeper(of: target, under: Folder(opening: invocation.root))
}

extension Invocation {
  /// Where a preview is to be made.
  var preview: String { self["--to"] ?? root + "/.gazette/preview" }
}

extension Terminal {
  /// Says what a preview came to, and prints the page to open, where it has one.
  mutating func tell(_ findings: [Finding], pages: Int, written: Int, removed: Int, _ preview: String?) -> Exit {
    let exit = tell(findings, asResults: false)
    say("\(pages) pages, \(written) files written, \(removed) removed.")
    if let preview { print(preview + "/index.html\n") }
    return exit
  }
}

/// What a site is made from: what is written, the theme it names and what stands published.
///
/// - Returns: beside it all that is wrong so far; alone, what stands in its way.
func openGround(
  _ invocation: Invocation, _ standing: Standing? = nil
) throws(DiskError) -> (ground: (register: RegisterFiles, theme: Theme, frozen: Frozen)?, findings: [Finding]) {
  let open = try OpenRegister(invocation, standing)
  guard let register = open.register else { return (nil, open.findings) }
  let (theme, wrong) = try openTheme(invocation, register)
  guard let theme else { return (nil, open.findings + wrong) }
  let (frozen, unread) = openFrozen(invocation)
  guard let frozen else { return (nil, unread) }
  return ((register, theme, frozen), open.findings + wrong)
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
