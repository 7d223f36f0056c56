package import Bytes
package import Findings
import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a whole preview was made from and what was made, each file and folder by its mark alone: a look at the disk tells whether
/// anything can be different, before anything is read.
///
/// It stands beside the memory, and says less: where one mark differs, the memory is asked.
package struct Glance: Sendable {
  /// What was told at the end of the build.
  package let pages: Int
  package let findings: [Finding]

  private static let form = "gazette glance 2"
  /// How many files one thread looks at before it takes the next.
  private static let portion = 4096

  /// What the last build into a place said, where all it saw and made stands as it did on that day.
  package init?(_ keeper: MemoryKeeper, of root: Folder, into target: String, on day: Day, threads: Int) {
    guard let bytes = keeper.glance, let place = try? Folder(opening: target) else { return nil }
    var unpacker = Unpacker(bytes)
    do throws(Unpacker.Damaged) {
      guard var told = try unpacker.next(MarkedBytes.self).unpacker else { return nil }
      guard try told.next(String.self) == Glance.form, try told.next(Day.self) == day else { return nil }
      pages = try told.next()
      findings = try told.next()
      for folder in [root, place] {
        let parts = try unpacker.next([PackedBytes].self).map(\.bytes)
        let all = parallel(parts.count, threads: threads) { number in stands(parts[number], in: folder.descriptor) }
        guard all.allSatisfy({ $0 }) else { return nil }
      }
      guard unpacker.isAtEnd else { return nil }
    } catch { return nil }
  }

  /// A glance at what was seen, in the register's folder, and made, in the preview's: a portion at a time, for there may be a million.
  static func pieces(on day: Day, pages: Int, findings: [Finding], seen: [Made], made: [Made]) -> Pieces {
    var head: Packer? = Packer()
    head?.put(form)
    head?.put(day)
    head?.put(pages)
    head?.put(findings)
    var lists = [seen[...], made[...]][...]
    var isBegun = false
    return {
      var packer = Packer()
      if let first = head {
        packer.put(MarkedBytes(first))
        head = nil
        return packer.bytes
      }
      guard let files = lists.first else { return nil }
      if !isBegun { packer.put((files.count + portion - 1) / portion) }
      if !files.isEmpty { packer.put(PackedBytes(packed(files.prefix(portion))[...])) }
      isBegun = files.count > portion
      if isBegun { lists[lists.startIndex] = files.dropFirst(portion) } else { lists = lists.dropFirst() }
      return packer.bytes
    }
  }
}

/// Each file's mark and path, the path ended as the system wants it.
private func packed(_ files: ArraySlice<Made>) -> [UInt8] {
  var bytes: [UInt8] = []
  for file in files {
    file.mark.withBytes { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: file.path.utf8)
    bytes.append(0)
  }
  return bytes
}

/// Whether every file of a portion has its mark still.
private func stands(_ portion: ArraySlice<UInt8>, in folder: Int32) -> Bool {
  portion.withUnsafeBytes { bytes in
    var offset = 0
    while offset + Mark.size < bytes.count {
      guard let path = bytes.baseAddress?.advanced(by: offset + Mark.size) else { return false }
      let length = strnlen(path.assumingMemoryBound(to: CChar.self), bytes.count - offset - Mark.size)
      guard offset + Mark.size + length < bytes.count else { return false }
      var status = stat()
      let isThere = fstatat(folder, path.assumingMemoryBound(to: CChar.self), &status, AT_SYMLINK_NOFOLLOW) == 0
      guard isThere || errno == ENOENT, (isThere ? Mark(Status(status)) : .absent).isWritten(at: bytes, offset) else {
        return false
      }
      offset += Mark.size + length + 1
    }
    return offset == bytes.count
  }
}
