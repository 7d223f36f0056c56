/// Finds what two sequences have in common, in order, in near-linear time and memory.
///
/// Short stretches get the longest common subsequence (Myers). In long ones, what stands exactly once on both sides splits the work
/// (patience), and where nothing does, Myers goes on in steps of bounded effort, each from the furthest point reached. So two long
/// texts with nothing in common cost about as much as reading them.
struct Alignment {
  struct Pair: Sendable, Hashable {
    var before: Int
    var after: Int
  }

  /// A stretch whose common part is still to be found.
  private struct Stretch {
    var before: Range<Int>
    var after: Range<Int>
    var depth: Int
  }

  /// Up to this many elements a stretch is compared exactly.
  private static let exact = 1024
  /// How many differences one step of a long stretch may take.
  private static let step = 128
  /// How often anchors may split what anchors gave.
  private static let deepest = 24

  private let before: [Int32]
  private let after: [Int32]
  private var countBefore: [Int32]
  private var countAfter: [Int32]
  private var place: [Int32]
  private var waiting: [Stretch] = []
  /// What both have, in order.
  private(set) var pairs: [Pair] = []
  /// How often two elements were looked at: the effort, for tests.
  private(set) var effort = 0

  /// - Parameter names: one more than the highest element of either sequence; none is below zero.
  init(_ before: [Int32], _ after: [Int32], names: Int) {
    self.before = before
    self.after = after
    countBefore = [Int32](repeating: 0, count: names)
    countAfter = countBefore
    place = countBefore
    waiting.append(
      Stretch(before: before.indices, after: after.indices, depth: 0))
    while let next = waiting.popLast() { take(next) }
    pairs.sort { $0.before < $1.before }
  }

  private mutating func take(_ stretch: Stretch) {
    var (one, two) = (stretch.before, stretch.after)
    while let first = one.first, let other = two.first, before[first] == after[other] {
      pairs.append(Pair(before: first, after: other))
      one = first + 1..<one.upperBound
      two = other + 1..<two.upperBound
    }
    while let last = one.last, let other = two.last, before[last] == after[other] {
      pairs.append(Pair(before: last, after: other))
      one = one.lowerBound..<last
      two = two.lowerBound..<other
    }
    effort += stretch.before.count + stretch.after.count
    guard !one.isEmpty, !two.isEmpty else { return }
    if one.count + two.count > Alignment.exact, stretch.depth < Alignment.deepest,
      split(one, two, stretch.depth)
    {
      return
    }
    compare(one, two)
  }

  // MARK: patience

  /// Splits a stretch at the elements that stand once on both sides and in the same order; says whether there are any.
  private mutating func split(_ one: Range<Int>, _ two: Range<Int>, _ depth: Int) -> Bool {
    count(one, two)
    var anchors: [Pair] = []
    for index in two where countAfter[Int(after[index])] == 1 { place[Int(after[index])] = Int32(index) }
    for index in one {
      let name = Int(before[index])
      guard countBefore[name] == 1, countAfter[name] == 1 else { continue }
      anchors.append(Pair(before: index, after: Int(place[name])))
    }
    uncount(one, two)
    let kept = longestRising(anchors)
    guard !kept.isEmpty else { return false }
    pairs += kept
    var (first, second) = (one.lowerBound, two.lowerBound)
    for anchor in kept + [Pair(before: one.upperBound, after: two.upperBound)] {
      waiting.append(
        Stretch(before: first..<anchor.before, after: second..<anchor.after, depth: depth + 1))
      (first, second) = (anchor.before + 1, anchor.after + 1)
    }
    return true
  }

  private mutating func count(_ one: Range<Int>, _ two: Range<Int>) {
    effort += one.count + two.count
    for index in one { countBefore[Int(before[index])] += 1 }
    for index in two { countAfter[Int(after[index])] += 1 }
  }

  private mutating func uncount(_ one: Range<Int>, _ two: Range<Int>) {
    for index in one { countBefore[Int(before[index])] = 0 }
    for index in two { countAfter[Int(after[index])] = 0 }
  }

  /// The most pairs that rise on both sides; they come in order of `before`.
  private func longestRising(_ pairs: [Pair]) -> [Pair] {
    var tops: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].after < pair.after { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var result: [Pair] = []
    var current = tops.last ?? -1
    while current >= 0 {
      result.append(pairs[current])
      current = previous[current]
    }
    return result.reversed()
  }

  // MARK: Myers

  /// Compares what stands on both sides of a stretch; what only one side has cannot be common.
  private mutating func compare(_ one: Range<Int>, _ two: Range<Int>) {
    count(one, two)
    let left = one.filter { countAfter[Int(before[$0])] > 0 }
    let right = two.filter { countBefore[Int(after[$0])] > 0 }
    uncount(one, two)
    let short = left.count + right.count <= Alignment.exact
    var (x, y) = (0, 0)
    while x < left.count, y < right.count {
      var walk = Walk(x: x, y: y, limit: short ? left.count + right.count : Alignment.step)
      let (reached, trail) = walk.go(
        width: left.count, height: right.count,
        same: { before[left[$0]] == after[right[$1]] })
      effort += walk.effort
      for (x, y) in trail { pairs.append(Pair(before: left[x], after: right[y])) }
      (x, y) = reached
    }
  }
}

/// One walk of Myers's greedy algorithm from a point of the grid, until it reaches the far corner or its limit of differences.
private struct Walk {
  let x: Int
  let y: Int
  let limit: Int
  var effort = 0

  init(x: Int, y: Int, limit: Int) {
    (self.x, self.y, self.limit) = (x, y, limit)
  }

  /// - Returns: the furthest point reached, and the matches on the way to it, last first.
  mutating func go(
    width: Int, height: Int, same: (Int, Int) -> Bool
  ) -> (reached: (Int, Int), trail: [(Int, Int)]) {
    let most = min(limit, (width - x) + (height - y))
    var furthest = [Int](repeating: x, count: 2 * most + 3)
    let middle = most + 1
    var history: [ArraySlice<Int>] = []
    for d in 0...most {
      history.append(furthest[middle - d - 1...middle + d + 1])
      var best = (sum: -1, k: 0)
      for k in stride(from: -d, through: d, by: 2) {
        let down = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1])
        var x = d == 0 ? self.x : (down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1)
        var y = x - self.x - k + self.y
        effort += 1
        while x < width, y < height, x >= 0, y >= 0, same(x, y) {
          (x, y) = (x + 1, y + 1)
          effort += 1
        }
        furthest[middle + k] = x
        guard x <= width, y <= height else { continue }
        if x + y > best.sum { best = (x + y, k) }
        if x == width, y == height { return ((x, y), trail(to: k, d, history, furthest, middle)) }
      }
      if d == most {
        let x = furthest[middle + best.k]
        return (
          (x, x - self.x - best.k + self.y), trail(to: best.k, d, history, furthest, middle)
        )
      }
    }
    return ((width, height), [])
  }

  private func trail(
    to k: Int, _ d: Int, _ history: [ArraySlice<Int>], _ last: [Int], _ middle: Int
  ) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    var k = k
    var x = last[middle + k]
    for d in stride(from: d, through: 0, by: -1) {
      let then = history[d]
      let down =
        k == -d || (k != d && then[middle + k - 1] < then[middle + k + 1])
      let from = d == 0 ? self.x : (down ? then[middle + k + 1] : then[middle + k - 1] + 1)
      while x > from {
        x -= 1
        result.append((x, x - self.x - k + y))
      }
      k = down ? k + 1 : k - 1
      x = down ? from : from - 1
    }
    return result
  }
}
