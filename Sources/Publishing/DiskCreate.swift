#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Folder {
  /// Writes a new file below this folder, and the folders above it where they are not there yet.
  ///
  /// Never writes over anything (`EEXIST`) and never through a link. Half a file is taken away again.
  package func create(_ file: String, _ bytes: [UInt8]) throws(DiskError) {
    let above = try parent(of: file).map { path throws(DiskError) in try makeFolder(path) } ?? self
    let name = parent(of: file).map { String(file.dropFirst($0.utf8.count + 1)) } ?? file
    let path = told(file)
    do {
      try createFile(name, in: above.descriptor, bytes, told: path)
    } catch {
      if error.number != EEXIST { try? removeIfThere(name, in: above.descriptor, told: path) }
      throw error
    }
  }

  /// Opens a folder below this one, made step by step where it is not there yet.
  @discardableResult
  package func makeFolder(_ below: String) throws(DiskError) -> Folder {
    var steps = ""
    for step in below.split(separator: "/") {
      steps += (steps.isEmpty ? "" : "/") + step
      if try !holds(steps) { try System.makeFolder(steps, in: descriptor, path: told(steps)) }
    }
    return try folder(below)
  }
}

/// Writes a new file; there must be none of this name. What the system says of it then.
@discardableResult
func createFile(
  _ name: String, in folder: Int32, _ bytes: [UInt8], told path: String
) throws(DiskError) -> Status {
  let file = try System.open(
    name, in: folder, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o644, path: path)
  var failure: DiskError?
  bytes.withUnsafeBytes { bytes in
    do throws(DiskError) { try System.writeAll(file, bytes, path: path) } catch { failure = error }
  }
  if let failure { throw failure }
  let status = try System.status(file.raw, path: path)
  try file.close(path)
  return status
}

/// Writes a new file, and the folders above it where they are not there yet.
///
/// Makes the folder first: nearly every page has one of its own, and several threads may make the same one.
@discardableResult
func createFileAndFolders(
  _ name: String, in folder: Int32, _ bytes: [UInt8], told path: String
) throws(DiskError) -> Status {
  if let above = parent(of: name) { try makeFolders(above, in: folder, told: path) }
  return try createFile(name, in: folder, bytes, told: path)
}

/// Makes a folder and those above it, as far as they are not there.
func makeFolders(_ name: String, in folder: Int32, told path: String) throws(DiskError) {
  do {
    try System.makeFolder(name, in: folder, path: path)
  } catch  where error.number == EEXIST {
    return
  } catch  where error.number == ENOENT {
    guard let above = parent(of: name), !above.isEmpty else { throw error }
    try makeFolders(above, in: folder, told: path)
    do {
      try System.makeFolder(name, in: folder, path: path)
    } catch  where error.number == EEXIST { return }
  }
}
