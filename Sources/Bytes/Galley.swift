/// Bytes that grow at their end, for a page that is put together from very many short pieces.
///
/// Like a `[UInt8]`, but that nobody else can hold it, and so no append asks whether somebody does.
package struct Galley: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var room: Int
  package private(set) var count = 0

  package init(room: Int) {
    self.room = max(64, room)
    start = .allocate(capacity: self.room)
  }

  deinit { start.deallocate() }

  @inline(never)
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let source = bytes.baseAddress else { return }
    if room - count < bytes.count { grow(by: bytes.count) }
    (start + count).initialize(from: source, count: bytes.count)
    count += bytes.count
  }

  package mutating func append(_ byte: UInt8) {
    if count == room { grow(by: 1) }
    start[count] = byte
    count += 1
  }

  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends text for HTML, safe between tags and inside double-quoted attributes.
  package mutating func appendHTML(_ text: String) {
    var text = text
    text.withUTF8 { appendHTML($0) }
  }

  package mutating func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>) { spellHTML(bytes) { append($0) } }

  /// Appends text as a JSON string with its quotes: the shortest spelling, control characters as `\u00xx`.
  package mutating func appendJSON(_ text: String) {
    var text = text
    append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in spellJSON(bytes) { append($0) } }
    append(UInt8(ascii: "\""))
  }

  /// Lets somebody look at what stands here so far.
  package borrowing func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(start: start, count: count))
  }

  private mutating func grow(by more: Int) {
    room = max(2 * room, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    larger.initialize(from: start, count: count)
    start.deallocate()
    start = larger
  }
}
