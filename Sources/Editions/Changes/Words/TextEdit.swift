/// A step from one text to the other, as places in the lists of tokens that did not move.
struct TextEdit {
  enum Kind { case kept, changed, movedAway(Int), movedHere(Int) }

  var kind: Kind
  var before: Range<Int>
  var after: Range<Int>
  var strong = false

  var isKept: Bool {
    if case .kept = kind { true } else { false }
  }

  var isChanged: Bool {
    if case .changed = kind { true } else { false }
  }
}

extension TextComparison {
  /// Kept and changed in turn, as the common tokens say; space beside them that both have is kept too.
  func script() -> [TextEdit] {
    var edits: [TextEdit] = []
    var (x, y) = (0, 0)
    let end = Common(before: stayBefore.count, after: stayAfter.count, strong: false)
    for pair in pairs + [end] {
      fill(x..<pair.before, y..<pair.after, &edits)
      guard pair.before < end.before else { break }
      keep(
        pair.before..<pair.before + 1, pair.after..<pair.after + 1, strong: pair.strong, &edits)
      (x, y) = (pair.before + 1, pair.after + 1)
    }
    return edits
  }

  private func keep(
    _ one: Range<Int>, _ two: Range<Int>, strong: Bool = false, _ edits: inout [TextEdit]
  ) {
    guard !one.isEmpty else { return }
    if let last = edits.last, last.isKept {
      edits[edits.count - 1].before = last.before.lowerBound..<one.upperBound
      edits[edits.count - 1].after = last.after.lowerBound..<two.upperBound
      edits[edits.count - 1].strong = last.strong || strong
    } else {
      edits.append(TextEdit(kind: .kept, before: one, after: two, strong: strong))
    }
  }

  /// What stands between two common tokens: changed, but for what both sides begin and end with.
  private func fill(_ one: Range<Int>, _ two: Range<Int>, _ edits: inout [TextEdit]) {
    var first = 0
    let most = min(one.count, two.count)
    while first < most, same(one.lowerBound + first, two.lowerBound + first) { first += 1 }
    var last = 0
    while last < most - first, same(one.upperBound - 1 - last, two.upperBound - 1 - last) {
      last += 1
    }
    keep(
      one.lowerBound..<one.lowerBound + first, two.lowerBound..<two.lowerBound + first, &edits)
    let changed = one.lowerBound + first..<one.upperBound - last
    let other = two.lowerBound + first..<two.upperBound - last
    if !changed.isEmpty || !other.isEmpty {
      edits.append(TextEdit(kind: .changed, before: changed, after: other))
    }
    keep(one.upperBound - last..<one.upperBound, two.upperBound - last..<two.upperBound, &edits)
  }

  private func same(_ x: Int, _ y: Int) -> Bool {
    namesBefore[stayBefore[x]] == namesAfter[stayAfter[y]]
  }

  // MARK: tidying

  /// Joins changes that only a weak kept stretch stands between: no word at all, or few words beside many changed ones.
  func tidied(_ edits: [TextEdit]) -> [TextEdit] {
    var edits = edits.map { Weighed(edit: $0, before: words(before, stayBefore, $0.before), after: words(after, stayAfter, $0.after)) }
    for _ in 0..<8 {
      var result: [Weighed] = []
      var index = 0
      while index < edits.count {
        if let last = result.last, index + 1 < edits.count,
          isWeak(edits[index], between: last, and: edits[index + 1])
        {
          result[result.count - 1].join(edits[index])
          result[result.count - 1].join(edits[index + 1])
          index += 2
        } else {
          result.append(edits[index])
          index += 1
        }
      }
      let settled = result.count == edits.count
      edits = result
      if settled { break }
    }
    return edits.map(\.edit)
  }

  /// An edit with how many words it has on each side, counted once.
  private struct Weighed {
    var edit: TextEdit
    var before: Int
    var after: Int

    var most: Int { max(before, after) }

    mutating func join(_ next: Weighed) {
      edit.before = edit.before.lowerBound..<next.edit.before.upperBound
      edit.after = edit.after.lowerBound..<next.edit.after.upperBound
      before += next.before
      after += next.after
    }
  }

  private func words(_ tokens: Tokens, _ stay: [Int], _ places: Range<Int>) -> Int {
    places.count { tokens.list[stay[$0]].kind == .word }
  }

  private func isWeak(_ kept: Weighed, between one: Weighed, and other: Weighed) -> Bool {
    guard kept.edit.isKept, one.edit.isChanged, other.edit.isChanged, !kept.edit.strong,
      2 * kept.before <= min(one.most, other.most)
    else { return false }
    return !kept.edit.before.contains { before.list[stayBefore[$0]].endsBlock }
  }

  // MARK: moves

  /// Puts the moved blocks where they stood and where they stand now, cutting the edits there.
  func insertMoves(into edits: [TextEdit]) -> [TextEdit] {
    var edits = edits
    for isBefore in [true, false] {
      var waiting = places(of: moves.map { isBefore ? $0.before : $0.after }, isBefore)[...]
      var result: [TextEdit] = []
      for var edit in edits {
        while let next = waiting.first {
          let range = isBefore ? edit.before : edit.after
          if next.place <= range.lowerBound {
            result.append(moved(next.move, isBefore, at: edit))
            waiting.removeFirst()
          } else if next.place < range.upperBound {
            let (first, second) = edit.cut(at: next.place, isBefore)
            result.append(first)
            edit = second
          } else {
            break
          }
        }
        result.append(edit)
      }
      let end = TextEdit(
        kind: .kept, before: stayBefore.count..<stayBefore.count,
        after: stayAfter.count..<stayAfter.count)
      edits = result + waiting.map { moved($0.move, isBefore, at: end) }
    }
    return edits
  }

  private func moved(_ move: Int, _ isBefore: Bool, at edit: TextEdit) -> TextEdit {
    TextEdit(
      kind: isBefore ? .movedAway(move) : .movedHere(move),
      before: edit.before.lowerBound..<edit.before.lowerBound,
      after: edit.after.lowerBound..<edit.after.lowerBound)
  }

  /// Before which place among the tokens that stay each moved block stands.
  private func places(of blocks: [Range<Int>], _ isBefore: Bool) -> [(place: Int, move: Int)] {
    let stay = isBefore ? stayBefore : stayAfter
    var result: [(place: Int, move: Int)] = []
    var place = 0
    for (move, block) in blocks.enumerated().sorted(by: { $0.element.lowerBound < $1.element.lowerBound }) {
      while place < stay.count, stay[place] < block.lowerBound { place += 1 }
      result.append((place, move))
    }
    return result
  }

  // MARK: runs

  func runs(of edits: [TextEdit]) -> [Run] {
    var runs: [Run] = []
    for edit in edits {
      switch edit.kind {
      case .kept: kept(edit, &runs)
      case .changed:
        join(&runs, .removed, text(before, stayBefore, edit.before))
        join(&runs, .added, text(after, stayAfter, edit.after))
      case .movedAway(let move):
        runs.append(Run(.movedAway, before.text(moves[move].before), move: move + 1))
      case .movedHere(let move):
        runs.append(Run(.movedHere, after.text(moves[move].after), move: move + 1))
      }
    }
    return runs
  }

  private func text(_ tokens: Tokens, _ stay: [Int], _ places: Range<Int>) -> String {
    guard !places.isEmpty else { return "" }
    return tokens.text(stay[places.lowerBound]..<stay[places.upperBound - 1] + 1)
  }

  /// Space that was written otherwise stands as its own run.
  private func kept(_ edit: TextEdit, _ runs: inout [Run]) {
    var start = edit.before.lowerBound
    for (x, y) in zip(edit.before, edit.after) {
      let (one, two) = (before.list[stayBefore[x]], after.list[stayAfter[y]])
      guard one.isSpace,
        before.bytes[one.start..<one.end] != after.bytes[two.start..<two.end]
      else { continue }
      join(&runs, .kept, text(before, stayBefore, start..<x))
      runs.append(
        Run(
          .respaced, after.text(stayAfter[y]..<stayAfter[y] + 1),
          was: before.text(stayBefore[x]..<stayBefore[x] + 1)))
      start = x + 1
    }
    join(&runs, .kept, text(before, stayBefore, start..<edit.before.upperBound))
  }

  private func join(_ runs: inout [Run], _ kind: Run.Kind, _ text: String) {
    guard !text.isEmpty else { return }
    if let last = runs.last, last.kind == kind {
      runs[runs.count - 1].text += text
    } else {
      runs.append(Run(kind, text))
    }
  }
}

extension TextEdit {
  /// Both parts of an edit that is cut at a place of one side.
  ///
  /// What is kept is cut at the same word of the other side too; of what is changed, the other side stays whole in the second part.
  fileprivate func cut(at place: Int, _ isBefore: Bool) -> (TextEdit, TextEdit) {
    var (first, second) = (self, self)
    let steps = place - (isBefore ? before.lowerBound : after.lowerBound)
    let here = isKept || isBefore ? before.lowerBound + steps : before.lowerBound
    let there = isKept || !isBefore ? after.lowerBound + steps : after.lowerBound
    first.before = before.lowerBound..<here
    second.before = here..<before.upperBound
    first.after = after.lowerBound..<there
    second.after = there..<after.upperBound
    return (first, second)
  }
}
