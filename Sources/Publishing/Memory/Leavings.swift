import Bytes
import Ledger
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the tools of a build leave behind, one after the other in a file that only grows.
///
/// A register of a hundred thousand tools leaves more than fits into memory: each tool adds its pieces when it is made, from any thread,
/// and whoever needs one reads it where it stands. The next build adds to the same file, so that what it takes over costs nothing.
final class Leavings: Sendable {
  private let file: Descriptor
  /// As the file was opened; empty where it has none.
  let name: String
  private let path: String
  private let end: Mutex<Int>

  private init(_ file: consuming Descriptor, _ name: String, path: String, size: Int) {
    self.file = file
    self.name = name
    self.path = path
    end = Mutex(size)
  }

  /// A new file.
  convenience init(making name: String, in folder: Folder) throws(DiskError) {
    let told = folder.told(name)
    try removeIfThere(name, in: folder.descriptor, told: told)
    let flags = O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW
    self.init(try System.open(name, in: folder.descriptor, flags, mode: 0o644, path: told), name, path: told, size: 0)
  }

  /// A new file without a name, gone with this.
  convenience init() throws(DiskError) {
    self.init(try System.nameless(), "", path: System.passing, size: 0)
  }

  /// One that stands already.
  ///
  /// - Parameter adds: whether more is to be added to it.
  convenience init(opening name: String, in folder: Folder, adds: Bool) throws(DiskError) {
    let file = try folder.openFile(name, adds ? O_RDWR | O_APPEND : O_RDONLY)
    let size = try System.status(file.raw, path: folder.told(name)).size
    self.init(file, name, path: folder.told(name), size: size)
  }

  var size: Int { end.withLock { $0 } }

  /// Adds some bytes; where they stand from now on.
  ///
  /// The system puts them at the file's end and says where that was: another process may add to the same file.
  func add(_ bytes: [UInt8]) throws(DiskError) -> Stretch {
    let start = try end.withLock { end throws(DiskError) -> Int in
      try write(bytes)
      if !bytes.isEmpty { end = try System.position(file, path: path) }
      return end - bytes.count
    }
    return Stretch(offset: start, length: bytes.count)
  }

  private func write(_ bytes: [UInt8]) throws(DiskError) {
    var failure: DiskError?
    bytes.withUnsafeBytes { bytes in
      do throws(DiskError) { try System.writeAll(file, bytes, path: path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  func read(_ stretch: Stretch) throws(DiskError) -> [UInt8] {
    var failure: DiskError?
    let bytes = [UInt8](unsafeUninitializedCapacity: stretch.length) { room, count in
      do throws(DiskError) {
        count = try System.read(file, UnsafeMutableRawBufferPointer(room), at: stretch.offset, path: path)
      } catch { failure = error }
    }
    if let failure { throw failure }
    guard bytes.count == stretch.length else { throw damage }
    return bytes
  }

  /// What is said where it holds anything else than what was added.
  var damage: DiskError { DiskError(path: path, call: "read", number: EIO) }
}

/// Where some bytes stand in a file.
struct Stretch: Sendable, Hashable {
  let offset: Int
  let length: Int
}
