import Bytes
package import Editions
package import Findings
package import Ledger
import Records

/// What a publication came to.
package enum Published: Sendable {
  /// Nothing has changed since the newest edition; nothing was written.
  case nothing
  /// Refused: why.
  case refused([Finding])
  /// Only the theme or the program changed: pages were made anew from what is frozen, and there is no new edition.
  case pages(changed: [String], findings: [Finding], exchanged: Exchanged)
  case edition(Edition, hash: String, changed: [String], findings: [Finding], exchanged: Exchanged)
  /// Somebody else is publishing.
  case busy(Lock.Holder)
}

/// How a publication is to be done.
package struct PublishOrder: Sendable {
  /// The register's folder, which holds `Site/`.
  package let root: String
  package let order: EditionOrder
  /// The key the operator signs with; handed to `ssh-keygen`, never read here.
  package let key: String?
  /// Whether to say what would change and write nothing.
  package let isRehearsal: Bool
  /// What others are told who find the lock taken.
  package let saying: String
  /// By which this program is known again; nothing to go by no memory of the publication before.
  package let program: Digest?

  package init(
    root: String, order: EditionOrder, key: String?, isRehearsal: Bool, saying: String, program: Digest? = nil
  ) {
    self.program = program
    self.root = root
    self.order = order
    self.key = key
    self.isRehearsal = isRehearsal
    self.saying = saying
  }

  var site: String { root + "/Site" }
}

/// Makes the next edition from the drafts, or refuses and says why; the old site stands until the new one is whole on the disk.
package func publish(
  _ register: RegisterFiles, _ how: PublishOrder, told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(PublishError) -> Published {
  try underLock(how) { stage, frozen throws(PublishError) in
    let (next, findings) = nextEdition(register, after: frozen, how.order)
    if findings.contains(where: { $0.severity == .error }) { return .refused(findings) }
    guard let next else {
      return try renew(frozen, how, stage, findings, told)
    }
    let changed = try lay(next, on: stage, after: frozen, how, told)
    let hash = next.ledger[next.edition.number]?.text ?? ""
    let exchanged = try commit(stage, how)
    return .edition(next.edition, hash: hash, changed: changed, findings: findings, exchanged: exchanged)
  }
}

/// What can end a publication beside its content.
package enum PublishError: Error, Sendable {
  case disk(DiskError)
  /// Pages could not be made: what the theme or a frozen file has wrong.
  case pages([Finding])
  /// `ssh-keygen` did not sign; what it said.
  case signing(String)
}

/// Takes the lock, puts right what an interrupted publication left, reads what is frozen, and takes the stage away where it is not used.
func underLock(
  _ how: PublishOrder, _ work: (Stage, Frozen) throws(PublishError) -> Published
) throws(PublishError) -> Published {
  let outcome = try disk { () throws(DiskError) in try Lock.take(under: how.root, saying: how.saying) }
  switch outcome {
  case .busy(let holder): return .busy(holder)
  case .taken(let lock):
    defer { withExtendedLifetime(lock) {} }
    let stage = try disk { () throws(DiskError) in try Stage(for: how.site) }
    let site = try disk { () throws(DiskError) in try openSite(how.site) }
    let (frozen, findings) = readFrozen(site)
    let isFirst = frozen.map { $0.site == nil } ?? false
    let wrong = try isFirst ? [] : spoilt(site, threads: how.order.threads)
    guard let frozen, wrong.isEmpty else {
      stage.abandon()
      return .refused(wrong.isEmpty ? findings : wrong)
    }
    do throws(PublishError) {
      let published = try work(stage, frozen)
      if how.isRehearsal || !published.isWritten { stage.abandon() }
      return published
    } catch {
      stage.abandon()
      throw error
    }
  }
}

extension Published {
  fileprivate var isWritten: Bool {
    switch self {
    case .nothing, .refused, .busy: false
    case .pages, .edition: true
    }
  }
}

/// What does not fit in a site before anything is added to it: a site that was edited by hand or half copied is never built upon.
private func spoilt(_ site: Folder?, threads: Int) throws(PublishError) -> [Finding] {
  guard let site else { return [] }
  return try disk { () throws(DiskError) in try flaws(in: site.siteCopy(threads: threads), site).map(\.finding) }
}

/// Puts the stage in the site's place, but in a rehearsal.
func commit(_ stage: Stage, _ how: PublishOrder) throws(PublishError) -> Exchanged {
  how.isRehearsal ? .atOnce : try disk { () throws(DiskError) in try stage.commit() }
}

/// The same work, with the disk's errors told as a publication's.
package func disk<Result>(_ work: () throws(DiskError) -> Result) throws(PublishError) -> Result {
  do throws(DiskError) { return try work() } catch { throw .disk(error) }
}

/// With nothing new in the drafts: renders the pages anew, and keeps them only if any differs.
private func renew(
  _ frozen: Frozen, _ how: PublishOrder, _ stage: Stage, _ findings: [Finding],
  _ told: @escaping @Sendable (Int, Int) -> Void
) throws(PublishError) -> Published {
  guard frozen.history.newest != nil else { return .nothing }
  let sink = StageSink(stage, over: frozen.site)
  try keepFrozen(of: frozen, on: sink)
  _ = try disk { () throws(DiskError) in try sink.put(ProofPath.ledger, frozen.ledger.bytes) }
  let changed = try render(frozen, how, sink, over: frozen.site, told)
  if changed.isEmpty { return .nothing }
  return .pages(changed: changed, findings: findings, exchanged: try commit(stage, how))
}
