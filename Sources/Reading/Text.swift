internal import Bytes
package import Findings

/// A character that no file of a register may hold, or bytes that are no character at all.
struct Forbidden {
  /// The rule it breaks.
  var code: String
  var offset: Int
  var length: Int
  /// `U+202E`; empty where the bytes are no UTF-8.
  var name: String
}

/// Finds the first forbidden character at or after an offset.
///
/// One pass over the bytes: UTF-8 in its one valid spelling, no control characters but tab and line end, no CR without LF, nothing
/// that turns the direction of text or hides in it. What a person sees is then what a machine reads.
func firstForbidden(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Forbidden? {
  var index = start
  while true {
    index = bytes.place(from: index) { ~($0.range(0x20, 0x7F) | $0.equal(to: 0x0A)) }
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    if byte == 0x09 {
      index += 1
      continue
    }
    if byte < 0x80 {
      if byte == 0x0D {
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A {
          index += 2
          continue
        }
        return Forbidden(code: "text.line-end", offset: index, length: 1, name: "U+000D")
      }
      return Forbidden(code: "text.control", offset: index, length: 1, name: scalarName(UInt32(byte)))
    }
    let (value, length) = decodeScalar(bytes, at: index)
    guard let value else {
      return Forbidden(code: "text.encoding", offset: index, length: length, name: "")
    }
    if let code = ruleBroken(by: value) {
      return Forbidden(code: code, offset: index, length: length, name: scalarName(value))
    }
    index += length
  }
}

/// One character of UTF-8 and its length; no value where the bytes are none.
private func decodeScalar(
  _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
) -> (value: UInt32?, length: Int) {
  let first = bytes[index]
  let length: Int
  var value: UInt32
  var lowest: UInt8 = 0x80
  var highest: UInt8 = 0xBF
  switch first {
  case 0xC2...0xDF: (length, value) = (2, UInt32(first & 0x1F))
  case 0xE0...0xEF:
    (length, value) = (3, UInt32(first & 0x0F))
    if first == 0xE0 { lowest = 0xA0 }
    if first == 0xED { highest = 0x9F }
  case 0xF0...0xF4:
    (length, value) = (4, UInt32(first & 0x07))
    if first == 0xF0 { lowest = 0x90 }
    if first == 0xF4 { highest = 0x8F }
  default: return (nil, 1)
  }
  for step in 1..<length {
    guard index + step < bytes.count else { return (nil, step) }
    let next = bytes[index + step]
    guard next >= lowest, next <= highest else { return (nil, step) }
    (lowest, highest) = (0x80, 0xBF)
    value = value << 6 | UInt32(next & 0x3F)
  }
  return (value, length)
}

/// The rule a character beyond ASCII breaks by standing in a file.
private func ruleBroken(by value: UInt32) -> String? {
  switch value {
  case 0x80...0x9F, 0x2028, 0x2029: "text.control"
  case 0x202A...0x202E, 0x2066...0x2069: "text.direction"
  case 0x200B, 0x2060...0x2064, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: "text.invisible"
  case 0xFDD0...0xFDEF: "text.control"
  default: value & 0xFFFE == 0xFFFE ? "text.control" : nil
  }
}

private func scalarName(_ value: UInt32) -> String {
  let digits = String(value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

extension Gathering {
  /// Checks a whole file's bytes before anything reads them, and says where its text starts.
  ///
  /// - Returns: the span of the text after a byte order mark, or nothing where the file cannot be read further.
  mutating func checkText(_ limits: Limits) -> Span? {
    let count = source.bytes.count
    guard count <= limits.file else {
      add(
        "file.large", at: Span(start: 0, length: 0),
        ["file": source.path, "limit": String(limits.file >> 10)])
      return nil
    }
    var start = 0
    if source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      add("file.byte-order-mark", at: Span(start: 0, length: 3))
      start = 3
    }
    let sound = checkCharacters(from: start)
    guard sound, checkMerge() else { return nil }
    let blank = source.bytes[start...].allSatisfy { $0 <= 0x20 }
    if blank {
      add("file.empty", at: Span(start: 0, length: 0))
      return nil
    }
    return Span(start: start, length: count - start)
  }

  /// Reports the mark that version control leaves where two people changed the same lines: what follows is there twice.
  private mutating func checkMerge() -> Bool {
    let mark: StaticString = "<<<<<<< "
    let found = source.bytes.withUnsafeBufferPointer { bytes -> Int? in
      var start = 0
      while let place = bytes.place(of: UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount), from: start) {
        if place == 0 || bytes[place - 1] == 0x0A { return place }
        start = place + 1
      }
      return nil
    }
    if let found { add("text.merge", at: Span(start: found, length: mark.utf8CodeUnitCount - 1)) }
    return found == nil
  }

  /// Reports every forbidden character, but only the first place that is no UTF-8.
  fileprivate mutating func checkCharacters(from start: Int) -> Bool {
    var index = start
    var sound = true
    let source = source
    source.bytes.withUnsafeBufferPointer { bytes in
      while !list.isFull, let found = firstForbidden(bytes, from: index) {
        sound = false
        index = found.offset + found.length
        add(
          found.code, at: Span(start: found.offset, length: found.length),
          found.name.isEmpty ? [:] : ["character": found.name])
        if found.code == "text.encoding" { return }
      }
    }
    return sound
  }
}

/// Characters of some words that no file may hold either: nobody sees them, or they turn others round.
package func checkCharacters(_ words: Source) -> [Finding] {
  var gathering = Gathering(words, limit: Limits().findings)
  _ = gathering.checkCharacters(from: 0)
  return gathering.finish()
}
