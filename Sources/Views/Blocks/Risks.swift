import Records
import Templates

/// Two groups of a document, one of risks and one of what is done about them, tied by the names of the risks.
///
/// A kind says so with a rule that each item of the one is matched in the other.
struct RiskTable {
  let document: Document
  let risks: Int
  let measures: Int
  /// The parts that name the risk in either.
  let riskKey: Int
  let measureKey: Int

  init?(_ document: Document) {
    guard let risks = document.kind.fields.firstIndex(where: { $0.means == .risks }), document.values[risks].isGiven else { return nil }
    for rule in document.kind.rules {
      guard case .match(let one, let other) = rule.need, let (risk, riskKey) = document.kind.part(at: one), risk == risks,
        let (measures, measureKey) = document.kind.part(at: other)
      else { continue }
      self.document = document
      (self.risks, self.measures, self.riskKey, self.measureKey) = (risks, measures, riskKey, measureKey)
      return
    }
    return nil
  }

  var riskField: Field { document.kind.fields[risks] }
  var measureField: Field { document.kind.fields[measures] }

  /// What is done about a risk of this name.
  func measures(of name: String) -> [Item] {
    document.values[measures].items.filter { $0.values[measureKey].line == name }
  }

  var names: [String] { document.values[risks].items.compactMap { $0.values[riskKey].line } }

  /// Names of risks that only a measure gives.
  var strays: [String] {
    let known = names
    var strays: [String] = []
    for name in document.values[measures].items.compactMap({ $0.values[measureKey].line })
    where !known.contains(name) && !strays.contains(name) { strays.append(name) }
    return strays
  }
}

/// The risks that the assessments found and what is done about them, then those that only the record names.
@Sendable func risksBlock(_ context: inout BlockContext) -> Object? {
  let tables = context.tool.documents(.assessment).filter(\.holds).compactMap { RiskTable($0) }
  let names = Set(tables.flatMap(\.names))
  let own = OwnRisks(context.tool.record)
  guard !tables.isEmpty || own != nil else { return nil }
  let id = context.names.unique("risks")
  var model = risksModel(tables, id: id, measuresID: nil, &context)
  if let own, context.reads(own.field) {
    context.told.add(own.field, of: context.tool.record)
    let rows = own.items.filter { !names.contains(own.name($0)) }.map { ownRow($0, own, &context) }
    if case .list(let known) = model[.rows] { model[.rows] = .list(known + rows) }
  }
  guard case .list(let rows) = model[.rows], !rows.isEmpty else { return nil }
  return model
}

/// The risks that a record lists, each with what is done about it.
private struct OwnRisks {
  let field: Field
  let items: [Item]
  private let key: Int

  init?(_ record: Document) {
    guard let position = record.kind.position(of: .risks), !record.values[position].items.isEmpty,
      let key = record.kind.fields[position].key.flatMap({ record.kind.fields[position].position(of: $0) })
    else { return nil }
    field = record.kind.fields[position]
    items = record.values[position].items
    self.key = key
  }

  func name(_ item: Item) -> String { item.values[key].line ?? "" }
}

/// The first text says what could go wrong, the second what is done.
private func ownRow(_ item: Item, _ own: OwnRisks, _ context: inout BlockContext) -> Object {
  let id = context.names.unique("risk-" + anchorName(own.name(item)))
  let record = context.tool.record
  let texts = own.field.fields.indices.filter { own.field.fields[$0].type == .prose && !item.values[$0].isMissing }
  let told = texts.enumerated().map { number, part in
    Templates.Value.object(
      context.fields.value(item.values[part], own.field.fields[part], of: record, level: 5, prefix: "\(id)-\(number)"))
  }
  let left = own.field.position(of: .residual).flatMap { item.values[$0].line }
  let measure: Object = [
    .value: told.count > 1 ? told[1] : .none, .residual: levelModel(left, context), .fields: .list([]),
  ]
  return [
    .id: .text(id), .label: .text(own.name(item)), .value: told.first ?? .none, .document: .none,
    .likelihood: .none, .severity: .none, .level: .none,
    .measures: .list(told.count > 1 || left != nil ? [measure] : []),
  ]
}

/// The table of one assessment on its own page, where it stands for both of its fields.
func risksBlock(_ table: RiskTable, id: String, _ context: inout BlockContext) -> Object {
  context.told.add(table.riskField, of: table.document)
  context.told.add(table.measureField, of: table.document)
  let measures = context.names.claim(table.measureField.anchor)
  return risksModel([table], id: id, measuresID: measures, &context)
}

private func risksModel(
  _ tables: [RiskTable], id: String, measuresID: String?, _ context: inout BlockContext
) -> Object {
  let rows = tables.flatMap { table -> [Object] in
    let risks = table.document.values[table.risks].items.map { riskRow($0, of: table, &context) }
    let strays = table.strays.map { strayRow($0, of: table, &context) }
    return risks + strays
  }
  return [
    .template: "blocks/risks", .id: .text(id), .measures_id: .maybe(measuresID), .rows: .list(rows),
  ]
}

private func riskRow(_ item: Item, of table: RiskTable, _ context: inout BlockContext) -> Object {
  let field = table.riskField
  let name = item.values[table.riskKey].line ?? ""
  let level = field.position(of: .level).flatMap { item.values[$0].line }
  func said(_ meaning: Meaning) -> Templates.Value {
    .maybe(field.position(of: meaning).flatMap { item.values[$0].line }.map(context.language.label))
  }
  let (likelihood, severity) = (said(.likelihood), said(.severity))
  let id = context.names.unique("risk-" + anchorName(name))
  return [
    .id: .text(id), .label: .text(name), .value: prose(item, field, of: table, id: id, context),
    .document: source(table, context), .likelihood: likelihood, .severity: severity,
    .level: levelModel(level, context), .measures: .list(measures(of: name, in: table, id: id, context)),
  ]
}

private func strayRow(_ name: String, of table: RiskTable, _ context: inout BlockContext) -> Object {
  let id = context.names.unique("risk-" + anchorName(name))
  return [
    .id: .text(id), .label: .text(name), .value: .none, .document: source(table, context), .likelihood: .none,
    .severity: .none, .level: .none, .measures: .list(measures(of: name, in: table, id: id, context)),
  ]
}

private func measures(of name: String, in table: RiskTable, id: String, _ context: BlockContext) -> [Object] {
  let field = table.measureField
  let residual = field.position(of: .residual)
  let main = field.fields.firstIndex { $0.type == .prose }
  return table.measures(of: name).enumerated().map { number, item -> Object in
    let others = field.fields.indices.filter {
      $0 != residual && $0 != main && $0 != table.measureKey && !item.values[$0].isMissing
    }
    let id = "\(id)-\(number + 1)"
    return [
      .value: prose(item, field, of: table, id: id, context),
      .residual: levelModel(residual.flatMap { item.values[$0].line }, context),
      .fields: context.audience == nil
        ? .list(
          others.map { part in
            [
              .label: .text(context.language.label(field.fields[part].label)),
              .value: .object(
                context.fields.value(item.values[part], field.fields[part], of: table.document, level: 5, prefix: id)),
            ]
          }) : .list([]),
    ]
  }
}

/// The first text of an item that is more than a line.
private func prose(
  _ item: Item, _ field: Field, of table: RiskTable, id: String, _ context: BlockContext
) -> Templates.Value {
  guard let part = field.fields.firstIndex(where: { $0.type == .prose }), !item.values[part].isMissing else {
    return .none
  }
  return .object(
    context.fields.value(item.values[part], field.fields[part], of: table.document, level: 5, prefix: id))
}

/// The document that names the risk, but for its own page.
private func source(_ table: RiskTable, _ context: BlockContext) -> Templates.Value {
  context.audience == nil ? .none : .object(context.link(to: table.document))
}

private func levelModel(_ level: String?, _ context: BlockContext) -> Templates.Value {
  guard let level else { return .none }
  return .object([.id: .text(anchorName(level)), .label: .text(context.language.label(level))])
}
