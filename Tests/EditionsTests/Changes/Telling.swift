import Records

@testable import Editions

extension TextChange {
  /// The runs on one line: `[-removed-]`, `{+added+}`, `<1 moved away 1>`, `>1 moved here 1<`, `~respaced~`.
  var told: String {
    runs.map { run in
      switch run.kind {
      case .kept: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "{+\(run.text)+}"
      case .respaced: "~\(run.was ?? "")~\(run.text)~"
      case .movedAway: "<\(run.move ?? 0) \(run.text) \(run.move ?? 0)>"
      case .movedHere: ">\(run.move ?? 0) \(run.text) \(run.move ?? 0)<"
      }
    }.joined()
  }
}

extension Changes {
  /// One line a change, indented by depth: weight, place, what, and what differs.
  var told: String { list.map { $0.told(0) }.joined() }
}

extension Change {
  fileprivate func told(_ depth: Int) -> String {
    var line = String(repeating: "  ", count: depth)
    if depth == 0 { line += weight.word + " " }
    line += subject.word + " " + [document, field ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
    if let audience = subject.audience { line += " for " + audience }
    if let former { line += " (was \(former))" }
    line += " '\(label)' " + action.rawValue
    switch detail {
    case .none where parts.isEmpty:
      line += ": \(before?.short ?? "-") → \(after?.short ?? "-")"
    case .none: break
    case .words(let words): line += ": " + words.told
    case .number(let number): line += ": \(number.before.text) → \(number.after.text) \(number.direction) \(number.by)"
    case .list(let list): line += ": added \(list.added) removed \(list.removed) kept \(list.kept.count)"
    case .figure(let figure): line += ": " + figure.told
    }
    if let reason { line += " because \(reason)" }
    return line + "\n" + parts.map { $0.told(depth + 1) }.joined()
  }
}

extension Answer {
  fileprivate var short: String { state == .given ? text : "{\(state.word)}\(text)" }
}

extension FigureChange {
  fileprivate var told: String {
    func side(_ side: FigureSide?) -> String {
      guard let side else { return "-" }
      if let held = side.held { return ([held.word] + held.reasons.map(\.text)).joined(separator: ": ") }
      return [side.value?.text, side.verdict?.rawValue].compactMap { $0 }.joined(separator: " ")
    }
    return [
      side(before), "→", side(after), tendency?.rawValue, value?.by, turnsVerdict ? "turned" : nil,
    ].compactMap { $0 }.joined(separator: " ")
  }
}

/// Numbers that look random and are the same in each run.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
