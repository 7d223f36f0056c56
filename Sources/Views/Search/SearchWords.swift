import Bytes
import Reading
import Records

/// The words of a text as the search finds them: folded, cut at everything that is no letter and no digit, two characters or more.
///
/// The site's script cuts what is typed in the same way, so the two must stay the same.
func searchWords(_ text: String) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  var length = 0
  func close() {
    if length > 1 { words.append(String(decoding: word, as: UTF8.self)) }
    word.removeAll(keepingCapacity: true)
    length = 0
  }
  for scalar in folded(text).unicodeScalars {
    if isWordPart(scalar) {
      if scalar.isASCII { word.append(UInt8(ascii: scalar)) } else { word += scalar.utf8 }
      length += scalar.utf16.count
    } else if scalar != "'", scalar != "\u{2019}" {
      close()
    }
  }
  close()
  return words
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
/// The name weighs 8, the organisation and other words it goes by 3, its one sentence 2, what the public is told and how it is filed 1.
func searchTerms(of subject: Subject, in site: Site) -> [UInt8] {
  let (tool, record) = (subject.tool, subject.tool.record)
  var weights: [String: Int] = [:]
  // From the lightest on, so that the last weight of a word is its best.
  func add(_ text: String, _ weight: Int) {
    for word in searchWords(text) { weights[word] = weight }
  }
  let language = site.language(tool.lang)
  for document in tool.documents {
    for text in [language.label(document.kind.label), document.kind.id, document.title] { add(text, 1) }
  }
  for (field, value) in zip(record.kind.fields, record.values) {
    if let telling = subject.publicAudience.flatMap({ value.telling($0) }) ?? value.passage {
      if field.audiences.contains(subject.publicAudience ?? "") { add(telling.tree.plainText(), 1) }
    } else if field.facet != nil {
      for text in value.texts { add(language.label(text), 1) }
    }
  }
  add(tool.record.text(.summary) ?? "", 2)
  add(tool.organisation(in: site.settings), 3)
  for name in ["tags", "other_names"] { add(record.value(name)?.texts.joined(separator: " ") ?? "", 3) }
  add(tool.name, 8)
  var bytes: [UInt8] = []
  for (word, weight) in weights.sorted(by: { $0.key.precedesByBytes($1.key) }) {
    bytes.append(number: weight)
    bytes.append(word)
    bytes.append(0x0A)
  }
  return bytes
}

extension Subject {
  /// The audience whose page is the tool's own address.
  fileprivate var publicAudience: String? { vocabulary.audiences.first { $0.address.isEmpty }?.id }
}
