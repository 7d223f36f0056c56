import Findings
import Records

extension Invocation {
  /// What is wrong with words that are given on the command line and that readers will see for good: no file is checked for them.
  func flaw(inWordsOf options: [String]) -> UsageError.Problem? {
    for option in options {
      guard let text = self[option] else { continue }
      let found = checkWords(Source(path: option, bytes: Array(text.utf8))).first { $0.severity == .error }
      if let found {
        return .other(
          "'\(option)' would be public for good, and there is something in it that must not be: \(found.told.summary)", near: nil)
      }
    }
    return nil
  }
}
