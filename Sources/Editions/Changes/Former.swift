import Records

/// What the document before says of a field of the document after, put as the field after asks.
extension DocumentComparison {
  func former(_ index: Int) -> Told {
    let field = kind.fields[index]
    let paths = origins.whole[index]
    if field.type.hasParts { return formerGroup(index) }
    if paths.count == 1, paths[0].part == nil { return told(paths[0].field) }
    return joined(paths: paths, field)
  }

  private func told(_ id: String) -> Told {
    guard let before, let place = before.document.kind.position(of: id) else { return .blank }
    return before.told(place)
  }

  private func field(_ id: String) -> Field? {
    guard let kind = before?.document.kind else { return nil }
    return kind.position(of: id).map { kind.fields[$0] }
  }

  /// Several answers as one: what is given, one after the other.
  func joined(_ answers: [Told], _ field: Field) -> Told {
    let said = answers.filter { !$0.isBlank }
    guard said.count > 1 else { return said.first ?? .blank }
    let given = said.filter { $0.state == .given }
    guard !given.isEmpty else { return said[0] }
    var tellings: [(audience: String, text: String)] = []
    for telling in given.flatMap(\.tellings)
    where !tellings.contains(where: { $0.audience == telling.audience }) {
      tellings.append(telling)
    }
    let text = given.map { $0.text(field) }.joined(separator: "\n\n")
    return Told(state: .given, body: .prose(text), tellings: tellings)
  }

  private func joined(paths: [FieldPath], _ field: Field) -> Told {
    var answers: [Told] = []
    var rest = paths[...]
    while let first = rest.first {
      let same = rest.prefix { $0.field == first.field && ($0.part == nil) == (first.part == nil) }
      rest = rest.dropFirst(same.count)
      guard first.part != nil, let group = self.field(first.field) else {
        answers.append(told(first.field))
        continue
      }
      let places = same.compactMap { $0.part.flatMap { group.position(of: $0) } }
      for item in told(first.field).items { answers += places.map { item[$0] } }
    }
    return joined(answers, field)
  }

  /// The items of the group before with their parts in the order of the group after; single fields of old are one item.
  private func formerGroup(_ index: Int) -> Told {
    let parts = origins.parts[index]
    let all = origins.whole[index] + parts.joined()
    guard let group = all.first(where: { field($0.field)?.type.hasParts == true })?.field,
      let old = field(group)
    else { return formerSingles(index) }
    let answer = told(group)
    guard answer.state == .given else { return answer }
    let items = answer.items.map { item in
      zip(kind.fields[index].fields, parts).map { part, paths in
        joined(
          paths.filter { $0.field == group }.compactMap { path in
            path.part.flatMap { old.position(of: $0) }.map { item[$0] }
          }, part)
      }
    }
    return Told(state: .given, body: .group(items), tellings: answer.tellings)
  }

  private func formerSingles(_ index: Int) -> Told {
    let parts = origins.parts[index]
    guard parts.contains(where: { !$0.isEmpty }) else {
      return joined(paths: origins.whole[index], kind.fields[index])
    }
    let item = zip(kind.fields[index].fields, parts).map { part, paths in
      joined(paths: paths, part)
    }
    return item.allSatisfy(\.isBlank) ? .blank : Told(state: .given, body: .group([item]))
  }
}

extension Told {
  /// The answer as one text that a person can read.
  func text(_ field: Field) -> String {
    guard state == .given else { return state.reasons.map(\.text).joined(separator: ": ") }
    switch body {
    case .none: return ""
    case .line(let text), .prose(let text), .day(let text): return text
    case .number(let number): return number.text
    case .list(let list): return list.joined(separator: "; ")
    case .contact(let lines): return lines.map { "\($0.way): \($0.text)" }.joined(separator: "\n")
    case .group(let items):
      return items.map { Told.text(of: $0, field) }.joined(separator: "\n\n")
    }
  }

  static func text(of item: [Told], _ field: Field) -> String {
    zip(field.fields, item).compactMap { part, told in
      told.isBlank ? nil : "\(part.label): \(told.text(part))"
    }.joined(separator: "\n")
  }

  func answer(_ field: Field) -> Answer? {
    isBlank ? nil : Answer(state: state, text: text(field))
  }
}
