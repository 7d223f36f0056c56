import Findings
import Reading
import Records
import Templates

extension FieldModels {
  /// A repeated group: figures and timelines as such, else a table where every part is short, else one block an item.
  func group(_ items: [Item], _ field: Field, of document: Document, prefix: String) -> Object {
    if field.type == .figures { return figures(of: document) }
    let key = field.key.flatMap { field.position(of: $0) }
    let parts = field.fields.indices.filter { part in
      (part == key || reads(field.fields[part])) && items.contains { !$0.values[part].isMissing }
    }
    if field.picture == "timeline", let timeline = timeline(items, field, name: prefix) { return timeline }
    let fitsCells = parts.allSatisfy { part in
      isShort(field.fields[part].type) || items.allSatisfy { isShort($0.values[part]) }
    }
    return fitsCells && parts.count <= 5 && items.count > 1
      ? table(items, parts, field, of: document, prefix: prefix)
      : blocks(items, parts, field, of: document, prefix: prefix)
  }

  private func reads(_ part: Field) -> Bool { audience.map { part.isRead(by: $0.id) } ?? true }

  private func figures(of document: Document) -> Object {
    let models = self.figures
    let rows = subject.outcomes(of: document).map { models.row($0) }
    return [.template: "fields/figures", .rows: .list(rows)]
  }

  private func isShort(_ type: FieldType) -> Bool {
    switch type {
    case .text, .date, .partDate, .number, .choice, .yesNo, .link: true
    default: false
    }
  }

  /// A text that fits a cell: one plain paragraph of a few words, told to nobody otherwise.
  private func isShort(_ value: Records.Value) -> Bool {
    guard let passage = value.passage else { return value.isMissing }
    let nodes = passage.tree.nodes
    return value.tellings.isEmpty && passage.span.length <= 160
      && nodes.dropFirst().enumerated().allSatisfy { index, node in
        index == 0 ? node.kind == .paragraph : node.kind == .text || node.kind == .softBreak
      }
  }

  /// A value in a cell, where a short text needs no paragraph of its own.
  private func cell(_ value: Records.Value, _ field: Field, of document: Document, id: @autoclosure () -> String) -> Object {
    var shown: Object
    if value.isMissing, !field.required {
      // Nobody was asked for it: other rows have it, this one does not.
      shown = [.template: "fields/text", .text: "–"]
    } else if let passage = value.passage, isShort(value) {
      shown = [.template: "fields/text", .text: .text(passage.tree.plainText())]
    } else {
      shown = self.value(value, field, of: document, level: 5, prefix: id())
    }
    return [.label: .text(label(field)), .value: .object(shown)]
  }

  private func table(
    _ items: [Item], _ parts: [Int], _ field: Field, of document: Document, prefix: String
  ) -> Object {
    let rows = items.enumerated().map { number, item -> Object in
      let cells = parts.map { part in
        cell(
          item.values[part], field.fields[part], of: document,
          id: "\(prefix)-\(number + 1)-\(field.fields[part].anchor)")
      }
      return [
        .id: .none, .head: cells.first.map { .object($0) } ?? .none,
        .cells: .list(Array(cells.dropFirst())),
      ]
    }
    return [
      .template: "fields/table", .caption: .text(label(field)),
      .columns: .list(parts.map { [.label: .text(label(field.fields[$0]))] }),
      .rows: .list(rows),
    ]
  }

  private func blocks(
    _ items: [Item], _ parts: [Int], _ field: Field, of document: Document, prefix: String
  ) -> Object {
    let key = field.key.flatMap { field.position(of: $0) }
    let blocks = items.enumerated().map { number, item -> Object in
      let title = key.flatMap { part in item.values[part].line.map { field.fields[part].type == .choice ? frame.language.label($0) : $0 } }
      let label = title ?? "\(frame.language.label(field.item ?? field.label)) \(number + 1)"
      var fields: [Object] = []
      fields.reserveCapacity(parts.count)
      for part in parts where (part != key || title == nil) && !item.values[part].isMissing {
        fields.append(
          self.part(item.values[part], field.fields[part], of: document, id: "\(prefix)-\(number + 1)"))
      }
      return [.id: .none, .label: .text(label), .fields: .list(fields)]
    }
    return [.template: "fields/group", .items: .list(blocks)]
  }

  /// A part needs no name of its own: what it belongs to has one.
  private func part(_ value: Records.Value, _ field: Field, of document: Document, id: @autoclosure () -> String) -> Object {
    [
      .id: .none, .label: .text(label(field)), .ref: ref(field),
      .value: .object(self.value(value, field, of: document, level: 5, prefix: id() + "-" + field.anchor)),
    ]
  }
}
