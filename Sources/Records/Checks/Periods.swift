import Findings
import Reading

/// The time that a document's results cover ends after it starts, and before the document is completed.
///
/// A day of which only the month or the year is known may be any day in it: what can be is not a mistake.
@Sendable func checkPeriods(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document -> [Finding] in
    guard let end = document.day(.periodEnd) else { return [] }
    func finding(_ code: String, at meaning: Meaning, _ facts: [String: String]) -> Finding {
      Finding(code, at: document.place(document.value(meaning)?.span ?? Span(start: 0, length: 0)), facts)
    }
    var findings: [Finding] = []
    if let start = document.day(.periodStart), let first = start.first, let last = end.last, last < first {
      findings.append(finding("period.order", at: .periodEnd, ["start": start.text, "end": end.text]))
    }
    if let completed = document.day(.completed), let first = end.first, let last = completed.last, last < first {
      findings.append(finding("period.completed", at: .completed, ["completed": completed.text, "end": end.text]))
    }
    return findings
  }
}
