import Bytes

/// Proves that a newer copy of the site still holds all of an older one; nothing is wrong where nothing is returned.
///
/// The older ledger must be the beginning of the newer, byte for byte, and every file an edition of the older copy froze must be in
/// the newer one with the same bytes, unless the newer lists its redaction. The newer copy is to be verified by itself as well:
/// this says nothing of what came after, and takes its redactions as given.
///
/// An older copy of which only `LEDGER` was kept proves the same: files that are not there are not asked for, and the newer
/// copy's own lists are bound to the ledger.
package func extends(
  old: SiteCopy, new: SiteCopy, redactions: [Redaction] = []
) throws -> [Flaw] {
  var flaws: [Flaw] = []
  guard let oldLedger = try readLedger(of: old, inOld: true, &flaws),
    let newLedger = try readLedger(of: new, inOld: false, &flaws)
  else { return flaws }
  for edition in 1...oldLedger.count {
    guard let found = newLedger[edition] else {
      return [Flaw(.shorter, ProofPath.ledger, expected: String(oldLedger.count), found: String(newLedger.count))]
    }
    guard let expected = oldLedger[edition], expected != found else { continue }
    return [Flaw(.rewritten, ProofPath.ledger, line: edition, expected: expected.text, found: found.text)]
  }
  let gone = Set(redactions.map { Gone(path: $0.path, digest: $0.old) })
  var names = Names(old: old, new: new)
  for edition in 1...oldLedger.count {
    let path = ProofPath.sums(edition)
    // Without the older copy's own list, the newer one's: its digest is in both ledgers.
    let side = names.old.contains(path) ? old : new
    let inOld = names.old.contains(path)
    guard inOld || names.new.contains(path) else {
      flaws.append(Flaw(.missing, path, list: ProofPath.ledger))
      continue
    }
    let bytes = try side.bytes(path)
    let found = Digest(of: bytes)
    if let expected = oldLedger[edition], found != expected {
      flaws.append(
        Flaw(
          .altered, path, list: ProofPath.ledger, expected: expected.text, found: found.text,
          inOld: inOld))
      continue
    }
    switch SumsFile.reading(bytes) {
    case .failure(let mistake): flaws.append(Flaw(mistake, in: path, inOld: inOld))
    case .success(let sums):
      flaws += try names.compare(sums, list: path, but: gone)
    }
  }
  return flaws
}

private struct Gone: Hashable {
  let path: String
  let digest: Digest
}

/// The names of two copies, and the digests of the newer.
private struct Names {
  let old: Set<String>
  let new: Set<String>
  private let copy: SiteCopy
  private var told: Set<String> = []

  init(old: SiteCopy, new: SiteCopy) {
    self.old = Set(old.entries.lazy.filter { $0.isFile && nameFault(of: $0.path) == nil }.map(\.path))
    self.new = Set(new.entries.lazy.filter { $0.isFile && nameFault(of: $0.path) == nil }.map(\.path))
    copy = new
  }

  mutating func compare(_ sums: SumsFile, list: String, but gone: Set<Gone>) throws -> [Flaw] {
    var flaws: [Flaw] = []
    for line in sums.lines
    where !gone.contains(Gone(path: line.path, digest: line.digest)) && !told.contains(line.path) {
      guard new.contains(line.path) else {
        flaws.append(Flaw(.missing, line.path, list: list))
        told.insert(line.path)
        continue
      }
      let found = try copy.digest(line.path)
      if found != line.digest {
        flaws.append(
          Flaw(.altered, line.path, list: list, expected: line.digest.text, found: found.text))
        told.insert(line.path)
      }
    }
    return flaws
  }
}

private func readLedger(
  of copy: SiteCopy, inOld: Bool, _ flaws: inout [Flaw]
) throws -> LedgerFile? {
  guard copy.entries.contains(where: { $0.isFile && $0.path.equalsByBytes(ProofPath.ledger) })
  else {
    flaws.append(Flaw(.missing, ProofPath.ledger, inOld: inOld))
    return nil
  }
  switch LedgerFile.reading(try copy.bytes(ProofPath.ledger)) {
  case .success(let ledger): return ledger
  case .failure(let mistake):
    flaws.append(Flaw(mistake, in: ProofPath.ledger, inOld: inOld))
    return nil
  }
}
