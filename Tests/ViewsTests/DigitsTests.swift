import Testing

@testable import Views

@Suite struct DigitsTests {
  @Test(arguments: [("days", "day"), ("pounds", "pound"), ("in every 100", "in every 100")])
  func saysOneOfAUnit(unit: String, one: String) {
    #expect(singular(unit) == one)
  }

  @Test(arguments: [("0.0038", 2, "0.38"), ("0.5", 2, "50")])
  func movesTheDecimalPoint(text: String, places: Int, moved: String) {
    #expect(shifted(text, by: places) == moved)
  }
}
