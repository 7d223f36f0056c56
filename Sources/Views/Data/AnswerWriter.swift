import Bytes
import Editions
import Reading
import Records

/// Writes the answers of one document.
struct AnswerWriter {
  private let told: ToldDocument

  init(_ document: Document) { told = ToldDocument(document) }

  /// `{"state":"given","value":…}`, with what single audiences are told under `for`. Names are sorted.
  func write(_ value: Value, _ field: Field, to writer: inout JSONWriter) {
    writer.object { writer in
      let reasons = value.state.reasons
      for (name, text) in reasons where name < "for" { writer.member(name, text) }
      if !value.tellings.isEmpty {
        writer.key("for")
        write(value.tellings, to: &writer)
      }
      for (name, text) in reasons where name > "for" { writer.member(name, text) }
      let isAsked = !value.isMissing || told.document.asks(field)
      writer.key("state" as StaticString)
      writer.string(isAsked ? value.state.word : State.notAsked.word)
      write(value.content, field, to: &writer)
    }
  }

  /// What audiences are told, by audience.
  func write(_ tellings: [AudienceTelling], to writer: inout JSONWriter) {
    writer.object { writer in
      for telling in tellings.sorted(by: { $0.audience.precedesByBytes($1.audience) }) {
        writer.member(telling.audience, told.markdown(telling.passage))
      }
    }
  }

  private func write(_ content: Content, _ field: Field, to writer: inout JSONWriter) {
    if case .none = content { return }
    writer.key("value" as StaticString)
    switch content {
    case .none: break
    case .text(let text): writer.string(text)
    case .prose(let passage): writer.string(told.markdown(passage))
    case .day(let day): writer.string(day.text)
    case .number(let number): writer.number(jsonNumber(number))
    case .list(let list): writer.array { writer in for scalar in list { writer.string(scalar.text) } }
    case .contact(let lines):
      writer.object { writer in
        for line in lines.sorted(by: { $0.way.precedesByBytes($1.way) }) { writer.member(line.way, line.text) }
      }
    case .group(let items): writer.array { writer in for item in items { write(item, field, to: &writer) } }
    }
  }

  private func write(_ item: Item, _ field: Field, to writer: inout JSONWriter) {
    writer.object { writer in
      for part in field.order where !item.values[part].isMissing {
        writer.key(field.fields[part].id)
        write(item.values[part], field.fields[part], to: &writer)
      }
    }
  }
}

/// A number as it was typed, without the leading zeros that JSON does not take.
func jsonNumber(_ number: Number) -> String {
  let zero = UInt8(ascii: "0")
  var text = number.text
  let isPlain = text.withUTF8 { digits in
    let start = digits.first == UInt8(ascii: "-") ? 1 : 0
    return digits.count < start + 2 || digits[start] != zero || digits[start + 1] == UInt8(ascii: ".")
  }
  if isPlain { return text }
  var digits = text.utf8[...]
  let isNegative = digits.first == UInt8(ascii: "-")
  if isNegative { digits.removeFirst() }
  while digits.first == zero, let next = digits.dropFirst().first, next != UInt8(ascii: ".") { digits.removeFirst() }
  return (isNegative ? "-" : "") + Substring(digits)
}
