import Bytes
import Editions
import Findings
import Ledger
import Records
import Synchronization

/// Makes every page anew from what is frozen and compares it with the site, byte for byte.
func rebuild(
  _ frozen: Frozen, _ theme: Theme, _ site: Folder, _ copy: SiteCopy, _ threads: Int,
  _ told: @escaping @Sendable (Int, Int) -> Void
) throws(DiskError) -> (pages: Int, findings: [Finding]) {
  guard let newest = frozen.history.newest else { return (0, []) }
  let sink = ComparingSink(site)
  let input = SiteInput(frozen: frozen, drafts: nil, theme: theme, day: newest.date, threads: threads)
  let built = try buildSite(input, into: sink, leaving: Leavings(), told: told)
  var findings = built.findings.filter { $0.severity == .error }
  for path in sink.different { findings.append(Finding("proof.page", at: .file(path), ["file": path])) }
  var made = Inventory(built.memory)
  for entry in copy.entries where !isFrozen(entry.path) {
    if try made.holds(entry.path) { continue }
    findings.append(Finding("proof.unmade", at: .file(entry.path), ["file": entry.path]))
  }
  if newest.theme.digest != theme.digest.text, let first = findings.first {
    let facts = ["theme": newest.theme.name, "file": first.place.file]
    return (built.pages, [Finding("proof.other-theme", at: first.place, facts)] + findings)
  }
  return (built.pages, findings)
}

/// Whether a file of the site is proof or frozen, and so is not made from anything.
private func isFrozen(_ path: String) -> Bool {
  if path == ProofPath.ledger || path == ProofPath.site { return true }
  let steps = path.split(separator: "/")
  if steps.first == "editions", steps.count >= 3 {
    return steps[2] == "source" || ["edition.json", "SHA256SUMS", "SHA256SUMS.sig"].contains(String(steps[2]))
  }
  return steps.count >= 6 && steps[0] == "tools" && steps[2] == "versions" && steps[4] == "source"
}

private final class ComparingSink: SiteSink {
  private let site: Folder
  private let wrong = Mutex<[String]>([])

  init(_ site: Folder) { self.site = site }

  func put(_ path: String, _ made: [UInt8]) throws(DiskError) -> Mark {
    if bytes(path, in: site) != made { wrong.withLock { $0.append(path) } }
    return .none
  }

  /// What is to be proved is made anew, all of it.
  func keep(_ files: [Made]) throws(DiskError) -> Bool { false }

  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> (Poured, Mark) {
    let poured = try site.compare(path, next)
    if poured.written != .kept { wrong.withLock { $0.append(path) } }
    return (poured, .none)
  }

  /// The site's own file: where that is not what was put, it has been named already.
  func read(_ path: String) throws(DiskError) -> [UInt8] { bytes(path, in: site) ?? [] }

  /// The files that differ or are missing, sorted by byte.
  var different: [String] {
    wrong.withLock { $0.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
  }
}
