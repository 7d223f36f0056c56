import Bytes
import Findings
import Reading

/// Groups: items with parts.
extension ValueReader {
  mutating func group(_ node: Node, _ field: Field) -> Content? {
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
}
