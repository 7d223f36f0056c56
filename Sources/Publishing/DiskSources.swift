import Bytes
package import Findings

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks at what stands under a folder of the register: its regular files, and a finding for everything that cannot be published.
///
/// - Parameters:
///   - prefix: where the folder stands in the register, such as `Content`; findings and paths start with it.
///   - left: a folder right in this one that is named and not looked into.
/// - Returns: the files sorted by the bytes of their path. Links are never followed; names that start with a dot are left out.
package func survey(
  _ folder: Folder, at prefix: String, leaving left: String? = nil
) -> (files: [DiskEntry], findings: [Finding]) {
  let (entries, findings) = surveyAll(folder, at: prefix, leaving: left)
  return (entries.filter { $0.kind == .file }, findings)
}

/// The same with all that is no file.
func surveyAll(
  _ folder: Folder, at prefix: String, leaving left: String? = nil
) -> (entries: [DiskEntry], findings: [Finding]) {
  sift(folder.list(hidden: false, leaving: left), at: prefix)
}

/// Looks at what stands right in a folder of the register, and into no folder in it.
func surveyFlat(_ folder: Folder, at prefix: String) -> (entries: [DiskEntry], findings: [Finding]) {
  sift(folder.list(hidden: false, leaving: nil, deep: false), at: prefix)
}

/// What a listing holds, by its paths in the register, and a finding for everything that cannot be published.
private func sift(_ listing: Listing, at prefix: String) -> (entries: [DiskEntry], findings: [Finding]) {
  var findings = listing.errors.map { $0.finding }
  for name in listing.unreadableNames {
    findings.append(Finding("file.name", at: .file(name), ["file": name]))
  }
  var entries = listing.entries
  for index in entries.indices { entries[index].path = prefix + "/" + entries[index].path }
  for entry in entries {
    if let finding = nameFinding(entry.path) { findings.append(finding) }
    switch entry.kind {
    case .file: continue
    case .folder:
      if isDocumentName(entry.path) {
        findings.append(Finding("file.folder", at: .file(entry.path), ["file": entry.path]))
      }
    case .link(let target):
      findings.append(
        Finding("file.link", at: .file(entry.path), ["file": entry.path, "target": target]))
    case .other:
      findings.append(Finding("file.special", at: .file(entry.path), ["file": entry.path]))
    }
  }
  return (entries, findings + twinFindings(entries))
}

extension Folder {
  /// Reads a file of the register, or says why it cannot be read.
  package func source(_ file: String, limit: Int) -> (Source?, [Finding]) {
    do throws(DiskError) {
      return (Source(path: told(file), bytes: try read(file, limit: limit)), [])
    } catch {
      return (nil, [error.finding(limit: limit)])
    }
  }
}

extension DiskError {
  /// What a person is told where a file of the register cannot be read.
  package var finding: Finding { finding(limit: nil) }

  func finding(limit: Int?) -> Finding {
    let place = Place.file(path)
    switch number {
    case ELOOP, EMLINK: return Finding("file.link", at: place, ["file": path])
    case EISDIR: return Finding("file.folder", at: place, ["file": path])
    case ENXIO: return Finding("file.special", at: place, ["file": path])
    case EFBIG:
      var facts = ["file": path]
      if let limit { facts["limit"] = String(limit / 1024) }
      return Finding("file.large", at: place, facts)
    default: return Finding("file.unreadable", at: place, ["file": path, "reason": text])
    }
  }
}

/// Whether a name is one that only a file should have.
private func isDocumentName(_ path: String) -> Bool {
  path.hasSuffix(".md") || path.hasSuffix(".yaml")
}

/// What is wrong with the last part of a path.
private func nameFinding(_ path: String) -> Finding? {
  let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.utf8.startIndex
  let name = path.utf8[start...]
  // What Windows refuses in a name is refused here: the register and its site are cloned there too.
  if name.contains(where: isRefused) || name.last == UInt8(ascii: ".") || name.last == 0x20 || name.first == 0x20 {
    return Finding("file.name", at: .file(path), ["file": printable(path)])
  }
  if name.contains(where: { $0 >= 0x80 }) { return Finding("file.letters", at: .file(path), ["file": path]) }
  return nil
}

private func isRefused(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x7F: true
  case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "|"), UInt8(ascii: "?"),
    UInt8(ascii: "*"), UInt8(ascii: "\\"):
    true
  default: false
  }
}

/// A path with its control characters shown as `?`.
private func printable(_ path: String) -> String {
  String(
    String.UnicodeScalarView(
      path.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? "?" : $0 }))
}

/// Names that one computer tells apart and another does not.
private func twinFindings(_ entries: [DiskEntry]) -> [Finding] {
  var findings: [Finding] = []
  var first: [String: String] = [:]
  for entry in entries {
    let folded = String(
      decoding: entry.path.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
      as: UTF8.self)
    if let other = first[folded] {
      findings.append(
        Finding("file.twin", at: .file(entry.path), ["file": entry.path, "other": other]))
    } else {
      first[folded] = entry.path
    }
  }
  return findings
}
