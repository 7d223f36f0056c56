import Synchronization

/// Counts lines and characters before any byte of a text without walking to it from the start each time.
///
/// A file with a hundred thousand findings would otherwise be walked a hundred thousand times. The index is made when the first
/// place is asked for, so a file without findings costs nothing.
final class LineIndex: Sendable {
  /// What is known where a block of bytes starts.
  private struct Block {
    /// How many line ends come before it.
    var lines = 0
    /// Where the line that reaches into it starts.
    var lineStart = 0
    /// How many Unicode scalars come before it.
    var scalars = 0
  }

  private let blocks = Mutex<[Block]>([])
  private let size: Int

  init(blockSize: Int = 4096) { size = blockSize }

  /// The line of a byte, from 1, and where that line starts.
  func line(of offset: Int, in bytes: [UInt8]) -> (number: Int, start: Int) {
    let block = block(at: offset, in: bytes)
    var number = block.lines + 1
    var start = block.lineStart
    for index in (offset / size * size)..<offset where bytes[index] == 0x0A {
      number += 1
      start = index + 1
    }
    return (number, start)
  }

  /// How many Unicode scalars a range of bytes starts.
  func scalars(_ range: Range<Int>, in bytes: [UInt8]) -> Int {
    scalars(before: range.upperBound, in: bytes) - scalars(before: range.lowerBound, in: bytes)
  }

  private func scalars(before offset: Int, in bytes: [UInt8]) -> Int {
    var count = block(at: offset, in: bytes).scalars
    for byte in bytes[(offset / size * size)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func block(at offset: Int, in bytes: [UInt8]) -> Block {
    blocks.withLock { blocks in
      if blocks.isEmpty { blocks = made(from: bytes) }
      return blocks[offset / size]
    }
  }

  private func made(from bytes: [UInt8]) -> [Block] {
    var made: [Block] = []
    var next = Block()
    for (index, byte) in bytes.enumerated() {
      if index % size == 0 { made.append(next) }
      if byte & 0xC0 != 0x80 { next.scalars += 1 }
      if byte == 0x0A {
        next.lines += 1
        next.lineStart = index + 1
      }
    }
    if bytes.count % size == 0 { made.append(next) }
    return made
  }
}
