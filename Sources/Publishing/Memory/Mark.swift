import Bytes
import Ledger

/// By what a file that was seen or made is known again: 32 bytes, of which only whoever made them knows the meaning.
struct Mark: Sendable, Hashable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// What the disk says of a file: size, both times, number. The same after a while means that nobody wrote to it.
  init(_ status: Status) {
    words = (
      UInt64(status.size), UInt64(bitPattern: status.modified), UInt64(bitPattern: status.changed), status.number
    )
  }

  /// What a listing says of a file.
  init(_ entry: DiskEntry, since start: Int64 = .max) {
    self = Mark(
      words: (
        UInt64(entry.size), UInt64(bitPattern: entry.modified), UInt64(bitPattern: entry.changed), entry.number
      )
    ).known(since: start)
  }

  /// Of what the disk says, nothing to be known by where it was touched since the build began: the disk's clock goes in steps, and a
  /// second touch within the same step would not show.
  func known(since start: Int64) -> Mark { Int64(bitPattern: words.2) >= start ? .none : self }

  /// A file's content.
  init(_ digest: Digest) { words = digest.raw }

  /// Of what is never known again.
  static let none = Mark(words: (.max, .max, .max, .max))

  /// Of a file that is not there, and is to be known as not there.
  static let absent = Mark(words: (0, 0, 0, .max))

  private init(words: (UInt64, UInt64, UInt64, UInt64)) { self.words = words }

  /// The content, where the mark was made of one.
  var digest: Digest { Digest(raw: words) }

  static let size = 32

  func withBytes(_ use: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(of: words, use) }

  /// One that was written as its bytes.
  init(at place: UnsafeRawPointer) {
    words = place.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self)
  }

  /// Whether these are its bytes.
  func isWritten(at place: UnsafeRawPointer) -> Bool { Mark(at: place) == self }

  /// The file or folder of which the disk said this.
  func entry(_ path: String, _ kind: DiskEntry.Kind) -> DiskEntry {
    DiskEntry(
      path: path, kind: kind, size: Int(truncatingIfNeeded: words.0), modified: Int64(bitPattern: words.1),
      changed: Int64(bitPattern: words.2), number: words.3)
  }

  static func == (one: Mark, other: Mark) -> Bool { one.words == other.words }

  func hash(into hasher: inout Hasher) { hasher.combine(words.3) }
}

extension Mark: Packed {
  func pack(into packer: inout Packer) { withBytes { packer.put(exactly: $0) } }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let bytes = try unpacker.raw(exactly: Mark.size)
    words = bytes.withUnsafeBytes { $0.loadUnaligned(as: (UInt64, UInt64, UInt64, UInt64).self) }
  }
}

/// A file, and the mark by which it is known again.
struct Made: Sendable, Hashable, Packed {
  let path: String
  let mark: Mark

  func pack(into packer: inout Packer) {
    packer.put(path)
    packer.put(mark)
  }
}

extension Made {
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    path = try unpacker.next()
    mark = try unpacker.next()
  }
}

/// Something in bytes under the mark of their digest: where they were damaged, nothing is read.
struct MarkedBytes: Sendable, Packed {
  /// The digest of the bytes.
  let mark: Mark
  private let bytes: ArraySlice<UInt8>

  init(_ packer: Packer) {
    mark = Mark(Digest(of: packer.bytes))
    bytes = packer.bytes[...]
  }

  /// What reads them; nothing where they are not the bytes that were written.
  var unpacker: Unpacker? { bytes.withUnsafeBytes { Mark(Digest(of: $0)) } == mark ? Unpacker(bytes) : nil }

  func pack(into packer: inout Packer) {
    packer.put(mark)
    packer.put(PackedBytes(bytes))
  }
}

extension MarkedBytes {
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    mark = try unpacker.next()
    bytes = try unpacker.next(PackedBytes.self).bytes
  }
}
