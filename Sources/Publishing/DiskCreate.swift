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
