import CPosix

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A call to the system that failed: on which file, which call, and what the system said.
package struct DiskError: Error, Sendable, Hashable {
  package let path: String
  package let call: String
  package let number: Int32

  package init(path: String, call: String, number: Int32) {
    self.path = path
    self.call = call
    self.number = number
  }

  /// What is no call of the system but of ours: to build into a folder.
  static let building = "build into"

  /// Whether nothing stands at the path.
  var isAbsence: Bool { number == ENOENT }

  /// Whether the name is none, or stands for something that is never read.
  var isNothing: Bool {
    [ENOENT, ENOTDIR, ELOOP, EMLINK, EISDIR, ENXIO, EFBIG, EINVAL, ENAMETOOLONG].contains(number)
  }

  /// What the system calls the error, such as `No space left on device`.
  package var text: String {
    if call == DiskError.building, number == EWOULDBLOCK { return "another build is writing here; wait until it has ended" }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { room in
      guard let start = room.baseAddress else { return "error \(number)" }
      start.initialize(repeating: 0, count: room.count)
      _ = strerror_r(number, start, room.count)
      return String(cString: start)
    }
  }
}

/// An open file that closes itself.
struct Descriptor: ~Copyable {
  let raw: Int32

  init(_ raw: Int32) { self.raw = raw }

  deinit { _ = System.closing(raw) }

  /// Closes the file and says whether the system could: a full disk or a lost server may show only now.
  consuming func close(_ path: String) throws(DiskError) {
    let raw = self.raw
    discard self
    // After an interrupted close the file is closed; closing again could close another thread's.
    if System.closing(raw) != 0, errno != EINTR {
      throw DiskError(path: path, call: "close", number: errno)
    }
  }

  /// Gives the open file away; the taker closes it.
  consuming func release() -> Int32 {
    let raw = self.raw
    discard self
    return raw
  }
}

/// The calls to the system that the disk layer makes, each tried again when a signal interrupts it.
///
/// `path` is what an error names; what is opened is the name under `folder`.
enum System {
  static let here = AT_FDCWD

  fileprivate static func closing(_ raw: Int32) -> Int32 { close(raw) }

  /// Makes a call until no signal interrupts it; below nought is a failure.
  @inline(__always)
  static func attempt<Count: BinaryInteger>(
    _ call: StaticString, _ path: String, _ body: () -> Count
  ) throws(DiskError) -> Count {
    while true {
      let result = body()
      if result >= 0 { return result }
      let number = errno
      if number != EINTR {
        throw DiskError(path: path, call: "\(call)", number: number)
      }
    }
  }

  static func open(
    _ name: String, in folder: Int32 = here, _ flags: Int32, mode: Int32 = 0, path: String
  ) throws(DiskError) -> Descriptor {
    Descriptor(
      try attempt("open", path) { gazette_openat(folder, name, flags | O_CLOEXEC, mode) })
  }

  static func read(
    _ file: borrowing Descriptor, _ room: UnsafeMutableRawBufferPointer, path: String
  ) throws(DiskError) -> Int {
    let raw = file.raw
    guard let start = room.baseAddress, !room.isEmpty else { return 0 }
    return try attempt("read", path) { readSome(raw, start, room.count) }
  }

  /// Reads from some place in a file until the room is full or the file ends; how much that was.
  static func read(
    _ file: borrowing Descriptor, _ room: UnsafeMutableRawBufferPointer, at offset: Int, path: String
  ) throws(DiskError) -> Int {
    let raw = file.raw
    var count = 0
    while count < room.count, let start = room.baseAddress {
      let more = try attempt("read", path) { pread(raw, start + count, room.count - count, off_t(offset + count)) }
      if more == 0 { break }
      count += more
    }
    return count
  }

  /// Where the next bytes of a file are read or, but where they always go to its end, written.
  static func position(_ file: borrowing Descriptor, path: String) throws(DiskError) -> Int {
    let raw = file.raw
    return Int(try attempt("seek", path) { lseek(raw, 0, SEEK_CUR) })
  }

  /// A new file that has no name by the time anybody could look for it.
  static func nameless() throws(DiskError) -> Descriptor {
    let path = passing + "/gazette-XXXXXX"
    var name = Array(path.utf8CString)
    let file = Descriptor(try attempt("mkstemp", path) { mkstemp(&name) })
    _ = try attempt("unlink", path) { unlink(name) }
    return file
  }

  /// Where the system puts passing files.
  static var passing: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

  static func writeAll(
    _ file: borrowing Descriptor, _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(DiskError) {
    let raw = file.raw
    var rest = bytes
    while let start = rest.baseAddress, !rest.isEmpty {
      let count = rest.count
      let written = try attempt("write", path) { write(raw, start, count) }
      if written == 0 { throw DiskError(path: path, call: "write", number: EIO) }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  static func status(_ file: Int32, path: String) throws(DiskError) -> Status {
    var status = stat()
    _ = try attempt("fstat", path) { fstat(file, &status) }
    return Status(status)
  }

  /// The status of a name, of a link itself where it is one; nothing where there is no such name.
  static func status(
    _ name: String, in folder: Int32 = here, path: String
  ) throws(DiskError) -> Status? {
    var status = stat()
    do {
      _ = try attempt("stat", path) { fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) }
      return Status(status)
    } catch  where error.number == ENOENT {
      return nil
    }
  }

  static func makeFolder(_ name: String, in folder: Int32 = here, path: String) throws(DiskError) {
    _ = try attempt("mkdir", path) { mkdirat(folder, name, 0o755) }
  }

  static func remove(
    _ name: String, in folder: Int32 = here, isFolder: Bool, path: String
  ) throws(DiskError) {
    _ = try attempt(isFolder ? "rmdir" : "unlink", path) {
      unlinkat(folder, name, isFolder ? AT_REMOVEDIR : 0)
    }
  }

  static func rename(
    _ old: String, in oldFolder: Int32 = here, to new: String, in newFolder: Int32 = here,
    path: String
  ) throws(DiskError) {
    _ = try attempt("rename", path) { renameat(oldFolder, old, newFolder, new) }
  }

  static func link(
    _ old: String, in oldFolder: Int32, to new: String, in newFolder: Int32, path: String
  ) throws(DiskError) {
    _ = try attempt("link", path) { linkat(oldFolder, old, newFolder, new, 0) }
  }

  static func exchange(_ one: String, _ other: String) throws(DiskError) {
    _ = try attempt("exchange", other) { gazette_exchange(one, other) }
  }

  /// Puts everything of a file's file system on the disk.
  static func syncAll(_ file: borrowing Descriptor, path: String) throws(DiskError) {
    let raw = file.raw
    _ = try attempt("syncfs", path) { gazette_sync(raw) }
  }

  /// Puts one file, or one folder's names, on the disk.
  static func sync(_ file: borrowing Descriptor, path: String) throws(DiskError) {
    let raw = file.raw
    _ = try attempt("fsync", path) { fsync(raw) }
  }

  /// Where a symbolic link points, as written in it.
  static func target(of name: String, in folder: Int32, path: String) throws(DiskError) -> String {
    try withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) {
      room throws(DiskError) -> String in
      guard let start = room.baseAddress else { return "" }
      let length = try attempt("readlink", path) { readlinkat(folder, name, start, room.count) }
      return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
    }
  }
}

/// The system's own call, whose name `System.read` hides.
private func readSome(_ file: Int32, _ room: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, room, count)
}

/// What the system tells of a name.
struct Status {
  enum Kind { case file, folder, link, other }

  let kind: Kind
  let size: Int
  let mode: UInt32
  let number: UInt64
  let modified: Int64
  let changed: Int64

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(status.st_size)
    mode = UInt32(status.st_mode & 0o7777)
    number = UInt64(status.st_ino)
    #if canImport(Darwin)
      let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (modified, changed) = (status.st_mtim, status.st_ctim)
    #endif
    self.modified = Int64(modified.tv_sec) &* 1_000_000_000 &+ Int64(modified.tv_nsec)
    self.changed = Int64(changed.tv_sec) &* 1_000_000_000 &+ Int64(changed.tv_nsec)
  }
}
