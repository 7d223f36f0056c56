import Publishing

/// Writes a new file where a command line asks for it; never over anything (`EEXIST`).
func writeFile(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
  let slash = path.lastIndex(of: "/")
  let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
  try Folder(opening: folder, called: folder).create(name, bytes)
}
