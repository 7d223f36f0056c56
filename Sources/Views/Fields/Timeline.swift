import Bytes
import Reading
import Records
import Templates
import Typesetting

extension FieldModels {
  /// A group whose items have a date and a title, as stages in order with a picture; nothing where the kind names no such parts.
  ///
  /// - Parameter name: begins the ids in the picture.
  func timeline(_ items: [Item], _ field: Field, name: String) -> Object? {
    guard let date = field.position(of: .date), let title = field.position(of: .title) else { return nil }
    let by = field.position(of: .agreedBy)
    let note = field.fields.firstIndex { $0.type == .prose }
    let days = items.map { item -> PartDay? in
      guard case .day(let day) = item.values[date].content else { return nil }
      return day
    }
    let states = stageStates(days)
    let rows = items.indices.map { index -> Object in
      let item = items[index]
      return [
        .number: .number(index + 1), .label: .text(frame.language.label(item.values[title].line ?? "")),
        .date: days[index].map { .object(dateModel($0)) } ?? .none,
        .agreed_by: .maybe(by.flatMap { item.values[$0].line }),
        .state: .object([
          .id: .text(states[index].rawValue),
          .word: states[index] == .done ? .none : .text("words/stage_" + states[index].rawValue),
        ]),
        .note: .maybe(note.flatMap { item.values[$0].passage?.tree.plainText() ?? item.values[$0].line }),
      ]
    }
    return [
      .template: "fields/timeline", .picture: picture(days, states, name: name), .rows: .list(rows),
    ]
  }

  /// What has begun is done, but for the last of it in a tool that has not ended: that is where the tool is now.
  private func stageStates(_ days: [PartDay?]) -> [StopLine.State] {
    let reached = days.map { day in day?.first.map { $0 <= frame.site.day } ?? false }
    let now = subject.tool.isRetired ? nil : reached.lastIndex(of: true)
    return reached.indices.map { $0 == now ? .now : reached[$0] ? .done : .planned }
  }

  private func picture(_ days: [PartDay?], _ states: [StopLine.State], name: String) -> Templates.Value {
    let dated = zip(days, states).enumerated().compactMap { index, stage in
      stage.0?.first.map { (number: index + 1, day: $0, state: stage.1) }
    }.sorted { ($0.day, $0.number) < ($1.day, $1.number) }
    guard let first = dated.first, let last = dated.last, dated.count > 1 else { return .none }
    let line = TimeLine(from: first.day, to: last.day)
    let language = frame.language
    let ends: KeyValuePairs = [
      "count": String(dated.count), "from": language.shortDate(year: first.day.year, month: first.day.month),
      "to": language.shortDate(year: last.day.year, month: last.day.month),
    ]
    let caption = Caption(
      name: name + "-pic", title: language.say(.lifecycle), describe: language.say(.stages, ends))
    return .markup(
      draw(
        StopLine(
          caption, stops: dated.map { StopLine.Stop(at: line.place($0.day), number: $0.number, state: $0.state) },
          years: line.years)))
  }
}

/// A stretch of time as a line from 0 to 1.
struct TimeLine {
  let from: Day
  let to: Day

  func place(_ day: Day) -> Double {
    guard to > from else { return 0 }
    return Double(day.number - from.number) / Double(to.number - from.number)
  }

  /// The years that begin on it; where many do, every second, fifth or tenth.
  var years: [StopLine.Year] {
    let all = (from.year...max(from.year, to.year)).compactMap { Day(year: $0, month: 1, day: 1) }.filter {
      $0 >= from && $0 <= to
    }
    let step = [1, 2, 5, 10, 50, 100, 1000].first { all.count / $0 <= 8 } ?? 5000
    return all.filter { $0.year % step == 0 }.map { StopLine.Year(at: place($0), label: String($0.year)) }
  }
}
