package import Bytes
import Editions
package import Findings
package import Ledger
import Records
import Synchronization

/// What a preview came to.
package struct Preview: Sendable {
  package let pages: Int
  package let written: Int
  package let removed: Int
  package let findings: [Finding]
  /// Every file that was made, and the mark of the folder they were made in.
  let made: [Made]
}

/// Builds the site as it would be if the drafts were published now, into a folder of its own.
///
/// Each file is written only if its bytes changed; what is no longer made is removed. What a build before made is taken over where
/// nothing it was made from has changed.
/// - Parameters:
///   - program: by which this program is known again; nothing to go by no memory and leave none.
///   - keeper: of the memory, from before the register was read.
package func buildPreview(
  _ register: RegisterFiles, beside frozen: Frozen, theme: Theme, on day: Day, threads: Int, to target: String,
  program: Digest? = nil, keeper: MemoryKeeper? = nil, told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(DiskError) -> Preview {
  let sink = PreviewSink(tree: try FileTree(at: target))
  let input = SiteInput(
    frozen: frozen, drafts: register, theme: theme, day: day, threads: threads, program: program,
    start: keeper?.start ?? .max)
  let memory = keeper?.memory
  let isWhole = try keeper?.holds(sink.tree.standing()) ?? false
  let leavings = if let keeper { try keeper.leavings() } else { try Leavings() }
  let built = try buildSite(input, into: sink, leaving: leavings, recalling: memory, told: told)
  let removed = try sink.removeOthers(than: built, before: isWhole ? memory : nil)
  try keeper?.keep(built.memory, leavings)
  let standing = try sink.tree.standing()
  // Without a program there is no memory of this build, and the one before is not of what it made.
  if program != nil { try keeper?.keep(standing) }
  return Preview(
    pages: built.output.pages, written: sink.written.load(ordering: .relaxed), removed: removed.count,
    findings: built.output.findings, made: built.output.made + [Made(path: FileTree.mark, mark: standing)])
}

extension Preview {
  /// Leaves a glance at all this preview was made from, so that the next build of the same can be over at once.
  ///
  /// - Parameters:
  ///   - findings: as they were told.
  ///   - shipped: where the folder stands that brings data and themes with the program.
  ///   - program: where the program itself stands.
  package func keepGlance(
    at register: RegisterFiles, beside frozen: Frozen, on day: Day, _ findings: [Finding], shipped: String?,
    program: String, _ keeper: MemoryKeeper
  ) throws(DiskError) {
    var seen = register.marks(since: keeper.start) + frozen.marks(since: keeper.start)
    let places = ["Themes", "Content/kinds", "Content/audiences", "Content/metrics.yaml"]
    seen += register.root.marks(of: "Themes", called: "", since: keeper.start)
    if let shipped, let folder = try? Folder(opening: shipped) {
      for place in places { seen += folder.marks(of: place, called: shipped + "/", since: keeper.start) }
    }
    seen += try [System.status(program, path: program)].compactMap { $0 }.map { Made(path: program, mark: Mark($0)) }
    try keeper.keep(glance: Glance.pieces(on: day, pages: pages, findings: findings, seen: seen, made: made))
  }
}

final class PreviewSink: SiteSink {
  let tree: FileTree
  let written = Atomic<Int>(0)

  init(tree: FileTree) { self.tree = tree }

  /// Takes away what is no longer made.
  ///
  /// - Parameter memory: of all that stands there, which need not be looked for then.
  func removeOthers(than built: Built, before memory: Memory?) throws(DiskError) -> [String] {
    guard let before = memory?.made(but: built) else {
      return try tree.removeAll(but: Set(built.output.made.map(\.path)))
    }
    if before.isEmpty { return [] }
    return try tree.remove(before.subtracting(built.output.made.map(\.path)))
  }

  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Mark {
    if try tree.write(path, bytes) != .kept { written.add(1, ordering: .relaxed) }
    return try tree.mark(path)
  }

  func keep(_ files: [Made]) throws(DiskError) -> Bool {
    for file in files { guard try tree.mark(file.path) == file.mark else { return false } }
    return true
  }

  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> (Poured, Mark) {
    let poured = try tree.pour(path, next)
    if poured.written != .kept { written.add(1, ordering: .relaxed) }
    return (poured, try tree.mark(path))
  }

  func read(_ path: String) throws(DiskError) -> [UInt8] { try tree.folder.read(path, limit: Int.max - 1) }
}
