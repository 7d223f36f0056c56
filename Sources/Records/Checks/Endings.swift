import Bytes
import Findings

/// A tool that its record calls retired before the day its notice names: pages would tell of it as past.
@Sendable func checkEndings(_ context: CheckContext) -> [Finding] {
  guard context.tool.isRetired else { return [] }
  return context.tool.documents(.notice).compactMap { document in
    guard document.holds, let value = document.value(.retiredOn), case .day(let part) = value.content, let day = part.first,
      day > context.today
    else { return nil }
    return Finding("notice.to-come", at: document.place(value.span), ["day": part.text, "today": context.today.text])
  }
}
