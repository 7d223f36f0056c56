import Bytes
import Editions
import Findings
import Testing

@Suite struct EditionTextTests {
  /// An edition of a national register is longer than anything a person writes, and comes back as it was.
  @Test func aLongEditionIsReadBack() throws {
    let day = try #require(Day("2026-03-02"))
    let digest = String(repeating: "ab", count: 32)
    let tools = (1...4000).map { number in
      EditionTool(
        tool: "tool-\(number)", version: number, digest: digest, change: "Says \"more\" of its figures: \(number).", significance: "major",
        signOffs: [SignOff(role: "corporate-communications", by: "head of communications", on: day, digest: digest)])
    }
    let edition = Edition(
      number: 2, date: day, note: "All of it.", previous: digest, generator: "gazette 0.1.0",
      theme: Edition.Theme(name: "civic", digest: digest), tools: tools, changed: ["register.yaml"], removed: [], redactions: [])
    let bytes = write(edition)
    #expect(bytes.count > 1 << 20)
    let (again, findings) = readEdition(Source(path: "editions/2/edition.json", bytes: bytes))
    #expect(again == edition && findings.isEmpty)
  }
}
