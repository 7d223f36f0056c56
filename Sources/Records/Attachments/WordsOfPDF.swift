/// What a PDF says of itself and in its notes: title, subject, keywords, bookmarks, remarks. Not the text of its pages.
func wordsOfPDF(_ parts: [[UInt8]]) -> [UInt8] {
  let keys: [StaticString] = ["/Title", "/Subject", "/Keywords", "/Contents"]
  var words: [UInt8] = []
  for part in parts {
    for key in keys {
      var rest = part[...]
      while let place = find(key, in: rest) {
        rest = rest[(place + key.utf8CodeUnitCount)...]
        words += text(rest.drop { $0 <= 0x20 }) + [0x0A, 0x0A]
      }
    }
    if let described = wordsOfDescription(in: part[...]) { words += described + [0x0A, 0x0A] }
  }
  return words
}

/// The text in brackets or in hexadecimal that begins here, as far as it is ASCII; nothing for what is no text.
private func text(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  let longest = bytes.dropFirst().prefix(4096)
  var result: [UInt8] = []
  switch bytes.first {
  case UInt8(ascii: "("):
    var depth = 1
    var isEscaped = false
    for byte in longest {
      if !isEscaped, byte == UInt8(ascii: "(") { depth += 1 }
      if !isEscaped, byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { break }
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      if !isEscaped { result.append(byte) }
    }
  case UInt8(ascii: "<"):
    let digits = longest.prefix { $0 != UInt8(ascii: ">") }.compactMap(hexValue)
    for index in stride(from: 0, to: digits.count - 1, by: 2) { result.append(UInt8(digits[index] * 16 + digits[index + 1])) }
  default: break
  }
  // In two bytes a character, the first of every ASCII sign is nothing, and a mark stands before them all.
  return result.filter { $0 > 0 && $0 < 0x80 }
}
