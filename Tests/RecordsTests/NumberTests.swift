import Testing

@testable import Records

@Suite struct NumberTests {
  /// Short numbers are worked out from their digits; they come to what the long way makes of their text.
  @Test func comesToWhatItsTextSays() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let whole = String((0..<Int.random(in: 1...12, using: &random)).map { _ in "0123456789".randomElement(using: &random) ?? "0" })
      let fraction = String((0..<Int.random(in: 0...12, using: &random)).map { _ in "0123456789".randomElement(using: &random) ?? "0" })
      let text = (Bool.random() ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
      #expect(Number(text)?.value.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test(arguments: ["", "-", ".", ".5", "5.", "-.5", "1e3", "+1", "1,000", "0x10", "1.2.3", "--1", " 1", String(repeating: "1", count: 41)])
  func refuses(_ text: String) {
    #expect(Number(text) == nil)
  }

  @Test(arguments: ["0", "-0", "0.81", "100", "007", "0.1234567890123456789", String(repeating: "9", count: 40)])
  func reads(_ text: String) {
    #expect(Number(text)?.value == Double(text) && Number(text)?.text == text)
  }

  /// Digits are looked for at eight bytes at once; a number is found wherever it stands among them.
  @Test func isFoundWhereverItStands() {
    for place in 0..<20 {
      let text = String(repeating: "a", count: place) + " 1,234.50% of 07 per cent, x9 and " + String(repeating: "1", count: 16) + "."
      let found = Array(text.utf8).numbers
      #expect(found.map(\.plain) == ["1234.5", "07"] && found.map(\.percent) == [true, true])
      #expect(found.map(\.range) == [(place + 1)..<(place + 9), (place + 14)..<(place + 16)])
    }
  }
}
