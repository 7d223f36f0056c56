/// A text with each `{name}` in it replaced; `{{` and `}}` print a brace, and one that belongs to no name prints itself.
///
/// - Returns: nothing where there is nothing to replace a name with.
package func filled(_ text: String, _ part: (String) -> String?) -> String? {
  let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
  return text.withBytes { bytes in
    var result = Galley(room: bytes.count + 64)
    var start = 0
    var index = 0
    while true {
      index = bytes.place(from: index) { $0.equal(to: open) | $0.equal(to: close) }
      guard index < bytes.count else { break }
      let byte = bytes[index]
      index += 1
      if index < bytes.count, bytes[index] == byte {
        result.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        index += 1
        start = index
      } else if byte == open {
        let end = bytes.place(of: close, in: index..<bytes.count)
        guard end < bytes.count else { continue }
        result.append(UnsafeBufferPointer(rebasing: bytes[start..<index - 1]))
        guard let value = part(String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<end]), as: UTF8.self)) else { return nil }
        result.append(value)
        index = end + 1
        start = index
      }
    }
    result.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    return result.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
