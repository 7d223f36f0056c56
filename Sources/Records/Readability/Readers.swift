/// Who reads a text together, and what their measures ask of it; perhaps nobody.
final class Readers: Sendable {
  let audiences: [Audience]
  /// The strictest of their limits, in words.
  let longestSentence: Int?
  /// Whether anybody's measure asks for sentences.
  let isMeasured: Bool

  init(_ audiences: [Audience]) {
    self.audiences = audiences
    longestSentence = audiences.lazy.compactMap(\.longestSentence).min()
    isMeasured = audiences.contains { $0.longestSentence != nil || $0.readingAge != nil }
  }

  /// Those of them who are told nothing of their own.
  func but(_ tellings: [AudienceTelling]) -> Readers {
    if tellings.isEmpty { return self }
    return Readers(audiences.filter { audience in !tellings.contains { $0.audience == audience.id } })
  }
}

/// Who reads each answer, worked out once for all tools: there are many texts and few sets of readers.
struct KnownReaders: Sendable {
  private let audiences: [Audience]
  /// Of the fields of the register's kinds and of the parts of groups, which live as long as their kinds do.
  private let ofFields: [ObjectIdentifier: Readers]
  private let ofAudiences: [String: Readers]

  init(_ kinds: [Kind], _ audiences: [Audience]) {
    self.audiences = audiences
    var same: [[String]: Readers] = [:]
    var ofFields: [ObjectIdentifier: Readers] = [:]
    for field in kinds.lazy.flatMap(\.fields).flatMap({ [$0] + $0.fields }) {
      let readers = same[field.audiences] ?? Readers(of: field, among: audiences)
      same[field.audiences] = readers
      ofFields[ObjectIdentifier(field)] = readers
    }
    self.ofFields = ofFields
    ofAudiences = Dictionary(audiences.map { ($0.id, Readers([$0])) }, uniquingKeysWith: { first, _ in first })
  }

  func of(_ field: Field) -> Readers { ofFields[ObjectIdentifier(field)] ?? Readers(of: field, among: audiences) }

  /// Nothing where the register has no such audience.
  func of(_ audience: String) -> Readers? { ofAudiences[audience] }
}

extension Readers {
  fileprivate convenience init(of field: Field, among audiences: [Audience]) {
    self.init(audiences.filter { field.isRead(by: $0.id) })
  }
}
