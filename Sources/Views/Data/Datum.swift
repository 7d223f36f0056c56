import Bytes

/// A small value on its way into data. Objects are written with their members as given.
enum Datum: Sendable {
  case text(String)
  /// In a spelling that JSON takes.
  case number(String)
  case flag(Bool)
  case list([Datum])
  case object([(String, Datum)])
  /// Spelled already.
  case raw([UInt8])
  case null

  static func texts(_ texts: [String]) -> Datum { .list(texts.map { .text($0) }) }

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// The value on one line.
  var spelled: [UInt8] {
    var writer = JSONWriter(pretty: false)
    writer.write(self)
    return writer.bytes
  }
}

extension Datum: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral flag: Bool) { self = .flag(flag) }
  init(integerLiteral number: Int) { self = .number(String(number)) }
  init(arrayLiteral elements: Datum...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Datum)...) { self = .object(elements) }
}

extension JSONWriter {
  mutating func write(_ datum: Datum) {
    switch datum {
    case .text(let text): string(text)
    case .number(let text): number(text)
    case .flag(let flag): self.flag(flag)
    case .list(let list): array { writer in for value in list { writer.write(value) } }
    case .object(let members):
      object { writer in
        for (name, value) in members {
          writer.key(name)
          writer.write(value)
        }
      }
    case .raw(let json): spelled(json)
    case .null: null()
    }
  }

  /// A member whose value stands on one line.
  mutating func line(_ name: String, _ datum: Datum) {
    key(name)
    onOneLine { $0.write(datum) }
  }

  mutating func optional(_ number: Int?) {
    if let number { self.number(number) } else { null() }
  }
}

/// An object on one line.
func spelledObject(_ members: [(String, Datum)]) -> [UInt8] { Datum.object(members).spelled }

/// Several texts on one line.
func spelledTexts(_ texts: [String]) -> [UInt8] { Datum.texts(texts).spelled }
