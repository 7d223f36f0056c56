/// What is wrong inside a document: a rule's code and facts.
struct Inside: Hashable {
  var code: String
  var facts: [String: String] = [:]
}

/// What is wrong inside a document, and the words in it that can be looked through.
struct Looked {
  var found: [Inside]
  var words: [UInt8] = []
}

/// The author of a PDF, in its plain parts and in those that are packed; programs in it; a password. The text of its pages is drawn with
/// letters of its own and stays unread.
func inspectPDF(_ bytes: [UInt8]) -> Looked {
  if find("/Encrypt", in: bytes[...]) != nil { return Looked(found: [Inside(code: "attachment.locked")]) }
  var found: [Inside] = []
  var parts = [bytes]
  parts += packedParts(bytes)
  if parts.contains(where: hasAuthor) { found.append(Inside(code: "attachment.author")) }
  let programs: [StaticString] = ["/JavaScript", "/JS ", "/JS(", "/Launch", "/EmbeddedFile"]
  if parts.contains(where: { part in programs.contains { find($0, in: part[...]) != nil } }) {
    found.append(Inside(code: "attachment.active", facts: ["found": "a program or a file within the file"]))
  }
  return Looked(found: found + [Inside(code: "attachment.not-read")], words: wordsOfPDF(parts))
}

/// The packed streams of objects and of metadata, unpacked.
private func packedParts(_ bytes: [UInt8]) -> [[UInt8]] {
  var parts: [[UInt8]] = []
  var from = 0
  var tried = 0
  while tried < 200, let keyword = find("stream", in: bytes[from...]) {
    from = keyword + 6
    if keyword >= 3, bytes[(keyword - 3)..<keyword].elementsEqual("end".utf8) { continue }
    var start = keyword + 6
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    if start < bytes.count, bytes[start] == 0x0A { start += 1 }
    let dictionary = bytes[max(0, keyword - 400)..<keyword]
    let tail = dictionary.lastRange(ofObject: ())
    guard find("/FlateDecode", in: tail) != nil, find("/ObjStm", in: tail) != nil || find("/Metadata", in: tail) != nil else { continue }
    tried += 1
    // Two bytes of zlib's head.
    if let part = inflate(bytes[min(bytes.count, start + 2)...], limit: 1 << 20) { parts.append(part) }
  }
  return parts
}

extension ArraySlice<UInt8> {
  /// From the last `obj` on: the dictionary of one stream, not of the one before it.
  fileprivate func lastRange(ofObject: Void) -> ArraySlice<UInt8> {
    var rest = self
    while let next = find(" obj", in: rest) { rest = rest[(next + 4)...] }
    return rest
  }
}

/// `/Author (…)` with something in the brackets, or a creator in XMP.
private func hasAuthor(_ bytes: [UInt8]) -> Bool {
  var rest = bytes[...]
  while let at = find("/Author", in: rest) {
    rest = rest[(at + 7)...]
    let value = rest.drop { $0 <= 0x20 }
    guard let open = value.first, let next = value.dropFirst().first else { continue }
    if open == UInt8(ascii: "("), next != UInt8(ascii: ")") { return true }
    if open == UInt8(ascii: "<"), next != UInt8(ascii: ">"), next != UInt8(ascii: "<") { return true }
    if isDigit(open) { return true }
  }
  return find("<dc:creator", in: bytes[...]) != nil || find("pdf:Author", in: bytes[...]) != nil
}

/// Author, comments and programs in an office file, which is a ZIP archive of XML files, each told once; and the words in all of these.
func inspectOffice(_ bytes: [UInt8]) -> Looked {
  guard let entries = archiveEntries(bytes) else {
    return Looked(found: [Inside(code: "attachment.unreadable", facts: ["problem": "no list of contents"])])
  }
  var looked = Looked(found: [])
  func tell(_ inside: Inside) {
    if !looked.found.contains(inside) { looked.found.append(inside) }
  }
  var isWhole = true
  var room = mostUnpacked
  for entry in entries {
    if entry.name.hasSuffix("vbaProject.bin") { tell(Inside(code: "attachment.active", facts: ["found": "a program (macros)"])) }
    if entry.name.hasSuffix("comments.xml") || entry.name.contains("/comments/") || entry.name.contains("/threadedComments/") {
      tell(Inside(code: "attachment.comments"))
    }
    guard entry.name.hasSuffix(".xml"), room > 0, looked.words.count < mostWords else {
      isWhole = isWhole && !entry.name.hasSuffix(".xml")
      continue
    }
    let text = entry.unpacked(from: bytes)
    // What breaks in the end may have cost as much as what does not.
    room -= text?.count ?? longestPart
    guard let text else {
      tell(Inside(code: "attachment.unreadable", facts: ["problem": entry.name]))
      continue
    }
    isWhole = isWhole && text.count < longestPart
    if entry.name == "docProps/core.xml" || entry.name == "meta.xml" {
      let names: [StaticString] = ["dc:creator", "cp:lastModifiedBy", "meta:initial-creator"]
      if names.contains(where: { hasContent($0, in: text) }) { tell(Inside(code: "attachment.author")) }
    }
    looked.words += wordsOfXML(text[...]) + [0x0A, 0x0A]
  }
  if !isWhole { tell(Inside(code: "attachment.not-read")) }
  return looked
}

/// No part of an office file is unpacked further, and after so many bytes or words none is looked into: an archive of a few bytes can hold any
/// number, or one part under any number of names.
private let longestPart = 1 << 22
private let mostUnpacked = 1 << 26
private let mostWords = 1 << 24

/// Whether `<name …>` holds anything before its end.
private func hasContent(_ name: StaticString, in text: [UInt8]) -> Bool {
  guard let start = find(name, in: text[...]), let close = text[start...].firstIndex(of: UInt8(ascii: ">")) else { return false }
  guard close > 0, text[close - 1] != UInt8(ascii: "/"), close + 1 < text.count else { return false }
  let value = text[(close + 1)...].prefix { $0 != UInt8(ascii: "<") }
  return value.contains { $0 > 0x20 }
}

private struct ArchiveEntry {
  var name: String
  var method: Int
  var packed: Int
  var offset: Int

  func unpacked(from bytes: [UInt8]) -> [UInt8]? {
    guard offset >= 0, offset + 30 <= bytes.count else { return nil }
    let start = offset + 30 + Int(littleEndian: bytes, at: offset + 26, 2) + Int(littleEndian: bytes, at: offset + 28, 2)
    guard packed >= 0, start + packed <= bytes.count else { return nil }
    let data = bytes[start..<(start + packed)]
    switch method {
    case 0: return Array(data.prefix(longestPart))
    case 8: return inflate(data, limit: longestPart)
    default: return nil
    }
  }
}

/// The files in a ZIP archive, from the list at its end.
private func archiveEntries(_ bytes: [UInt8]) -> [ArchiveEntry]? {
  let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
  guard bytes.count >= 22 else { return nil }
  var end = bytes.count - 22
  let lowest = max(0, end - 65_535)
  while end > lowest, !bytes[end..<(end + 4)].elementsEqual(mark) { end -= 1 }
  guard bytes[end..<(end + 4)].elementsEqual(mark) else { return nil }
  var index = Int(littleEndian: bytes, at: end + 16, 4)
  var entries: [ArchiveEntry] = []
  for _ in 0..<min(10_000, Int(littleEndian: bytes, at: end + 10, 2)) {
    guard index >= 0, index + 46 <= bytes.count, bytes[index..<(index + 4)].elementsEqual([0x50, 0x4B, 0x01, 0x02]) else { return nil }
    let name = Int(littleEndian: bytes, at: index + 28, 2)
    guard index + 46 + name <= bytes.count else { return nil }
    entries.append(
      ArchiveEntry(
        name: String(decoding: bytes[(index + 46)..<(index + 46 + name)], as: UTF8.self),
        method: Int(littleEndian: bytes, at: index + 10, 2), packed: Int(littleEndian: bytes, at: index + 20, 4),
        offset: Int(littleEndian: bytes, at: index + 42, 4)))
    index += 46 + name + Int(littleEndian: bytes, at: index + 30, 2) + Int(littleEndian: bytes, at: index + 32, 2)
  }
  return entries
}
