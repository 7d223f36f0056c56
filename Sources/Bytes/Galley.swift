#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes that grow at their end, for a page that is put together from very many short pieces.
///
/// Like a `[UInt8]`, but that nobody else can hold it, and so no append asks whether somebody does. Its room is the C library's: the
/// standard library asks for memory of bytes by a slower way, and cannot make it longer where it lies.
package struct Galley: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var room: Int
  package private(set) var count = 0

  package init(room: Int) {
    self.room = max(64, room)
    start = Galley.roomier(nil, self.room)
  }

  deinit { free(start) }

  private static func roomier(_ start: UnsafeMutablePointer<UInt8>?, _ room: Int) -> UnsafeMutablePointer<UInt8> {
    guard let larger = realloc(start, room) else { preconditionFailure("the system has no memory left") }
    return larger.assumingMemoryBound(to: UInt8.self)
  }

  @inline(never)
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress, bytes.count <= 32, room &- count >= 32 else { return appendLong(bytes) }
    copy(source, bytes.count, to: start + count)
    count &+= bytes.count
  }

  /// Appends a piece of more bytes. Of a short one, what comes after it may be copied along, into room that is free: this spares the
  /// question how long it is.
  @inline(never)
  package mutating func append(_ piece: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    guard piece.count <= 32, piece.lowerBound &+ 32 <= bytes.count, room &- count >= 32, let source = bytes.baseAddress else {
      return append(UnsafeBufferPointer(rebasing: bytes[piece]))
    }
    let (from, to) = (UnsafeRawPointer(source + piece.lowerBound), UnsafeMutableRawPointer(start + count))
    to.storeBytes(of: from.loadUnaligned(as: UInt128.self), as: UInt128.self)
    to.storeBytes(of: from.loadUnaligned(fromByteOffset: 16, as: UInt128.self), toByteOffset: 16, as: UInt128.self)
    count &+= piece.count
  }

  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if count == room { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func append(_ text: String) { text.withBytes { append($0) } }

  /// Appends a byte so many times.
  package mutating func append(_ byte: UInt8, times: Int) {
    if room - count < times { grow(by: times) }
    (start + count).initialize(repeating: byte, count: times)
    count += times
  }

  /// Appends a whole number in decimal.
  package mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(digits: number.magnitude)
  }

  private mutating func append(digits number: UInt) {
    if number > 9 { append(digits: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// Appends text for HTML, safe between tags and inside double-quoted attributes.
  package mutating func appendHTML(_ text: String) { text.withBytes { appendHTML($0) } }

  package mutating func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>) { spellHTML(bytes) { append($0) } }

  /// Appends an attribute of HTML, with the space before it.
  package mutating func appendAttribute(_ name: StaticString, _ value: String) {
    append(UInt8(ascii: " "))
    append(name)
    append("=\"" as StaticString)
    appendHTML(value)
    append(UInt8(ascii: "\""))
  }

  /// Appends text as a JSON string with its quotes: the shortest spelling, control characters as `\u00xx`.
  package mutating func appendJSON(_ text: String) {
    append(UInt8(ascii: "\""))
    text.withBytes { bytes in spellJSON(bytes) { append($0) } }
    append(UInt8(ascii: "\""))
  }

  /// The last byte; nothing where there is none.
  package var last: UInt8? { count > 0 ? start[count - 1] : nil }

  /// Lets somebody look at what stands here so far.
  package borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  /// What stands here so far, in an array of just that size.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  /// Apart, so that what is short needs no more than the registers it comes in.
  @inline(never)
  private mutating func appendLong(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if room - count < bytes.count { grow(by: bytes.count) }
    (start + count).initialize(from: source, count: bytes.count)
    count += bytes.count
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    room = max(2 * room, count + more)
    start = Galley.roomier(start, room)
  }
}

/// Copies up to 32 bytes to a place that has room for them.
///
/// Their first and last few bytes are taken as one number each, which may overlap in the middle: less work than to call the system for them.
@inline(__always)
private func copy(_ source: UnsafePointer<UInt8>, _ count: Int, to place: UnsafeMutablePointer<UInt8>) {
  if count >= 16 { return copy(UInt128.self, source, count, to: place) }
  if count >= 8 { return copy(UInt64.self, source, count, to: place) }
  if count >= 4 { return copy(UInt32.self, source, count, to: place) }
  for index in 0..<count { place[index] = source[index] }
}

@inline(__always)
private func copy<Word: BitwiseCopyable>(
  _: Word.Type, _ source: UnsafePointer<UInt8>, _ count: Int, to place: UnsafeMutablePointer<UInt8>
) {
  let (from, to, last) = (UnsafeRawPointer(source), UnsafeMutableRawPointer(place), count &- MemoryLayout<Word>.size)
  let (head, tail) = (from.loadUnaligned(as: Word.self), from.loadUnaligned(fromByteOffset: last, as: Word.self))
  to.storeBytes(of: head, as: Word.self)
  to.storeBytes(of: tail, toByteOffset: last, as: Word.self)
}
