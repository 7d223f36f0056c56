import Foundation

/// A register in a folder of its own that goes when the test is over.
///
/// It has settings and nothing else; kinds, audiences and measures come with the program.
final class TemporaryRegister {
  let path: String

  init(settings: String = "") throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("gazette-\(UUID().uuidString)").path
    try write(
      "Content/register.yaml",
      """
      title: A register
      address: https://example.org/
      publishers: [{id: council, name: Example County Council}]
      \(settings)
      """)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ file: String, _ text: String) throws { try write(file, Data(text.utf8)) }

  func write(_ file: String, _ bytes: Data) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }

  func read(_ file: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)), as: UTF8.self)
  }

  /// Runs a command on this register on a day that never changes.
  func gazette(_ words: String...) throws -> Outcome {
    try GazetteTests.gazette(words + ["--root", path])
  }

  /// What `check` finds: place, code and summary, a line each.
  func check(_ words: String..., on day: String = "2026-11-20") throws -> String {
    let outcome = try GazetteTests.gazette(["check"] + words + ["--root", path, "--on", day, "--format", "json"])
    if outcome.exit > 1 { return "exit \(outcome.exit): \(outcome.errors)" }
    let lines = try outcome.output.split(separator: "\n").map { line -> String in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      let text: (String) -> String = { value?[$0] as? String ?? "" }
      let place = (value?["line"] as? Int).map { ":\($0):\(value?["column"] as? Int ?? 0)" } ?? ""
      let file = text("file").replacing("\n", with: "?")
      return "\(file)\(place) \(text("code")): \(text("summary"))"
    }
    return lines.joined(separator: "\n")
  }
}
