import Records
import Testing

@testable import Views

@Suite struct DigitsTests {
  @Test(arguments: [("days", "day"), ("pounds", "pound"), ("in every 100", "in every 100")])
  func saysOneOfAUnit(unit: String, one: String) {
    #expect(singular(unit) == one)
  }

  @Test(arguments: [
    ("3940", "3,940"), ("1250000", "1,250,000"), ("-4000", "-4,000"), ("999", "999"), ("0", "0"), ("1234.50", "1234.50"), ("0.83", "0.83"),
  ])
  func partsThousands(text: String, shown: String) throws {
    #expect(countText(try #require(Number(text))) == shown)
  }

  @Test(arguments: [
    ("0.0038", 2, "0.38"), ("0.5", 2, "50"), ("-0.125", 2, "-12.5"), ("0", 2, "0"), ("0.00", 2, "0"), ("1", 2, "100"), ("012.3", 2, "1230"),
    ("0.105", 1, "1.05"), ("0.0105", 2, "1.05"),
  ])
  func movesTheDecimalPoint(text: String, places: Int, moved: String) {
    #expect(shifted(text, by: places) == moved)
  }
}
