import Findings
import Publishing
import Records

extension Invocation {
  /// What is wrong with words that are given on the command line and that readers will see for good: no file is checked for them.
  func flaw(inWordsOf options: [String]) -> UsageError.Problem? {
    for option in options {
      guard let text = self[option] else { continue }
      if text.unicodeScalars.contains(where: isUnseen) { return .other("'\(option)' holds a character that nobody can see", near: nil) }
      let found = scanPrivacy(Source(path: option, bytes: Array(text.utf8))).first { $0.severity == .error }
      if let found {
        return .other(
          "'\(option)' would be public for good, and there is something in it that must not be: \(found.told.summary)", near: nil)
      }
    }
    return nil
  }

  private func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
