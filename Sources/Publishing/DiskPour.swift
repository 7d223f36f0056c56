import Bytes
package import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a file made piece by piece came to: its size, its digest, and whether it held the same before.
package struct Poured: Sendable, Hashable {
  package let size: Int
  package let digest: Digest
  package let written: Written
}

/// The pieces of a file that is never held whole, one after the other; nothing at its end, as often as it is asked.
package typealias Pieces = () throws(DiskError) -> [UInt8]?

extension Stage {
  /// Puts a file on the stage piece by piece; it is always written, for what is the same is known only at its end.
  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> Poured {
    let older = try old.flatMap { old throws(DiskError) in try Older(path, in: old) }
    return try Publishing.pour(next, into: path, in: opened, beside: older)
  }
}

extension FileTree {
  /// Writes a file piece by piece beside its place, and into it where it does not hold the same already.
  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> Poured {
    let (beside, told) = (beside(path), folder.told(path))
    let older = try Older(path, in: folder)
    try beginWriting()
    try removeIfThere(beside, in: folder.descriptor, told: told)
    let poured = try Publishing.pour(next, into: beside, in: folder, beside: older)
    if poured.written == .kept {
      try removeIfThere(beside, in: folder.descriptor, told: told)
    } else {
      try System.rename(beside, in: folder.descriptor, to: path, in: folder.descriptor, path: told)
    }
    return poured
  }
}

extension Folder {
  /// Compares a file with pieces, and writes nothing.
  func compare(_ path: String, _ next: Pieces) throws(DiskError) -> Poured {
    try pass(next, beside: try Older(path, in: self)) { _ in }
  }
}

/// Writes a new file piece by piece, and the folders above it.
private func pour(
  _ next: Pieces, into path: String, in folder: Folder, beside older: Older?
) throws(DiskError) -> Poured {
  let told = folder.told(path)
  if let above = parent(of: path) { try makeFolders(above, in: folder.descriptor, told: told) }
  let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
  let file = try System.open(path, in: folder.descriptor, flags, mode: 0o644, path: told)
  let poured = try pass(next, beside: older) { bytes throws(DiskError) in try System.writeAll(file, bytes, path: told) }
  try file.close(told)
  return poured
}

/// Hands pieces on in even portions, and makes their digest and the comparison on the way.
private func pass(
  _ next: Pieces, beside older: Older?, to take: (UnsafeRawBufferPointer) throws(DiskError) -> Void
) throws(DiskError) -> Poured {
  var rest: ArraySlice<UInt8> = []
  var size = 0
  let digest = try Digest { buffer throws(DiskError) -> Int in
    var count = 0
    while count < buffer.count {
      if rest.isEmpty {
        guard let piece = try next() else { break }
        rest = piece[...]
      }
      let some = rest.prefix(buffer.count - count)
      UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyBytes(from: some)
      rest = rest[some.endIndex...]
      count += some.count
    }
    let portion = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    try take(portion)
    try older?.compare(portion)
    size += count
    return count
  }
  let written: Written = try older.map { older throws(DiskError) in try older.holdsNoMore() ? .kept : .changed } ?? .made
  return Poured(size: size, digest: digest, written: written)
}

/// A file that stands, read along with what may be the same.
private final class Older {
  private let file: Descriptor
  private let path: String
  private var isSame = true

  /// Nothing where no such file stands.
  init?(_ path: String, in folder: Folder) throws(DiskError) {
    self.path = folder.told(path)
    do { file = try folder.openFile(path) } catch  where error.number == ENOENT { return nil }
  }

  func compare(_ bytes: UnsafeRawBufferPointer) throws(DiskError) {
    guard isSame, let held = bytes.baseAddress else { return }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    defer { room.deallocate() }
    var count = 0
    while count < bytes.count {
      let more = try System.read(file, UnsafeMutableRawBufferPointer(rebasing: room[count...]), path: path)
      if more == 0 { break }
      count += more
    }
    isSame = count == bytes.count && room.baseAddress.map { memcmp($0, held, count) == 0 } ?? true
  }

  /// Whether all was the same and nothing is left of the file.
  func holdsNoMore() throws(DiskError) -> Bool {
    guard isSame else { return false }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1, alignment: 1)
    defer { room.deallocate() }
    return try System.read(file, room, path: path) == 0
  }
}
