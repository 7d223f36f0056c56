/// The one of some words that a person probably meant, or nothing where none is near.
///
/// Near is: the same but for capitals, hyphens, underscores and spaces; or so few slips away (a letter missing, added,
/// changed, or two swapped) as a word of that length forgives; or the only one that begins with what was written.
/// The answer does not depend on the order of the candidates.
package func nearest(_ word: String, among candidates: [String]) -> String? {
  let wanted = folded(word)
  guard !wanted.isEmpty, wanted.count <= longestWord else { return nil }
  var best: (distance: Int, word: String)?
  var begun: [String] = []
  for candidate in candidates where !candidate.utf8.elementsEqual(word.utf8) {
    let other = folded(candidate)
    guard other.count <= longestWord else { continue }
    if wanted.count >= 3, other.starts(with: wanted) { begun.append(candidate) }
    let allowed = min(slips(wanted.count), best?.distance ?? Int.max)
    guard let distance = slips(from: wanted, to: other, atMost: allowed) else { continue }
    if let known = best, (known.distance, Array(known.word.utf8)) <= (distance, candidate) {
      continue
    }
    best = (distance, candidate)
  }
  return best?.word ?? (begun.count == 1 ? begun[0] : nil)
}

/// The same for a name after some mistakes of the sort: of very many, or among very many names, none is a slip of the pen.
package func likely(_ name: String, among names: @autoclosure () -> [String], after mistakes: Int) -> String? {
  guard mistakes < 100 else { return nil }
  let names = names()
  return names.count < 1000 ? nearest(name, among: names) : nil
}

/// Longer words are never compared: nobody mistypes a paragraph.
private let longestWord = 120

/// How many slips a word of that length forgives: none in two letters, one up to five, then one in every three, at most four.
private func slips(_ length: Int) -> Int {
  switch length {
  case ...2: 0
  case ...5: 1
  default: min(4, length / 3)
  }
}

private func <= (one: (Int, [UInt8]), other: (Int, String)) -> Bool {
  one.0 != other.0
    ? one.0 < other.0 : !other.1.utf8.lexicographicallyPrecedes(one.1)
}

/// A word without what people do not see as a difference.
private func folded(_ word: String) -> [UInt32] {
  word.lowercased().unicodeScalars.map { $0 == "-" || $0 == "_" ? 0x20 : $0.value }
}

/// The least number of slips that turn one word into the other, or nothing where it is more than `bound`.
///
/// The optimal string alignment distance over three rows, left as soon as a whole row is over the bound.
private func slips(from one: [UInt32], to other: [UInt32], atMost bound: Int) -> Int? {
  guard abs(one.count - other.count) <= bound else { return nil }
  var before: [Int] = []
  var last = Array(0...other.count)
  for i in one.indices {
    var row = [i + 1]
    row.reserveCapacity(other.count + 1)
    for j in other.indices {
      var least = last[j] + (one[i] == other[j] ? 0 : 1)
      least = min(least, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
        least = min(least, before[j - 1] + 1)
      }
      row.append(least)
    }
    guard row.contains(where: { $0 <= bound }) else { return nil }
    (before, last) = (last, row)
  }
  return last[other.count] <= bound ? last[other.count] : nil
}
