import Records
import Templates

/// Every field of the record by the standard's own sections, with its reference; of one that stands above on the page, where.
@Sendable func allFieldsBlock(_ context: inout BlockContext) -> Object? {
  let record = context.tool.record
  let id = context.names.unique("all-fields")
  var groups: [Object] = []
  for contents in record.kind.contents {
    let section = contents.section
    let shown = contents.positions.filter {
      !record.values[$0].isMissing || record.requires(record.kind.fields[$0])
    }
    guard !shown.isEmpty else { continue }
    groups.append([
      .id: .text(context.names.unique("group-" + section.id)),
      .label: .text(context.frame.language.label(section.label)), .ref: section.ref.map { .text($0) } ?? .none,
      .fields: .list(shown.map { allFieldsItem($0, of: record, &context) }),
    ])
  }
  return [.template: "blocks/all-fields", .id: .text(id), .groups: .list(groups)]
}

private func allFieldsItem(_ position: Int, of record: Document, _ context: inout BlockContext) -> Object {
  let field = record.kind.fields[position]
  var fields = context.fields
  fields.audience = nil
  let id = context.names.claim(field.anchor)
  let label = context.frame.language.label(field.heading)
  let value =
    id == nil
    ? [.template: "fields/see", .label: .text(label), .href: .text("#" + field.anchor)]
    : fields.value(record.values[position], field, of: record, level: 5, prefix: field.anchor)
  return [
    .template: "parts/field", .id: id.map { .text($0) } ?? .none,
    .label: .text(label), .labelled: true,
    .ref: field.ref.map { .text($0) } ?? .none, .own: false, .source: .none, .lang: .none,
    .changed: context.subject.changed(field, of: record, on: context.frame),
    .value: .object(value),
  ]
}
