import Bytes
package import Editions
package import Findings
package import Ledger
import Reading
package import Records

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands frozen in a site: every edition, what could be written in each, and the files of every version.
package struct Frozen: Sendable {
  /// The site's folder; nothing where nothing was published yet.
  package let site: Folder?
  package let history: History
  package let ledger: LedgerFile
  /// The common files in force at each edition, from the first.
  package let common: [CommonFiles]

  package static let nothing = Frozen(site: nil, history: .none, ledger: LedgerFile(), common: [])

  /// The common files in force now.
  package var newestCommon: CommonFiles { common.last ?? CommonFiles() }
}

/// Reads what a site holds, or says what does not fit; it is not taken further than that.
///
/// A file that is there and cannot be read is never taken for one that is not there: what was made without it would be another site.
///
/// - Parameter site: the site's folder, or nothing where there is none.
package func readFrozen(_ site: Folder?) -> (frozen: Frozen?, findings: [Finding]) {
  guard let site else { return (.nothing, []) }
  let read = readSite(site)
  do throws(DiskError) { try site.sound() } catch { return (nil, [error.finding]) }
  return read
}

private func readSite(_ site: Folder) -> (frozen: Frozen?, findings: [Finding]) {
  guard let text = bytes(ProofPath.ledger, in: site) else {
    let isEmpty = site.files(in: site).isEmpty
    return isEmpty ? (.nothing, []) : (nil, [Finding("site.no-ledger", at: .file("Site/LEDGER"))])
  }
  guard case .success(let ledger) = LedgerFile.reading(text) else {
    return (nil, [Finding("site.ledger", at: .file("Site/LEDGER"))])
  }
  var editions: [Edition] = []
  var hashes: [String] = []
  var common: [CommonFiles] = []
  for number in 1...max(1, ledger.count) where number <= ledger.count {
    guard let edition = readEdition(number, in: site), let hash = ledger[number] else {
      let path = "Site/" + ProofPath.record(number)
      return (nil, [Finding("edition.unreadable", at: .file(path), ["edition": String(number)])])
    }
    guard let sums = bytes(ProofPath.sums(number), in: site), Digest(of: sums) == hash else {
      let path = "Site/" + ProofPath.sums(number)
      return (nil, [Finding("edition.altered", at: .file(path), ["edition": String(number)])])
    }
    editions.append(edition)
    hashes.append(hash.text)
    common.append(overlay(edition, on: common.last ?? CommonFiles(), in: site))
  }
  let history = History(editions: editions, hashes: hashes)
  return (Frozen(site: site, history: history, ledger: ledger, common: common), [])
}

private func readEdition(_ number: Int, in site: Folder) -> Edition? {
  let path = ProofPath.record(number)
  guard let text = bytes(path, in: site) else { return nil }
  let edition = Editions.readEdition(Source(path: "Site/" + path, bytes: text)).0
  return edition?.number == number ? edition : nil
}

private func overlay(_ edition: Edition, on older: CommonFiles, in site: Folder) -> CommonFiles {
  var changed: [String: Source] = [:]
  for name in edition.changed {
    let path = ProofPath.source(edition.number) + name
    if let text = bytes(path, in: site) { changed[name] = Source(path: path, bytes: text) }
  }
  return older.overlaid(with: changed, without: edition.removed)
}

/// A file of the site whole, or nothing where there is none; one that cannot be read is remembered by the site's folder.
func bytes(_ path: String, in site: Folder) -> [UInt8]? {
  do throws(DiskError) { return try site.read(path, limit: Frozen.longestFile) } catch {
    site.remember(error)
    return nil
  }
}

extension Folder {
  /// The files of a folder of the site, which remembers what cannot be listed.
  func files(in folder: Folder) -> [DiskEntry] {
    let listing = folder.list(hidden: false)
    for error in listing.errors { remember(error) }
    return listing.files
  }

  /// A folder of the site, or nothing where there is none.
  func opened(_ path: String) -> Folder? {
    do throws(DiskError) { return try folder(path) } catch {
      remember(error)
      return nil
    }
  }
}

/// The site's folder, or nothing where there is none yet.
package func openSite(_ path: String) throws(DiskError) -> Folder? {
  do { return try Folder(opening: path, called: "Site") } catch  where error.number == ENOENT { return nil }
}

extension Frozen {
  /// Larger than any limit a register may set for its own files.
  static let longestFile = 1 << 30

  /// The ids of the documents of a version beside its record, sorted by byte.
  func documents(of tool: String, version: Int) -> [String] {
    guard let site, let folder = site.opened(String(ProofPath.source(of: tool, version: version).dropLast())) else { return [] }
    return site.files(in: folder).map(\.path).filter { $0.hasSuffix(".md") && !$0.contains("/") && $0 != "record.md" }
      .map { String($0.dropLast(".md".utf8.count)) }.sorted { $0.precedesByBytes($1) }
  }

  /// The files of one version as they were published; what was redacted is not among them.
  package func folder(_ tool: String, version: Int) -> ToolFolder {
    let path = String(ProofPath.source(of: tool, version: version).dropLast())
    guard let site, let opened = site.opened(path) else {
      return ToolFolder(id: tool, path: path, documents: [], attachments: [])
    }
    var documents: [Source] = []
    var attachments: [Attachment] = []
    for entry in site.files(in: opened) where entry.path != signOffsName {
      if entry.path.hasSuffix(".md"), !entry.path.contains("/") {
        if let text = bytes(path + "/" + entry.path, in: site) {
          documents.append(Source(path: path + "/" + entry.path, bytes: text))
        }
      } else {
        let digest = bytes(path + "/" + entry.path, in: site).map { Digest(of: $0).text }
        attachments.append(Attachment(name: entry.path, size: entry.size, digest: digest))
      }
    }
    documents += replacements(tool, version)
    return ToolFolder(id: tool, path: path, documents: documents, attachments: attachments)
  }

  /// What stands in place of redacted documents.
  private func replacements(_ tool: String, _ version: Int) -> [Source] {
    guard let site else { return [] }
    return history.editions.flatMap { edition in
      edition.redactions.compactMap { redaction -> Source? in
        guard redaction.tool == tool, redaction.version == version, redaction.now != nil,
          redaction.file.hasSuffix(".md")
        else { return nil }
        let path = ProofPath.source(edition.number) + redaction.replacementName
        return bytes(path, in: site).map { Source(path: path, bytes: $0) }
      }
    }
  }
}
