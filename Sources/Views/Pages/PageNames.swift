import Templates

/// The names that stand on one page, each once; a name is known by its hash.
struct PageNames {
  private var taken: Names
  /// Kept for the fields that own them.
  private let reserved: Names

  init(keeping reserved: Set<String> = []) {
    var names = Names(room: reserved.count)
    for name in reserved { names.insert(Name(name).bits) }
    self.reserved = names
    taken = Names(room: 2 * reserved.count)
  }

  /// The field's own name, the first time it is shown.
  mutating func claim(_ name: String) -> String? { taken.insert(Name(name).bits) ? name : nil }

  /// The name, or the first of `--2`, `--3`, … that is free; with one hyphen it would be a name of a group's second item.
  mutating func unique(_ name: String) -> String {
    var candidate = name
    var number = 1
    while !isFree(Name(candidate).bits) {
      number += 1
      candidate = "\(name)--\(number)"
    }
    return candidate
  }

  private mutating func isFree(_ name: UInt64) -> Bool { !reserved.holds(name) && taken.insert(name) }
}

/// A set of hashes: each stands at the place that its own bits name, or the next that was free.
private struct Names {
  /// A power of two, twice as many as hashes or more; zero where nothing stands.
  private var places: [UInt64]
  private var count = 0

  init(room: Int) {
    var size = 64
    while size < 2 * room { size *= 2 }
    places = Array(repeating: 0, count: size)
  }

  func holds(_ hash: UInt64) -> Bool { places[place(of: hash)] == hash }

  /// Whether it was not there yet.
  @discardableResult
  mutating func insert(_ hash: UInt64) -> Bool {
    let place = place(of: hash)
    if places[place] == hash { return false }
    places[place] = hash
    count += 1
    if 2 * count > places.count { grow() }
    return true
  }

  private func place(of hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash >> 1) & (places.count - 1)
    while places[place] != 0, places[place] != hash { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func grow() {
    let all = places
    self = Names(room: all.count)
    for hash in all where hash != 0 { insert(hash) }
  }
}
