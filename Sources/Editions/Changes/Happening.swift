import Records

/// What became of a tool with a version, in the one word that feeds give it.
package enum Happening: String, Sendable, CaseIterable {
  case added, changed, paused, deprecated, retired, redacted, withdrawn
}

/// What became of a tool from one version to another; nothing where nothing differs.
///
/// The gravest that is new wins: withdrawn, retired, deprecated. A notice says whether the tool ends, will end, or is paused. A version that only lost what was redacted is redacted.
func happening(from: Tool?, to: Tool?, differs: Bool, redacted: Redacted) -> Happening? {
  guard let to else { return from == nil ? nil : (redacted.after.isEmpty ? .withdrawn : .redacted) }
  guard let from else { return .added }
  if has("withdrawn", to), !has("withdrawn", from) { return .withdrawn }
  if to.isRetired, !from.isRetired { return .retired }
  if let notice = to.notice, redacted.before.isEmpty, from.notice == nil || notice.text(.stage) != from.notice?.text(.stage) {
    switch notice.sense(.stage) {
    case .announced: return .deprecated
    case .paused: return .paused
    default: return .retired
    }
  }
  if has("deprecated", to), !has("deprecated", from) { return .deprecated }
  if redacted.after.contains(where: { !redacted.before.contains($0) }) { return .redacted }
  return differs ? .changed : nil
}

private func has(_ status: String, _ tool: Tool) -> Bool {
  tool.record.text(.status)?.lowercased() == status
}
