import Bytes
import Records
import Templates

/// Each assessment: what the record says of it, when it was completed, when it is to be reviewed, who approved it.
///
/// Those of the register first, the newest leading, then those that the record names and that stand elsewhere. So this tells the record's own
/// list of assessments as well.
@Sendable func assessmentsBlock(_ context: inout BlockContext) -> Object? {
  let documents = context.tool.documents(.assessment).sorted { one, other in
    if one.holds != other.holds { return one.holds }
    return (other.completedText, one.id) < (one.completedText, other.id)
  }
  let named = NamedAssessments(context.tool.record)
  let rows =
    documents.map { assessmentRow($0, named, context) }
    + (named?.items.filter { !context.isHere($0.document) }.map { elsewhereRow($0, context) } ?? [])
  guard !rows.isEmpty else { return nil }
  if let named, context.reads(named.field) { context.told.add(named.field, of: context.tool.record) }
  return [.template: "blocks/assessments", .id: .text(context.names.unique("assessments")), .rows: .list(rows)]
}

/// The assessments that a record lists.
private struct NamedAssessments {
  struct Named {
    let title: String
    let document: String?
    let overview: (field: Field, value: Records.Value)?
    let address: Records.Value
    let completed: PartDay?
  }

  let field: Field
  let items: [Named]

  /// Nothing where the kind lists none in parts that can be told.
  init?(_ record: Document) {
    guard let position = record.kind.position(of: .assessments) else { return nil }
    field = record.kind.fields[position]
    let parts = field.fields
    guard let title = field.position(of: .title), let address = parts.firstIndex(where: { $0.type == .address }) else {
      return nil
    }
    let document = parts.firstIndex { $0.type == .link }
    let overview = parts.firstIndex { $0.type == .prose }
    let date = field.position(of: .date)
    items = record.values[position].items.map { item in
      Named(
        title: item.values[title].line ?? "", document: document.flatMap { item.values[$0].line },
        overview: overview.map { (parts[$0], item.values[$0]) }, address: item.values[address],
        completed: date.flatMap { item.values[$0].day })
    }
  }
}

private func assessmentRow(_ document: Document, _ named: NamedAssessments?, _ context: BlockContext) -> Object {
  let due = document.day(.reviewDue)
  let isOverdue = due?.first.map { $0 < context.frame.site.day } ?? false
  let overview = named.flatMap { named in
    context.reads(named.field) ? named.items.first { $0.document == document.id }?.overview : nil
  }
  return [
    .label: .text(document.title), .href: .text(context.frame.href(context.subject.address(ofDocument: document.id))),
    .kind: .text(context.language.label(document.kind.label)), .status: document.status(in: context.language),
    .value: overviewModel(overview, document.id, context),
    .completed: document.completed.map { .object(dateModel($0)) } ?? .none,
    .review_due: due.map { .object(dateModel($0)) } ?? .none,
    .overdue: .flag(isOverdue && document.holds && !context.tool.isRetired),
    .approved_by: .maybe(document.text(.approvedBy)), .withheld: .none,
  ]
}

private func elsewhereRow(_ named: NamedAssessments.Named, _ context: BlockContext) -> Object {
  [
    .label: .text(named.title), .href: .maybe(named.address.text.map { context.address($0) }), .kind: .none, .status: .none,
    .value: overviewModel(named.overview, anchorName(named.title), context),
    .completed: named.completed.map { .object(dateModel($0)) } ?? .none, .review_due: .none, .overdue: false,
    .approved_by: .none,
    .withheld: stateModel(named.address.state, in: context.subject, on: context.frame).flatMap { model in
      named.address.isMissing ? nil : .object(model)
    } ?? .none,
  ]
}

private func overviewModel(
  _ overview: (field: Field, value: Records.Value)?, _ id: String, _ context: BlockContext
) -> Templates.Value {
  guard let overview, !overview.value.isMissing else { return .none }
  return .object(
    context.fields.value(
      overview.value, overview.field, of: context.tool.record, level: 5, prefix: "assessment-" + id))
}

extension BlockContext {
  /// An address as a link from this page: a relative one is that of an attachment.
  fileprivate func address(_ text: String) -> String {
    isRelative(text) ? frame.root + subject.source + text : text
  }

  fileprivate func isHere(_ document: String?) -> Bool { document.flatMap { tool.document($0) } != nil }
}

extension Document {
  /// Its state, where it is not simply final.
  var openStatus: String? { text(.status).flatMap { $0 == "final" ? nil : $0 } }

  func status(in language: Language) -> Templates.Value { .maybe(openStatus.map(language.label)) }

  var completed: PartDay? { day(.completed) }

  fileprivate var completedText: String { completed?.text ?? "" }
}
