package import Typesetting

/// One thing a template can print, test or go through.
///
/// A number is the text it is to be read as. False are: `none`, `flag(false)`, an empty list, an empty text and empty markup.
package enum Value: Sendable {
  case none
  /// Escaped wherever it is printed.
  case text(String)
  /// Printed as it is by `{{{x}}}`, escaped by `{{x}}`.
  case markup(Markup)
  case flag(Bool)
  case list([Object])
  case object(Object)

  /// A whole number in decimal.
  package static func number(_ value: Int) -> Value { .text(String(value)) }

  /// A list of plain texts; each is `{{.}}` inside the section.
  package static func texts(_ texts: [String]) -> Value {
    .list(texts.map { Object(item: .text($0)) })
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral text: String) { self = .text(text) }
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
}

/// A name and its value, side by side in memory.
typealias Entry = (Name, Value)

/// What a template sees at one level: names and values, in the order they were given.
///
/// A short array searched from its start by hash; objects are small, and a walk over neighbours in memory beats a table.
package struct Object: Sendable, ExpressibleByDictionaryLiteral {
  var entries: [Entry]

  package init() { entries = [] }

  /// The caller gives each name once; of two the first would be found.
  package init(dictionaryLiteral elements: (Name, Value)...) { entries = elements }

  /// An item of a list that has no names of its own, or a model that is one value: `{{.}}`.
  package init(item: Value) { entries = [(.item, item)] }

  package var isEmpty: Bool { entries.isEmpty }

  /// Its names, in the order they were given.
  package var names: [Name] { entries.map(\.0) }

  package subscript(name: Name) -> Value? {
    get { entries.first { $0.0 == name }?.1 }
    set {
      let index = entries.firstIndex { $0.0 == name }
      switch (index, newValue) {
      case (let index?, let value?): entries[index].1 = value
      case (let index?, nil): entries.remove(at: index)
      case (nil, let value?): entries.append((name, value))
      case (nil, nil): break
      }
    }
  }

  /// Makes room for so many more names.
  package mutating func reserve(_ more: Int) { entries.reserveCapacity(entries.count + more) }

  /// Adds a name that is not there yet, without looking for it.
  package mutating func add(_ name: Name, _ value: Value) {
    entries.append((name, value))
  }
}
