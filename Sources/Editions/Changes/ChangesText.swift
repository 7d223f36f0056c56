package import Bytes
import Records

/// Changes as JSON: what differs for people to read, and the patch that makes the one canonical form the other.
///
/// - Parameters from, to: what the versions are called, such as `3` or `draft`; nothing where there is none.
package func write(
  _ changes: Changes, from: String?, to: String?, into writer: inout JSONWriter
) {
  writer.object { writer in
    writer.member("tool", changes.tool)
    writer.optional("from", from)
    writer.optional("to", to)
    writer.optional("happening", changes.happening?.rawValue)
    writer.member("unchanged", changes.unchanged)
    writer.key("changes")
    writer.array { writer in for change in changes.list { write(change, &writer) } }
    writer.key("patch")
    changes.patch.write(to: &writer)
  }
}

private func write(_ change: Change, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.member("subject", change.subject.word)
    writer.member("action", change.action.rawValue)
    if !change.document.isEmpty { writer.member("document", change.document) }
    writer.given("audience", change.subject.audience)
    writer.given("field", change.field)
    writer.given("former", change.former)
    writer.given("ref", change.ref)
    writer.member("label", change.label)
    writer.member("weight", change.weight.word)
    writer.given("reason", change.reason)
    writer.key("before")
    write(change.before, &writer)
    writer.key("after")
    write(change.after, &writer)
    write(change.detail, &writer)
    guard !change.parts.isEmpty else { return }
    writer.key("parts")
    writer.array { writer in for part in change.parts { write(part, &writer) } }
  }
}

private func write(_ answer: Answer?, _ writer: inout JSONWriter) {
  guard let answer else { return writer.null() }
  writer.object { writer in
    writer.member("state", answer.state.word)
    guard answer.state != .given else { return writer.member("text", answer.text) }
    for (name, text) in answer.state.reasons { writer.member(name, text) }
  }
}

private func write(_ detail: Change.Detail, _ writer: inout JSONWriter) {
  switch detail {
  case .none: break
  case .words(let words):
    writer.key("words")
    writer.array { writer in for run in words.runs { write(run, &writer) } }
  case .number(let number):
    writer.key("number")
    write(number, &writer)
  case .list(let list):
    writer.key("list")
    writer.object { writer in
      writer.texts("added", list.added)
      writer.texts("removed", list.removed)
      writer.texts("kept", list.kept)
    }
  case .figure(let figure):
    writer.key("figure")
    write(figure, &writer)
  }
}

private func write(_ run: Run, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.member(run.kind.rawValue, run.text)
    writer.given("was", run.was)
    if let move = run.move { writer.member("move", move) }
  }
}

private func write(_ number: NumberChange, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.member("before", number.before.text)
    writer.member("after", number.after.text)
    writer.member("direction", number.direction.rawValue)
    writer.member("by", number.by)
  }
}

private func write(_ figure: FigureChange, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.member("metric", figure.metric)
    writer.given("group", figure.group)
    for (name, side) in [("before", figure.before), ("after", figure.after)] {
      writer.key(name)
      guard let side else {
        writer.null()
        continue
      }
      writer.object { writer in
        writer.given("value", side.value?.text)
        writer.given("low", side.low?.text)
        writer.given("high", side.high?.text)
        writer.given("n", side.count?.text)
        writer.given("threshold", side.threshold?.text)
        writer.given("verdict", side.verdict?.rawValue)
        guard let held = side.held else { return }
        writer.flag("held", true)
        writer.member("state", held.word)
        for (name, text) in held.reasons { writer.member(name, text) }
      }
    }
    for (name, number) in [("value", figure.value), ("threshold", figure.threshold)] {
      guard let number, number.direction != .same else { continue }
      writer.key(name)
      write(number, &writer)
    }
    writer.given("tendency", figure.tendency?.rawValue)
  }
}

extension Change.Subject {
  package var word: String {
    switch self {
    case .document: "document"
    case .kind: "kind"
    case .field: "field"
    case .item: "item"
    case .telling: "telling"
    case .intro: "intro"
    case .attachment: "attachment"
    }
  }

  /// The audience that a telling or an introduction is for, by its id.
  package var audience: String? {
    switch self {
    case .telling(let audience), .intro(let audience): audience
    case .document, .kind, .field, .item, .attachment: nil
    }
  }
}

extension Weight {
  package var word: String {
    switch self {
    case .foremost: "foremost"
    case .notable: "notable"
    case .ordinary: "ordinary"
    case .housekeeping: "housekeeping"
    }
  }
}

extension JSONWriter {
  fileprivate mutating func given(_ name: String, _ text: String?) {
    if let text { member(name, text) }
  }

  fileprivate mutating func optional(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { null() }
  }

  fileprivate mutating func flag(_ name: String, _ value: Bool) {
    key(name)
    flag(value)
  }

  fileprivate mutating func texts(_ name: String, _ texts: [String]) {
    key(name)
    array { writer in for text in texts { writer.string(text) } }
  }
}
