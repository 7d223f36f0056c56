import Findings
import Publishing

/// Writes a new file where a command line asks for it; never over anything (`EEXIST`).
func writeFile(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
  let (folder, name) = try opened(path)
  try folder.create(name, bytes)
}

/// Reads a file that a command line names.
func readFile(_ path: String, limit: Int) throws(DiskError) -> [UInt8] {
  let (folder, name) = try opened(path)
  return try folder.read(name, limit: limit)
}

/// Says of a file that a command line names where it is not there; it may be a pipe, and is not read.
func checkIsThere(_ path: String) throws(DiskError) {
  let (folder, name) = try opened(path)
  try folder.require(name)
}

/// The same, as a source in which findings have their places.
func readSource(_ path: String, limit: Int) throws(DiskError) -> (Source?, [Finding]) {
  let (folder, name) = try opened(path)
  return folder.source(name, limit: limit)
}

private func opened(_ path: String) throws(DiskError) -> (Folder, name: String) {
  let (folder, name) = folderAndName(path)
  return (try Folder(opening: folder, called: folder), name)
}
