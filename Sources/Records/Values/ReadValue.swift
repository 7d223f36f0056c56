import Bytes
import Findings
import Reading

/// Reads the value of a field from a node of front matter as the field's type asks, and says what does not fit.
struct ValueReader {
  let source: Source
  /// Ids of the grounds on which something may be withheld; nil where they are not known.
  let grounds: [String]?
  private var list = FindingList(limit: Limits().findings)

  init(source: Source, grounds: [String]?) {
    self.source = source
    self.grounds = grounds
  }

  var findings: [Finding] { list.all }

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
    if scalar.style == .plain { checkAnswer(scalar.text, scalar.span, field) }
    if field.type == .prose {
      let (passage, wrong) = readMarkdown(scalar, of: source)
      wrong.forEach { list.add($0) }
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
    let before = list.told.count
    var kept: [Scalar] = []
    var seen = Set<[UInt8]>(minimumCapacity: scalars.count)
    let known = scalars.count > 16 ? Set(field.choices.map { Array($0.utf8) }) : []
    for (number, scalar) in scalars.enumerated() {
      if list.isFull || list.told.count >= before + ValueReader.mostOfList {
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

  /// What YAML takes for a note, behind a value without quotes, may well be meant for readers: `Early Help #1`.
  private mutating func checkCut(_ scalar: Scalar) {
    if let rest = scalar.note(in: source) { add("field.cut", rest, ["rest": source.text(rest)]) }
  }

  mutating func add(_ code: String, _ span: Span, _ facts: [String: String]) {
    list.add(code, at: source.place(span), facts)
  }

  /// What an unknown name was most likely meant for.
  func likely(_ name: String, among names: @autoclosure () -> [String]) -> String? {
    Findings.likely(name, among: names(), after: list.told.count)
  }
}

/// A bound as a person writes it: no `.0` after a whole number.
package func plain(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
}
