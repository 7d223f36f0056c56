import Findings
import Foundation
import Reading
import Records
import Testing

/// The data files that ship with the program, as sources.
enum Shipped {
  static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  static func source(_ path: String) throws -> Source {
    let data = try Data(contentsOf: URL(fileURLWithPath: root + "/" + path))
    return Source(path: path, bytes: [UInt8](data))
  }

  static func folder(_ path: String) throws -> [Source] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/" + path).sorted()
      .filter { $0.hasSuffix(".yaml") }.map { try source(path + "/" + $0) }
  }

  static func vocabulary() throws -> (Vocabulary, [Finding]) {
    var findings: [Finding] = []
    let (settings, one) = readSettings(try source("Content/register.yaml"))
    let (kinds, two) = readKinds(try folder("Content/kinds"))
    let (audiences, three) = readAudiences(try folder("Content/audiences"))
    let (metrics, four) = readMetrics(try source("Content/metrics.yaml"))
    findings = one + two + three + four
    return (
      Vocabulary(
        settings: try #require(settings), kinds: kinds, audiences: audiences, metrics: metrics),
      findings
    )
  }

  static func told(_ findings: [Finding]) -> String {
    findings.sorted(by: Finding.inOrder).map {
      "\($0.place.file):\($0.place.line):\($0.place.column) \($0.code): \($0.told.summary)"
    }.joined(separator: "\n")
  }
}

@Suite struct ShippedTests {
  @Test func dataFilesHaveNoFindings() throws {
    let (vocabulary, findings) = try Shipped.vocabulary()
    #expect(
      vocabulary.kinds.map(\.id) == [
        "algo-care", "atrs-1.1", "atrs-2.1", "atrs-3.0", "atrs-4.0", "challenge-route",
        "child-rights", "dpia", "equality", "ethics-triage", "ethics-workbook", "evaluation",
        "integrated", "lifecycle", "retirement",
      ])
    #expect(Shipped.told(findings) == "")
  }
}
