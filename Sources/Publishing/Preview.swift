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
  /// Of the memory of it; nothing where nothing is remembered.
  let memory: Mark?
}

/// Builds the site as it would be if the drafts were published now, into a folder of its own.
///
/// Each file is written only if its bytes changed; what is no longer made is removed. What a build before made is taken over where
/// nothing it was made from has changed.
/// - Parameters:
///   - program: by which this program is known again; nothing to go by no memory and leave none.
///   - keeper: of the memory, from before the register was read.
///   - standing: what stands as that memory tells it.
package func buildPreview(
  _ register: RegisterFiles, beside frozen: Frozen, theme: Theme, on day: Day, threads: Int, to target: String,
  program: Digest? = nil, keeper: MemoryKeeper? = nil, standing: Standing? = nil,
  told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(DiskError) -> Preview {
  let sink = PreviewSink(tree: try FileTree(at: target).alone())
  let input = SiteInput(
    frozen: frozen, drafts: register, theme: theme, day: day, threads: threads, program: program,
    start: keeper?.start ?? .max)
  let isWhole = try keeper?.holds(sink.tree.standing()) ?? false
  let built = try build(input, into: sink, keeper, standing, told)
  let removed = try sink.removeOthers(than: built, before: isWhole ? standing?.memory : nil)
  var memory: Mark?
  // Without a program there is no memory of this build, and the one before is not of what it made.
  if program != nil, let keeper {
    memory = built.isSame ? standing?.memory.mark : try keeper.keep(built.memory)
    try keeper.keep(sink.tree.standing())
  }
  return Preview(
    pages: built.pages, written: sink.written.load(ordering: .relaxed), removed: removed.count, findings: built.findings,
    memory: memory)
}

/// Builds upon the build before; anew where that cannot be gone by, or shows on the way to be damaged.
private func build(
  _ input: SiteInput, into sink: PreviewSink, _ keeper: MemoryKeeper?, _ standing: Standing?,
  _ told: @escaping @Sendable (Int, Int) -> Void
) throws(DiskError) -> Built {
  if let standing, standing.memory.common == input.common, input.program != nil {
    let leavings = standing.memory.leavings
    do throws(DiskError) {
      return try buildSite(input, into: sink, leaving: leavings, recalling: standing.memory, standing: standing, told: told)
    } catch  where error == leavings.damage {}
  }
  let leavings = if let keeper { try keeper.leavings() } else { try Leavings() }
  return try buildSite(input, into: sink, leaving: leavings, told: told)
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
    guard let memory else { return }
    var seen = register.names(since: keeper.start)
    frozen.addNames(to: &seen, since: keeper.start)
    let places = ["Themes", "Content/kinds", "Content/audiences", "Content/metrics.yaml"]
    seen.addAll(of: "Themes", in: register.root, since: keeper.start)
    if let shipped, let folder = try? Folder(opening: shipped) {
      for place in places { seen.addAll(of: place, in: folder, called: shipped + "/", since: keeper.start) }
    }
    if let status = try System.status(program, path: program) { seen.add(program, Mark(status)) }
    try keeper.keep(glance: Glance.packed(on: day, beside: memory, seen, pages: pages, findings: findings))
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
    if tree.isNew { return [] }
    var made = Inventory(built.memory)
    if let memory {
      do throws(DiskError) {
        var gone: Set<String> = []
        try memory.eachMade(but: built) { path throws(DiskError) in if try !made.holds(path) { gone.insert(path) } }
        return try tree.remove(gone)
      } catch  where error == memory.leavings.damage {}
    }
    return try tree.removeAll { path throws(DiskError) in try !made.holds(path) }
  }

  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Mark {
    let put = try tree.put(path, bytes)
    if put.written != .kept { written.add(1, ordering: .relaxed) }
    return put.mark
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
