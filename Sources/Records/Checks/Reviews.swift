import Bytes
import Findings
import Reading

/// Records and assessments whose day of review has passed, or that have none and are older than the register's interval.
@Sendable func checkReviews(_ context: CheckContext) -> [Finding] {
  context.tool.all.compactMap { document in
    guard document.kind.role == .record || document.kind.role == .assessment || document.kind.role == .route,
      document.holds, !context.tool.isRetired, !document.isDraft,
      let value = document.value(.reviewDue)
    else { return nil }
    if case .day(let due) = value.content {
      guard let day = due.first, day < context.today else { return nil }
      return Finding(
        "review.overdue", at: document.place(value.span),
        ["due": day.text, "today": context.today.text, "months": String(context.vocabulary.settings.reviewMonths)])
    }
    guard value.state == .missing, let since = document.settled, let day = since.last,
      let due = day.adding(months: context.vocabulary.settings.reviewMonths), due < context.today
    else { return nil }
    return Finding(
      "review.unset", at: document.place(since.span ?? value.span),
      ["since": since.text, "months": String(context.vocabulary.settings.reviewMonths)])
  }
}

/// A day that may be only a month or a year, with its place.
private struct Moment {
  var text: String
  var last: Day?
  var span: Span?
}

extension Document {
  /// When it was finished.
  fileprivate var settled: Moment? {
    guard let value = value(.completed), case .day(let part) = value.content else { return nil }
    return Moment(text: part.text, last: part.last, span: value.span)
  }
}
