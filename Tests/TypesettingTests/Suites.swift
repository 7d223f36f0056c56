import Foundation

/// Where the specifications' own test suites lie, and whether a test may do without them.
///
/// Looked for in the folder that `GAZETTE_SPECS` names, then in `../shared/specs` beside the package; a copy of the package in a
/// folder of its own finds it further up. On a desk a test without its suite says so and is skipped; in CI it fails.
enum Suites {
  static let root: URL? = {
    let files = FileManager.default
    if let named = ProcessInfo.processInfo.environment["GAZETTE_SPECS"] {
      return URL(fileURLWithPath: named)
    }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      folder = folder.deletingLastPathComponent()
      let specs = folder.appendingPathComponent("shared/specs")
      if files.fileExists(atPath: specs.path) { return specs }
    }
    return nil
  }()

  static let isCI = ProcessInfo.processInfo.environment["CI"] != nil

  /// Run a test that needs the suites: they are here, or their absence is a failure.
  static let expected = root != nil || isCI
}
