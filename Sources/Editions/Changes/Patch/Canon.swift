package import Bytes

/// A value in canonical form: texts, whole numbers, lists and maps, and one spelling as JSON.
///
/// Maps are sorted by the bytes of their names, each once. Two values are equal when their spellings are, byte by byte.
package indirect enum Canon: Sendable, Hashable {
  case text(String)
  case number(Int)
  case list([Canon])
  case map([Member])

  package struct Member: Sendable, Hashable {
    package let name: String
    package var value: Canon

    package init(name: String, value: Canon) {
      self.name = name
      self.value = value
    }

    package static func == (one: Member, other: Member) -> Bool {
      one.name.equalsByBytes(other.name) && one.value == other.value
    }
  }

  package static let empty = Canon.map([])

  /// A map of these members in canonical order; of two with one name the first counts.
  package static func map(of members: [(String, Canon)]) -> Canon {
    var result: [Member] = []
    for (name, value) in members.enumerated().sorted(by: Canon.inOrder).map(\.element) {
      if let last = result.last, last.name.equalsByBytes(name) { continue }
      result.append(Member(name: name, value: value))
    }
    return .map(result)
  }

  private static func inOrder(
    _ one: (offset: Int, element: (String, Canon)), _ other: (offset: Int, element: (String, Canon))
  ) -> Bool {
    if one.element.0.equalsByBytes(other.element.0) { return one.offset < other.offset }
    return one.element.0.precedesByBytes(other.element.0)
  }

  package static func == (one: Canon, other: Canon) -> Bool {
    switch (one, other) {
    case (.text(let left), .text(let right)): left.equalsByBytes(right)
    case (.number(let left), .number(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    case (.map(let left), .map(let right)): left == right
    default: false
    }
  }

  package func hash(into hasher: inout Hasher) {
    switch self {
    case .text(let text): for byte in text.utf8 { hasher.combine(byte) }
    case .number(let number): hasher.combine(number)
    case .list(let list): hasher.combine(list)
    case .map(let members): hasher.combine(members)
    }
  }

  package func write(to writer: inout JSONWriter) {
    switch self {
    case .text(let text): writer.string(text)
    case .number(let number): writer.number(number)
    case .list(let list): writer.array { for value in list { value.write(to: &$0) } }
    case .map(let members):
      writer.object { writer in
        for member in members {
          writer.key(member.name)
          member.value.write(to: &writer)
        }
      }
    }
  }

  /// The one spelling, as JSON with sorted names.
  package func spelled(pretty: Bool = true) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    write(to: &writer)
    return writer.finish()
  }

  package subscript(_ name: String) -> Canon? {
    guard case .map(let members) = self else { return nil }
    return members.first { $0.name.equalsByBytes(name) }?.value
  }
}

extension Canon.Member {
  package func hash(into hasher: inout Hasher) {
    for byte in name.utf8 { hasher.combine(byte) }
    hasher.combine(value)
  }
}
