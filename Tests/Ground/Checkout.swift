package import Findings
import Foundation
package import Records

/// This checkout as tests read it: its files as sources, and the data that ships with the program.
package enum Checkout {
  package static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  package static func source(_ path: String) throws -> Source {
    Source(path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: root + "/" + path))))
  }

  /// The names in a folder, sorted.
  package static func names(_ path: String, _ ending: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/" + path).sorted().filter { $0.hasSuffix(ending) }
  }

  package static func folder(_ path: String, _ ending: String = ".yaml") throws -> [Source] {
    try names(path, ending).map { try source(path + "/" + $0) }
  }

  /// What may be written by the data that ships, under the sample's settings; and everything wrong in it.
  package static func shipped() throws -> (vocabulary: Vocabulary, findings: [Finding]) { try kept.get() }

  package static func vocabulary() throws -> Vocabulary { try shipped().vocabulary }

  private static let kept = Result { try read(try source("Content/register.yaml")) }

  /// What may be written by the data that ships, under other settings.
  package static func read(_ settings: Source) throws -> (vocabulary: Vocabulary, findings: [Finding]) {
    let (read, found) = readSettings(settings)
    let data = try data.get()
    guard let read else { throw NoSettings() }
    return (
      Vocabulary(settings: read, kinds: data.kinds, audiences: data.audiences, metrics: data.metrics),
      found + data.findings
    )
  }

  /// The data files, read once for all tests.
  private static let data = Result {
    let (audiences, one) = readAudiences(try folder("Content/audiences"))
    let (kinds, two) = readKinds(try folder("Content/kinds"), for: audiences.map(\.id))
    let (metrics, three) = readMetrics(try source("Content/metrics.yaml"))
    return (kinds: kinds, audiences: audiences, metrics: metrics, findings: one + two + three)
  }

  private struct NoSettings: Error {}

  /// The folder of a tool called `finder`, from the texts of its documents by their names without `.md`.
  package static func finder(_ documents: [(String, String)], attachments: [Attachment] = []) -> ToolFolder {
    ToolFolder(
      id: "finder", path: "Content/tools/finder",
      documents: documents.map { name, text in
        Source(path: "Content/tools/finder/\(name).md", bytes: Array(text.utf8))
      }, attachments: attachments)
  }
}
