import Bytes
import Editions
import Records

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
