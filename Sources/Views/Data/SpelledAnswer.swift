import Bytes
import Editions
import Reading
import Records

/// Spells the answers of one document, each on one line.
struct AnswerSpeller {
  private let told: ToldDocument

  init(_ document: Document) { told = ToldDocument(document) }

  /// `{"state":"given","value":…}`, with what single audiences are told under `for`.
  func answer(_ value: Value, _ field: Field) -> [UInt8] {
    var members: [(String, Datum)] = []
    for (name, text) in value.state.reasons { members.append((name, .text(text))) }
    if !value.tellings.isEmpty { members.append(("for", .raw(tellings(value.tellings)))) }
    var state = value.state
    if state == .missing, !told.document.asks(field) { state = .notAsked }
    members.append(("state", .text(state.word)))
    if let content = datum(value.content, field) { members.append(("value", content)) }
    return spelledObject(members.sorted { $0.0.precedesByBytes($1.0) })
  }

  /// What audiences are told, by audience.
  func tellings(_ tellings: [AudienceTelling]) -> [UInt8] {
    spelledObject(
      tellings.sorted { $0.audience.precedesByBytes($1.audience) }.map {
        ($0.audience, .text(told.markdown($0.passage)))
      })
  }

  private func datum(_ content: Content, _ field: Field) -> Datum? {
    switch content {
    case .none: nil
    case .text(let text): .text(text)
    case .prose(let passage): .text(told.markdown(passage))
    case .day(let day): .text(day.text)
    case .number(let number): .number(jsonNumber(number))
    case .list(let list): .texts(list.map(\.text))
    case .contact(let lines):
      .raw(spelledObject(lines.sorted { $0.way.precedesByBytes($1.way) }.map { ($0.way, .text($0.text)) }))
    case .group(let items): .raw(group(items, field))
    }
  }

  private func group(_ items: [Item], _ field: Field) -> [UInt8] {
    let parts = field.fields.indices.sorted { field.fields[$0].id.precedesByBytes(field.fields[$1].id) }
    var writer = JSONWriter(pretty: false)
    writer.array { writer in
      for item in items {
        writer.object { writer in
          for part in parts where item.values[part].state != .missing {
            writer.key(field.fields[part].id)
            writer.spelled(answer(item.values[part], field.fields[part]))
          }
        }
      }
    }
    return writer.bytes
  }
}

/// A number as it was typed, without the leading zeros that JSON does not take.
func jsonNumber(_ number: Number) -> String {
  var digits = Substring(number.text)
  let isNegative = digits.hasPrefix("-")
  if isNegative { digits.removeFirst() }
  while digits.hasPrefix("0"), digits.dropFirst().first?.isNumber == true { digits.removeFirst() }
  return (isNegative ? "-" : "") + digits
}
