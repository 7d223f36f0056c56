import Bytes
import Records
import Templates

extension FieldModels {
  /// A group whose items have a date and a title, as stages in order; nothing where the kind names no such parts.
  func timeline(_ items: [Item], _ field: Field) -> Object? {
    guard let date = field.position(of: .date), let title = field.position(of: .title) else { return nil }
    let by = field.position(of: .agreedBy)
    let rows = items.enumerated().map { number, item -> Object in
      var day: PartDay?
      if case .day(let given) = item.values[date].content { day = given }
      let done = day?.first.map { $0 <= frame.site.day } ?? false
      let state = done ? "done" : "planned"
      return [
        .number: .number(number + 1),
        .label: .text(frame.language.label(item.values[title].texts.first ?? "")),
        .date: day.map { .object(dateModel($0)) } ?? .none,
        .agreed_by: by.flatMap { item.values[$0].texts.first }.map { .text($0) } ?? .none,
        .state: .object([.id: .text(state), .word: .text("words/stage_" + state)]),
        .note: field.position(of: "note").flatMap { item.values[$0].texts.first }.map { .text($0) } ?? .none,
      ]
    }
    return [.template: "fields/timeline", .picture: .none, .rows: .list(rows)]
  }
}
