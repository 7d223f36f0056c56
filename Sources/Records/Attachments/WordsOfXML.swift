/// The words of an XML text without its tags: those of one paragraph or cell joined, however they are parted for their look.
///
///     <w:p><w:r><w:t>401 </w:t></w:r><w:r><w:t>023 2137</w:t></w:r></w:p>  →  401 023 2137
func wordsOfXML(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
  var words: [UInt8] = []
  words.reserveCapacity(bytes.count / 2)
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let tag = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.endIndex
    words += bytes[index..<tag]
    guard tag < bytes.endIndex else { break }
    // What is said to be no tag is read as words.
    if bytes[tag...].starts(with: "<![CDATA[".utf8) {
      index = tag + 9
      continue
    }
    let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
    let name = bytes[tag..<end].drop { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "/") }.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
    let local = name.split(separator: UInt8(ascii: ":")).last ?? []
    if spaces.contains(where: { local.elementsEqual($0.utf8) }) { words.append(0x20) }
    if ends.contains(where: { local.elementsEqual($0.utf8) }) { words += [0x0A, 0x0A] }
    index = min(bytes.endIndex, end + 1)
  }
  return words
}

/// The words of the description that pictures and PDF carry with them; nothing where there is none.
func wordsOfDescription(in bytes: ArraySlice<UInt8>) -> [UInt8]? {
  guard let start = find("<rdf:RDF", in: bytes), let end = find("</rdf:RDF", in: bytes[start...]) else { return nil }
  return wordsOfXML(bytes[start..<end])
}

/// Elements that stand for a space within a sentence, in office files.
private let spaces = ["tab", "br", "cr", "s", "line-break"]
/// Elements after which nothing is read on: paragraphs, cells and rows of office files, texts of pictures, and what is said of a file.
private let ends = [
  "p", "h", "tc", "tr", "si", "c", "v", "f", "row", "table-cell", "text", "title", "desc", "description", "subject", "keywords", "keyword",
]
