import Bytes
import Findings
import Reading
import Records

/// A record on its way into another standard.
struct Mapping {
  private let record: Document
  private let told: ToldDocument
  private let facts: [String: String]
  private let supplied: [String: Node]
  private var used: Set<String> = []
  private(set) var losses: [Loss] = []
  private(set) var refusals: [String] = []

  init(_ record: Document, facts: [String: String], supplied: [String: Node]) {
    self.record = record
    told = ToldDocument(record)
    self.facts = facts
    self.supplied = supplied
  }

  mutating func lose(_ field: String, _ what: Loss.What, _ say: String) {
    let loss = Loss(field: field, what: what, say: say)
    if !losses.contains(loss) { losses.append(loss) }
  }

  /// What was said and nothing asked for, and what only one audience was told.
  mutating func loseTheRest() {
    for (index, field) in record.kind.fields.enumerated() {
      let answer = told.told(index)
      if answer.state == .given, !used.contains(field.id) { losePlace(of: field, answer) }
      for item in answer.items {
        for (part, answer) in zip(field.fields, item) where answer.state.node != nil {
          lose(field.id + "." + part.id, .notGiven, answer.state.line)
        }
      }
      for telling in answer.tellings { lose(field.id, .noPlace, "what \(telling.audience) is told in its own words") }
    }
    for intro in told.tellings(record.intros) { lose("introduction", .noPlace, "what opens the page for \(intro.audience)") }
  }

  /// What the format has a field for and a record has not.
  mutating func loseUnsaid(_ fields: [ExportField]) {
    for field in fields where field.from.isEmpty && field.value == nil && !field.required && supplied[field.to] == nil {
      lose(field.to, .notSaid, "no field of a record says it; --with can")
    }
  }

  /// A field that nothing asked for as a whole: all of it, or the parts that nothing asked for.
  private mutating func losePlace(of field: Field, _ answer: Told) {
    let isPartly = field.fields.contains { used.contains(field.id + "." + $0.id) }
    guard isPartly else { return lose(field.id, .noPlace, "the format has no place for '\(field.heading)'") }
    for (place, part) in field.fields.enumerated() where !used.contains(field.id + "." + part.id) {
      guard answer.items.contains(where: { $0[place].state == .given }) else { continue }
      lose(field.id + "." + part.id, .noPlace, "the format has no place for '\(part.heading)'")
    }
  }

  mutating func object(_ fields: [ExportField]) -> ExportValue {
    var result = ExportValue.object([])
    for field in fields {
      guard let value = value(field) else {
        if field.required { refuse(field) }
        continue
      }
      result.set(value, at: field.to.split(separator: "/").map(String.init)[...])
    }
    return result
  }

  private mutating func refuse(_ field: ExportField) {
    let ours = field.from.compactMap { name in record.kind.position(of: name).map { "'\(record.kind.fields[$0].heading)' (\(name))" } }
    let needed = "'\(field.to)' is needed"
    let answer = ours.isEmpty ? "no field of the record says it" : "nothing answers it: \(ours.joined(separator: ", "))"
    let sentence = "\(needed), and \(answer)"
    if !refusals.contains(where: { $0.hasPrefix("'\(field.to)' ") }) { refusals.append(sentence) }
  }

  // MARK: one field

  private mutating func value(_ field: ExportField) -> ExportValue? {
    if let node = supplied[field.to] { return given(node, field) }
    if let value = field.value { return filled(value, { facts[$0] }).map { field.isList ? .list([.text($0)]) : .text($0) } }
    if !field.parts.isEmpty { return items(field) }
    let found = field.from.flatMap { source in texts(source, field).map { (source: source, text: $0) } }
    var said: [(source: String, text: String)] = []
    for (source, text) in found.flatMap({ source, text in pieces(text, field).map { (source, $0) } }) {
      if let word = worded(text, source, field) { said.append((source, word)) }
    }
    guard !said.isEmpty else { return nil }
    if field.isList { return .list(unique(said.map(\.text)).map { .text($0) }) }
    return joined(said, field).flatMap { cut($0, said.map(\.source), field) }.map { .text($0) }
  }

  /// What a person gave for a field; too long a text is theirs to cut.
  private mutating func given(_ node: Node, _ field: ExportField) -> ExportValue? {
    let texts = (node.list ?? [node]).compactMap { $0.scalar?.text }
    if let max = field.max, let long = texts.first(where: { $0.unicodeScalars.count > max }) {
      refusals.append("'\(field.to)' takes \(max) characters, and what --with says has \(long.unicodeScalars.count)")
    }
    return node.list != nil || field.isList ? .list(texts.map { .text($0) }) : texts.first.map { .text($0) }
  }

  /// The items of a list that is one text with us.
  private func pieces(_ text: String, _ field: ExportField) -> [String] {
    guard let split = field.split?.first else { return [text] }
    return text.split(separator: split).map { piece in
      var piece = piece.drop { $0 == " " }
      while piece.last == " " { piece.removeLast() }
      return String(piece)
    }
  }

  private mutating func items(_ field: ExportField) -> ExportValue? {
    guard let name = field.from.first, let index = record.kind.position(of: name) else { return nil }
    let group = record.kind.fields[index]
    used.formUnion(field.parts.flatMap(\.from).map { name + "." + $0 })
    var items: [ExportValue] = []
    for item in record.values[index].items {
      var members: [ExportValue.Member] = []
      for part in field.parts {
        guard let source = part.from.first.flatMap({ group.position(of: $0) }) else { continue }
        let text = text(item.values[source], group.fields[source], part.form)
        if let text { members.append(ExportValue.Member(name: part.to, value: .text(text))) }
      }
      if let lacking = field.parts.first(where: { part in part.required && !members.contains { $0.name == part.to } }) {
        lose(name, .noPlace, "an item without '\(lacking.to)', which '\(field.to)' needs of each")
        continue
      }
      items.append(.object(members))
    }
    return items.isEmpty ? nil : .list(items)
  }

  // MARK: what stands in a source

  private mutating func texts(_ source: String, _ field: ExportField) -> [String] {
    if source == "record:body" {
      used.formUnion(record.kind.fields.map(\.id))
      return [body()]
    }
    if source.contains(":") { return facts[source].map { [formed($0, field.form)] } ?? [] }
    let names = source.split(separator: ".").map(String.init)
    guard let first = names.first, let index = record.kind.position(of: first) else { return [] }
    used.insert(source)
    let ours = record.kind.fields[index]
    let value = record.values[index]
    switch value.state {
    case .given: break
    case .missing, .notAsked: return []
    default:
      lose(source, .notGiven, value.state.line)
      return []
    }
    if names.count > 1, let part = ours.position(of: names[1]) {
      return value.items.compactMap { text($0.values[part], ours.fields[part], field.form) }
    }
    if case .list(let list) = value.content { return list.map { formed($0.text, field.form) } }
    return text(value, ours, field.form).map { [$0] } ?? []
  }

  private func text(_ value: Value, _ field: Field, _ form: ExportField.Form) -> String? {
    guard value.state == .given else { return nil }
    let text: String
    switch value.content {
    case .prose(let passage): text = form == .markdown ? told.markdown(passage) : plain(passage)
    case .group(let items): text = items.map { item in lines(item, field, form) }.joined(separator: "\n\n")
    default: text = formed(told.told(value).text(field), form)
    }
    return text.isEmpty ? nil : text
  }

  private func lines(_ item: Item, _ field: Field, _ form: ExportField.Form) -> String {
    zip(field.fields, item.values).compactMap { part, value in
      text(value, part, form).map { form == .markdown ? "**\(part.label)**: \($0)" : "\(part.label): \($0)" }
    }.joined(separator: form == .markdown ? "\n\n" : "\n")
  }

  private func formed(_ text: String, _ form: ExportField.Form) -> String {
    switch form {
    case .plain, .markdown: text
    case .month: String(text.prefix(7))
    case .slug: anchorName(text.filter { $0 != "'" && $0 != "’" })
    }
  }

  /// Words in paragraphs, an item of a list on a line of its own.
  private func plain(_ passage: Passage) -> String {
    var paragraphs: [String] = []
    let tree = passage.tree
    var index = 1
    while index < tree.nodes.count {
      if tree.nodes[index].kind == .list {
        var item = index + 1
        var lines: [String] = []
        while item < tree.end(of: index) {
          lines.append("- " + tree.plainText(of: item))
          item = tree.end(of: item)
        }
        paragraphs.append(lines.joined(separator: "\n"))
      } else {
        paragraphs.append(tree.plainText(of: index))
      }
      index = tree.end(of: index)
    }
    return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The whole record as Markdown, by the kind's sections.
  private func body() -> String {
    var blocks: [String] = []
    var last: String?
    for (index, field) in record.kind.fields.enumerated() where index < record.kind.ownCount {
      let value = record.values[index]
      let reason = value.state.node == nil ? nil : value.state.line
      guard let text = text(value, field, .markdown) ?? reason else { continue }
      if let section = record.kind.section(field.section)?.label, section != last {
        blocks.append("## " + section)
        last = section
      }
      blocks.append("### \(field.ref.map { $0 + " " } ?? "")\(field.heading)\n\n\(text)")
    }
    return blocks.joined(separator: "\n\n")
  }

  // MARK: what becomes of a text

  /// The format's own word for a value, where it has a table of them.
  private mutating func worded(_ text: String, _ source: String, _ field: ExportField) -> String? {
    guard !field.values.isEmpty else { return text }
    if let word = field.values[text] {
      if word != text { lose(source, .changed, "'\(text)' became '\(word)' in '\(field.to)'") }
      return word
    }
    lose(source, .noPlace, "'\(field.to)' has no word for '\(text)'")
    if field.required { refusals.append("'\(field.to)' has no word for '\(text)' (\(source))") }
    return nil
  }

  private mutating func joined(_ texts: [(source: String, text: String)], _ field: ExportField) -> String? {
    guard texts.count > 1 else { return texts.first?.text }
    for source in unique(texts.map(\.source)) { lose(source, .joined, "one text with others in '\(field.to)'") }
    if Set(texts.map(\.source)).count == 1 { return texts.map(\.text).joined(separator: ", ") }
    return texts.map { source, text in
      let name = source.split(separator: ".").first.map(String.init) ?? source
      return (record.kind.position(of: name).map { record.kind.fields[$0].heading + ": " } ?? "") + text
    }.joined(separator: "\n\n")
  }

  /// A text that is too long, up to the end of the last sentence that fits; nothing, and a refusal, where none does.
  private mutating func cut(_ text: String, _ sources: [String], _ field: ExportField) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard let max = field.max, scalars.count > max else { return text }
    let end = (0..<max).last { place in
      ".!?".unicodeScalars.contains(scalars[place]) && scalars[place + 1].properties.isWhitespace
    }
    guard let end else {
      refusals.append("'\(field.to)' takes \(max) characters, and no sentence ends before them: \(sources.joined(separator: ", "))")
      return nil
    }
    for source in unique(sources) { lose(source, .cut, "'\(field.to)' takes \(max) characters; \(scalars.count - end - 1) were cut") }
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars[...end])
    return String(kept)
  }
}

private func unique(_ texts: [String]) -> [String] {
  var seen: Set<String> = []
  return texts.filter { seen.insert($0).inserted }
}
