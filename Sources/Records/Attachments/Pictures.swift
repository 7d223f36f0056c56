/// What a picture holds besides what it shows: `location`, `author`, `device`.
func hidden(inPicture bytes: [UInt8], _ form: FileForm) -> [String] {
  var found: Set<String> = []
  switch form {
  case .png: found = hidden(inPNG: bytes)
  case .jpeg: found = hidden(inJPEG: bytes)
  case .webp: found = hidden(inWebP: bytes)
  default: break
  }
  found.formUnion(hidden(inXMP: bytes[...]))
  return ["location", "author", "device"].filter(found.contains)
}

/// XMP is XML and stands in any picture as plain text.
private func hidden(inXMP bytes: ArraySlice<UInt8>) -> Set<String> {
  guard find("<x:xmpmeta", in: bytes) != nil || find("<rdf:RDF", in: bytes) != nil else { return [] }
  var found: Set<String> = []
  if find("GPSLatitude", in: bytes) != nil { found.insert("location") }
  if find("dc:creator", in: bytes) != nil || find("photoshop:AuthorsPosition", in: bytes) != nil { found.insert("author") }
  if find("SerialNumber", in: bytes) != nil { found.insert("device") }
  return found
}

private func hidden(inPNG bytes: [UInt8]) -> Set<String> {
  var found: Set<String> = []
  for (name, data) in chunks(ofPNG: bytes) {
    if name.elementsEqual("eXIf".utf8) { found.formUnion(hidden(inTIFF: data)) }
    guard isText(name) else { continue }
    let keyword = data.prefix { $0 != 0 }
    let said = data.count > keyword.count + 1
    if keyword.elementsEqual("Author".utf8), said { found.insert("author") }
    // Camera data as old programs put it into PNG, in hexadecimal.
    if keyword.starts(with: "Raw profile type".utf8) { found.insert("device") }
  }
  return found
}

private func isText(_ name: ArraySlice<UInt8>) -> Bool {
  name.elementsEqual("tEXt".utf8) || name.elementsEqual("iTXt".utf8) || name.elementsEqual("zTXt".utf8)
}

private func chunks(ofPNG bytes: [UInt8]) -> [(name: ArraySlice<UInt8>, data: ArraySlice<UInt8>)] {
  var chunks: [(name: ArraySlice<UInt8>, data: ArraySlice<UInt8>)] = []
  var index = 8
  while index + 12 <= bytes.count {
    let length = Int(bigEndian: bytes, at: index, 4)
    guard length >= 0, index + 12 + length <= bytes.count else { break }
    chunks.append((bytes[(index + 4)..<(index + 8)], bytes[(index + 8)..<(index + 8 + length)]))
    index += 12 + length
  }
  return chunks
}

private func hidden(inJPEG bytes: [UInt8]) -> Set<String> {
  var found: Set<String> = []
  for (marker, data) in segments(ofJPEG: bytes) {
    if marker == 0xE1, data.starts(with: "Exif\0\0".utf8) { found.formUnion(hidden(inTIFF: data.dropFirst(6))) }
    // IPTC: the by-line is record 2, data set 80.
    if marker == 0xED, find("\u{1C}\u{02}P", in: data) != nil { found.insert("author") }
  }
  return found
}

/// What stands before the picture itself.
private func segments(ofJPEG bytes: [UInt8]) -> [(marker: UInt8, data: ArraySlice<UInt8>)] {
  var segments: [(marker: UInt8, data: ArraySlice<UInt8>)] = []
  var index = 2
  while index + 4 <= bytes.count, bytes[index] == 0xFF {
    let marker = bytes[index + 1]
    if marker == 0xFF {
      index += 1
      continue
    }
    if marker == 0xDA || marker == 0xD9 { break }
    let length = Int(bigEndian: bytes, at: index + 2, 2)
    guard length >= 2, index + 2 + length <= bytes.count else { break }
    segments.append((marker, bytes[(index + 4)..<(index + 2 + length)]))
    index += 2 + length
  }
  return segments
}

private func hidden(inWebP bytes: [UInt8]) -> Set<String> {
  var index = 12
  var found: Set<String> = []
  while index + 8 <= bytes.count {
    let length = Int(littleEndian: bytes, at: index + 4, 4)
    guard length >= 0, index + 8 + length <= bytes.count else { break }
    if bytes[index..<(index + 4)].elementsEqual("EXIF".utf8) {
      var data = bytes[(index + 8)..<(index + 8 + length)]
      if data.starts(with: "Exif\0\0".utf8) { data = data.dropFirst(6) }
      found.formUnion(hidden(inTIFF: data))
    }
    index += 8 + length + length % 2
  }
  return found
}

// MARK: words

/// What a picture says in words that nobody sees in it: remarks, titles, descriptions.
func words(inPicture bytes: [UInt8], _ form: FileForm) -> [UInt8] {
  var parts: [[UInt8]] = []
  switch form {
  case .png:
    for (name, data) in chunks(ofPNG: bytes) where isText(name) {
      // What is packed follows the keyword, its end, the way of packing and two bytes of zlib's head.
      let keyword = data.prefix { $0 != 0 }
      parts.append(name.first == UInt8(ascii: "z") ? inflate(data.dropFirst(keyword.count + 4), limit: 1 << 20) ?? [] : signs(data))
    }
  case .jpeg:
    for (marker, data) in segments(ofJPEG: bytes) where [0xE1, 0xED, 0xFE].contains(marker) { parts.append(signs(data)) }
  default: break
  }
  if let described = wordsOfDescription(in: bytes[...]) { parts.append(described) }
  return Array(parts.joined(separator: [0x0A, 0x0A]))
}

/// Signs of ASCII, with blank lines for all between them.
private func signs(_ data: ArraySlice<UInt8>) -> [UInt8] {
  data.flatMap { (0x20..<0x7F).contains($0) ? [$0] : [0x0A, 0x0A] }
}

// MARK: EXIF

/// The directories of camera data. Every offset is checked, and each directory is read once.
private func hidden(inTIFF slice: ArraySlice<UInt8>) -> Set<String> {
  let data = Array(slice)
  let little = data.starts(with: "II".utf8)
  guard data.count >= 8, little || data.starts(with: "MM".utf8) else { return [] }
  func number(_ offset: Int, _ length: Int) -> Int {
    guard offset >= 0, offset + length <= data.count else { return -1 }
    return little ? Int(littleEndian: data, at: offset, length) : Int(bigEndian: data, at: offset, length)
  }
  var found: Set<String> = []
  var directories = [(offset: number(4, 4), isGPS: false)]
  var read = 0
  while let directory = directories.popLast(), read < 8 {
    read += 1
    let count = number(directory.offset, 2)
    guard directory.offset > 0, count > 0, count < 1000 else { continue }
    if directory.isGPS { found.insert("location") }
    for entry in 0..<count {
      let at = directory.offset + 2 + entry * 12
      let (tag, length, value) = (number(at, 2), number(at + 4, 4), number(at + 8, 4))
      switch tag {
      case 0x8825: directories.append((value, true))
      case 0x8769: directories.append((value, false))
      case 0x013B, 0x9C9D, 0xA430: if length > 1 { found.insert("author") }
      case 0xA431, 0xA435, 0xC62F: if length > 1 { found.insert("device") }
      default: break
      }
    }
  }
  return found
}

extension Int {
  init(bigEndian bytes: [UInt8], at offset: Int, _ length: Int) {
    self = bytes[offset..<(offset + length)].reduce(0) { $0 << 8 | Int($1) }
  }

  init<Bytes: RandomAccessCollection<UInt8>>(littleEndian bytes: Bytes, at offset: Int, _ length: Int) where Bytes.Index == Int {
    self = bytes[offset..<(offset + length)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
