import Findings
import Foundation
import Reading
import Records
import Testing

/// The data files that ship with the program, and tools made of a few lines in a test.
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

  static func folder(_ path: String, _ ending: String = ".yaml") throws -> [Source] {
    try FileManager.default.contentsOfDirectory(atPath: root + "/" + path).sorted()
      .filter { $0.hasSuffix(ending) }.map { try source(path + "/" + $0) }
  }

  static func vocabulary() throws -> Vocabulary {
    try #require(try cached.get())
  }

  private static let cached: Result<Vocabulary?, any Error> = Result {
    let (settings, _) = readSettings(try source("Content/register.yaml"))
    return Vocabulary(
      settings: try #require(settings), kinds: readKinds(try folder("Content/kinds")).0,
      audiences: readAudiences(try folder("Content/audiences")).0,
      metrics: readMetrics(try source("Content/metrics.yaml")).0)
  }

  /// A tool from the texts of its documents, by their names without `.md`.
  static func tool(
    _ documents: [(String, String)], attachments: [Records.Attachment] = []
  ) throws -> Tool {
    let folder = ToolFolder(
      id: "finder", path: "Content/tools/finder",
      documents: documents.map { name, text in
        Source(path: "Content/tools/finder/\(name).md", bytes: Array(text.utf8))
      }, attachments: attachments)
    return try #require(gather(folder, with: try vocabulary()).0)
  }

  /// The tools that come with the program, without their attachments.
  static func sample() throws -> [Tool] {
    let tools = root + "/Content/tools"
    return try FileManager.default.contentsOfDirectory(atPath: tools).sorted().compactMap { id in
      let path = "Content/tools/" + id
      let folder = ToolFolder(
        id: id, path: path, documents: try folder(path, ".md"), attachments: [])
      return gather(folder, with: try vocabulary()).0
    }
  }
}
