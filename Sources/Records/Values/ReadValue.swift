import Bytes
import Findings
import Reading

/// Reads the value of a field from a node of front matter as the field's type asks, and says what does not fit.
struct ValueReader {
  let source: Source
  /// Ids of the grounds on which something may be withheld; nil where they are not known.
  let grounds: [String]?
  private var found: [Finding] = []
  /// Where the first stands that is over the limit, and how many there are.
  private var over: (place: Span, count: Int)?

  init(source: Source, grounds: [String]?) {
    self.source = source
    self.grounds = grounds
  }

  /// What was found; of more than anybody would read, the first and how many there are.
  var findings: [Finding] {
    guard let over else { return found }
    return found + [Finding("file.many", at: source.place(over.place), ["count": String(over.count)])]
  }

  /// Whether nothing that is found from here on is told by itself.
  private var isFull: Bool { found.count >= ValueReader.most }

  private static let most = 200

  mutating func value(_ node: Node, _ field: Field) -> Value {
    if let state = state(node, field) { return Value(state: state, span: node.span) }
    if case .scalar(let scalar) = node.content, scalar.text.utf8.first ?? 0 <= 0x20, MapReader.unfolded(scalar.text).isEmpty {
      return Value(state: .missing, span: node.span)
    }
    guard let content = content(node, field) else { return Value(state: .given, span: node.span) }
    if case .prose(let passage) = content, let placeholder = passage.placeholder {
      if placeholder.isAlone { return Value(state: .missing, span: node.span) }
      add("field.help-left", placeholder.span, ["field": field.id, "label": field.heading])
    }
    return Value(state: .given, content: content, span: node.span)
  }

  private mutating func content(_ node: Node, _ field: Field) -> Content? {
    switch field.type {
    case .group, .figures: return group(node, field)
    case .contact: return contact(node, field)
    case .choices, .links: return list(node, field)
    default: break
    }
    guard case .scalar(let scalar) = node.content else {
      add("field.one-text", node.span, ["field": field.id, "label": field.label])
      return nil
    }
    checkCut(scalar)
    checkFormula(scalar)
    if field.type == .prose {
      let (passage, wrong) = readMarkdown(scalar, of: source)
      for finding in wrong { add(finding, scalar.span) }
      return .prose(passage)
    }
    return line(MapReader.unfolded(scalar.text), scalar.span, field)
  }

  // MARK: one line

  private mutating func line(_ text: String, _ span: Span, _ field: Field) -> Content? {
    switch field.type {
    case .date:
      if let day = PartDay(text), day.day != nil { return .day(day) }
      var facts = ["field": field.id, "value": text]
      facts["write"] = likelyDay(text)?.text
      add("field.date", span, facts)
      return nil
    case .partDate:
      if let day = PartDay(text) { return .day(day) }
      var facts = ["field": field.id, "value": text]
      facts["write"] = likelyDay(text)?.text
      add("field.part-date", span, facts)
      return nil
    case .number: return number(text, span, field)
    case .choice: return choice(text, span, field, among: field.choices)
    case .yesNo: return choice(text, span, field, among: ["Yes", "No"])
    case .address: return checked(text, span, field, "field.address", isAddress)
    case .email: return checked(text, span, field, "field.email", isEmail)
    case .link: return checked(text, span, field, "field.link", isDocumentName)
    default:
      if text.holds(0x0A) {
        add("field.one-line", span, ["field": field.id])
      }
      if let max = field.max, Double(text.utf8.count) > max, Double(text.unicodeScalars.count) > max {
        add(
          "field.too-long", span,
          [
            "field": field.id, "max": String(Int(max)), "count": String(text.unicodeScalars.count),
          ])
      }
      return .text(text)
    }
  }

  private mutating func checked(
    _ text: String, _ span: Span, _ field: Field, _ code: String, _ accepts: (String) -> Bool
  ) -> Content? {
    if accepts(text) { return .text(text) }
    add(code, span, ["field": field.id, "value": text])
    return nil
  }

  private mutating func number(_ text: String, _ span: Span, _ field: Field) -> Content? {
    guard let number = Number(text) else {
      add("field.number", span, ["field": field.id, "value": text])
      return nil
    }
    if let min = field.min, number.value < min {
      add("field.range", span, ["field": field.id, "value": text, "bound": "at least \(plain(min))"])
    } else if let max = field.max, number.value > max {
      add("field.range", span, ["field": field.id, "value": text, "bound": "at most \(plain(max))"])
    }
    return .number(number)
  }

  private mutating func choice(
    _ text: String, _ span: Span, _ field: Field, among choices: [String]
  ) -> Content? {
    if choices.contains(where: text.equalsByBytes) { return .text(text) }
    var facts = ["field": field.id, "value": text]
    facts["near"] = nearest(text, among: choices)
    facts["choices"] = choices.joined(separator: "; ")
    add("field.choice", span, facts)
    return nil
  }

  // MARK: lists and maps

  private mutating func list(_ node: Node, _ field: Field) -> Content? {
    var scalars: [Scalar] = []
    switch node.content {
    case .scalar(let scalar): scalars = [scalar]
    case .map:
      add("field.list", node.span, ["field": field.id])
      return nil
    case .list(let nodes):
      for node in nodes {
        guard case .scalar(let scalar) = node.content else {
          add("field.list", node.span, ["field": field.id])
          continue
        }
        scalars.append(scalar)
      }
    }
    let before = found.count
    var kept: [Scalar] = []
    var seen = Set<[UInt8]>(minimumCapacity: scalars.count)
    let known = scalars.count > 16 ? Set(field.choices.map { Array($0.utf8) }) : []
    for (number, scalar) in scalars.enumerated() {
      if isFull || found.count >= before + ValueReader.mostOfList {
        // A list of nothing that can be chosen is one mistake, made many times.
        add("field.list-more", scalar.span, ["field": field.id, "count": String(scalars.count - number)])
        break
      }
      checkCut(scalar)
      let bytes = Array(scalar.text.utf8)
      if seen.contains(bytes) {
        add("field.choice-twice", scalar.span, ["field": field.id, "value": scalar.text])
        continue
      }
      let fits =
        field.type == .choices
        ? known.contains(bytes) ? .text(scalar.text) : choice(scalar.text, scalar.span, field, among: field.choices)
        : checked(scalar.text, scalar.span, field, "field.link", isDocumentName)
      if fits != nil {
        kept.append(scalar)
        seen.insert(bytes)
      }
    }
    return .list(kept)
  }

  /// After so many findings in one list, the rest of it is only counted.
  private static let mostOfList = 20

  private mutating func contact(_ node: Node, _ field: Field) -> Content? {
    let ways = ["role", "email", "phone", "address", "hours", "post"]
    guard case .map(let entries) = node.content else {
      add("field.contact", node.span, ["field": field.id])
      return nil
    }
    var lines: [ContactLine] = []
    for entry in entries {
      guard ways.contains(entry.key.text), case .scalar(let scalar) = entry.value.content else {
        var facts = ["field": field.id, "way": entry.key.text]
        facts["near"] = nearest(entry.key.text, among: ways)
        add("field.contact-way", entry.key.span, facts)
        continue
      }
      checkCut(scalar)
      if entry.key.text == "email", !isEmail(scalar.text) {
        add("field.email", scalar.span, ["field": field.id, "value": scalar.text])
      }
      lines.append(ContactLine(way: entry.key.text, text: MapReader.unfolded(scalar.text)))
    }
    if !lines.contains(where: { $0.way != "role" && $0.way != "hours" }) {
      add("field.contact", node.span, ["field": field.id])
    }
    return .contact(lines)
  }

  private mutating func group(_ node: Node, _ field: Field) -> Content? {
    var nodes: [Node]
    switch node.content {
    case .list(let list): nodes = list
    case .map: nodes = [node]
    case .scalar:
      add("field.group", node.span, ["field": field.id, "item": field.item ?? "item"])
      return nil
    }
    if field.single, nodes.count > 1 {
      add("field.single", nodes[1].span, ["field": field.id])
      nodes = [nodes[0]]
    }
    var items: [Item] = []
    for node in nodes {
      guard case .map(let entries) = node.content else {
        add("field.group", node.span, ["field": field.id, "item": field.item ?? "item"])
        continue
      }
      items.append(item(entries, node.span, field))
    }
    keysOnce(items, field)
    return .group(items)
  }

  private mutating func item(_ entries: [Entry], _ span: Span, _ field: Field) -> Item {
    var values = [Value](repeating: Value(state: .missing, span: span, hasPlace: false), count: field.fields.count)
    var misspelt: [Int] = []
    var expected = 0
    for entry in entries {
      let known = field.fields.position(of: entry.key.text, expectedAt: expected)
      guard let position = known ?? field.position(of: entry.key.text) else {
        var facts = ["part": entry.key.text, "field": field.id]
        facts["near"] = likely(entry.key.text, among: field.fields.map(\.id))
        if let position = facts["near"].flatMap({ field.position(of: $0) }) { misspelt.append(position) }
        add("field.unknown-part", entry.key.span, facts)
        continue
      }
      expected = position + 1
      values[position] = value(entry.value, field.fields[position])
    }
    for position in misspelt where !values[position].hasPlace { values[position] = values[position].misspelt() }
    if values.contains(where: { !$0.hasPlace }) { checkSwallowed(entries, values, field) }
    return Item(span: span, values: values)
  }

  /// Two items with one key could not be told apart from version to version.
  private mutating func keysOnce(_ items: [Item], _ field: Field) {
    guard items.count > 1, let key = field.key.flatMap({ field.position(of: $0) }) else { return }
    var seen = Set<[UInt8]>(minimumCapacity: items.count)
    for item in items {
      guard let text = item.values[key].line else { continue }
      if !seen.insert(Array(text.utf8)).inserted {
        add(
          "field.item-twice", item.values[key].span,
          ["field": field.id, "value": text, "part": field.fields[key].id])
      }
    }
  }

  /// Tables of the register are opened in spreadsheets, and these take a text for a formula by how it begins. A number is none.
  private mutating func checkFormula(_ scalar: Scalar) {
    let text = scalar.text.utf8
    guard let first = text.first, first < UInt8(ascii: "A"), isOne(first, of: "=@+-") else { return }
    if first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
      guard let second = text.dropFirst().first, isLetter(second) || isOne(second, of: "(=@+") else { return }
    }
    add("text.formula", scalar.span, ["sign": String(UnicodeScalar(first))])
  }

  /// What YAML takes for a note, behind a value without quotes, may well be meant for readers: `Early Help #1`.
  private mutating func checkCut(_ scalar: Scalar) {
    guard scalar.style == .plain else { return }
    let bytes = source.bytes
    var index = scalar.span.end
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index > scalar.span.end, index < bytes.count, bytes[index] == UInt8(ascii: "#") else { return }
    var end = bytes.place(of: 0x0A, in: index..<bytes.count)
    while bytes[end - 1] <= 0x20 { end -= 1 }
    add("field.cut", Span(start: index, length: end - index), ["rest": String(decoding: bytes[index..<end], as: UTF8.self)])
  }

  /// A part that stands further in than its neighbours is taken for a line of the text before it.
  private mutating func checkSwallowed(_ entries: [Entry], _ values: [Value], _ field: Field) {
    for entry in entries {
      guard case .scalar(let scalar) = entry.value.content, scalar.style == .literal || scalar.style == .folded else { continue }
      for part in parts(named: scalar.text, in: field) where !values[part].hasPlace {
        let facts = ["part": field.fields[part].id, "label": field.fields[part].label, "field": entry.key.text]
        add("field.swallowed", entry.key.span, facts)
      }
    }
  }

  /// The parts of a field whose name stands first in a line of a text, before a colon; hardly any text has one.
  private func parts(named text: String, in field: Field) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      var (parts, colon): ([Int], Int) = ([], -1)
      while true {
        colon = bytes.place(of: UInt8(ascii: ":"), in: (colon + 1)..<bytes.count)
        guard colon < bytes.count else { return parts }
        var start = colon
        while start > 0, isWordByte(bytes[start - 1]) || isOne(bytes[start - 1], of: "_-") { start -= 1 }
        let name = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<colon]), as: UTF8.self)
        while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
        guard start == 0 || bytes[start - 1] == 0x0A, let part = field.position(of: name) else { continue }
        parts.append(part)
      }
    }
  }

  mutating func add(_ code: String, _ span: Span, _ facts: [String: String]) {
    guard !isFull else { return count(span) }
    found.append(Finding(code, at: source.place(span), facts))
  }

  private mutating func add(_ finding: Finding, _ span: Span) {
    if isFull { count(span) } else { found.append(finding) }
  }

  private mutating func count(_ span: Span) { over = (over?.place ?? span, (over?.count ?? 0) + 1) }

  /// What an unknown name was most likely meant for; of very many no one is a slip of the pen.
  func likely(_ name: String, among names: @autoclosure () -> [String]) -> String? {
    found.count < 100 ? nearest(name, among: names()) : nil
  }
}

/// A bound as a person writes it: no `.0` after a whole number.
func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
