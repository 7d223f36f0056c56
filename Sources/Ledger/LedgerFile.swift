import Bytes

/// The names of the files that are the proof, relative to the site's root.
package enum ProofPath {
  /// One line an edition, only ever appended.
  package static let ledger = "LEDGER"
  /// Every file of the site but itself.
  package static let site = "SHA256SUMS"
  /// What an edition froze, and the edition before it.
  package static func sums(_ edition: Int) -> String { "editions/\(edition)/SHA256SUMS" }
  /// What the operator signed: the signature stands beside the edition's sums.
  package static func signature(_ edition: Int) -> String { sums(edition) + ".sig" }
  /// What an edition says of itself.
  package static func record(_ edition: Int) -> String { "editions/\(edition)/edition.json" }
  /// Where the register's own files of an edition are frozen; ends in a slash.
  package static func source(_ edition: Int) -> String { "editions/\(edition)/source/" }
  /// Where a tool's files of a version are frozen; ends in a slash.
  package static func source(of tool: String, version: Int) -> String {
    "tools/\(tool)/versions/\(version)/source/"
  }
}

/// The list of editions: line *k* is the digest of edition *k*'s `SHA256SUMS`.
///
/// It is a sums file with an order of its own, by edition, so that it only ever grows at its end: an older copy, kept anywhere,
/// is the beginning of every later one. `sha256sum --check --strict LEDGER` checks it from the site's root.
package struct LedgerFile: Sendable, Hashable {
  /// The digests of the editions' sums, the first edition's first.
  package private(set) var editions: [Digest]

  package init(_ editions: [Digest] = []) { self.editions = editions }

  /// Reads a ledger, or says which line is the first that does not fit. A ledger with no edition is no ledger.
  package static func reading(_ bytes: [UInt8]) -> Result<LedgerFile, SumsFile.Mistake> {
    readLines(bytes) { _, line, number in
      line.path == ProofPath.sums(number) ? nil : .sequence
    }.map { LedgerFile($0.map(\.digest)) }
  }

  package mutating func append(_ edition: Digest) { editions.append(edition) }

  /// The newest edition's number, and nought before the first.
  package var count: Int { editions.count }

  /// The digest of an edition's sums, where there is such an edition.
  package subscript(edition: Int) -> Digest? {
    editions.indices.contains(edition - 1) ? editions[edition - 1] : nil
  }

  package var bytes: [UInt8] {
    SumsFile.spelling(
      of: editions.enumerated().map {
        SumsFile.Line(digest: $0.element, path: ProofPath.sums($0.offset + 1))
      })
  }
}
