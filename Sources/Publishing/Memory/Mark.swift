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

  /// What a listing says of a file; nothing to be known by where it was touched since the build began, for the disk's clock goes in
  /// steps, and a second touch within the same step would not show.
  init(_ entry: DiskEntry, since start: Int64) {
    self =
      entry.changed >= start
      ? .none
      : Mark(
        words: (
          UInt64(entry.size), UInt64(bitPattern: entry.modified), UInt64(bitPattern: entry.changed), entry.number
        ))
  }

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

  /// Whether these are its bytes.
  func isWritten(at bytes: UnsafeRawBufferPointer, _ offset: Int) -> Bool {
    withUnsafeBytes(of: words) { own in bytes[offset..<offset + Mark.size].elementsEqual(own) }
  }

  static func == (one: Mark, other: Mark) -> Bool { one.words == other.words }

  func hash(into hasher: inout Hasher) { hasher.combine(words.3) }
}

extension Mark: Packed {
  func pack(into packer: inout Packer) {
    for word in [words.0, words.1, words.2, words.3] { packer.put(Int(truncatingIfNeeded: word)) }
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    let one = try (unpacker.next(Int.self), unpacker.next(Int.self))
    let other = try (unpacker.next(Int.self), unpacker.next(Int.self))
    words = (
      UInt64(bitPattern: Int64(one.0)), UInt64(bitPattern: Int64(one.1)), UInt64(bitPattern: Int64(other.0)),
      UInt64(bitPattern: Int64(other.1))
    )
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
  private let mark: Mark
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
