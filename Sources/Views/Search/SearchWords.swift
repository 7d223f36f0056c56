import Bytes
import Reading
import Records

/// The words of texts as the search finds them: folded, cut at everything that is no letter and no digit, two characters or more.
///
/// The site's script cuts what is typed in the same way, so the two must stay the same. Each word has the weight of its text. They stand
/// one after the other in one run of bytes: a tool has some hundreds of them.
struct SearchWords {
  private struct Word {
    let start: Int
    let count: Int
    let weight: Int
    /// Its first eight bytes as one number, which orders nearly all words.
    let opening: UInt64
  }

  private var bytes: [UInt8] = []
  private var words: [Word] = []

  mutating func add(_ text: String, weight: Int) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return false }
      addPlain(bytes, weight)
      return true
    }
    if !isPlain { addFolded(text, weight) }
  }

  /// ASCII needs no tables: a letter's folding is its small one.
  private mutating func addPlain(_ text: UnsafeBufferPointer<UInt8>, _ weight: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { word in
      var length = 0
      for byte in text {
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x41...0x5A:
          // A digit has the bit that tells a small letter from a capital.
          word[length] = byte | 0x20
          length += 1
        case UInt8(ascii: "'"): continue
        default:
          take(UnsafeBufferPointer(rebasing: word[..<length]), characters: length, weight)
          length = 0
        }
      }
      take(UnsafeBufferPointer(rebasing: word[..<length]), characters: length, weight)
    }
  }

  private mutating func addFolded(_ text: String, _ weight: Int) {
    var word: [UInt8] = []
    var characters = 0
    // The space ends the last word.
    for scalar in folded(text + " ").unicodeScalars {
      if isWordPart(scalar) {
        if scalar.isASCII { word.append(UInt8(ascii: scalar)) } else { word += scalar.utf8 }
        characters += scalar.utf16.count
      } else if scalar != "'", scalar != "\u{2019}" {
        word.withUnsafeBufferPointer { take($0, characters: characters, weight) }
        word.removeAll(keepingCapacity: true)
        characters = 0
      }
    }
  }

  private mutating func take(_ word: UnsafeBufferPointer<UInt8>, characters: Int, _ weight: Int) {
    guard characters >= 2 else { return }
    var opening: UInt64 = 0
    for place in 0..<8 { opening = opening << 8 | (place < word.count ? UInt64(word[place]) : 0) }
    words.append(Word(start: bytes.count, count: word.count, weight: weight, opening: opening))
    bytes.append(contentsOf: word)
  }

  /// Each word by itself, in the order of the texts.
  var inOrder: [String] { words.map { String(decoding: bytes[$0.start..<$0.start + $0.count], as: UTF8.self) } }

  /// Each word once, with its best weight, sorted by byte: `8early`, one a line.
  var lines: [UInt8] {
    bytes.withUnsafeBufferPointer { bytes in
      let text = { (word: Word) in bytes[word.start..<word.start + word.count] }
      let sorted = words.sorted { one, other in
        if one.opening != other.opening { return one.opening < other.opening }
        let (left, right) = (text(one), text(other))
        return left.elementsEqual(right) ? one.weight > other.weight : left.lexicographicallyPrecedes(right)
      }
      var lines: [UInt8] = []
      for (number, word) in sorted.enumerated() {
        if number > 0, sorted[number - 1].opening == word.opening, text(sorted[number - 1]).elementsEqual(text(word)) { continue }
        lines.append(number: word.weight)
        lines.append(contentsOf: text(word))
        lines.append(0x0A)
      }
      return lines
    }
  }
}

private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value) }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
    .letterNumber, .otherNumber:
    return true
  default: return false
  }
}

/// What the search finds a tool by: each word once, with its best weight, sorted: `8early`, one a line.
///
/// The name weighs 8, the organisation and other words it goes by 3, its one sentence and who supplies it 2, what the public is told and
/// how it is filed 1.
func searchTerms(of subject: Subject, in site: Site) -> [UInt8] {
  let (tool, record) = (subject.tool, subject.tool.record)
  var words = SearchWords()
  let language = site.language(tool.lang)
  for document in tool.documents {
    for text in [language.label(document.kind.label), document.kind.id, document.title] { words.add(text, weight: 1) }
  }
  for (field, value) in zip(record.kind.fields, record.values) {
    if let telling = subject.publicAudience.flatMap({ value.telling($0) }) ?? value.passage {
      if field.audiences.contains(subject.publicAudience ?? "") { words.add(telling.tree.plainText(), weight: 1) }
    } else if field.facet != nil {
      // Filters are in the register's language, whatever the tool's is.
      for text in value.texts {
        words.add(text, weight: 1)
        if language.label(text) != text { words.add(language.label(text), weight: 1) }
      }
    }
  }
  words.add(tool.record.text(.summary) ?? "", weight: 2)
  for name in record.thirdParties { words.add(name, weight: 2) }
  words.add(tool.organisation(in: site.settings), weight: 3)
  for name in ["tags", "other_names"] { words.add(record.value(name)?.texts.joined(separator: " ") ?? "", weight: 3) }
  words.add(tool.name, weight: 8)
  return words.lines
}

extension Document {
  /// The names of those outside who built the tool or run it.
  fileprivate var thirdParties: [String] {
    guard let position = kind.position(of: .thirdParty) else { return [] }
    let name = kind.fields[position].key.flatMap { kind.fields[position].position(of: $0) }
    return name.map { name in values[position].items.compactMap { $0.values[name].line } } ?? values[position].texts
  }
}

extension Subject {
  /// The audience whose page is the tool's own address.
  fileprivate var publicAudience: String? { vocabulary.audiences.first { $0.address.isEmpty }?.id }
}
