import Bytes
import Editions
package import Findings
import Ledger
import Records
import Synchronization

/// What a verification is asked to look at.
package struct VerifyOrder: Sendable {
  /// The site's folder.
  package let site: String
  /// An older copy of the site whose editions must all be there unchanged.
  package let older: String?
  /// A file of allowed signers, as `ssh-keygen` takes it.
  package let signers: String?
  /// The theme that pages are made with; nothing to leave the pages unmade and check only what is frozen.
  package let theme: Theme?
  package let threads: Int

  package init(site: String, older: String?, signers: String?, theme: Theme?, threads: Int) {
    self.site = site
    self.older = older
    self.signers = signers
    self.theme = theme
    self.threads = threads
  }
}

/// What a verification found.
package struct Verified: Sendable {
  package let editions: Int
  package let files: Int
  package let pages: Int
  package let signatures: Int
  /// The hash of the newest edition.
  package let newest: String?
  /// The newest edition, where it was published with another theme than its pages were made with now.
  package let otherTheme: Int?
  /// What does not fit, the first thing first.
  package let findings: [Finding]
}

/// Checks a site against its own proof: chain, hashes, sequence, approvals, signatures, an older copy, and every page made anew.
///
/// Needs nothing but the site, the theme and the program. Stops before a step that makes no sense after what was found.
package func verifySite(
  _ order: VerifyOrder, told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(DiskError) -> Verified {
  let folder = try Folder(opening: order.site, called: "")
  let copy = try folder.siteCopy(threads: order.threads)
  var findings = try flaws(in: copy, folder).map(\.finding)
  if let older = order.older {
    let old = try Folder(opening: older, called: "").siteCopy(threads: order.threads)
    findings += try extending(old, copy, folder)
  }
  let (frozen, unread) = readFrozen(folder)
  if findings.isEmpty { findings += unread }
  guard let frozen, findings.isEmpty else {
    return Verified(
      editions: 0, files: copy.entries.count, pages: 0, signatures: 0, newest: nil, otherTheme: nil, findings: findings)
  }
  findings += approvalFindings(frozen)
  let (signatures, unsigned) = signatureFindings(frozen, at: order.site, order.signers)
  findings += unsigned
  var pages = 0
  if let theme = order.theme, findings.isEmpty {
    let rebuilt = try rebuild(frozen, theme, folder, copy, order.threads, told)
    pages = rebuilt.pages
    findings += rebuilt.findings
  }
  let isOther = frozen.history.newest.map { $0.theme.digest != order.theme?.digest.text } ?? false
  return Verified(
    editions: frozen.ledger.count, files: copy.entries.count, pages: pages, signatures: signatures,
    newest: frozen.history.newestHash, otherTheme: pages > 0 && isOther ? frozen.ledger.count : nil, findings: findings)
}

/// What the ledger finds, a flaw of the proof itself before those that may follow from it: a record that cannot be read lists no redaction.
func flaws(in copy: SiteCopy, _ folder: Folder) throws(DiskError) -> [Flaw] {
  let found: [Flaw]
  do { found = try verify(copy, redactions: listedRedactions(folder)) } catch let error as DiskError { throw error } catch {
    throw DiskError(path: "", call: "verify", number: 5)
  }
  return found.filter(\.isOfProof) + found.filter { !$0.isOfProof }
}

extension Flaw {
  /// Whether the file is a list or a record of the chain.
  fileprivate var isOfProof: Bool { file.hasPrefix("editions/") || file == ProofPath.ledger }
}

private func extending(_ old: SiteCopy, _ new: SiteCopy, _ folder: Folder) throws(DiskError) -> [Finding] {
  do { return try extends(old: old, new: new, redactions: listedRedactions(folder)).map(\.finding) } catch let error as DiskError {
    throw error
  } catch { throw DiskError(path: "", call: "verify", number: 5) }
}

/// The redactions that the editions' records list, read before it is known that they are sound.
private func listedRedactions(_ folder: Folder) -> [Ledger.Redaction] {
  var result: [Ledger.Redaction] = []
  var number = 1
  while let text = bytes(ProofPath.record(number), in: folder) {
    let edition = readEdition(Source(path: ProofPath.record(number), bytes: text)).0
    for redaction in edition?.redactions ?? [] {
      guard let old = Digest(hex: redaction.was) else { continue }
      result.append(Ledger.Redaction(path: redaction.path, old: old, edition: number))
    }
    number += 1
  }
  return result
}
