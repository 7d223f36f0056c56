import Bytes
import Editions
import Findings
import Ground
import Records
import Testing

/// An approval as it is written down is the approval that is read, whatever its role is called.
@Suite struct SignOffTests {
  @Test(arguments: ["corporate-communications", "legal: Head", "- first", "yes", "# none", "[a]"])
  func isReadAsItWasWritten(_ role: String) throws {
    let signOff = SignOff(
      role: role, by: "Head of \"law\"", on: try #require(Day("2026-06-01")), digest: String(repeating: "0a", count: 32))
    let text = appending(signOff, to: Array("# Approvals\n".utf8))
    let (read, _) = readSignOffs(Source(path: "sign-offs.yaml", bytes: text), settings: try Checkout.vocabulary().settings)
    #expect(read.map(\.role) == [role] && read.map(\.by) == [signOff.by])
  }
}
