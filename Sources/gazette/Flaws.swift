import Bytes
import Findings
import Publishing
import Records

/// What a command is asked that must not be done, because it could not be taken back or would spoil what stands.
extension Invocation {
  /// What is wrong with the day and the words of what is written for good: no file is checked for them.
  func flaw(inWordsOf options: [String]) throws(DiskError) -> UsageError.Problem? {
    let today = try today()
    // A slip of the pen in the year: nothing could be published with an earlier day any more.
    if let day = day("--on"), day.number - today.number > 5 * 366 {
      return .other("'--on' is \(day.text), more than five years after today, \(today.text); it would stand there for good", near: nil)
    }
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

  /// What is wrong with a folder that the program is to write to: one of the register's own.
  func flaw(inTarget target: String) -> UsageError.Problem? {
    let place = realPlace(of: target) + "/"
    let own = [
      ("Site", "only `gazette publish` writes there"), ("Content", "everything in it is read as drafts"),
      ("Themes", "everything in it is read as a theme"),
    ]
    for (folder, why) in own where place.hasPrefix(realPlace(of: root + "/" + folder) + "/") {
      return .other("'--to' leads into \(folder)/, and \(why); name another folder", near: nil)
    }
    return nil
  }
}
