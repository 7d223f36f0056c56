import Findings
import Testing

@Suite struct NearTests {
  static let commands = [
    "approve", "build", "check", "diff", "explain", "export", "help", "history", "import", "init",
    "new", "publish", "redact", "serve", "status", "upgrade", "verify", "version",
  ]

  @Test(arguments: [
    ("chekc", "check"), ("chck", "check"), ("checkk", "check"), ("Check", "check"),
    ("publsih", "publish"), ("pubish", "publish"), ("expart", "export"), ("improt", "import"),
    ("inti", "init"), ("nwe", "new"), ("hist", "history"), ("veri", "verify"),
  ])
  func findsWhatWasMeant(_ typed: String, _ meant: String) {
    #expect(nearest(typed, among: Self.commands) == meant)
    #expect(nearest(typed, among: Self.commands.reversed()) == meant)
  }

  @Test(arguments: [
    "", "x", "di", "delete", "everything", "check", String(repeating: "c", count: 9000),
  ])
  func staysSilentWhereNothingIsNear(_ typed: String) {
    #expect(nearest(typed, among: Self.commands) == nil)
  }

  @Test func seesThroughHyphensUnderscoresAndCapitals() {
    #expect(nearest("review-due", among: ["reviewed", "review_due"]) == "review_due")
    #expect(nearest("Review Due", among: ["reviewed", "review_due"]) == "review_due")
    #expect(
      nearest("appeals and reviews", among: ["Appeals and review", "Appeals"])
        == "Appeals and review")
  }

  @Test func breaksTiesByBytesWhateverTheOrder() {
    for words in [["cat", "bat", "rat"], ["rat", "cat", "bat"], ["bat", "rat", "cat"]] {
      #expect(nearest("hat", among: words) == "bat")
    }
  }

  @Test func saysNothingWhereTheBeginningFitsTwo() {
    #expect(nearest("ver", among: ["verification", "versions-and-editions"]) == nil)
  }
}
