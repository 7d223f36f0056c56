import Bytes
import Findings
import Reading

/// Reads the maps of a data file key by key, and says what is wrong with each: a key nobody knows, one that is missing, a value of another form.
///
/// Ask for every key the map may have, then call `finish`: what nobody asked for is a finding.
struct MapReader {
  let source: Source
  let entries: [Entry]
  let span: Span
  /// What the map describes, as a person would say it: "a field", "the theme".
  let what: String
  private var asked: [String] = []
  private(set) var findings: [Finding] = []

  /// Nothing, and a finding, where the node is no map.
  init?(_ node: Node, in source: Source, what: String, findings: inout [Finding]) {
    guard case .map(let entries) = node.content else {
      findings.append(
        Finding("data.not-map", at: source.place(node.span), ["what": what]))
      return nil
    }
    self.source = source
    self.entries = entries
    self.span = node.span
    self.what = what
  }

  mutating func node(_ key: String, required: Bool = false) -> Node? {
    asked.append(key)
    if let entry = entries.first(where: { $0.key.text == key }) { return entry.value }
    if required { add("data.missing-key", span, ["key": key, "what": what]) }
    return nil
  }

  mutating func scalar(_ key: String, required: Bool = false) -> Scalar? {
    guard let node = node(key, required: required) else { return nil }
    guard case .scalar(let scalar) = node.content else {
      add("data.not-text", node.span, ["key": key])
      return nil
    }
    if required, scalar.text.isEmpty { add("data.missing-key", scalar.span, ["key": key, "what": what]) }
    return scalar
  }

  /// A text that readers may be shown: what YAML takes for a note behind it may well be meant for them.
  mutating func text(_ key: String, required: Bool = false) -> String? {
    guard let scalar = scalar(key, required: required) else { return nil }
    if let rest = scalar.note(in: source) { add("field.cut", rest, ["rest": source.text(rest)]) }
    return Self.unfolded(scalar.text)
  }

  /// A text by language: in English under the key itself, in others under `key_cy` and the like.
  mutating func byLanguage(_ key: String, required: Bool = false) -> [String: String] {
    guard let english = text(key, required: required) else { return [:] }
    var texts = ["en": english]
    for entry in entries where entry.key.text.hasPrefix(key + "_") {
      let code = entry.key.text.dropFirst(key.count + 1)
      if code.utf8.count == 2, code.utf8.allSatisfy(isLetter) { texts[String(code)] = text(entry.key.text) }
    }
    return texts
  }

  /// One of a closed list of words.
  mutating func choice(_ key: String, of allowed: [String], required: Bool = false) -> String? {
    scalar(key, required: required).flatMap { allowing($0, key, allowed) }
  }

  /// Any number of a closed list of words.
  mutating func choices(_ key: String, of allowed: [String]) -> [String] {
    scalars(key).compactMap { allowing($0, key, allowed) }
  }

  mutating func allowing(_ scalar: Scalar, _ key: String, _ allowed: [String]) -> String? {
    if allowed.contains(scalar.text) { return scalar.text }
    var facts = ["key": key, "value": scalar.text, "allowed": allowed.joined(separator: ", ")]
    facts["near"] = nearest(scalar.text, among: allowed)
    add("data.not-allowed", scalar.span, facts)
    return nil
  }

  mutating func flag(_ key: String) -> Bool {
    choice(key, of: ["true", "false"]) == "true"
  }

  mutating func number(_ key: String) -> Number? { scalar(key).flatMap { number($0, key) } }

  mutating func number(_ scalar: Scalar, _ key: String) -> Number? {
    // Nothing in data is counted in thousands of millions, and what is read may have to fit into a whole number.
    if let number = Number(scalar.text), abs(number.value) < 1e9 { return number }
    add("data.not-number", scalar.span, ["key": key, "value": scalar.text])
    return nil
  }

  /// A list of texts; one text alone counts as a list of one.
  mutating func scalars(_ key: String, required: Bool = false) -> [Scalar] {
    guard let node = node(key, required: required) else { return [] }
    switch node.content {
    case .scalar(let scalar): return [scalar]
    case .list(let nodes):
      return nodes.compactMap { node in
        if case .scalar(let scalar) = node.content { return scalar }
        add("data.not-text", node.span, ["key": key])
        return nil
      }
    case .map:
      add("data.not-text", node.span, ["key": key])
      return []
    }
  }

  mutating func texts(_ key: String, required: Bool = false) -> [String] {
    scalars(key, required: required).map(\.text)
  }

  mutating func list(_ key: String, required: Bool = false) -> [Node] {
    guard let node = node(key, required: required) else { return [] }
    if case .list(let nodes) = node.content { return nodes }
    add("data.not-list", node.span, ["key": key])
    return []
  }

  mutating func map(_ key: String) -> [Entry] {
    guard let node = node(key) else { return [] }
    if case .map(let entries) = node.content { return entries }
    add("data.not-map", node.span, ["what": "'\(key)'"])
    return []
  }

  /// A map read by a reader of its own; its findings join this one's.
  mutating func nested<T>(
    _ key: String, what: String, _ read: (inout MapReader) -> T?
  ) -> T? {
    guard let node = node(key) else { return nil }
    return nested(node, what: what, read)
  }

  mutating func nested<T>(_ node: Node, what: String, _ read: (inout MapReader) -> T?) -> T? {
    guard var reader = MapReader(node, in: source, what: what, findings: &findings) else {
      return nil
    }
    let result = read(&reader)
    findings += reader.finish()
    return result
  }

  mutating func add(_ code: String, _ span: Span, _ facts: [String: String]) {
    findings.append(Finding(code, at: source.place(span), facts))
  }

  /// The findings, with one for every key that nobody asked for.
  consuming func finish() -> [Finding] {
    for entry in entries where !asked.contains(entry.key.text) {
      var facts = ["key": entry.key.text, "what": what]
      facts["near"] = nearest(entry.key.text, among: asked)
      if entry.key.text.holds(0x20) { facts["rest"] = entry.key.text }
      add("data.unknown-key", entry.key.span, facts)
    }
    return findings
  }

  /// A block scalar's text without its final newline.
  static func unfolded(_ text: String) -> String {
    guard let last = text.utf8.last, last == 0x0A || last == 0x20 else { return text }
    var text = Substring(text)
    while text.utf8.last == 0x0A || text.utf8.last == 0x20 { text.removeLast() }
    return String(text)
  }
}
