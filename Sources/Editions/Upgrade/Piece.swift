import Records

/// One answer of a document that has a place of its own: a field, a part of one item, or what one audience is told.
struct Piece: Hashable, Sendable {
  var field: Int
  var item: Int?
  var part: Int?
  var audience: String?

  init(_ field: Int, item: Int? = nil, part: Int? = nil, audience: String? = nil) {
    self.field = field
    self.item = item
    self.part = part
    self.audience = audience
  }
}

extension ToldDocument {
  /// Everything the document says, in the order of its kind.
  var pieces: [Piece] {
    var result: [Piece] = []
    for index in document.kind.fields.indices {
      let told = told(index)
      if told.items.isEmpty {
        if !told.isBlank { result.append(Piece(index)) }
      } else {
        for (item, parts) in told.items.enumerated() {
          for (part, answer) in parts.enumerated() where !answer.isBlank {
            result.append(Piece(index, item: item, part: part))
          }
        }
      }
      result += told.tellings.map { Piece(index, audience: $0.audience) }
    }
    return result
  }

  func told(_ piece: Piece) -> Told {
    let told = told(piece.field)
    guard let item = piece.item, let part = piece.part else { return told }
    return told.items[item][part]
  }
}
