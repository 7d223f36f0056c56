/// Seals the next edition: its sums over every file it froze and over the sums of the edition before.
///
/// - Parameters:
///   - frozen: what the edition froze, its own `edition.json` among it, in any order.
///   - ledger: the editions before it.
/// - Returns: the edition's `SHA256SUMS` and the ledger with its line, or the first name that cannot be listed.
package func sealEdition(
  _ frozen: [SumsFile.Line], after ledger: LedgerFile
) -> Result<(sums: SumsFile, ledger: LedgerFile), SumsFile.Mistake> {
  var lines = frozen
  if let previous = ledger[ledger.count] {
    lines.append(SumsFile.Line(digest: previous, path: ProofPath.sums(ledger.count)))
  }
  return SumsFile.listing(lines).map { sums in
    var longer = ledger
    longer.append(Digest(of: sums.bytes))
    return (sums, longer)
  }
}

/// Seals the site: sums over every file of it but the list itself.
///
/// Signatures are in the list too. They are over an edition's sums, not over this file, so they are made before it; and a list
/// with exceptions could not tell a mirror that a signature was lost or that a stray file was put beside one.
package func sealSite(_ files: [SumsFile.Line]) -> Result<SumsFile, SumsFile.Mistake> {
  SumsFile.listing(files.filter { $0.path != ProofPath.site })
}
