#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to change a register's site: one process has it at a time.
///
/// The system holds the lock, on the file `.gazette/lock`, and lets go of it when the process ends, however it ends; the file stays
/// and means nothing by itself. What stands in it only tells others who is at work.
package final class Lock: Sendable {
  /// Who is at work.
  package struct Holder: Sendable, Hashable {
    package let process: Int32
    /// What the holder said when it took the lock, such as `publish since 2026-03-14 10:02:11`.
    package let saying: String
  }

  package enum Outcome: Sendable {
    case taken(Lock)
    case busy(Holder)
  }

  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { _ = Descriptor(descriptor) }

  /// Takes the lock of the register that stands at `root`, or tells who has it. Never waits.
  ///
  /// - Parameter saying: one line for whoever finds the lock taken: the command and when it started.
  package static func take(under root: String, saying: String) throws(DiskError) -> Outcome {
    let folder = root + "/.gazette"
    try makeFolders(folder, in: System.here, told: folder)
    let path = folder + "/lock"
    let file = try System.open(
      path, O_RDWR | O_CREAT | O_NOFOLLOW, mode: 0o644, path: path)
    let raw = file.raw
    do {
      _ = try System.attempt("flock", path) { flock(raw, LOCK_EX | LOCK_NB) }
    } catch  where error.number == EWOULDBLOCK {
      return .busy(try holder(in: file, path))
    }
    try write(saying, to: file, path)
    return .taken(Lock(file.release()))
  }

  private static func write(
    _ saying: String, to file: borrowing Descriptor, _ path: String
  ) throws(DiskError) {
    let raw = file.raw
    _ = try System.attempt("truncate", path) { ftruncate(raw, 0) }
    let line = saying.utf8.map { $0 == 0x0A ? 0x20 : $0 }
    let bytes = Array("\(getpid())\n".utf8) + line + [0x0A]
    var failure: DiskError?
    bytes.withUnsafeBytes { bytes in
      do throws(DiskError) { try System.writeAll(file, bytes, path: path) } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private static func holder(
    in file: borrowing Descriptor, _ path: String
  ) throws(DiskError) -> Holder {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 512, alignment: 16)
    defer { room.deallocate() }
    // The holder may be between taking the lock and writing its name: then it has none yet.
    let count = try System.read(file, room, path: path)
    let lines = room[..<count].split(separator: 0x0A)
      .map { String(decoding: $0, as: UTF8.self) }
    return Holder(
      process: lines.first.flatMap { Int32($0) } ?? 0, saying: lines.dropFirst().first ?? "")
  }
}
