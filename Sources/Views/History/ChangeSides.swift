import Editions
import Findings
import Reading
import Records
import Templates

/// The answer before or after a change as the pages of that version show it, and words that came and went.
extension ChangeDetail {
  func side(_ change: Change, isBefore: Bool) -> Templates.Value {
    guard let answer = isBefore ? change.before : change.after else {
      return .object([.template: "fields/missing"])
    }
    let fields = isBefore ? models.before : models.after
    let prefix = name + (isBefore ? "-was" : "-now")
    if change.subject == .kind { return .object(text(kindLabel(answer, fields))) }
    if let document = fields.subject.tool.any(change.document) {
      if let passage = passage(change, in: document, isBefore: isBefore) {
        return .object(fields.prose(passage, level: 4, prefix: prefix))
      }
      if case .field = change.subject, let place = place(change, in: document, isBefore: isBefore) {
        let field = document.kind.fields[place]
        return .object(fields.value(document.values[place], field, of: document, level: 4, prefix: prefix))
      }
    }
    return .object(fields.state(answer.state) ?? text(answer.text))
  }

  private func text(_ text: String) -> Object { [.template: "fields/text", .text: .text(text)] }

  private func kindLabel(_ answer: Answer, _ fields: FieldModels) -> String {
    let kind = fields.subject.vocabulary.kind(answer.text) ?? models.step.after.vocabulary.kind(answer.text)
    return kind.map { models.frame.language.label($0.label) } ?? answer.text
  }

  /// One audience's own words, where the change is of those.
  private func passage(_ change: Change, in document: Document, isBefore: Bool) -> Passage? {
    switch change.subject {
    case .intro(let audience): document.intros.first { $0.audience == audience }?.passage
    case .telling(let audience):
      place(change, in: document, isBefore: isBefore).flatMap { document.values[$0].telling(audience) }
    case .document, .kind, .field, .item, .attachment: nil
    }
  }

  /// Which field of a document an answer is, where it is one field whole: between two standards one may come from several.
  private func place(_ change: Change, in document: Document, isBefore: Bool) -> Int? {
    guard let field = change.field, !field.contains(".") else { return nil }
    guard isBefore, models.isUpgrade(document) else { return document.kind.position(of: field) }
    if let former = change.former { return document.kind.position(of: former) }
    return change.after == nil && change.anchor == nil ? document.kind.position(of: field) : nil
  }

  // MARK: words

  /// The text block by block, with what came, went, stood elsewhere, and how much stayed.
  func paragraphs(_ words: TextChange) -> [Object] {
    words.shownBlocks().map { pieces in
      let isTable = pieces.contains { $0.text.isTable }
      if pieces.count == 1, case .folded(let text, let count) = pieces[0] {
        return paragraph("changes/fold", text: plainLines(text), count: count, moved: .none, runs: [])
      }
      var moved: Templates.Value = .none
      for case .run(let run) in pieces {
        if run.kind == .movedAway { moved = "words/moved_away" }
        if run.kind == .movedHere { moved = "words/moved_here" }
      }
      return paragraph("changes/paragraph", text: nil, count: nil, moved: moved, runs: pieces.map { run($0, lines: isTable) })
    }
  }

  private func paragraph(
    _ template: String, text: String?, count: Int?, moved: Templates.Value, runs: [Object]
  ) -> Object {
    [
      .template: .text(template), .text: text.map { .text($0) } ?? .none,
      .count: count.map { .object(countModel($0)) } ?? .none, .moved: moved, .runs: .list(runs),
    ]
  }

  /// - Parameter lines: whether line ends mean something; in a paragraph they are spaces.
  private func run(_ piece: ShownPiece, lines: Bool) -> Object {
    switch piece {
    case .folded(_, let words):
      return [.template: "changes/folded", .text: .none, .count: .object(countModel(words))]
    case .run(let run):
      let template =
        switch run.kind {
        case .added: "changes/ins"
        case .removed: "changes/del"
        case .kept, .respaced, .movedHere, .movedAway: "changes/same"
        }
      return [.template: .text(template), .text: .text(plain(run.text, lines: lines)), .count: .none]
    }
  }
}

extension String {
  /// Whether a block of Markdown is a table, whose line ends mean something.
  fileprivate var isTable: Bool { hasPrefix("|") || contains("\n|") }
}

/// Markdown as plain words: without the marks of strong text where anything else is left, and with a list's point as one.
private func plain(_ text: String, lines: Bool) -> String {
  if lines { return text }
  var words = text.replacing("\n", with: " ").replacing("**", with: "")
  if words.hasPrefix("- ") { words = "• " + words.dropFirst(2) }
  return words.allSatisfy { $0 == " " } ? text : words
}

/// Several blocks of Markdown as plain words, a line each.
private func plainLines(_ text: String) -> String {
  if text.isTable { return text }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return lines.map { plain(String($0), lines: false) }.joined(separator: "\n")
}

extension ShownPiece {
  fileprivate var text: String {
    switch self {
    case .run(let run): run.text
    case .folded(let text, _): text
    }
  }
}

extension ChangeModels {
  /// Whether a document of the version before is written to another kind than it is now.
  func isUpgrade(_ document: Document) -> Bool {
    after.subject.tool.any(document.id).map { $0.kind.id != document.kind.id } ?? false
  }
}
