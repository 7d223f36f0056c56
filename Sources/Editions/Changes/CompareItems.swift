import Bytes
import Records

/// The items of a group in two versions: each with the one it is, by its key where that tells, else by what it says and where it stands.
extension DocumentComparison {
  struct ItemPair {
    var before: Int?
    var after: Int?
  }

  func items(
    _ now: Told, _ then: Told, _ field: Field, _ figures: Figures?, _ change: inout Change
  ) {
    guard then.isBlank || then.state == .given, now.isBlank || now.state == .given else { return }
    if case .prose = then.body { return }
    let pairs = matched(then.items, now.items, field)
    for pair in pairs {
      if let part = item(pair, then.items, now.items, field, figures) { change.parts.append(part) }
    }
    if change.action == .changed, change.parts.isEmpty { change.action = .reordered }
  }

  private func item(
    _ pair: ItemPair, _ before: [[Told]], _ after: [[Told]], _ field: Field, _ figures: Figures?
  ) -> Change? {
    let one = pair.before.map { before[$0] }
    let other = pair.after.map { after[$0] }
    let action: Change.Action = one == nil ? .added : other == nil ? .removed : .changed
    var change = change(
      .item, action, label: label(other ?? one ?? [], field, pair.after ?? pair.before ?? 0),
      weight: Weight(of: field, in: kind))
    let held = figures?.isHeld(pair) ?? false
    for (place, part) in field.fields.enumerated() {
      if held, Figures.counted.contains(part.id) { continue }
      for var found in compare(now: other?[place] ?? .blank, then: one?[place] ?? .blank, part) {
        found.field = field.id + "." + part.id
        found.type = part.type
        found.weight = change.weight
        change.parts.append(found)
      }
    }
    if !held {
      change.before = one.map { Answer(state: .given, text: Told.text(of: $0, field)) }
      change.after = other.map { Answer(state: .given, text: Told.text(of: $0, field)) }
    }
    if let figure = figures?.change(pair) {
      change.detail = .figure(figure)
      change.label = figure.label
    }
    guard change.parts.isEmpty, action == .changed, let one, let other else { return change }
    // A figure that is held back differs somewhere, and is told without its number.
    return held && form(one, field) != form(other, field) ? change : nil
  }

  private func label(_ item: [Told], _ field: Field, _ position: Int) -> String {
    if let key = field.key.flatMap({ field.position(of: $0) }), item.indices.contains(key),
      item[key].state == .given
    {
      return item[key].text(field.fields[key])
    }
    for told in item {
      if case .line(let text) = told.body { return text }
    }
    return String(position + 1)
  }

  // MARK: matching

  /// Pairs the items of both sides; in the order after, what is gone where it stood.
  func matched(_ before: [[Told]], _ after: [[Told]], _ field: Field) -> [ItemPair] {
    var partner = [Int?](repeating: nil, count: after.count)
    var left = Set(before.indices)
    let (one, two) = (before.map { key($0, field) }, after.map { key($0, field) })
    let (onceBefore, onceAfter) = (placesOfOnce(one), placesOfOnce(two))
    for index in after.indices {
      guard let key = two[index], onceAfter[key] == index, let other = onceBefore[key] else {
        continue
      }
      partner[index] = other
      left.remove(other)
    }
    pairEqual(before, after, field, &partner, &left)
    pairSimilar(before, after, field, &partner, &left)
    // What has no key of its own is paired by position.
    var rest = left.sorted().filter { one[$0].flatMap { onceBefore[$0] } == nil }[...]
    for index in after.indices where partner[index] == nil && two[index].flatMap({ onceAfter[$0] }) == nil {
      guard let next = rest.popFirst() else { break }
      partner[index] = next
      left.remove(next)
    }
    return inOrder(partner, left.sorted())
  }

  private func inOrder(_ partner: [Int?], _ left: [Int]) -> [ItemPair] {
    var result: [ItemPair] = []
    var gone = left[...]
    for (index, other) in partner.enumerated() {
      while let next = gone.first, let other, next < other {
        result.append(ItemPair(before: next, after: nil))
        gone.removeFirst()
      }
      result.append(ItemPair(before: other, after: index))
    }
    return result + gone.map { ItemPair(before: $0, after: nil) }
  }

  /// The bytes that tell an item from the others: its key, or of a figure its measure and its group.
  private func key(_ item: [Told], _ field: Field) -> [UInt8]? {
    let ids = field.type == .figures ? Figures.key : field.key.map { [$0] } ?? []
    var result: [UInt8] = []
    for id in ids {
      guard let place = field.position(of: id) else { continue }
      if item[place].state == .given { result += item[place].text(field.fields[place]).utf8 }
      result.append(0)
    }
    return result.allSatisfy { $0 == 0 } ? nil : result
  }

  private func placesOfOnce(_ keys: [[UInt8]?]) -> [[UInt8]: Int] {
    var places: [[UInt8]: Int] = [:]
    var repeated: Set<[UInt8]> = []
    for (index, key) in keys.enumerated() {
      guard let key else { continue }
      if places.updateValue(index, forKey: key) != nil { repeated.insert(key) }
    }
    for key in repeated { places[key] = nil }
    return places
  }

  private func pairEqual(
    _ before: [[Told]], _ after: [[Told]], _ field: Field, _ partner: inout [Int?],
    _ left: inout Set<Int>
  ) {
    var same: [Canon: [Int]] = [:]
    for index in left.sorted(by: >) { same[form(before[index], field), default: []].append(index) }
    for index in after.indices where partner[index] == nil {
      guard let other = same[form(after[index], field)]?.popLast() else { continue }
      partner[index] = other
      left.remove(other)
    }
  }

  private func form(_ item: [Told], _ field: Field) -> Canon {
    canonical(Told(state: .given, body: .group([item])), field) ?? .empty
  }

  /// Pairs what is left where half of the words are the same.
  private func pairSimilar(
    _ before: [[Told]], _ after: [[Told]], _ field: Field, _ partner: inout [Int?], _ left: inout Set<Int>
  ) {
    let free = after.indices.filter { partner[$0] == nil }
    guard !free.isEmpty, !left.isEmpty, free.count * left.count <= 400 else { return }
    let words = Dictionary(
      uniqueKeysWithValues: left.map { ($0, WordBag(Told.text(of: before[$0], field))) })
    for index in free {
      let bag = WordBag(Told.text(of: after[index], field))
      let near = left.sorted().first { words[$0].map { bag.isLike($0) } ?? false }
      guard let near else { continue }
      partner[index] = near
      left.remove(near)
    }
  }
}

/// The words of a text, each once.
private struct WordBag {
  private let words: Set<ArraySlice<UInt8>>

  init(_ text: String) {
    let tokens = Tokens(text)
    words = Set(
      tokens.list.filter { $0.kind == .word }.map { tokens.bytes[$0.start..<$0.end] })
  }

  func isLike(_ other: WordBag) -> Bool {
    let common = words.count { other.words.contains($0) }
    return common > 0 && 4 * common >= words.count + other.words.count
  }
}
