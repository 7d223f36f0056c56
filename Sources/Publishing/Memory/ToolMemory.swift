import Bytes
import Editions
import Findings
import Records
import Views

/// What a build remembers of one tool: all it was made from, all that was made, and what it left for the register.
struct ToolMemory: Sendable, Packed {
  let id: String
  /// What the register's history says of the tool.
  let past: Mark
  /// What its drafts come to; nothing where there are none.
  let content: Mark?
  /// Every file it was made from, drafts and frozen, by their paths in the register.
  let seen: [Made]
  /// Between which days it comes out the same.
  let days: DaySpan
  /// Which names of other tools and their documents it asked for, and whether they were there.
  let asked: [String: Bool]
  let made: [Made]
  let pages: Int
  let left: Left

  init(
    _ id: String, past: Mark, content: Mark?, seen: [Made], days: DaySpan, asked: [String: Bool], _ share: Share
  ) {
    self.id = id
    self.past = past
    self.content = content
    self.seen = seen
    self.days = days
    self.asked = asked
    made = share.made
    pages = share.pages
    left = Left(share)
  }

  /// The same tool, whose files only look different.
  init(_ old: ToolMemory, seen: [Made]) {
    (id, past, content, days, asked) = (old.id, old.past, old.content, old.days, old.asked)
    (made, pages, left) = (old.made, old.pages, old.left)
    self.seen = seen
  }

  func pack(into packer: inout Packer) {
    packer.put(id)
    packer.put(past)
    packer.put(content)
    packer.put(seen)
    packer.put(days)
    packer.put(asked)
    packer.put(made)
    packer.put(pages)
    packer.put(PackedBytes(left.bytes))
  }
}

extension ToolMemory {
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    id = try unpacker.next()
    past = try unpacker.next()
    content = try unpacker.next()
    seen = try unpacker.next()
    days = try unpacker.next()
    asked = try unpacker.next()
    made = try unpacker.next()
    pages = try unpacker.next()
    left = Left(bytes: try unpacker.next(PackedBytes.self).bytes)
  }
}

/// What a tool leaves for what spans tools, in bytes: what is wrong with it, its summary, the news of its versions.
struct Left: Sendable {
  let bytes: ArraySlice<UInt8>

  init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  init(_ share: Share) {
    var packer = Packer()
    packer.put(share.findings)
    packer.put(share.summaries)
    packer.put(share.news.map { PackedNews($0) })
    bytes = packer.bytes[...]
  }

  /// Nothing where these are not the bytes that were left.
  var findings: [Finding]? {
    var unpacker = Unpacker(bytes)
    return try? unpacker.next([Finding].self)
  }

  /// Adds the summary and the news that were left to a share.
  func read(into share: inout Share, _ history: History) {
    var unpacker = Unpacker(bytes)
    guard (try? unpacker.next([Finding].self)) != nil, let summaries = try? unpacker.next([Summary].self),
      let news = try? unpacker.next([PackedNews].self)
    else { return }
    share.summaries += summaries
    share.news += news.compactMap { $0.news(in: history) }
  }
}

/// The days between two others, both left out: on all of them the same things are due and overdue.
struct DaySpan: Sendable, Packed {
  /// By their numbers.
  private let after: Int?
  private let before: Int?

  /// The days around one on which nothing of a tool turns.
  ///
  /// Everything that is due turns on a day that stands in a document, or the register's interval after it.
  init(around day: Day, turning turns: [Day]) {
    let numbers = turns.map(\.number)
    let isTurn = numbers.contains(day.number)
    after = isTurn ? day.number - 1 : numbers.filter { $0 < day.number }.max()
    before = isTurn ? day.number + 1 : numbers.filter { $0 > day.number }.min()
  }

  /// One day alone, for what tells which day it is.
  init(only day: Day) { self.init(around: day, turning: [day]) }

  func holds(_ day: Day) -> Bool { after.map { $0 < day.number } ?? true && before.map { day.number < $0 } ?? true }

  func pack(into packer: inout Packer) {
    packer.put(after)
    packer.put(before)
  }
}

extension DaySpan {
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    after = try unpacker.next()
    before = try unpacker.next()
  }
}

extension Tool {
  /// Every day that stands in a document, and the register's interval after each.
  func turningDays(reviewedEvery months: Int) -> [Day] {
    var days: [Day] = []
    for document in all {
      document.eachValue { _, value in
        guard case .day(let part) = value.content else { return }
        for day in [part.first, part.last] {
          guard let day else { continue }
          days.append(day)
          if let due = day.adding(months: months) { days.append(due) }
        }
      }
    }
    return days
  }
}
