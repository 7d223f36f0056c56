import Findings
import Records
import Testing

@Suite struct PrivacyScanTests {
  private func scanned(_ text: String) -> [String] {
    scanPrivacy(Source(path: "a.md", bytes: Array(text.utf8))).map { "\($0.code) \($0.facts["text"] ?? "")" }
  }

  /// Sixty-four bytes are looked at together: what is found is found wherever it stands among them, and alike.
  @Test(arguments: [
    "jane@gmail.com", "D.O.B. 14/03/2010", "born on 14 March 2010", "2010-03-14 (DOB)", "+44 7911 123456", "(020) 7946 1234 56",
    "(0161) 555 0123", "ab123456c", "AB 12 34 56 C", "401 023 2137", "GB82 WEST 1234 5698 7654 32", "51.50741, -0.12780",
    "server 10.20.30.40", "of pupil Jane Smith", "Mrs Jane Smith", "-----BEGIN RSA PRIVATE KEY-----", "AKIAIOSFODNN7ABCDEFG",
    "password: hunter22x", "12 High Street, Leeds LS1 4AP", "sort code 20-10-53", "Patient: Seán O'Brien",
  ])
  func findsItWhereverItStands(_ text: String) {
    let alone = scanned(text)
    #expect(!alone.isEmpty)
    for place in 1..<150 {
      let before = String(repeating: "o", count: place) + " "
      #expect(scanned(before + text) == alone, "after \(place)")
      #expect(scanned(before + text + " and " + before) == alone, "after \(place), before more")
    }
  }
}
