package import Foundation

/// Where the specifications' own test suites lie, and whether a test may do without them.
///
/// Looked for in the folder that `GAZETTE_SPECS` names, then as `shared/specs` beside the package and further up. On a desk a test
/// without its suite says so and is skipped; in CI it fails.
package enum Suites {
  /// What a test says that runs without its suite.
  package static let missing = "the suites are nowhere to be found; set GAZETTE_SPECS"

  package static let root: URL? = {
    if let named = ProcessInfo.processInfo.environment["GAZETTE_SPECS"] {
      return URL(fileURLWithPath: named)
    }
    var folder = URL(fileURLWithPath: Checkout.root)
    while folder.path != "/" {
      folder = folder.deletingLastPathComponent()
      let specs = folder.appendingPathComponent("shared/specs")
      if FileManager.default.fileExists(atPath: specs.path) { return specs }
    }
    return nil
  }()

  /// Run a test that needs the suites: they are here, or their absence is a failure.
  package static let expected = root != nil || ProcessInfo.processInfo.environment["CI"] != nil
}
