import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the memory of builds into one place stands: `.gazette/memory/<place>`, in the register's folder.
package struct MemoryKeeper: Sendable {
  private let tree: FileTree
  private let name: String
  /// When this began, by the clock of the disk; taken before the files are looked at that are to be remembered.
  let start: Int64

  /// - Parameter target: the folder that is built into.
  package init(of target: String, under root: Folder) throws(DiskError) {
    try makeFolders(".gazette/memory", in: root.descriptor, told: root.told(".gazette/memory"))
    tree = FileTree(over: try root.folder(".gazette/memory"))
    name = String(Digest(of: realPlace(of: target)).text.prefix(16))
    let clock = name + ".clock"
    try removeIfThere(clock, in: tree.folder.descriptor, told: clock)
    try createFile(clock, in: tree.folder.descriptor, [], told: tree.folder.told(clock))
    start = try System.status(clock, in: tree.folder.descriptor, path: clock)?.changed ?? 0
    try removeIfThere(clock, in: tree.folder.descriptor, told: clock)
  }

  /// What the build before left; nothing where there was none or it cannot be read.
  var memory: Memory? { read(name).flatMap { Memory($0) } }

  var glance: [UInt8]? { read(name + ".glance") }

  func keep(_ bytes: [UInt8]) throws(DiskError) { _ = try tree.write(name, bytes) }

  /// - Parameter glance: nothing to leave none, where not all that was seen can be told.
  func keep(glance: [UInt8]?) throws(DiskError) {
    let file = name + ".glance"
    if let glance { _ = try tree.write(file, glance) } else { try removeIfThere(file, in: tree.folder.descriptor, told: file) }
  }

  private func read(_ file: String) -> [UInt8]? { try? tree.folder.read(file, limit: Int.max - 1) }
}

/// A path without links and steps back, where it can be told; two spellings of one folder share a memory.
private func realPlace(of path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }
  return String(cString: real)
}
