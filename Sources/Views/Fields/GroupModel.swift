import Reading
import Records
import Templates

extension FieldModels {
  /// A repeated group: figures and timelines as such, else a table where every part is short, else one block an item.
  func group(_ items: [Item], _ field: Field, of document: Document, prefix: String) -> Object {
    if field.type == .figures { return figures(of: document) }
    let parts = field.fields.indices.filter { part in
      items.contains { $0.values[part].state != .missing }
    }
    if field.picture == "timeline", let timeline = timeline(items, field, name: prefix) { return timeline }
    let short = parts.allSatisfy { isShort(field.fields[$0].type) } && parts.count <= 5 && items.count > 1
    return short
      ? table(items, parts, field, of: document, prefix: prefix)
      : blocks(items, parts, field, of: document, prefix: prefix)
  }

  private func figures(of document: Document) -> Object {
    let models = FigureModels(subject: subject, frame: frame)
    let rows = readOutcomes(document, subject.vocabulary).map { models.row($0) }
    return [.template: "fields/figures", .rows: .list(rows)]
  }

  private func isShort(_ type: FieldType) -> Bool {
    switch type {
    case .text, .date, .partDate, .number, .choice, .yesNo, .link: true
    default: false
    }
  }

  private func table(
    _ items: [Item], _ parts: [Int], _ field: Field, of document: Document, prefix: String
  ) -> Object {
    let rows = items.enumerated().map { number, item -> Object in
      let cells = parts.map { part -> Object in
        let id = "\(prefix)-\(number + 1)-\(anchor(field.fields[part]))"
        let shown = value(item.values[part], field.fields[part], of: document, level: 5, prefix: id)
        return [.value: .object(shown)]
      }
      return [
        .id: .text("\(prefix)-\(number + 1)"), .head: cells.first.map { .object($0) } ?? .none,
        .cells: .list(Array(cells.dropFirst())),
      ]
    }
    return [
      .template: "fields/table", .caption: .text(frame.language.label(field.label)),
      .columns: .list(parts.map { [.label: .text(frame.language.label(field.fields[$0].label))] }),
      .rows: .list(rows),
    ]
  }

  private func blocks(
    _ items: [Item], _ parts: [Int], _ field: Field, of document: Document, prefix: String
  ) -> Object {
    let key = field.key.flatMap { field.position(of: $0) }
    let blocks = items.enumerated().map { number, item -> Object in
      let title = key.flatMap { item.values[$0].texts.first }
      let shown = parts.filter { $0 != key || title == nil }
      let label = title ?? "\(frame.language.label(field.item ?? field.label)) \(number + 1)"
      return [
        .id: .text("\(prefix)-\(number + 1)"), .label: .text(label),
        .fields: .list(
          shown.filter { item.values[$0].state != .missing }.map { part in
            self.part(item.values[part], field.fields[part], of: document, id: "\(prefix)-\(number + 1)")
          }),
      ]
    }
    return [.template: "fields/group", .items: .list(blocks)]
  }

  private func part(_ value: Records.Value, _ field: Field, of document: Document, id: String) -> Object {
    let id = "\(id)-\(anchor(field))"
    return [
      .id: .text(id), .label: .text(frame.language.label(field.label)),
      .ref: field.ref.map { .text($0) } ?? .none,
      .value: .object(self.value(value, field, of: document, level: 5, prefix: id)),
    ]
  }

  private func anchor(_ field: Field) -> String { field.anchor }
}
