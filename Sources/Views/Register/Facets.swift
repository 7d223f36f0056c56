import Bytes
import Ledger
import Records
@_spi(_Unicode) import Swift
import Templates

/// One way tools are filed: its values, each with the tools that have it.
struct Facet: Sendable {
  struct Value: Sendable {
    let id: String
    let label: String
    /// Positions in the register's list of tools, ascending.
    var tools: [Int]

    /// Files a tool that comes after all that were filed before.
    mutating func file(_ number: Int) {
      if tools.last != number { tools.append(number) }
    }
  }

  let id: String
  let label: String
  var values: [Value]

  /// How many values the page of one of them leads to; the facet's own page leads to all.
  static let neighbours = 60

  /// The facet as the page of a value shows it: where there are many values, those around this one.
  func around(_ position: Int) -> Facet {
    guard values.count > Facet.neighbours else { return self }
    let start = min(max(0, position - Facet.neighbours / 2), values.count - Facet.neighbours)
    return Facet(id: id, label: label, values: Array(values[start..<start + Facet.neighbours]))
  }
}

/// Every facet that any tool is filed by, in the order of the newest record kind's fields; values in the order of the field's
/// choices, then by name.
func facets(of tools: [Summary], with vocabulary: Vocabulary) -> [Facet] {
  let fields = facetFields(vocabulary)
  var found: [String: [String: Facet.Value]] = [:]
  for (number, tool) in tools.enumerated() {
    for filed in tool.facets {
      for value in filed.values {
        found[filed.facet, default: [:]][value.id, default: Facet.Value(id: value.id, label: value.text, tools: [])].file(number)
      }
    }
  }
  return fields.compactMap { field in
    guard let facet = field.facet, let values = found[facet]?.values else { return nil }
    return Facet(id: facet, label: sentenceCase(facet), values: sorted(Array(values), by: field.choices))
  }
}

/// Every value that some version was filed by and no tool is now, by facet: what was public keeps its address.
func formerFacets(of news: [News], but now: [Facet], with vocabulary: Vocabulary) -> [Facet] {
  facetFields(vocabulary).compactMap { field in
    guard let facet = field.facet else { return nil }
    var known = Set(now.first { $0.id == facet }?.values.map(\.id) ?? [])
    let filed = news.flatMap(\.filed).filter { $0.facet == facet }.flatMap(\.values)
    let values = filed.compactMap { value in
      known.insert(value.id).inserted ? Facet.Value(id: value.id, label: value.text, tools: []) : nil
    }
    return values.isEmpty ? nil : Facet(id: facet, label: sentenceCase(facet), values: values)
  }
}

/// Values in the order of a field's choices, then by name. Their places and folded names are worked out once, as there may be many.
private func sorted(_ values: [Facet.Value], by choices: [String]) -> [Facet.Value] {
  let places = Dictionary(zip(choices, choices.indices), uniquingKeysWith: min)
  return values.map { (value: $0, place: places[$0.label] ?? Int.max, name: folded($0.label)) }
    .sorted { one, other in
      if one.place != other.place { return one.place < other.place }
      return one.name == other.name ? one.value.id.precedesByBytes(other.value.id) : one.name.precedesByBytes(other.name)
    }
    .map(\.value)
}

/// The field of each facet, that of the newest record kind where several have it.
private func facetFields(_ vocabulary: Vocabulary) -> [Field] {
  var fields: [Field] = []
  for kind in vocabulary.kinds.reversed() where kind.role == .record {
    for field in kind.fields {
      if let facet = field.facet, !fields.contains(where: { $0.facet == facet }) { fields.append(field) }
    }
  }
  return fields
}

/// The name of a facet's value in addresses and data: a publisher's own id where it is one, else the words in small ASCII letters.
///
/// Words with no such letter are named by the start of their digest, so that every value has an address.
func facetID(_ facet: String, _ text: String, _ settings: Settings) -> String {
  if facet == "organisation", let place = settings.publishers.indices.first(where: { settings.publishers[$0].name.equalsByBytes(text) }) {
    return settings.publishers[place].id
  }
  var letters = folded(text).unicodeScalars
  letters.removeAll { $0 == "'" || $0 == "\u{2019}" }
  let name = anchorName(String(letters))
  return name.isEmpty ? String(digestText(Array(text.utf8)).prefix(12)) : name
}

/// A text as it is sorted and searched: small letters, accents taken off. The same as the site's script does in a browser.
func folded(_ text: String) -> String {
  if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
  var scalars = String.UnicodeScalarView()
  for scalar in text.lowercased()._nfd where !(0x300...0x36F).contains(scalar.value) { scalars.append(scalar) }
  return String(scalars)
}

/// `organisation-type` → `Organisation type`.
private func sentenceCase(_ id: String) -> String {
  let words = id.replacing("-", with: " ")
  return words.prefix(1).uppercased() + words.dropFirst()
}

/// The SHA-256 of some bytes in hexadecimal.
func digestText(_ bytes: [UInt8]) -> String { Digest(of: bytes).text }

extension Frame {
  /// A value of a facet with the way to its page.
  func facet(_ facet: String, _ text: String) -> Object {
    self.facet(facet, Summary.Filed.Value(id: facetID(facet, text, site.settings), text: text))
  }

  func facet(_ facet: String, _ value: Summary.Filed.Value) -> Object {
    [.id: .text(value.id), .label: .text(language.label(value.text)), .href: .text(href("browse/\(facet)/\(value.id)/"))]
  }
}
