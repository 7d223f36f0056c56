import Bytes
import Editions
import Findings
import Ledger
import Records

/// What stands in the way of a tool's next version beside its own content and its approvals: nothing said of what changed, more changed
/// than was said, or bytes that had to go.
///
/// Told before anybody approves, because putting it right changes what was approved.
func obstacles(_ tool: Tool, _ bytes: ToolBytes, after frozen: Frozen, with vocabulary: Vocabulary) -> [Finding] {
  let newest = frozen.history.versions(of: tool.id).last
  return changeFindings(tool.record, newest) + slipFindings(tool, newest, frozen, vocabulary) + tombstoneFindings(bytes, frozen)
}

/// How much a tool's next version changes, which decides who must approve it.
func significance(_ record: Document?, after newest: Version?) -> String {
  record?.text(.significance) ?? (newest == nil ? "major" : "minor")
}

/// The note that says what changed must be there and differ from the last one, or readers are told old news.
private func changeFindings(_ record: Document, _ newest: Version?) -> [Finding] {
  guard let newest else { return [] }
  let place = record.place(record.value(.change)?.span ?? .init(start: 0, length: 3))
  let change = record.changeNote ?? ""
  if change.isEmpty { return [Finding("publish.no-change-note", at: place)] }
  guard newest.entry.change.utf8.elementsEqual(change.utf8) else { return [] }
  return [Finding("publish.same-change-note", at: place, ["version": String(newest.number)])]
}

/// What the fewest roles approve puts slips right; where it changes an answer that readers rely on most, somebody should look again.
private func slipFindings(_ tool: Tool, _ newest: Version?, _ frozen: Frozen, _ vocabulary: Vocabulary) -> [Finding] {
  guard let newest, isLeast(significance(tool.record, after: newest), vocabulary.settings),
    let before = gather(frozen.folder(tool.id, version: newest.number), with: vocabulary).0
  else { return [] }
  let facts = changes(from: before, to: tool, with: vocabulary).list.filter { $0.weight == .foremost && $0.isFact }
  guard let first = facts.first else { return [] }
  var told = ["what": "'\(first.label)'", "significance": significance(tool.record, after: newest)]
  if facts.count > 1 { told["what"] = "'\(first.label)' and \(facts.count - 1) more" }
  return [Finding("publish.no-slip", at: tool.record.place(tool.record.value(.significance)?.span ?? .init(start: 0, length: 3)), told)]
}

/// Whether no other sort of change is approved by fewer roles, and some by more.
private func isLeast(_ significance: String, _ settings: Settings) -> Bool {
  let sorts = Set(settings.signOff.flatMap(\.needed))
  func roles(_ sort: String) -> Int { settings.signOff.count { $0.needed.contains(sort) } }
  let few = roles(significance)
  return sorts.allSatisfy { roles($0) >= few } && sorts.contains { roles($0) > few }
}

extension Change {
  /// Whether it is another answer and not other words: a choice, a number, a figure, or a whole document.
  fileprivate var isFact: Bool {
    switch subject {
    case .document: true
    case .field, .item: type.map { [.choice, .choices, .yesNo, .number, .figures].contains($0) } ?? false
    default: false
    }
  }
}

/// Files that are byte for byte what had to be taken out of the public record.
private func tombstoneFindings(_ bytes: ToolBytes, _ frozen: Frozen) -> [Finding] {
  if frozen.history.redactions.isEmpty { return [] }
  return bytes.files.compactMap { file in
    guard let held = file.source?.bytes else { return nil }
    let digest = Digest(of: held).text
    guard let redaction = frozen.history.redactions.first(where: { $0.was == digest }) else { return nil }
    return Finding(
      "publish.redacted", at: .file(bytes.path + "/" + file.name),
      ["file": file.name, "tool": redaction.tool, "version": String(redaction.version), "on": redaction.on.text])
  }
}
