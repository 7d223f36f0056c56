import Editions
import Findings
import Records

/// The words, lists and figures of a change in lines.
extension ChangeText {
  func prose(_ words: TextChange, _ indent: Int) -> String {
    words.shownBlocks().map { pieces in
      let isTable = pieces.contains { piece in
        if case .run(let run) = piece { return run.text.hasPrefix("|") }
        return false
      }
      guard isTable else { return line(indent) { inked in for piece in pieces { add(piece, to: &inked) } } }
      return rows(pieces).map { row in
        line(indent) { inked in for piece in row { add(piece, to: &inked) } }
      }.joined()
    }.joined()
  }

  /// The pieces of a table, a row at a time.
  private func rows(_ pieces: [ShownPiece]) -> [[ShownPiece]] {
    var rows: [[ShownPiece]] = [[]]
    for piece in pieces {
      guard case .run(let run) = piece else {
        rows[rows.count - 1].append(piece)
        continue
      }
      for (number, part) in run.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if number > 0 { rows.append([]) }
        if !part.isEmpty { rows[rows.count - 1].append(.run(Run(run.kind, String(part), move: run.move))) }
      }
    }
    return rows.filter { !$0.isEmpty }
  }

  private func add(_ piece: ShownPiece, to inked: inout InkedText) {
    switch piece {
    case .folded(_, let words): inked.add(" [… \(counted(words, "word")) unchanged …] ", .faint)
    case .run(let run):
      switch run.kind {
      case .added: inked.add(run.text, .come)
      case .removed: inked.add(run.text, .gone)
      case .kept, .respaced: inked.add(run.text)
      case .movedHere:
        inked.add("(moved here) ", .faint)
        inked.add(run.text)
      case .movedAway:
        inked.add("(moved from here) ", .faint)
        inked.add(run.text, .faint)
      }
    }
  }

  func items(_ list: ListChange, _ indent: Int) -> String {
    var text = ""
    for item in list.added { text += line(indent) { $0.add(item, .come) } }
    for item in list.removed { text += line(indent) { $0.add(item, .gone) } }
    guard !list.kept.isEmpty else { return text }
    let others = list.kept.count == 1 ? "1 other stays" : "\(list.kept.count) others stay"
    return text + line(indent) { $0.add(others, .faint) }
  }

  /// `0.78 → 0.81 (up 0.03)`.
  static func told(_ number: NumberChange) -> String {
    let move = number.direction == .same ? "the same amount" : "\(number.direction.rawValue) \(number.by)"
    return "\(number.before.text) → \(number.after.text) (\(move))"
  }

  func told(_ figure: FigureChange, _ change: Change, _ indent: Int) -> String {
    var text = line(indent) { inked in
      inked.add(figure.label + ": ")
      if figure.before == nil { inked.add(value(figure.after), .come) }
      if figure.after == nil { inked.add(value(figure.before), .gone) }
      guard figure.before != nil, figure.after != nil else { return }
      inked.add(ChangeText.moved(figure, value(figure.before), value(figure.after)))
    }
    if let threshold = figure.threshold, threshold.direction != .same {
      text += line(indent + 2) { $0.add("Threshold: " + ChangeText.told(threshold)) }
    }
    if figure.turnsVerdict, let before = figure.before?.verdict, let after = figure.after?.verdict {
      text += line(indent + 2) { $0.add("Threshold \(ChangeText.word(before)) → \(ChangeText.word(after))") }
    }
    let told: Set<String> = ["value", "threshold"]
    for part in change.action == .changed ? change.parts : [] {
      if told.contains(part.field.map { String($0.drop { $0 != "." }.dropFirst()) } ?? "") { continue }
      text += line(indent + 2) { inked in
        inked.add(part.label + ": ")
        if let before = part.before { inked.add(ChangeText.spelled(before), .gone) }
        if let after = part.after { inked.add(ChangeText.spelled(after), .come) }
      }
    }
    return text
  }

  private static func moved(_ figure: FigureChange, _ before: String, _ after: String) -> String {
    guard let number = figure.value else { return "\(before) → \(after)" }
    let tendency = figure.tendency.map { $0 == .same ? "" : ", \($0.rawValue)" } ?? ""
    return number.direction == .same
      ? "\(after), as before" : "\(before) → \(after) (\(number.direction.rawValue) \(number.by)\(tendency))"
  }

  private static func word(_ verdict: Outcome.Verdict) -> String {
    switch verdict {
    case .met: "met"
    case .missed: "not met"
    case .unclear: "unclear"
    }
  }

  private func value(_ side: FigureSide?) -> String {
    guard let side else { return "" }
    if let value = side.value { return value.text }
    guard let held = side.held else { return "no figure" }
    if held.isForSmallNumbers { return "not shown (small numbers)" }
    return ([held.word.replacing("_", with: " ")] + held.reasons.map(\.text)).joined(separator: ": ")
  }
}
