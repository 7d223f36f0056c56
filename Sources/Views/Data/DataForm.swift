import Bytes
import Records

/// How the register's data is spelled: what all its files have in common.
struct DataForm {
  let site: Site
  let audiences: [Audience]

  var settings: Settings { site.settings }
  var lang: String { settings.languages.first ?? "en" }

  /// A tool's part of one of the files that have a part of every tool.
  func spelled(_ part: SpanningPart, of tool: DataEntry) -> [UInt8] {
    switch part {
    case .register: element { registerEntry(tool, &$0) }
    case .table: row(tool)
    case .evaluations: evaluationRows(of: tool.subject)
    case .catalogue: element { dataset(tool, &$0) }
    }
  }

  /// An element of an array that is a member of its document.
  private func element(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter(depth: 2)
    write(&writer)
    return writer.bytes
  }
}

/// One tool as the register's data tells it.
struct DataEntry {
  let subject: Subject
  let summary: Summary
  /// The record's answers that the register's table has a column for, in the order of the columns.
  let answers: [Summary.Answer]
  /// The tool's `record.json`.
  let record: DataFile

  init(_ subject: Subject, _ summary: Summary, answers: [Summary.Answer], record: DataFile) {
    self.subject = subject
    self.summary = summary
    self.answers = answers
    self.record = record
  }
}
