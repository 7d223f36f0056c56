import Bytes
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
    let (folder, told) = (tree.folder.descriptor, tree.folder.told(clock))
    try removeIfThere(clock, in: folder, told: told)
    try createFile(clock, in: folder, [], told: told)
    start = try System.status(clock, in: folder, path: told)?.changed ?? 0
    try removeIfThere(clock, in: folder, told: told)
  }

  /// What the build before left; nothing where there was none or it cannot be read.
  var memory: Memory? {
    guard let list = read(name), let leavings = try? Leavings(opening: left, in: tree.folder, adds: true) else { return nil }
    return Memory(list, in: leavings)
  }

  /// New leavings, beside those of the build before.
  func leavings() throws(DiskError) -> Leavings { try Leavings(making: fresh, in: tree.folder) }

  private var left: String { name + ".left" }
  private var fresh: String { left + ".new" }

  /// Whether the memory is of all that stands in the folder: nobody has written there since.
  func holds(_ standing: Mark) -> Bool {
    guard standing != .none, let bytes = read(name + ".standing") else { return false }
    var unpacker = Unpacker(bytes)
    return (try? unpacker.next(Mark.self)) == standing
  }

  var glance: [UInt8]? { read(name + ".glance") }

  /// Keeps what a build leaves.
  ///
  /// The list goes last: one that tells of other leavings than stand there is not believed, piece by piece.
  /// - Returns: the mark that the memory has now.
  func keep(_ memory: Memory) throws(DiskError) -> Mark {
    // What cannot be read any more stays as it is, and is found out by whoever needs it.
    let memory = memory.isMostlyDead ? (try? memory.moved(to: leavings())) ?? memory : memory
    if memory.leavings.name == fresh {
      let (folder, told) = (tree.folder.descriptor, tree.folder.told(left))
      try System.rename(fresh, in: folder, to: left, in: folder, path: told)
    }
    let (list, mark) = memory.list()
    _ = try tree.write(name, list)
    return mark
  }

  /// After the memory: whoever is stopped between the two leaves one that is not taken for what stands there.
  func keep(_ standing: Mark) throws(DiskError) {
    var packer = Packer()
    packer.put(standing)
    _ = try tree.write(name + ".standing", packer.bytes)
  }

  func keep(glance: [UInt8]) throws(DiskError) { _ = try tree.write(name + ".glance", glance) }

  private func read(_ file: String) -> [UInt8]? { try? tree.folder.read(file, limit: Int.max - 1) }
}

/// A path without links and steps back, as far as it stands; two spellings of one folder share a memory, also before it is made.
package func realPlace(of path: String) -> String {
  if let real = realpath(path, nil) {
    defer { free(real) }
    return String(cString: real)
  }
  let (folder, name) = folderAndName(path)
  guard folder != path else { return path }
  return name.isEmpty ? realPlace(of: folder) : realPlace(of: folder) + "/" + name
}
