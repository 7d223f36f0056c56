import Bytes
import Records
import Templates

/// A tool's notice of retirement and how far it has come.
struct Notice {
  let document: Document

  /// The day from which the tool is not used.
  var ends: PartDay? { document.day(.retiredOn) }

  /// Switched off for now, and perhaps not for good.
  var isPaused: Bool { document.sense(.stage) == .paused }

  /// Tried and never put to use, so that it cannot be said to be in use no longer.
  var wasOnlyTried: Bool { document.sense(.retirementKind) == .tried }
}

extension Subject {
  var notice: Notice? { tool.notice.map { Notice(document: $0) } }
}

/// What a notice says first, in this order: why, what comes instead, and what it means for people.
private let essentials: [(Meaning, String)] = [
  (.reason, "words/notice_reason"), (.replacedBy, "words/notice_replaced"), (.dataAfter, "words/notice_data"),
  (.casesAfter, "words/notice_cases"), (.contactAfter, "words/notice_contact"),
]

/// The essentials of a retirement notice that the page has not told yet.
@Sendable func noticeBlock(_ context: inout BlockContext) -> Object? {
  guard let notice = context.subject.notice else { return nil }
  var model = noticeModel(notice, id: context.names.unique("notice"), &context)
  model.add(.document, .object(context.link(to: notice.document)))
  return model
}

/// Never says that a tool has ended whose record does not say so.
func noticeModel(_ notice: Notice, id: String, _ context: inout BlockContext) -> Object {
  let document = notice.document
  let date = notice.ends.map { Templates.Value.object(dateModel($0)) } ?? .none
  let isRetired = context.tool.isRetired
  return [
    .template: "blocks/notice", .id: .text(id),
    .kind: .maybe(document.text(.retirementKind).map(context.language.label)),
    .ended: isRetired ? date : .none, .paused: !isRetired && notice.isPaused ? date : .none,
    .ends: !isRetired && !notice.isPaused ? date : .none,
    .rows: .list(essentials.compactMap { noticeRow($0, of: document, word: $1, &context) }),
  ]
}

private func noticeRow(
  _ meaning: Meaning, of document: Document, word: String, _ context: inout BlockContext
) -> Object? {
  guard let position = document.kind.position(of: meaning) else { return nil }
  let (field, value) = (document.kind.fields[position], document.values[position])
  guard !value.isMissing, value.state != .notAsked, !context.told.holds(field, of: document) else { return nil }
  context.told.add(field, of: document)
  let anchor = context.audience == nil ? context.names.claim(field.anchor) : nil
  let prefix = anchor ?? document.id + "-" + field.anchor
  let telling = context.audience.flatMap { value.telling($0.id) }
  let shown = context.fields.value(value, field, of: document, telling: telling, level: 4, prefix: prefix)
  return [.id: .maybe(anchor), .label: .none, .word: .text(word), .value: .object(shown)]
}
