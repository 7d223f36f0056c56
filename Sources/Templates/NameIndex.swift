/// Names with their numbers, in the order they came.
///
/// Each is found at the place that its own bits name, or at the next that was free: a name is a hash already, and is not hashed again.
package struct NameIndex: Sendable {
  private var names: ContiguousArray<Name> = []
  /// The number of the name that stands at each place, -1 where none does; a power of two, twice as many as names or more.
  private var places: ContiguousArray<Int32>

  /// - Parameter room: how many names are expected.
  package init(room: Int) {
    names.reserveCapacity(room)
    places = ContiguousArray(repeating: -1, count: NameIndex.size(room))
  }

  package var isEmpty: Bool { names.isEmpty }

  package func number(of name: Name) -> Int? {
    let number = places[place(of: name)]
    return number < 0 ? nil : Int(number)
  }

  package func holds(_ name: Name) -> Bool { places[place(of: name)] >= 0 }

  /// Whether it was not there yet.
  @discardableResult
  package mutating func insert(_ name: Name) -> Bool {
    let place = place(of: name)
    if places[place] >= 0 { return false }
    places[place] = Int32(names.count)
    names.append(name)
    if 2 * names.count > places.count { grow() }
    return true
  }

  /// Where a name stands, or would.
  private func place(of name: Name) -> Int {
    var place = Int(truncatingIfNeeded: name.bits >> 1) & (places.count - 1)
    while places[place] >= 0, names[Int(places[place])] != name { place = (place + 1) & (places.count - 1) }
    return place
  }

  private mutating func grow() {
    places = ContiguousArray(repeating: -1, count: NameIndex.size(2 * names.count))
    for (number, name) in names.enumerated() { places[place(of: name)] = Int32(number) }
  }

  private static func size(_ room: Int) -> Int {
    var size = 2
    while size < 2 * room { size *= 2 }
    return size
  }
}
