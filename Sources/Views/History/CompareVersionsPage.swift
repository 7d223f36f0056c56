import Editions
import Records
import Templates

extension Story {
  /// Every field that ever changed with what it said in which version; a script shows any two versions of it side by side.
  func comparePage(in site: Site) -> Page {
    let frame = frame(home + "compare/", in: site)
    var model = page("compare-versions", at: frame)
    model.add(.versions, .list(chapters.reversed().map { version($0, on: frame) }))
    let readable = chapters.compactMap { chapter in chapter.tool.map { (chapter.number, $0) } }
    var names = PageNames()
    let lines = chapters.last.map { fieldLines(of: readable, with: $0.vocabulary) } ?? []
    let kind = now?.tool?.record.kind
    let record = now?.tool?.record.id
    let told = lines.filter { $0.document != record || !(kind?.isNote($0.field) ?? false) }
    model.add(.fields, .list(told.map { line($0, &names, on: frame) }))
    return Page(address: frame.address, template: "compare-versions", lang: frame.lang, model: model)
  }

  private func version(_ chapter: Chapter, on frame: Frame) -> Object {
    let isFirst = chapter.number == 1
    return [
      .number: .number(chapter.number), .href: .text(frame.href(address(chapter))),
      .date: chapter.version.map { .object(dateModel($0.date)) } ?? .none,
      .note: chapter.version.map { .text($0.entry.change) } ?? .none,
      .changes_href: isFirst ? .none : .text(frame.href(base(chapter.number) + "changes/")),
      .since_href: chapter.number < newest ? .text(frame.href(home + "compare/\(chapter.number)/")) : .none,
    ]
  }

  private func line(_ line: FieldLine, _ names: inout PageNames, on frame: Frame) -> Object {
    let record = now?.tool?.record.id
    let prefix = line.document == record ? "" : line.document + "-"
    let audience = line.audience.flatMap { id in
      now?.vocabulary.audiences.first { $0.id == id }
    }
    return [
      .id: .text(names.unique(prefix + line.anchor + (line.audience.map { "-" + $0 } ?? ""))),
      .label: .text(frame.language.label(line.label)), .ref: line.ref.map { .text($0) } ?? .none,
      .audience: line.audience.map { .text(frame.language.label(audience?.label ?? $0)) } ?? .none,
      .document: line.document == record
        ? .none : .object([.label: .text(line.title), .href: documentHref(line.document, on: frame)]),
      .states: .list(line.stretches.map { state($0, on: frame) }),
    ]
  }

  private func documentHref(_ id: String, on frame: Frame) -> Templates.Value {
    let last = chapters.last { $0.tool?.document(id) != nil }
    return last.map { .text(frame.href(base($0.number) + "documents/\(id)/")) } ?? .none
  }

  private func state(_ stretch: FieldLine.Stretch, on frame: Frame) -> Object {
    let answer = stretch.answer
    var word: String?
    var ground: String?
    if let state = answer?.state, state != .given {
      word = "words/state_" + state.word
      if case .withheld(let id, _) = state {
        let known = frame.site.settings.grounds.first { $0.id == id }
        ground = frame.language.label(known?.label ?? id)
      }
    }
    return [
      .first: .number(stretch.first),
      .last: stretch.first == stretch.last ? .none : .number(stretch.last), .until: .number(stretch.last),
      .absent: .flag(answer == nil), .state_word: word.map { .text($0) } ?? .none,
      .ground: ground.map { .text($0) } ?? .none, .text: answer.map { .text(text(of: $0)) } ?? .none,
    ]
  }

  private func text(of answer: Answer) -> String {
    switch answer.state {
    case .withheld(_, let because): because
    default: plainText(answer.text)
    }
  }
}
