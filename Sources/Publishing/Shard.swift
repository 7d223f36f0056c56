package import Bytes
import Findings
package import Ledger
import Records
import Synchronization

/// A part of a register's tools, for a build on several machines: `2/5` is the second of five.
package struct Shard: Sendable, Hashable {
  package let number: Int
  package let count: Int

  /// Nothing where the text names no such part.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], (1...1_000_000).contains(count),
      (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether a tool is of this part: by its name alone, so that every machine says the same.
  func holds(_ tool: String) -> Bool { Digest(of: tool).raw.0 % UInt64(count) == UInt64(number - 1) }

  /// Where a part keeps what its tools left for the pages that span tools, and where the list of it.
  static let leavings = ".gazette-leavings"
  static let summary = ".gazette-summary"
}

/// Makes the pages of a part of the tools into a folder, with a summary from which `joinShards` makes what spans tools.
package func buildShard(
  _ shard: Shard, of register: RegisterFiles, beside frozen: Frozen, theme: Theme, on day: Day, threads: Int,
  to target: String, program: Digest, told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(DiskError) -> Preview {
  let preview = PreviewSink(tree: try FileTree(at: target).alone())
  let input = SiteInput(
    frozen: frozen, drafts: register, theme: theme, day: day, threads: threads, program: program, shard: shard)
  let (tree, left) = (preview.tree, Shard.leavings + ".new")
  try tree.beginWriting()
  let leavings = try Leavings(making: left, in: tree.folder)
  let built = try buildSite(input, into: ShardSink(preview), leaving: leavings, told: told)
  var made = Inventory(built.memory)
  let removed = try tree.removeAll { path throws(DiskError) in path == left ? false : try !made.holds(path) }
  let told = tree.folder.told(Shard.leavings)
  try System.rename(left, in: tree.folder.descriptor, to: Shard.leavings, in: tree.folder.descriptor, path: told)
  _ = try tree.write(Shard.summary, built.memory.list().bytes)
  return Preview(
    pages: built.pages, written: preview.written.load(ordering: .relaxed), removed: removed.count, findings: built.findings,
    memory: nil)
}

/// Why parts do not make a whole.
package enum ShardFault: Error, Sendable {
  /// A folder has no summary, or one that was damaged.
  case noSummary(String)
  /// A part was made from another register, theme, program or day.
  case other(String)
  /// Tools that stand in no part, or in more than one.
  case missing([String])
  case twice(String)
  /// A page is not the one that the part's summary names.
  case altered(String)
}

/// Puts parts together into a preview: their pages as they are, and what spans tools made from their summaries.
///
/// The result is the same, byte for byte, as that of one build of all tools.
package func joinShards(
  _ parts: [String], of register: RegisterFiles, beside frozen: Frozen, theme: Theme, on day: Day, threads: Int,
  to target: String, program: Digest
) throws(DiskError) -> Result<Preview, ShardFault> {
  let input = SiteInput(
    frozen: frozen, drafts: register, theme: theme, day: day, threads: threads, program: program)
  let build = SiteBuild(input)
  var tools: [String: (memory: ToolMemory, making: Making, folder: Folder)] = [:]
  for path in parts {
    guard let (folder, memory) = open(path) else { return .failure(.noSummary(path)) }
    guard memory.common == build.mark else { return .failure(.other(path)) }
    for (id, tool) in memory.tools {
      guard let making = tool.making else { return .failure(.noSummary(path)) }
      guard making.days.holds(day) else { return .failure(.other(path)) }
      guard tools.updateValue((tool, making, folder), forKey: id) == nil else { return .failure(.twice(id)) }
    }
  }
  let missing = build.tools.filter { tools[$0] == nil }
  guard missing.isEmpty else { return .failure(.missing(missing)) }
  let sink = PreviewSink(tree: try FileTree(at: target).alone())
  let all = build.tools.compactMap { tools[$0] }
  let copied = parallel(all.count, threads: threads) { copy(all[$0].memory, from: all[$0].folder, to: sink) }
  for outcome in copied { if let fault = try outcome.get() { return .failure(fault) } }
  let groups = try build.spanning(all.map(\.memory), [:], sink).groups
  let outputs = Spanning.allCases.compactMap { groups[$0]?.output }
  var made = Inventory(try Memory(common: build.mark, spanning: groups, tools: all.map(\.memory), in: Leavings()))
  let removed = try sink.tree.removeAll { path throws(DiskError) in try !made.holds(path) }
  let pages = outputs.reduce(0) { $0 + $1.pages } + all.reduce(0) { $0 + $1.making.pages }
  // What is wrong with the tools was told with their parts.
  return .success(
    Preview(
      pages: pages, written: sink.written.load(ordering: .relaxed), removed: removed.count, findings: outputs.flatMap(\.findings),
      memory: nil))
}

private func open(_ path: String) -> (Folder, Memory)? {
  guard let folder = try? Folder(opening: path, called: path),
    let list = try? folder.read(Shard.summary, limit: Int.max - 1),
    let leavings = try? Leavings(opening: Shard.leavings, in: folder, adds: false), let memory = Memory(list, in: leavings)
  else { return nil }
  return (folder, memory)
}

private func copy(_ tool: ToolMemory, from folder: Folder, to sink: PreviewSink) -> Result<ShardFault?, DiskError> {
  do throws(DiskError) {
    for file in try tool.look().made.files {
      let bytes = try folder.read(file.path, limit: Int.max - 1)
      guard Mark(Digest(of: bytes)) == file.mark else { return .success(.altered(folder.path + "/" + file.path)) }
      _ = try sink.put(file.path, bytes)
    }
    return .success(nil)
  } catch { return .failure(error) }
}

/// A folder whose files are known again by their content, on whatever machine.
private final class ShardSink: SiteSink {
  let preview: PreviewSink

  init(_ preview: PreviewSink) { self.preview = preview }

  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Mark {
    _ = try preview.put(path, bytes)
    return Mark(Digest(of: bytes))
  }

  func keep(_ files: [Made]) throws(DiskError) -> Bool { false }

  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> (Poured, Mark) {
    let poured = try preview.pour(path, next).0
    return (poured, Mark(poured.digest))
  }

  func read(_ path: String) throws(DiskError) -> [UInt8] { try preview.read(path) }
}
