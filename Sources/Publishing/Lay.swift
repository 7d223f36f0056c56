import Bytes
import Editions
import Findings
import Ledger
import Records
import Synchronization

/// Puts a whole site on the stage: what was frozen before, what this edition freezes, its proof, and every page made from them.
///
/// - Returns: the files that are new or different, sorted by byte.
func lay(
  _ next: NextEdition, on stage: Stage, after frozen: Frozen, _ how: PublishOrder,
  _ told: @escaping @Sendable (Int, Int) -> Void
) throws(PublishError) -> [String] {
  let sink = StageSink(stage, over: frozen.site)
  let gone = Set(next.edition.redactions.map(\.path))
  try keepFrozen(of: frozen, on: sink, but: gone)
  let number = next.edition.number
  try disk { () throws(DiskError) in
    for file in next.files { try sink.put(file.path, file.bytes) }
    try sink.put(ProofPath.sums(number), next.sums.bytes)
    try sink.put(ProofPath.ledger, next.ledger.bytes)
  }
  if let key = how.key, !how.isRehearsal {
    let signature = try sign(next.sums.bytes, with: key)
    _ = try disk { () throws(DiskError) in try sink.put(ProofPath.signature(number), signature) }
  }
  let (staged, findings) = readFrozen(stage.opened)
  guard let staged else {
    throw .pages(findings)
  }
  return try render(staged, how, sink, over: frozen.site, told)
}

/// Makes every page from what is frozen, and the sums over all.
///
/// - Returns: the files that are new, different or gone, sorted by byte.
func render(
  _ frozen: Frozen, _ how: PublishOrder, _ sink: StageSink, over old: Folder?,
  _ told: @escaping @Sendable (Int, Int) -> Void
) throws(PublishError) -> [String] {
  let keeper = try disk { () throws(DiskError) in
    try how.program.map { _ throws(DiskError) in try MemoryKeeper(of: how.site, under: Folder(opening: how.root)) }
  }
  let input = SiteInput(
    frozen: frozen, drafts: nil, theme: how.order.theme, day: frozen.history.newest?.date ?? how.order.day,
    threads: how.order.threads, program: how.program)
  let built = try disk { () throws(DiskError) in
    guard let keeper, !how.isRehearsal else {
      return try buildSite(input, into: sink, leaving: Leavings(), recalling: keeper?.memory, told: told)
    }
    let memory = keeper.memory.flatMap { $0.common == input.common ? $0 : nil }
    let leavings = if let memory { memory.leavings } else { try keeper.leavings() }
    let built = try buildSite(input, into: sink, leaving: leavings, recalling: memory, told: told)
    if !built.isSame { _ = try keeper.keep(built.memory) }
    return built
  }
  let stopped = built.findings.filter { $0.severity == .error }
  if !stopped.isEmpty { throw .pages(stopped) }
  let lines = sink.lines
  guard case .success(let sums) = sealSite(lines) else {
    throw .disk(DiskError(path: how.site, call: "SHA256SUMS", number: 22))
  }
  _ = try disk { () throws(DiskError) in try sink.put(ProofPath.site, sums.bytes) }
  return sink.changed(from: old)
}

/// Puts everything frozen and its proof on the stage as it stands, but what goes now and the ledger, which may grow.
func keepFrozen(of frozen: Frozen, on sink: StageSink, but gone: Set<String> = []) throws(PublishError) {
  guard let site = frozen.site else { return }
  for number in 1...max(1, frozen.ledger.count) where number <= frozen.ledger.count {
    guard let text = bytes(ProofPath.sums(number), in: site),
      case .success(let sums) = SumsFile.reading(text)
    else { throw .disk(DiskError(path: "Site/" + ProofPath.sums(number), call: "read", number: 5)) }
    let redacted = gone.union(frozen.history.redactions.map(\.path))
    try disk { () throws(DiskError) in
      for line in sums.lines where line.path != ProofPath.sums(number - 1) && !redacted.contains(line.path) {
        try sink.keep(line.path, line.digest)
      }
      try sink.keep(ProofPath.sums(number), Digest(of: text))
      if let signature = bytes(ProofPath.signature(number), in: site) {
        try sink.put(ProofPath.signature(number), signature)
      }
    }
  }
  try disk { () throws(DiskError) in try site.sound() }
}

/// A stage that remembers what was put on it.
final class StageSink: SiteSink {
  private let stage: Stage
  private let made = Mutex<[String: (digest: Digest, isNew: Bool)]>([:])

  /// The files of the old site by its sums, which hold.
  private let old: [String: Digest]

  init(_ stage: Stage, over old: Folder? = nil) {
    self.stage = stage
    self.old = old.map(siteDigests) ?? [:]
  }

  @discardableResult
  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Mark {
    let written = try stage.write(path, bytes)
    let digest = Digest(of: bytes)
    made.withLock { $0[path] = (digest, written != .kept) }
    return Mark(digest)
  }

  /// Takes pages over from the old site, whose sums say that they are still what was made.
  ///
  /// They may not be: after a publication that was interrupted the memory is of a site that never came to be.
  func keep(_ files: [Made]) throws(DiskError) -> Bool {
    for file in files { guard let digest = old[file.path], Mark(digest) == file.mark else { return false } }
    for file in files { try keep(file.path, file.mark.digest) }
    return true
  }

  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> (Poured, Mark) {
    let poured = try stage.pour(path, next)
    made.withLock { $0[path] = (poured.digest, poured.written != .kept) }
    return (poured, Mark(poured.digest))
  }

  func read(_ path: String) throws(DiskError) -> [UInt8] { try stage.opened.read(path, limit: Int.max - 1) }

  /// Takes a file over from the old site without reading it.
  func keep(_ path: String, _ digest: Digest) throws(DiskError) {
    try stage.keep(path)
    made.withLock { $0[path] = (digest, false) }
  }

  /// Every file with its digest, in no order.
  var lines: [SumsFile.Line] {
    made.withLock { $0.map { SumsFile.Line(digest: $0.value.digest, path: $0.key) } }
  }

  /// What is new or different here, and what the old site had and this one has not.
  func changed(from old: Folder?) -> [String] {
    let (new, all) = made.withLock { made in
      (made.filter(\.value.isNew).map(\.key), Set(made.keys))
    }
    let gone = old?.list(hidden: true).files.map(\.path).filter { !all.contains($0) } ?? []
    return (new + gone).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

/// The files of a site that its sums name, by path.
private func siteDigests(_ site: Folder) -> [String: Digest] {
  guard let text = bytes(ProofPath.site, in: site), case .success(let sums) = SumsFile.reading(text) else { return [:] }
  return Dictionary(sums.lines.map { ($0.path, $0.digest) }, uniquingKeysWith: { first, _ in first })
}
