package import Bytes
import Editions
package import Findings
import Ledger
import Records
import Synchronization

/// What a preview came to.
package struct Preview: Sendable {
  package let pages: Int
  package let written: Int
  package let removed: Int
  package let findings: [Finding]
}

/// Builds the site as it would be if the drafts were published now, into a folder of its own.
///
/// Each file is written only if its bytes changed; what is no longer made is removed.
package func buildPreview(
  _ register: RegisterFiles, beside frozen: Frozen, theme: Theme, on day: Day, threads: Int, to target: String,
  told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(DiskError) -> Preview {
  let sink = PreviewSink(tree: try FileTree(at: target))
  let drafts = Drafts(register: register, changed: changedTools(register, frozen, threads: threads))
  let input = SiteInput(frozen: frozen, drafts: drafts, theme: theme, day: day, threads: threads)
  let built = try buildSite(input, into: sink, told: told)
  let removed = try sink.tree.removeAll(but: Set(built.made))
  return Preview(
    pages: built.pages, written: sink.written.load(ordering: .relaxed), removed: removed.count,
    findings: built.findings)
}

/// The tools whose files differ from their newest version, or that were never published.
package func changedTools(_ register: RegisterFiles, _ frozen: Frozen, threads: Int) -> Set<String> {
  let tools = register.tools
  let changed = parallel(tools.count, threads: threads) { number -> String? in
    let tool = tools[number]
    let newest = frozen.history.versions(of: tool.id).last
    guard let newest else { return tool.id }
    return register.bytes(of: tool).bytes.digest.text == newest.entry.digest ? nil : tool.id
  }
  return Set(changed.compactMap { $0 })
}

private final class PreviewSink: SiteSink {
  let tree: FileTree
  let written = Atomic<Int>(0)

  init(tree: FileTree) { self.tree = tree }

  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    if try tree.write(path, bytes) != .kept { written.add(1, ordering: .relaxed) }
  }

  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> Poured {
    let poured = try tree.pour(path, next)
    if poured.written != .kept { written.add(1, ordering: .relaxed) }
    return poured
  }

  func read(_ path: String) throws(DiskError) -> [UInt8] { try tree.folder.read(path, limit: Int.max - 1) }
}
