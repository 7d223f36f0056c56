import Bytes

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands in one folder, each file and folder below it with its mark, in bytes as the system takes them.
///
/// A register of a hundred thousand tools is made from a million and a half files, and as many are made of it: as texts they would
/// fill the memory, and each look at the disk would make them anew.
struct MarkedNames: Sendable, Hashable {
  /// Leads to the folder; empty for that from which one looks.
  let folder: String
  /// One after the other: a mark and the name that has it, which ends with a nought. That of a folder ends with `/` before it.
  private var bytes: [UInt8]

  init(in folder: String) {
    self.folder = folder
    bytes = []
  }

  /// The folder itself among the names of what stands in it.
  static let itself = "./"

  /// - Parameter name: from the folder on.
  mutating func add(_ name: some StringProtocol, _ mark: Mark) {
    mark.withBytes { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: name.utf8)
    bytes.append(0)
  }

  /// Adds what a listing of the folder holds.
  mutating func add(_ entries: some Sequence<DiskEntry>, since start: Int64 = .max) {
    for entry in entries { add(entry.kind == .folder ? entry.path + "/" : entry.path, Mark(entry, since: start)) }
  }

  /// The same without the marks of what was touched since a build began.
  func known(since start: Int64) -> MarkedNames {
    var known = MarkedNames(in: folder)
    known.bytes.reserveCapacity(bytes.count)
    forEach { known.add($0, $1.known(since: start)) }
    return known
  }

  func forEach(_ use: (_ name: String, _ mark: Mark) -> Void) {
    bytes.withUnsafeBytes { bytes in
      _ = each(in: bytes) { name, length, mark in
        use(String(decoding: UnsafeRawBufferPointer(start: name, count: length), as: UTF8.self), Mark(at: mark))
        return true
      }
    }
  }

  /// The files by their whole paths.
  var files: [Made] {
    var files: [Made] = []
    forEach { name, mark in
      if name.utf8.last != UInt8(ascii: "/") { files.append(Made(path: folder.isEmpty ? name : folder + "/" + name, mark: mark)) }
    }
    return files
  }

  func hasSameNames(as other: MarkedNames) -> Bool {
    var (one, two) = ([String](), [String]())
    forEach { name, _ in one.append(name) }
    other.forEach { name, _ in two.append(name) }
    return folder == other.folder && one == two
  }

  /// Whether all of them have their marks still.
  func stand(in root: Int32) -> Bool {
    guard !folder.isEmpty else { return standRight(in: root) }
    guard let opened = try? System.open(folder, in: root, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, path: folder) else { return false }
    return standRight(in: opened.raw)
  }

  private func standRight(in folder: Int32) -> Bool {
    bytes.withUnsafeBytes { bytes in
      each(in: bytes) { name, _, mark in
        var status = stat()
        let isThere = fstatat(folder, name.assumingMemoryBound(to: CChar.self), &status, AT_SYMLINK_NOFOLLOW) == 0
        guard isThere || errno == ENOENT else { return false }
        return (isThere ? Mark(Status(status)) : .absent).isWritten(at: mark)
      }
    }
  }

  /// Goes from one to the next as long as it is told to; whether it came to the end.
  private func each(
    in bytes: UnsafeRawBufferPointer, _ use: (_ name: UnsafeRawPointer, _ length: Int, _ mark: UnsafeRawPointer) -> Bool
  ) -> Bool {
    guard var mark = bytes.baseAddress else { return true }
    let end = mark + bytes.count
    while end - mark > Mark.size {
      let name = mark + Mark.size
      let length = strnlen(name.assumingMemoryBound(to: CChar.self), end - name)
      guard length < end - name, use(name, length, mark) else { return false }
      mark = name + length + 1
    }
    return mark == end
  }
}

extension MarkedNames: Packed {
  func pack(into packer: inout Packer) {
    packer.put(folder)
    packer.put(PackedBytes(bytes[...]))
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    folder = try unpacker.next()
    bytes = Array(try unpacker.next(PackedBytes.self).bytes)
  }
}
