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
  /// Every day on which something that is told of the tool turns: a review falls due, on the document's own day for it or else the
  /// register's interval after it was completed, or a stage begins of what is drawn over time. Other days are only told.
  func turningDays(reviewedEvery months: Int) -> [Day] {
    var days: [Day] = []
    for document in all {
      for (field, value) in zip(document.kind.fields, document.values) where field.picture != nil { days += value.days }
      let due = document.value(.reviewDue)?.days ?? []
      let completed = document.value(.completed)?.days ?? []
      days += due.isEmpty ? completed.compactMap { $0.adding(months: months) } : due
    }
    return days
  }
}

extension Value {
  /// The first and last day of each date in it.
  fileprivate var days: [Day] {
    guard case .day(let part) = content else { return items.flatMap { $0.values.flatMap(\.days) } }
    return [part.first, part.last].compactMap { $0 }
  }
}
