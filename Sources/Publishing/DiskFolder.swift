import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open folder from which files are read without ever leaving it.
///
/// Each step of a path is opened from the one before and no step may be a symbolic link, so what is read stands under this folder
/// even where somebody moves things meanwhile. Only regular files are read; a pipe or a device does not keep us waiting.
///
/// A folder remembers the first read that failed on what stands there, where somebody went on without it (`bytes(_:in:)`): nothing that
/// was made meanwhile may be kept, and `sound` says so.
package final class Folder: Sendable {
  /// How errors name the folder; empty for the register's root, so that paths are told relative to it.
  package let path: String
  let descriptor: Int32
  private let lapse = Mutex<DiskError?>(nil)

  /// Opens a folder by a path of the operator's, who may mean a link.
  package convenience init(opening path: String, called name: String = "") throws(DiskError) {
    let opened = try System.open(path, O_RDONLY | O_DIRECTORY, path: path)
    self.init(opened.release(), path: name)
  }

  init(_ descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit { _ = Descriptor(descriptor) }

  /// Throws what was remembered.
  func sound() throws(DiskError) {
    if let error = lapse.withLock({ $0 }) { throw error }
  }

  /// Remembers that something could not be read; that it is not there is no failure.
  func remember(_ error: DiskError) {
    if error.isNothing { return }
    lapse.withLock { $0 = $0 ?? error }
  }

  /// Opens a folder below this one.
  package func folder(_ below: String) throws(DiskError) -> Folder {
    Folder(try open(below, O_RDONLY | O_DIRECTORY).release(), path: told(below))
  }

  /// Reads a file once and whole.
  ///
  /// Refuses what is no regular file with the system's own errors: a link is `ELOOP`, a folder `EISDIR`, anything else `ENXIO`; and
  /// a file of more than `limit` bytes with `EFBIG`, before it is read.
  package func read(_ file: String, limit: Int) throws(DiskError) -> [UInt8] {
    let path = told(file)
    let opened = try open(file, O_RDONLY | O_NONBLOCK)
    let size = try size(of: opened, told: path)
    if size > limit { throw DiskError(path: path, call: "read", number: EFBIG) }
    // One byte more than the file says: the read that finds its end needs no second buffer.
    var bytes: [UInt8] = []
    var room = size + 1
    var failure: DiskError?
    while true {
      let wanted = room
      let piece = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        count = 0
        do throws(DiskError) {
          let bytes = UnsafeMutableRawBufferPointer(buffer)
          while count < wanted {
            let more = try System.read(
              opened, UnsafeMutableRawBufferPointer(rebasing: bytes[count...]), path: path)
            if more == 0 { break }
            count += more
          }
        } catch { failure = error }
      }
      if let failure { throw failure }
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      if bytes.count > limit { throw DiskError(path: path, call: "read", number: EFBIG) }
      if piece.count < wanted { return bytes }
      room = max(4096, bytes.count)
    }
  }

  /// Whether there is a file or folder of this path, reached without following a link; the empty path is this folder.
  package func holds(_ below: String) throws(DiskError) -> Bool {
    guard !below.isEmpty else { return true }
    do {
      let above = parent(of: below)
      let name = above.map { String(below.dropFirst($0.count + 1)) } ?? below
      // As in every other step of the way.
      if ["", ".", ".."].contains(name) { return false }
      return try (above.map(folder) ?? self).entry(name) != nil
    } catch  where [ENOENT, ENOTDIR, ELOOP, EMLINK, EINVAL].contains(error.number) {
      return false
    }
  }

  /// Says of what is to be there where it is not.
  package func require(_ below: String) throws(DiskError) {
    if try !holds(below) { throw DiskError(path: told(below), call: "open", number: ENOENT) }
  }

  /// Opens a regular file, for reading where nothing else is said, every step of the way without following a link.
  func openFile(_ file: String, _ flags: Int32 = O_RDONLY) throws(DiskError) -> Descriptor {
    let opened = try open(file, flags | O_NONBLOCK)
    _ = try size(of: opened, told: told(file))
    return opened
  }

  /// How many bytes an open file has; what is no regular file is refused.
  private func size(of opened: borrowing Descriptor, told path: String) throws(DiskError) -> Int {
    let status = try System.status(opened.raw, path: path)
    if status.kind == .folder { throw DiskError(path: path, call: "read", number: EISDIR) }
    if status.kind != .file { throw DiskError(path: path, call: "read", number: ENXIO) }
    return status.size
  }

  private func open(_ below: String, _ flags: Int32) throws(DiskError) -> Descriptor {
    let steps = below.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    if steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }) {
      throw DiskError(path: told(below), call: "open", number: EINVAL)
    }
    return try Folder.open(steps[...], in: descriptor, flags, path: told(below))
  }

  /// Opens the first step in a folder, and in what that is the others.
  private static func open(_ steps: ArraySlice<String>, in folder: Int32, _ flags: Int32, path: String) throws(DiskError) -> Descriptor {
    guard let step = steps.first else { throw DiskError(path: path, call: "open", number: EINVAL) }
    if steps.count == 1 { return try System.open(step, in: folder, flags | O_NOFOLLOW, path: path) }
    let opened = try System.open(step, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, path: path)
    return try open(steps.dropFirst(), in: opened.raw, flags, path: path)
  }

  func told(_ below: String) -> String { path.isEmpty ? below : path + "/" + below }
}
