import Bytes
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What writing a file came to.
package enum Written: Sendable, Hashable {
  case made, changed
  /// The file held these bytes already.
  case kept
}

/// A folder whose whole content we make: files are written where they differ, and what is no longer made is removed.
///
/// For previews, where the same site is made again and again and one sentence changed. A file that differs is written beside its
/// place and renamed into it, so a reader never sees half a file; the set of files is not exchanged at once, as a `Stage` is.
/// May be used from several threads, each path from one of them.
package struct FileTree: Sendable {
  /// Tells a folder of ours from one that holds somebody's files.
  static let mark = ".gazette-build"

  let folder: Folder
  /// Whether nothing stood in it when it was opened.
  let isNew: Bool
  private let touch: Touch

  /// Opens a folder to write to, and makes it where there is none.
  ///
  /// A folder that holds files we did not make is refused with `ENOTEMPTY`: all that is in it would be removed.
  package init(at path: String) throws(DiskError) {
    try makeFolders(path, in: System.here, told: path)
    folder = try Folder(opening: path, called: path)
    touch = Touch(marks: true)
    isNew = try folder.entry(FileTree.mark) == nil
    if !isNew { return }
    guard folder.list(hidden: true).entries.isEmpty else {
      throw DiskError(path: path, call: DiskError.building, number: ENOTEMPTY)
    }
    do {
      try createFile(FileTree.mark, in: folder.descriptor, [], told: folder.told(FileTree.mark))
    } catch  where error.number == EEXIST {}
  }

  /// The folder for one build alone: the system holds the others off until it is let go, or its process ends.
  ///
  /// Where the system cannot lock folders, nobody is held off.
  package func alone() throws(DiskError) -> FileTree {
    if flock(folder.descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw DiskError(path: folder.path, call: DiskError.building, number: EWOULDBLOCK)
    }
    return self
  }

  /// A folder known to be ours.
  init(over folder: Folder) {
    self.folder = folder
    isNew = false
    touch = Touch(marks: false)
  }

  /// By what this folder is known again as nobody has written to it since, by this program's commands.
  func standing() throws(DiskError) -> Mark { try mark(FileTree.mark) }

  /// To be called before anything is written or removed: what was remembered of this folder does not hold any more, also where we
  /// come to no end.
  func beginWriting() throws(DiskError) { try touch.once(in: folder) }

  /// Writes a file where it does not hold these bytes already.
  package func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Written { try put(path, bytes).written }

  /// The same, and by what the file is known again.
  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> (written: Written, mark: Mark) {
    let told = folder.told(path)
    if isNew {
      // Nothing stood here: what is there now was made in this build.
      try beginWriting()
      do {
        return (.made, Mark(try createFileAndFolders(path, in: folder.descriptor, bytes, told: told)))
      } catch  where error.number == EEXIST {}
    }
    let comparison = try compare(path, in: folder.descriptor, with: bytes, told: told)
    if comparison != .same { try beginWriting() }
    switch comparison {
    case .same: return (.kept, try mark(path))
    case .absent:
      return (.made, Mark(try createFileAndFolders(path, in: folder.descriptor, bytes, told: told)))
    case .different:
      let beside = beside(path)
      try removeIfThere(beside, in: folder.descriptor, told: told)
      try createFile(beside, in: folder.descriptor, bytes, told: told)
      try System.rename(
        beside, in: folder.descriptor, to: path, in: folder.descriptor, path: told)
      // The system counts a new name as a change to the file.
      return (.changed, try mark(path))
    case .unlike:
      try removeTree(path, in: folder.descriptor, told: told)
      return (.changed, Mark(try createFileAndFolders(path, in: folder.descriptor, bytes, told: told)))
    }
  }

  /// By what a file is known again; nothing that is ever known again where there is none.
  func mark(_ path: String) throws(DiskError) -> Mark {
    guard let status = try System.status(path, in: folder.descriptor, path: folder.told(path)), status.kind == .file else {
      return .none
    }
    return Mark(status)
  }

  /// Removes files, and the folders that are left empty; the paths that went, sorted by byte.
  func remove(_ paths: Set<String>) throws(DiskError) -> [String] {
    let sorted = paths.sorted { $0.precedesByBytes($1) }
    if !sorted.isEmpty { try beginWriting() }
    for path in sorted {
      do throws(DiskError) {
        try removeIfThere(path, in: folder.descriptor, told: folder.told(path))
      } catch  where error.number == ENOTDIR { continue }
      var above = parent(of: path)
      while let empty = above {
        do throws(DiskError) {
          try System.remove(empty, in: folder.descriptor, isFolder: true, path: folder.told(empty))
        } catch { break }
        above = parent(of: empty)
      }
    }
    return sorted
  }

  /// Removes every file but these, and the folders that are left empty; the paths that went, sorted by byte.
  package func removeAll(but made: Set<String>) throws(DiskError) -> [String] { try removeAll { !made.contains($0) } }

  /// The same for files that are asked for one by one, each folder's one after the other.
  func removeAll(where isOdd: (String) throws(DiskError) -> Bool) throws(DiskError) -> [String] {
    var removed: [String] = []
    _ = try sweep(folder, below: "", isOdd, &removed)
    return removed.sorted { $0.precedesByBytes($1) }
  }

  /// Goes through one folder and then through those in it, so that no more than their names are held at once.
  ///
  /// - Returns: whether anything is left there.
  private func sweep(
    _ opened: Folder, below: String, _ isOdd: (String) throws(DiskError) -> Bool, _ removed: inout [String]
  ) throws(DiskError) -> Bool {
    let listing = opened.list(hidden: true, deep: false)
    if let error = listing.errors.first { throw error }
    if below.utf8.count > FileTree.longestPath { throw DiskError(path: folder.told(below), call: "open", number: ENAMETOOLONG) }
    var isLeft = false
    for entry in listing.entries {
      let path = below + entry.path
      let isFolder = entry.kind == .folder
      let stays: Bool
      if isFolder {
        stays = try sweep(opened.folder(entry.path), below: path + "/", isOdd, &removed)
      } else {
        stays = path == FileTree.mark ? true : try !isOdd(path)
      }
      if stays {
        isLeft = true
        continue
      }
      try beginWriting()
      try System.remove(entry.path, in: opened.descriptor, isFolder: isFolder, path: folder.told(path))
      if !isFolder { removed.append(path) }
    }
    return isLeft
  }

  /// A path of more bytes is none of ours.
  private static let longestPath = 4096
}

/// Puts another file in the place of the mark, once: whoever remembers the one knows that it is not there any more.
private final class Touch: Sendable {
  /// Whether there is still one to be put.
  private let isDue: Mutex<Bool>

  init(marks: Bool) { isDue = Mutex(marks) }

  func once(in folder: Folder) throws(DiskError) {
    try isDue.withLock { isDue throws(DiskError) in
      guard isDue else { return }
      let (beside, told) = (beside(FileTree.mark), folder.told(FileTree.mark))
      try removeIfThere(beside, in: folder.descriptor, told: told)
      try createFile(beside, in: folder.descriptor, [], told: told)
      try System.rename(beside, in: folder.descriptor, to: FileTree.mark, in: folder.descriptor, path: told)
      isDue = false
    }
  }
}

/// The folder a path stands in, where it stands in one.
func parent(of path: String) -> String? {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
  return String(path[..<slash])
}

/// The folder a path of the operator's stands in, also where it is not named, and its name there.
package func folderAndName(_ path: String) -> (folder: String, name: String) {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
  return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
}

enum Comparison { case same, different, absent, unlike }

/// Compares a file with bytes: first the sizes, then the content, a piece at a time.
func compare(
  _ name: String, in folder: Int32, with bytes: [UInt8], told path: String
) throws(DiskError) -> Comparison {
  do {
    let file = try System.open(name, in: folder, O_RDONLY | O_NOFOLLOW | O_NONBLOCK, path: path)
    let status = try System.status(file.raw, path: path)
    guard status.kind == .file else { return .unlike }
    guard status.size == bytes.count else { return .different }
    return try holds(file, bytes, path) ? .same : .different
  } catch {
    switch error.number {
    case ENOENT: return .absent
    // A link, or a pipe that nobody writes to.
    case ELOOP, EMLINK, ENXIO: return .unlike
    default: throw error
    }
  }
}

/// Whether an open file of the same size holds these bytes.
private func holds(
  _ file: borrowing Descriptor, _ bytes: [UInt8], _ path: String
) throws(DiskError) -> Bool {
  let room = UnsafeMutableRawBufferPointer.allocate(
    byteCount: max(1, min(bytes.count, 1 << 16)), alignment: 16)
  defer { room.deallocate() }
  var offset = 0
  while offset < bytes.count {
    let count = try System.read(file, room, path: path)
    let same = bytes.withUnsafeBytes { held in
      guard count > 0, count <= held.count - offset, let left = held.baseAddress,
        let right = room.baseAddress
      else { return false }
      return memcmp(left + offset, right, count) == 0
    }
    if !same { return false }
    offset += count
  }
  return true
}

/// Where a file is written before it takes its place: in the same folder, by a name with a dot in front, as no page or attachment has.
func beside(_ path: String) -> String {
  let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
  return path[..<name] + "." + path[name...] + ".new"
}

func removeIfThere(_ name: String, in folder: Int32, told path: String) throws(DiskError) {
  do {
    try System.remove(name, in: folder, isFolder: false, path: path)
  } catch  where error.number == ENOENT { return }
}

/// Removes a file, a link or a folder with all it holds; nothing where there is none. Follows no link.
func removeTree(_ name: String, in folder: Int32, told path: String) throws(DiskError) {
  guard let status = try System.status(name, in: folder, path: path) else { return }
  guard status.kind == .folder else {
    return try removeIfThere(name, in: folder, told: path)
  }
  let opened = Folder(
    try System.open(name, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, path: path).release(),
    path: path)
  var names: [String] = []
  var odd: [String] = []
  try opened.names(hidden: true, unreadable: &odd) { name throws(DiskError) in names.append(name) }
  for name in names { try removeTree(name, in: opened.descriptor, told: path + "/" + name) }
  try System.remove(name, in: folder, isFolder: true, path: path)
}
