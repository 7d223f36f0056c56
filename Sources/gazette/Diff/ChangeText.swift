import Editions
import Findings
import Records

/// What differs between two versions as a terminal shows it: what matters most first, a document at a time.
struct ChangeText {
  let changes: Changes
  let vocabulary: Vocabulary
  let width: Int
  let colour: Bool

  private static let indent = 2

  init(_ changes: Changes, with vocabulary: Vocabulary, width: Int, colour: Bool) {
    self.changes = changes
    self.vocabulary = vocabulary
    self.width = max(40, width)
    self.colour = colour
  }

  var text: String {
    guard !changes.list.isEmpty else { return "Nothing differs that readers are told.\n" }
    var text = tally + "\n"
    var order: [String] = []
    for change in changes.list where !order.contains(change.document) { order.append(change.document) }
    for document in order {
      let own = changes.list.filter { $0.document == document }
      text += "\n" + heading(own[0]) + own.map { entry($0) }.joined(separator: "\n")
    }
    return text
  }

  private var tally: String {
    var (changed, added, removed) = (0, 0, 0)
    for change in changes.list {
      switch change.action {
      case .added: added += 1
      case .removed: removed += 1
      case .redacted: break
      case .changed, .restated, .reordered, .respaced: changed += 1
      }
    }
    var parts = changed > 0 ? ["\(changed) changed"] : []
    if added > 0 { parts.append("\(added) added") }
    if removed > 0 { parts.append("\(removed) removed") }
    return (parts + ["\(changes.unchanged) unchanged"]).joined(separator: ", ")
  }

  private func heading(_ change: Change) -> String {
    line { $0.add(name(change), .bold) }
  }

  private func name(_ change: Change) -> String {
    change.document.isEmpty ? "Files" : change.role == .record ? "Record" : change.title
  }

  // MARK: one change

  private func entry(_ change: Change) -> String {
    let name = line(ChangeText.indent) { inked in
      inked.add((change.ref.map { $0 + " " } ?? "") + label(change), .bold)
      inked.add(" (" + word(change) + ")", .faint)
    }
    return name + body(change, indent: 2 * ChangeText.indent)
  }

  private func label(_ change: Change) -> String {
    let audience = change.subject.audience.map { id in
      vocabulary.audiences.first { $0.id == id }?.label ?? id
    }
    switch change.subject {
    case .intro: return "Opening for " + (audience ?? "")
    case .telling: return change.label + ", told for " + (audience ?? "")
    case .document: return "The document itself"
    case .kind: return "Written to"
    case .field, .item, .attachment: return change.label
    }
  }

  private func word(_ change: Change) -> String {
    switch change.action {
    case .added: "added"
    case .removed: "removed"
    case .changed: "changed"
    case .restated: "answered differently"
    case .reordered: "in another order"
    case .respaced: "only spaces differ"
    case .redacted: "removed after publication"
    }
  }

  private func body(_ change: Change, indent: Int) -> String {
    if change.subject == .document || change.action == .redacted { return reason(change, indent) }
    var text = ""
    switch change.detail {
    case .words(let words): text = prose(words, indent)
    case .number(let number): text = line(indent) { $0.add(ChangeText.told(number)) }
    case .list(let list): text = items(list, indent)
    case .figure(let figure): text = told(figure, change, indent)
    case .none:
      if !change.parts.isEmpty, change.action != .restated {
        text = change.parts.map { part($0, indent: indent) }.joined()
      } else if change.action != .reordered, change.action != .respaced {
        text = answers(change, indent)
      }
    }
    return text + reason(change, indent)
  }

  private func reason(_ change: Change, _ indent: Int) -> String {
    change.reason.map { reason in line(indent) { $0.add("The newer standard has no place for it: " + reason, .faint) } } ?? ""
  }

  private func part(_ change: Change, indent: Int) -> String {
    if case .figure(let figure) = change.detail { return told(figure, change, indent) }
    let name = line(indent) { inked in
      inked.add(change.label)
      inked.add(" (" + word(change) + ")", .faint)
    }
    let inner = change.subject == .item ? change.parts : []
    if !inner.isEmpty {
      return name + inner.map { part($0, indent: indent + ChangeText.indent) }.joined()
    }
    return name + body(change, indent: indent + ChangeText.indent)
  }

  private func answers(_ change: Change, _ indent: Int) -> String {
    var text = ""
    let paragraphs: (Answer?) -> [String] = { answer in
      answer.map { ChangeText.spelled($0).split(separator: "\n\n").map(String.init) } ?? []
    }
    let (before, after) = (paragraphs(change.before), paragraphs(change.after))
    if let one = before.first, let other = after.first, before.count + after.count == 2,
      cellsWide(one) + cellsWide(other) + indent + 8 <= width
    {
      return line(indent) { inked in
        inked.add(one, .gone)
        inked.add(other, .come)
      }
    }
    for (parts, ink) in [(before, InkedText.Ink.gone), (after, .come)] {
      for part in parts { text += line(indent) { $0.add(part, ink) } }
    }
    return text
  }

  /// An answer in words: what is said, or why nothing is.
  static func spelled(_ answer: Answer) -> String {
    guard answer.state != .given else { return answer.text }
    let name = answer.state.word.replacing("_", with: " ")
    return answer.text.isEmpty ? name : name + ": " + answer.text
  }

  // MARK: lines

  func line(_ indent: Int = 0, _ write: (inout InkedText) -> Void) -> String {
    var inked = InkedText(colour: colour)
    write(&inked)
    return inked.lines(width: width, indent: indent)
  }
}
