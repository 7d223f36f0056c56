import Findings
import Reading
import Records

/// One record on its way to another kind: what was taken along so far, and why something was not.
struct Move {
  private let told: ToldDocument
  private let kind: Kind
  private let origins: FieldOrigins
  private let vocabulary: Vocabulary
  private var taken: Set<Piece> = []
  private var unfit: [Piece: String] = [:]

  private var old: Kind { told.document.kind }

  init(_ document: Document, to kind: Kind, with vocabulary: Vocabulary) {
    told = ToldDocument(document)
    self.kind = kind
    self.vocabulary = vocabulary
    origins = FieldOrigins(of: kind, in: document.kind, with: vocabulary)
  }

  /// The new kind's fields that something answers, by id.
  mutating func answers() -> [String: Node] {
    var answers: [String: Node] = [:]
    for (index, field) in kind.fields.enumerated() {
      let answer: Node?
      if field.type.hasParts {
        answer = group(index)
      } else if field.type == .prose, index < kind.ownCount {
        answer = text(field, pieces(of: origins.whole[index]))
      } else {
        answer = value(field, pieces(of: origins.whole[index]))
      }
      answers[field.id] = answer
    }
    return answers
  }

  /// The introductions to audiences, which stand before the first text.
  mutating func opening() -> [String] {
    told.tellings(told.document.intros).flatMap { intro -> [String] in
      ["", "## For \(heading(intro.audience))", "", intro.text]
    }
  }

  private func heading(_ audience: String) -> String {
    vocabulary.audiences.first { $0.id == audience }?.heading ?? audience
  }

  // MARK: where answers come from

  /// The answers at some paths of the old kind, a group's item by item.
  private func pieces(of paths: [FieldPath]) -> [Piece] {
    var result: [Piece] = []
    var rest = paths[...]
    while let first = rest.first {
      let same = rest.prefix { $0.field == first.field && ($0.part == nil) == (first.part == nil) }
      rest = rest.dropFirst(same.count)
      guard let index = old.position(of: first.field) else { continue }
      let parts = same.compactMap { path in path.part.flatMap { old.fields[index].position(of: $0) } }
      let items = told.told(index).items
      guard first.part != nil, !items.isEmpty else {
        result.append(Piece(index))
        continue
      }
      for item in items.indices { result += parts.map { Piece(index, item: item, part: $0) } }
    }
    return result.filter { piece in
      !told.told(piece).isBlank || piece.item == nil && !told.told(piece.field).tellings.isEmpty
    }
  }

  private func field(_ piece: Piece) -> Field {
    let field = old.fields[piece.field]
    return piece.part.map { field.fields[$0] } ?? field
  }

  private mutating func take(_ piece: Piece) { taken.insert(piece) }

  // MARK: one answer

  /// Text for a section of the body, with what each audience is told.
  private mutating func text(_ field: Field, _ pieces: [Piece]) -> Node? {
    let given = pieces.filter { told.told($0).state == .given }
    let general = given.map { told.told($0).text(self.field($0)) }.joined(separator: "\n\n")
    var tellings: [(audience: String, text: String)] = []
    let speaking = pieces.filter { piece in piece.item == nil && (!given.isEmpty || told.told(piece).isBlank) }
    for telling in speaking.flatMap({ told.told($0).tellings }) {
      if let place = tellings.firstIndex(where: { $0.audience == telling.audience }) {
        tellings[place].text += "\n\n" + telling.text
      } else {
        tellings.append(telling)
      }
    }
    if given.isEmpty, let state = state(pieces) { return state }
    if given.isEmpty, tellings.isEmpty { return nil }
    let body = ([general] + tellings.map { "### For \(heading($0.audience))\n\n\($0.text)" })
      .filter { !$0.isEmpty }.joined(separator: "\n\n")
    guard isOneSection(body, general: general, tellings: tellings.count) else {
      for piece in given { unfit[piece] = "a heading in it would begin another part of the document; mark it in another way" }
      return nil
    }
    for piece in given { take(piece) }
    for piece in speaking {
      for telling in told.told(piece).tellings { take(Piece(piece.field, audience: telling.audience)) }
    }
    return .text(body)
  }

  /// Whether a text, read as a section, says what it said before and begins nothing else.
  private func isOneSection(_ body: String, general: String, tellings: Int) -> Bool {
    let source = Source(path: "", bytes: Array("---\nkind: a\n---\n## A\n\n\(body)\n\n## B\n".utf8))
    guard let draft = read(source, limits: vocabulary.settings.limits).draft, draft.sections.count == 2 else { return false }
    let section = draft.sections[0]
    return section.tellings.count == tellings && source.text(section.general.span).utf8.elementsEqual(general.utf8)
  }

  /// The reason why something is not given, where nothing is.
  private mutating func state(_ pieces: [Piece]) -> Node? {
    let said = pieces.filter { !told.told($0).isBlank }
    guard let first = said.first, let node = told.told(first).state.node else { return nil }
    for piece in said where told.told(piece).state == told.told(first).state { take(piece) }
    return node
  }

  /// A value of the front matter, in the form its new field takes.
  private mutating func value(_ field: Field, _ pieces: [Piece]) -> Node? {
    let given = pieces.filter { told.told($0).state == .given }
    guard !given.isEmpty else { return state(pieces) }
    switch field.type {
    case .prose, .text:
      for piece in given { take(piece) }
      let texts = given.map { told.told($0).text(self.field($0)) }
      return .text(texts.joined(separator: field.type == .text ? "; " : "\n\n"), quoted: field.type == .text)
    case .choices, .links: return list(field, given)
    default:
      var result: Node?
      for piece in given {
        guard result == nil, let node = told.told(piece).node, fits(node, field) else {
          unfit[piece] = reason(field)
          continue
        }
        result = node
        take(piece)
      }
      return result
    }
  }

  private mutating func list(_ field: Field, _ given: [Piece]) -> Node? {
    var texts: [String] = []
    for piece in given {
      let said =
        if case .list(let list) = told.told(piece).body { list } else { [told.told(piece).text(self.field(piece))] }
      let fitting = said.filter { fits(.text($0), field) }
      texts += fitting.filter { text in !texts.contains { $0.utf8.elementsEqual(text.utf8) } }
      if fitting.count == said.count { take(piece) } else { unfit[piece] = reason(field) }
    }
    return texts.isEmpty ? nil : .list(of: texts.map { .text($0) })
  }

  private func reason(_ field: Field) -> String {
    let takes =
      switch field.type {
      case .choice, .choices: "one of: " + field.choices.joined(separator: "; ")
      case .yesNo: "Yes or No"
      default: "a value of another form (\(field.type.rawValue))"
      }
    return "'\(field.heading)' takes \(takes)"
  }

  // MARK: groups

  /// The items of the group of old with the parts of the new; single fields of old are one item.
  private mutating func group(_ index: Int) -> Node? {
    let field = kind.fields[index]
    let paths = origins.parts[index]
    let group = (origins.whole[index] + paths.joined()).compactMap { old.position(of: $0.field) }
      .first { old.fields[$0].type.hasParts }
    guard let group else {
      let pieces = paths.map { self.pieces(of: $0) }
      let said = pieces.joined().filter { !told.told($0).isBlank }
      if said.count == 1, told.told(said[0]).state != .given { return state(said) }
      return item(field, pieces).map { field.single ? $0 : .list(of: [$0]) }
    }
    let answer = told.told(group)
    guard answer.state == .given else { return state([Piece(group)]) }
    var items: [Node] = []
    for place in answer.items.indices {
      let pieces = paths.map { self.pieces(of: $0).filter { $0.field == group && $0.item == place } }
      if let item = item(field, pieces) { items.append(item) }
    }
    if field.single { return items.first }
    return items.isEmpty ? nil : .list(of: items)
  }

  /// One item; a part that is needed and not answered stands blank.
  private mutating func item(_ field: Field, _ pieces: [[Piece]]) -> Node? {
    var entries: [(String, Node)] = []
    var isBlank = true
    for (part, pieces) in zip(field.fields, pieces) {
      if let value = value(part, pieces) {
        entries.append((part.id, value))
        isBlank = false
      } else if part.required {
        entries.append((part.id, .text("")))
      }
    }
    return isBlank ? nil : .map(of: entries)
  }

  // MARK: what is left

  /// What was not taken along, in the order of the old kind, with the reason.
  func left() -> [Upgrade.Left] {
    told.pieces.filter { !taken.contains($0) && !taken.contains(Piece($0.field, audience: $0.audience)) }.map { piece in
      let field = old.fields[piece.field]
      let part = piece.part.map { field.fields[$0] }
      let id = field.id + (part.map { "." + $0.id } ?? "")
      let answer = told.told(piece)
      let words =
        if let audience = piece.audience { answer.tellings.first { $0.audience == audience }?.text ?? "" } else if answer.state == .given {
          answer.text(part ?? field)
        } else { answer.state.line }
      return Upgrade.Left(
        field: id, label: field.heading + (part.map { ": " + $0.label } ?? ""),
        audience: piece.audience.map(heading), words: words,
        because: unfit[piece] ?? origins.dropped[id] ?? origins.dropped[field.id] ?? reason(piece))
    }
  }

  private func reason(_ piece: Piece) -> String {
    if piece.audience != nil { return "its new place has one text for everybody" }
    let field = old.fields[piece.field]
    let isUsed = origins.used.contains(FieldPath(field.id, piece.part.map { field.fields[$0].id }))
    return isUsed ? "its new place is answered by another field too" : "the newer kind has no field for it"
  }
}
