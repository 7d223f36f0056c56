/// What changed between two texts: whole blocks first, then sentences, then words.
///
/// Made for prose in Markdown, of which it reads nothing but where blocks end. Blocks that stand elsewhere are moves. A kept word or
/// two between longer changes counts as changed, so that nobody reads confetti. Takes near-linear time and memory whatever the texts.
package func compareText(_ before: String, _ after: String) -> TextChange {
  if before.utf8.elementsEqual(after.utf8) {
    return TextChange(runs: before.isEmpty ? [] : [Run(.kept, before)])
  }
  var comparison = TextComparison(before, after)
  return TextChange(runs: comparison.runs())
}

/// Both texts, their words as numbers, and what is found on the way.
struct TextComparison {
  let before: Tokens
  let after: Tokens
  /// A number for each token: the same for the same bytes, and for the same kind of space.
  let namesBefore: [Int32]
  let namesAfter: [Int32]
  let names: Int
  /// The tokens that stand in no moved block.
  private(set) var stayBefore: [Int] = []
  private(set) var stayAfter: [Int] = []
  private(set) var moves: [BlockMove] = []
  /// What is common, as places in `stayBefore` and `stayAfter`; `strong` where a whole sentence is.
  private(set) var pairs: [Common] = []
  private(set) var effort = 0

  struct Common {
    var before: Int
    var after: Int
    var strong: Bool
  }

  struct BlockMove {
    var before: Range<Int>
    var after: Range<Int>
  }

  init(_ one: String, _ two: String) {
    before = Tokens(one)
    after = Tokens(two)
    var namer = Namer()
    namesBefore = namer.names(before)
    namesAfter = namer.names(after)
    names = namer.count
  }

  mutating func runs() -> [Run] {
    alignBlocks()
    pairs.sort { $0.before < $1.before }
    return runs(of: insertMoves(into: tidied(script())))
  }

  // MARK: blocks and sentences

  private mutating func alignBlocks() {
    let (one, two) = (before.blocks, after.blocks)
    let (left, right, count) = number(one, two)
    let alignment = Alignment(left, right, names: count)
    effort += alignment.effort
    findMoves(one, two, left, right, alignment.pairs, count)
    let (placeBefore, placeAfter) = (stay(&stayBefore, one, \.before), stay(&stayAfter, two, \.after))
    var (x, y) = (0, 0)
    for pair in alignment.pairs + [Alignment.Pair(before: one.count, after: two.count)] {
      let gapBefore = placeBefore[x]..<placeBefore[pair.before]
      let gapAfter = placeAfter[y]..<placeAfter[pair.after]
      if !gapBefore.isEmpty, !gapAfter.isEmpty { alignSentences(gapBefore, gapAfter) }
      guard pair.before < one.count else { break }
      common(placeBefore[pair.before], placeAfter[pair.after], one[pair.before], strong: true)
      (x, y) = (pair.before + 1, pair.after + 1)
    }
  }

  /// Numbers stretches of tokens by what they say, the space at their end left out.
  private func number(
    _ one: [Range<Int>], _ two: [Range<Int>]
  ) -> ([Int32], [Int32], Int) {
    var seen: [ArraySlice<Int32>: Int32] = [:]
    func name(_ names: ArraySlice<Int32>) -> Int32 {
      var names = names
      while let last = names.last, last < Namer.spaces { names.removeLast() }
      if let known = seen[names] { return known }
      let new = Int32(seen.count)
      seen[names] = new
      return new
    }
    let left = one.map { name(namesBefore[$0]) }
    let right = two.map { name(namesAfter[$0]) }
    return (left, right, seen.count)
  }

  /// Pairs the blocks that both texts have but not at the same place; short ones are not worth telling as moved.
  private mutating func findMoves(
    _ one: [Range<Int>], _ two: [Range<Int>], _ left: [Int32], _ right: [Int32],
    _ pairs: [Alignment.Pair], _ count: Int
  ) {
    var free = [[Int]](repeating: [], count: count)
    var taken = Set(pairs.map(\.after))
    for index in two.indices where !taken.contains(index) { free[Int(right[index])].append(index) }
    for index in free.indices { free[index].reverse() }
    taken = Set(pairs.map(\.before))
    for index in one.indices where !taken.contains(index) && before.words(in: one[index]) >= 4 {
      guard let other = free[Int(left[index])].popLast() else { continue }
      moves.append(BlockMove(before: one[index], after: two[other]))
    }
  }

  /// Lists the tokens outside moved blocks; gives the place where each block, and the end, then stands.
  private func stay(
    _ list: inout [Int], _ blocks: [Range<Int>], _ side: (BlockMove) -> Range<Int>
  ) -> [Int] {
    let moved = Set(moves.map { side($0).lowerBound })
    var places: [Int] = []
    for block in blocks {
      places.append(list.count)
      if !moved.contains(block.lowerBound) { list += block }
    }
    return places + [list.count]
  }

  /// Marks the tokens of a stretch as common, the space at its end left to its neighbours.
  private mutating func common(_ x: Int, _ y: Int, _ tokens: Range<Int>, strong: Bool) {
    var count = tokens.count
    while count > 0, before.list[tokens.lowerBound + count - 1].isSpace { count -= 1 }
    for step in 0..<count {
      pairs.append(Common(before: x + step, after: y + step, strong: strong))
    }
  }

  private mutating func alignSentences(_ one: Range<Int>, _ two: Range<Int>) {
    let left = sentences(before, stayBefore, one)
    let right = sentences(after, stayAfter, two)
    let (first, second, count) = number(
      left.map { stayBefore[$0.lowerBound]..<stayBefore[$0.upperBound - 1] + 1 },
      right.map { stayAfter[$0.lowerBound]..<stayAfter[$0.upperBound - 1] + 1 })
    let alignment = Alignment(first, second, names: count)
    effort += alignment.effort
    var (x, y) = (one.lowerBound, two.lowerBound)
    for pair in alignment.pairs {
      let (here, there) = (left[pair.before], right[pair.after])
      alignWords(x..<here.lowerBound, y..<there.lowerBound)
      let tokens = stayBefore[here.lowerBound]..<stayBefore[here.upperBound - 1] + 1
      common(
        here.lowerBound, there.lowerBound, tokens, strong: before.words(in: tokens) >= 3)
      (x, y) = (here.upperBound, there.upperBound)
    }
    alignWords(x..<one.upperBound, y..<two.upperBound)
  }

  /// The sentences of a stretch of places; none goes over a moved block.
  private func sentences(_ tokens: Tokens, _ stay: [Int], _ places: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = places.lowerBound
    while start < places.upperBound {
      var end = start + 1
      while end < places.upperBound, stay[end] == stay[end - 1] + 1 { end += 1 }
      let shift = start - stay[start]
      for sentence in tokens.sentences(in: stay[start]..<stay[end - 1] + 1) {
        result.append(sentence.lowerBound + shift..<sentence.upperBound + shift)
      }
      start = end
    }
    return result
  }

  // MARK: words

  private mutating func alignWords(_ one: Range<Int>, _ two: Range<Int>) {
    guard !one.isEmpty, !two.isEmpty else { return }
    let left = one.filter { !before.list[stayBefore[$0]].isSpace }
    let right = two.filter { !after.list[stayAfter[$0]].isSpace }
    var namer = LocalNames()
    let alignment = Alignment(
      left.map { namer.name(namesBefore[stayBefore[$0]]) },
      right.map { namer.name(namesAfter[stayAfter[$0]]) }, names: namer.count)
    effort += alignment.effort
    for pair in alignment.pairs {
      pairs.append(Common(before: left[pair.before], after: right[pair.after], strong: false))
    }
  }
}

/// Numbers for what tokens say.
private struct Namer {
  /// Below this a number is a kind of space.
  static let spaces: Int32 = 3
  private var seen: [ArraySlice<UInt8>: Int32] = [:]

  var count: Int { seen.count + Int(Namer.spaces) }

  mutating func names(_ tokens: Tokens) -> [Int32] {
    tokens.list.map { token in
      switch token.kind {
      case .space: return 0
      case .line: return 1
      case .paragraph: return 2
      case .word, .mark:
        let slice = tokens.bytes[token.start..<token.end]
        if let known = seen[slice] { return known }
        let new = Int32(count)
        seen[slice] = new
        return new
      }
    }
  }
}

/// Small numbers in place of large ones, so that a small stretch needs small tables.
private struct LocalNames {
  private var seen: [Int32: Int32] = [:]
  var count: Int { seen.count }

  mutating func name(_ name: Int32) -> Int32 {
    if let known = seen[name] { return known }
    let new = Int32(seen.count)
    seen[name] = new
    return new
  }
}
