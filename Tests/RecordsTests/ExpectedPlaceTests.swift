import Ground
import Testing

@testable import Records

/// Fields are looked for first where they are expected, and results by their parts: both find what a search finds.
@Suite struct ExpectedPlaceTests {
  @Test func aHeadingLeadsToTheFieldItLeadsToByName() throws {
    for kind in try Checkout.shipped().0.kinds {
      for (position, field) in kind.fields.enumerated() {
        for start in [0, position, position + 1] {
          guard let found = kind.position(headed: field.heading, from: start) else { continue }
          #expect(kind.positions(called: anchorName(field.heading)) == [found] && splitReference(field.heading).ref == nil)
        }
        #expect(kind.position(headed: field.heading + " ", from: 0) == nil)
      }
      #expect(kind.fields.indices.contains { kind.position(headed: kind.fields[$0].heading, from: $0) == $0 }, "\(kind.id)")
    }
  }

  @Test func anIdIsFoundWhereItIsExpectedAndNowhereElse() throws {
    for kind in try Checkout.shipped().0.kinds {
      for (position, field) in kind.fields.enumerated() {
        #expect(kind.fields.position(of: field.id, expectedAt: position) == position && kind.position(of: field.id) == position)
        #expect(kind.fields.position(of: field.id, expectedAt: position + 1) == nil)
      }
    }
  }

  @Test func theProgramKnowsThePartsOfResults() throws {
    var found = 0
    for kind in try Checkout.shipped().0.kinds {
      for field in kind.fields where field.type == .figures {
        for part in field.fields {
          guard let known = FigurePart(rawValue: part.id) else { continue }
          #expect(field.position(of: known) == field.position(of: part.id))
          found += 1
        }
      }
    }
    #expect(found >= 15)
  }

  @Test func aKindKnowsWhereAnswersAre() throws {
    for kind in try Checkout.shipped().0.kinds {
      let places = AnswerPlace.all(in: kind.fields) { _ in true }
      #expect(places.map(\.field) == Array(kind.fields.indices) && places.allSatisfy(\.itself))
      #expect(zip(places, kind.fields).allSatisfy { $0.parts == Array($1.fields.indices) })
      #expect(kind.addresses.allSatisfy { place in place.itself == (kind.fields[place.field].type == .address) })
    }
  }
}
