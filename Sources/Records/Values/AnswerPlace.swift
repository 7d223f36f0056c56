/// A field that certain answers stand in, by its place in its kind: the answer itself, or some parts of each of its items.
///
/// A kind knows where the few answers are that a check asks about, so that no check walks all of them.
struct AnswerPlace: Sendable {
  let field: Int
  /// Whether the field is meant itself.
  let itself: Bool
  let parts: [Int]

  /// The places of all fields and parts for which something holds.
  static func all(in fields: [Field], where wanted: (Field) -> Bool) -> [AnswerPlace] {
    fields.enumerated().compactMap { position, field in
      let parts = field.type.hasParts ? field.fields.indices.filter { wanted(field.fields[$0]) } : []
      let itself = wanted(field)
      return itself || !parts.isEmpty ? AnswerPlace(field: position, itself: itself, parts: parts) : nil
    }
  }
}

extension Document {
  /// Calls for each answer at some places, item by item.
  func eachValue(at places: [AnswerPlace], _ body: (Field, Value) -> Void) {
    for place in places {
      let field = kind.fields[place.field]
      if place.itself { body(field, values[place.field]) }
      guard !place.parts.isEmpty else { continue }
      for item in values[place.field].items {
        for part in place.parts { body(field.fields[part], item.values[part]) }
      }
    }
  }
}
