/// Digits that begin at one place, in groups with single spaces, hyphens, dots or slashes between them.
///
/// `943 476 5919` has the groups 3, 3 and 4. At most 24 digits and 8 groups are read: nothing looked for is longer.
struct DigitRun {
  private(set) var digits: [UInt8] = []
  /// How many digits each group has, and where in the text it ends.
  private(set) var groups: [(length: Int, end: Int)] = []
  /// The byte between each group and the next.
  private(set) var separators: [UInt8] = []
  /// The last group is joined to letters or goes on.
  private var cut = false

  mutating func read(_ text: UnsafeBufferPointer<UInt8>, at start: Int) {
    digits.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    separators.removeAll(keepingCapacity: true)
    cut = false
    var index = start
    while groups.count < 8 {
      let first = index
      while index < text.count, isDigit(text[index]), digits.count < 24 {
        digits.append(text[index] - 0x30)
        index += 1
      }
      groups.append((index - first, index))
      if index < text.count, isWordByte(text[index]) {
        cut = true
        return
      }
      guard index + 1 < text.count, isDigit(text[index + 1]) else { return }
      switch text[index] {
      case 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): separators.append(text[index])
      default: return
      }
      index += 1
    }
  }

  /// Where the first groups end if they have exactly these lengths and are not joined to more by a hyphen, dot or slash.
  func end(of lengths: [Int]) -> Int? {
    guard groups.count >= lengths.count else { return nil }
    for (group, length) in zip(groups, lengths) where group.length != length { return nil }
    if groups.count == lengths.count { return cut ? nil : groups[lengths.count - 1].end }
    return separators[lengths.count - 1] == 0x20 ? groups[lengths.count - 1].end : nil
  }

  /// Whether the signs between the first groups are one and the same of those given.
  func separated(_ groups: Int, by allowed: StaticString) -> Bool {
    guard groups > 1 else { return true }
    let signs = separators.prefix(groups - 1)
    let wanted = UnsafeBufferPointer(start: allowed.utf8Start, count: allowed.utf8CodeUnitCount)
    return signs.allSatisfy { $0 == signs[0] && wanted.contains($0) }
  }
}
