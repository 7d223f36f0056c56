import Findings
import Reading

/// The time that a document's results cover ends after it starts, and before the document is completed.
///
/// A day of which only the month or the year is known may be any day in it: what can be is not a mistake.
@Sendable func checkPeriods(_ context: CheckContext) -> [Finding] {
  context.tool.all.flatMap { document -> [Finding] in
    guard let end = document.day(.periodEnd) else { return [] }
    var findings: [Finding] = []
    if let start = document.day(.periodStart), let first = start.day.first, let last = end.day.last, last < first {
      findings.append(Finding("period.order", at: document.place(end.span), ["start": start.day.text, "end": end.day.text]))
    }
    if let completed = document.day(.completed), let first = end.day.first, let last = completed.day.last, last < first {
      findings.append(
        Finding("period.completed", at: document.place(completed.span), ["completed": completed.day.text, "end": end.day.text]))
    }
    return findings
  }
}

extension Document {
  fileprivate func day(_ meaning: Meaning) -> (day: PartDay, span: Span)? {
    guard let value = value(meaning), case .day(let day) = value.content else { return nil }
    return (day, value.span)
  }
}
