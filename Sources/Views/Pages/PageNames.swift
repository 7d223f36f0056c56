import Templates

/// The names that stand on one page, each once; a name is known by its hash.
struct PageNames {
  private var taken: NameIndex
  /// The last number that each name was given.
  private var last: [String: Int] = [:]
  /// Kept for the fields that own them.
  private let reserved: Set<String>

  init(keeping reserved: Set<String> = []) {
    self.reserved = reserved
    taken = NameIndex(room: 2 * reserved.count)
  }

  /// The field's own name, the first time it is shown.
  mutating func claim(_ name: String) -> String? { taken.insert(Name(name)) ? name : nil }

  /// The name, or the first of `--2`, `--3`, … that is free; with one hyphen it would be a name of a group's second item.
  mutating func unique(_ name: String) -> String {
    if take(name) { return name }
    var number = last[name] ?? 1
    var candidate: String
    repeat {
      number += 1
      candidate = "\(name)--\(number)"
    } while !take(candidate)
    last[name] = number
    return candidate
  }

  private mutating func take(_ name: String) -> Bool { !reserved.contains(name) && taken.insert(Name(name)) }
}
