package import Findings
package import Records

/// All that one tool leaves behind for what spans tools, each part for those who read it.
///
/// A register's summaries stand in memory together. The other parts are only passed on, and may be kept anywhere meanwhile.
package struct Leaving: Sendable {
  package let summary: Summary
  /// What the search finds the tool by: for each word its weight, `8early`, one a line.
  package let words: [UInt8]
  /// Its part of each file of data with a part of every tool, in the order of `SpanningPart`.
  package let data: [[UInt8]]
}

/// What a tool leaves behind, as it stands in one set of pages.
///
/// - Parameters:
///   - findings: everything the checks found in it, of which the register may accept some; may be empty where it accepts none.
///   - record: the tool's `record.json`.
///   - vocabulary: the register's own; a version's may be older.
package func leave(
  _ subject: Subject, findings: [Finding], record: DataFile, with vocabulary: Vocabulary, in site: Site
) -> Leaving {
  let answers = subject.tool.record.columnAnswers
  let summary = subject.summary(answers, findings, in: site)
  let entry = DataEntry(subject, summary, answers: answers, record: record)
  let form = DataForm(site: site, audiences: vocabulary.audiences)
  return Leaving(
    summary: summary, words: searchTerms(of: subject, in: site), data: SpanningPart.allCases.map { form.spelled($0, of: entry) })
}
