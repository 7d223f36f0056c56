import Bytes
import Editions
import Findings
import Ledger
import Records

/// What stands in the way of a tool's next version beside its own content and its approvals: nothing said of what changed, or bytes that
/// had to go.
///
/// Told before anybody approves, because putting it right changes what was approved.
func obstacles(_ tool: Tool, _ bytes: ToolBytes, after frozen: Frozen) -> [Finding] {
  let newest = frozen.history.versions(of: tool.id).last
  return changeFindings(tool.record, newest) + tombstoneFindings(bytes, frozen)
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
