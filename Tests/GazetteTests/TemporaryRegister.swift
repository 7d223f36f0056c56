import Foundation
import Ground

/// A register in a folder of its own that goes when the test is over.
///
/// It has settings and nothing else; kinds, audiences and measures come with the program. Nobody has to approve anything in it, and that
/// is accepted, unless its settings say more about either.
final class TemporaryRegister {
  private let folder: Scratch
  var path: String { folder.path }

  /// That nobody approves anything may stay.
  static let free = "{code: register.unapproved, file: register.yaml, because: It is a test., by: Head of tests}"

  init(settings: String = "") throws {
    folder = try Scratch()
    let isFree = !settings.contains("sign_off:") && !settings.contains("accepted:")
    try write(
      "Content/register.yaml",
      """
      title: A register
      address: https://example.org/
      publishers: [{id: council, name: Example County Council}]
      \(settings)
      \(isFree ? "accepted: [\(Self.free)]" : "")
      """)
  }

  func write(_ file: String, _ text: String) throws { try folder.write(file, text) }

  func write(_ file: String, _ bytes: Data) throws { try folder.write(file, bytes) }

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
