import Findings
import Ground
import Reading
import Records
import Testing

/// What is wrong in the data files that ship with the program, as tests tell it.
enum Shipped {
  static func told(_ findings: [Finding]) -> String {
    findings.sorted(by: Finding.inOrder).map {
      "\($0.place.file):\($0.place.line):\($0.place.column) \($0.code): \($0.told.summary)"
    }.joined(separator: "\n")
  }
}

@Suite struct ShippedTests {
  @Test func dataFilesHaveNoFindings() throws {
    let (vocabulary, findings) = try Checkout.shipped()
    #expect(
      vocabulary.kinds.map(\.id) == [
        "algo-care", "atrs-1.1", "atrs-2.1", "atrs-3.0", "atrs-4.0", "challenge-route",
        "child-rights", "dpia", "equality", "ethics-triage", "ethics-workbook", "evaluation",
        "integrated", "lifecycle", "retirement",
      ])
    #expect(Shipped.told(findings) == "")
  }
}
