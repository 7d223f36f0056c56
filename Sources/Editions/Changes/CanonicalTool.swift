import Bytes
package import Records

/// A tool's documents in canonical form: what each says, field by field, whatever the order and the style it was written in.
///
/// ```
/// {"tool": "early-help-finder",
///  "documents": {"record": {"kind": "atrs-4.0", "fields": {"description": {"value": "…", "for": {"public": "…"}}}, "intros": {}}},
///  "attachments": {"plan.pdf": {"size": 120, "sha256": "…"}}}
/// ```
/// A field that says nothing is left out; one that is not given has `state` and the reason in place of `value`. All values are texts
/// as they were typed, prose is Markdown. No tool is the empty map.
package func canonical(_ tool: Tool?) -> Canon {
  guard let tool else { return .empty }
  return .map(of: [
    ("tool", .text(tool.id)),
    ("documents", .map(of: tool.all.map { ($0.id, canonical($0)) })),
    ("attachments", .map(of: tool.attachments.map { ($0.name, canonical($0)) })),
  ])
}

package func canonical(_ document: Document) -> Canon {
  let told = ToldDocument(document)
  let fields = document.kind.fields.indices.compactMap { index -> (String, Canon)? in
    let field = document.kind.fields[index]
    return canonical(told.told(index), field).map { (field.id, $0) }
  }
  return .map(of: [
    ("kind", .text(document.kind.id)), ("fields", .map(of: fields)),
    ("intros", texts(told.tellings(document.intros))),
  ])
}

private func canonical(_ attachment: Attachment) -> Canon {
  var members: [(String, Canon)] = [("size", .number(attachment.size))]
  if let digest = attachment.digest { members.append(("sha256", .text(digest))) }
  return .map(of: members)
}

/// One answer; nothing where nothing was written.
func canonical(_ told: Told, _ field: Field) -> Canon? {
  var members: [(String, Canon)] = []
  switch told.state {
  case .missing, .notAsked: break
  case .given:
    if let value = value(told.body, field) {
      members.append(("value", value))
    } else {
      members.append(("state", .text("unreadable")))
    }
  default:
    members.append(("state", .text(told.state.word)))
    for (name, text) in told.state.reasons { members.append((name, .text(text))) }
  }
  if !told.tellings.isEmpty { members.append(("for", texts(told.tellings))) }
  return members.isEmpty ? nil : .map(of: members)
}

private func value(_ body: Told.Body, _ field: Field) -> Canon? {
  switch body {
  case .none: nil
  case .line(let text), .prose(let text), .day(let text): .text(text)
  case .number(let number): .text(number.text)
  case .list(let list): .list(list.map(Canon.text))
  case .contact(let lines): .map(of: lines.map { ($0.way, .text($0.text)) })
  case .group(let items):
    .list(
      items.map { item in
        .map(
          of: zip(field.fields, item).compactMap { part, told in
            canonical(told, part).map { (part.id, $0) }
          })
      })
  }
}

private func texts(_ tellings: [(audience: String, text: String)]) -> Canon {
  .map(of: tellings.map { ($0.audience, .text($0.text)) })
}

extension State {
  /// The state's name, as writers put it in front matter.
  package var word: String {
    switch self {
    case .given: "given"
    case .notApplicable: "not_applicable"
    case .withheld: "withheld"
    case .unknown: "unknown"
    case .notMeasured: "not_measured"
    case .see: "see"
    case .missing: "missing"
    case .notAsked: "not_asked"
    }
  }

  /// What is said with a state, by name.
  package var reasons: [(name: String, text: String)] {
    switch self {
    case .given, .missing, .notAsked: []
    case .notApplicable(let why), .unknown(let why), .notMeasured(let why): [("because", why)]
    case .withheld(let ground, let because): [("ground", ground), ("because", because)]
    case .see(let document): [("document", document)]
    }
  }
}

extension Outcome.Held {
  /// What data calls it: the state of a value, or `suppressed` where too few people were counted.
  package var word: String {
    switch self {
    case .smallNumbers, .protected: "suppressed"
    case .because: "withheld"
    case .state(let state): state.word
    }
  }

  /// What is said with it, by name, as with a state.
  package var reasons: [(name: String, text: String)] {
    switch self {
    case .smallNumbers(let limit): [("because", "Fewer than \(limit)")]
    case .protected: [("because", "Small numbers")]
    case .because(let why): [("because", why)]
    case .state(let state): state.reasons
    }
  }
}
