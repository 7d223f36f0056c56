import Bytes

/// A text as its readers see it: without the marks of emphasis, code and links, which may stand within a number or an address.
///
///     "**401** 023 [2137](https://a.example/)"  →  "401 023 2137"
///     "mailto:jane%40gmail.com"                 →  "mailto:jane@gmail.com"
///
/// Made from what `Plainer` gives, and only of what stands about marks that touch a number, an address or a word for a person: all else
/// reads as it is written. Where a link leads comes after its words, if any of it is spelt in hexadecimal.
struct ShownText {
  private(set) var bytes: [UInt8] = []
  /// Where a piece begins in this text, and where it stands in the one it was made from.
  private var pieces: [(at: Int, from: Int)] = []
  private let scan: PrivacyScan

  private var text: UnsafeBufferPointer<UInt8> { scan.text }

  init(_ text: UnsafeBufferPointer<UInt8>) {
    scan = PrivacyScan(text)
    var open = 0..<0
    var index = 0
    while true {
      let mark = text.place(from: index) { lanes in
        lanes.equal(to: UInt8(ascii: "*")) | lanes.equal(to: UInt8(ascii: "_")) | lanes.equal(to: UInt8(ascii: "`"))
          | lanes.equal(to: UInt8(ascii: "]")) | lanes.equal(to: UInt8(ascii: "%"))
      }
      guard mark < text.count else { break }
      index = mark + 1
      guard isMark(mark), isTelling(mark) else { continue }
      let near = surroundings(of: mark)
      if near.lowerBound <= open.upperBound, !open.isEmpty {
        open = open.lowerBound..<max(open.upperBound, near.upperBound)
      } else {
        add(open)
        open = near
      }
    }
    add(open)
  }

  /// Where a stretch stands in the text that this one was made from.
  func range(_ range: Range<Int>) -> Range<Int> { origin(of: range.lowerBound)..<(origin(of: range.upperBound - 1) + 1) }

  private func origin(of index: Int) -> Int {
    var (low, high) = (0, pieces.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].at <= index { low = middle } else { high = middle }
    }
    return pieces[low].from + index - pieces[low].at
  }

  /// So far before and after a mark as any rule looks, to the next space that parts no number, and within the paragraph.
  private func surroundings(of mark: Int) -> Range<Int> {
    func isBorder(_ index: Int) -> Bool {
      text[index] == 0x0A || (text[index] == 0x20 && !isDigit(scan.before(index)) && !isDigit(scan.byte(index + 1)))
    }
    var (start, end) = (mark, mark)
    while start > 0, text[start - 1] != 0x0A, mark - start < 160 || mark - start < 400 && !isBorder(start - 1) { start -= 1 }
    while end < text.count, text[end] != 0x0A, end - mark < 160 || end - mark < 400 && !isBorder(end) { end += 1 }
    return start..<end
  }

  /// Whether a mark touches a digit or an address, or follows a word for a person, a birthday or a key.
  private func isTelling(_ mark: Int) -> Bool {
    var (left, right) = (mark - 1, mark + 1)
    while mark - left < 6, isOne(scan.byte(left), of: " *_`[]") { left -= 1 }
    if text[mark] == UInt8(ascii: "]"), let closing = closing(at: right) {
      right = text.place(of: closing, in: right..<min(text.count, right + 300)) + 1
    }
    let start = right
    while right - start < 6, isOne(scan.byte(right), of: " *_`[]") { right += 1 }
    if isDigit(scan.byte(left)) || isDigit(scan.byte(right)) || scan.byte(right) == UInt8(ascii: "@") { return true }
    if spelt(at: mark) == UInt8(ascii: "@") { return true }
    var place = mark - 1
    while mark - place < 64, scan.byte(place) > 0x20 {
      if text[place] == UInt8(ascii: "@") { return true }
      place -= 1
    }
    return scan.wordBefore(mark, past: " :=*_`[").map { scan.equals($0, tellingWords) } ?? false
  }

  // MARK: the words about marks

  private mutating func add(_ stretch: Range<Int>) {
    var addresses: [Range<Int>] = []
    // From a place where no bracket closes any more, none is looked for again.
    var isOpen = true
    var index = stretch.lowerBound
    if stretch.isEmpty { return }
    while index < stretch.upperBound {
      switch text[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"):
        let end = endOfRun(index)
        // Many in a row stand for something that was left out.
        if !isMark(index) || end - index > 3 { put(index..<end) }
        index = end
      case UInt8(ascii: "["): index += 1
      case UInt8(ascii: "]"):
        index += 1
        guard isOpen, let closing = closing(at: index) else { continue }
        let close = text.place(of: closing, in: index..<stretch.upperBound)
        isOpen = close < stretch.upperBound
        if isOpen {
          if closing == UInt8(ascii: ")") { addresses.append((index + 1)..<close) }
          index = close + 1
        }
      case UInt8(ascii: "%"): index = putSpelt(index)
      default:
        let start = index
        while index < stretch.upperBound, !isOne(text[index], of: "*_`[]%") { index += 1 }
        put(start..<index)
      }
    }
    for address in addresses where text[address].indices.contains(where: { spelt(at: $0) != nil }) {
      end()
      var index = address.lowerBound
      while index < address.upperBound { index = putSpelt(index) }
    }
    end()
  }

  private func endOfRun(_ start: Int) -> Int {
    var end = start
    while end < text.count, text[end] == text[start] { end += 1 }
    return end
  }

  /// What ends the address or the name that follows a link's words; nothing where none follows.
  private func closing(at index: Int) -> UInt8? {
    guard index < text.count else { return nil }
    switch text[index] {
    case UInt8(ascii: "("): return UInt8(ascii: ")")
    case UInt8(ascii: "["): return UInt8(ascii: "]")
    default: return nil
    }
  }

  /// Whether a sign may be a mark: no bullet, no part of a name such as `date_of_birth`, no list of a table.
  private func isMark(_ index: Int) -> Bool {
    let (before, after) = (scan.before(index), scan.byte(index + 1))
    switch text[index] {
    case UInt8(ascii: "_"): return !isWordByte(before) || !isWordByte(after)
    case UInt8(ascii: "]"): return closing(at: index + 1) != nil || isDigit(before) || isDigit(after)
    case UInt8(ascii: "%"): return spelt(at: index) != nil
    case UInt8(ascii: "*"): return before > 0x20 || after > 0x20
    default: return true
    }
  }

  /// The sign, letter or digit that `%40` and its like stand for.
  private func spelt(at index: Int) -> UInt8? {
    guard index + 2 < text.count, text[index] == UInt8(ascii: "%"), let high = hexValue(text[index + 1]),
      let low = hexValue(text[index + 2]), (0x20..<0x7F).contains(high * 16 + low)
    else { return nil }
    return UInt8(high * 16 + low)
  }

  /// Adds one byte, or what three stand for; gives where it goes on.
  private mutating func putSpelt(_ index: Int) -> Int {
    guard let byte = spelt(at: index) else {
      put(index..<(index + 1))
      return index + 1
    }
    pieces.append((bytes.count, index))
    bytes.append(byte)
    return index + 3
  }

  private mutating func put(_ range: Range<Int>) {
    if pieces.last.map({ range.lowerBound - bytes.count != $0.from - $0.at }) ?? true { pieces.append((bytes.count, range.lowerBound)) }
    bytes += text[range]
  }

  private mutating func end() { bytes.append(0x0A) }
}

private let tellingWords: [StaticString] = [
  "pupil", "child", "patient", "student", "user", "resident", "claimant", "applicant", "victim", "suspect", "defendant", "offender",
  "called", "named", "born", "birth", "birthday", "dob", "password", "passwd", "passphrase", "secret", "key", "apikey", "token",
]
