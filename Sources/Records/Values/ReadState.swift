import Bytes
import Findings
import Reading

/// The words by which a map says that a value is not given.
let stateWords = ["not_applicable", "withheld", "unknown", "not_measured", "see"]

/// The word that somebody meant who wrote it with spaces, hyphens or capitals, or without a space after its colon.
func stateWord(_ text: String) -> String? {
  let word = text.prefix { $0 != ":" }.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }
  return stateWords.first { $0.elementsEqual(word) }
}

/// What people write where they have no answer, in small letters.
private let emptyAnswers: Set<String> = [
  "n/a", "n/a.", "n.a.", "tbc", "tbd", "tba", "to be confirmed", "to be decided", "null", "~", "-", "–", "—", "?", "...", "…",
]

extension ValueReader {
  /// Says where a text is only a sign that there is none.
  mutating func checkAnswer(_ text: String, _ span: Span, _ field: Field) {
    guard text.utf8.count <= 15, let first = text.utf8.first, first >= 0x80 || isOne(lowered(first), of: "nt~-?.") else { return }
    if emptyAnswers.contains(text.lowercased()) {
      add("field.no-answer", span, ["field": field.id, "value": text])
    }
  }

  /// The state that a map such as `{withheld: commercial, because: …}` says; nothing where the node is an ordinary value.
  mutating func state(_ node: Node, _ field: Field) -> State? {
    guard case .map(let entries) = node.content else { return nil }
    guard let said = entries.first(where: { stateWords.contains($0.key.text) }) else {
      guard !field.type.hasParts, field.type != .contact, let first = entries.first, let meant = stateWord(first.key.text)
      else { return nil }
      add("state.word", first.key.span, ["field": field.id, "key": first.key.text, "near": meant])
      return .missing
    }
    guard case .scalar(let scalar) = said.value.content else {
      add("state.reason", said.value.span, ["field": field.id, "state": said.key.text])
      return .missing
    }
    let allowed = said.key.text == "withheld" ? ["withheld", "because"] : [said.key.text]
    for entry in entries where !allowed.contains(entry.key.text) {
      if entry.key.text.holds(0x20), scalar.style == .plain {
        let facts = ["state": said.key.text, "key": entry.key.text, "reason": scalar.text + ", " + entry.key.text]
        add("state.comma", entry.key.span, facts)
      } else {
        add("state.mixed", entry.key.span, ["field": field.id, "key": entry.key.text])
      }
    }
    let reason = MapReader.unfolded(scalar.text)
    if reason.isEmpty {
      add("state.reason", said.key.span, ["field": field.id, "state": said.key.text])
    }
    switch said.key.text {
    case "not_applicable": return .notApplicable(reason)
    case "unknown": return .unknown(reason)
    case "not_measured": return .notMeasured(reason)
    case "see": return .see(reason)
    default: return withheld(reason, scalar.span, entries, field)
    }
  }

  private mutating func withheld(
    _ ground: String, _ span: Span, _ entries: [Entry], _ field: Field
  ) -> State {
    if let grounds, !grounds.contains(ground), !ground.isEmpty {
      var facts = ["field": field.id, "ground": ground, "grounds": grounds.joined(separator: ", ")]
      facts["near"] = nearest(ground, among: grounds)
      add("state.ground", span, facts)
    }
    var because = ""
    if let entry = entries.first(where: { $0.key.text == "because" }),
      case .scalar(let scalar) = entry.value.content
    {
      because = MapReader.unfolded(scalar.text)
    }
    if because.isEmpty { add("state.because", span, ["field": field.id]) }
    return .withheld(ground: ground, because: because)
  }
}
