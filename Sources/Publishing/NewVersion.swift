import Bytes
import Editions
import Findings
import Ledger
import Records

/// What one tool brings to an edition.
struct NewVersion: Sendable {
  /// Nothing where the tool is as it was, or must be refused.
  var entry: EditionTool?
  var bytes: ToolBytes?
  var findings: [Finding] = []
}

/// A tool's next version, or why it cannot be published: errors in its content, no note of what changed, approvals missing or stale.
func newVersion(
  _ files: ToolFiles, of register: RegisterFiles, after frozen: Frozen, on day: Day
) -> NewVersion {
  let bytes = register.read(files)
  let content = bytes.digest
  if frozen.holds(files.id, content) { return NewVersion(findings: bytes.unread) }
  let newest = frozen.history.versions(of: files.id).last
  let (tool, wrong) = examine(bytes, of: register, on: day)
  var result = NewVersion(findings: wrong)
  guard let tool, !wrong.contains(where: { $0.severity == .error }) else { return result }
  let record = tool.record
  let change = record.changeNote ?? ""
  let significance = significance(record, after: newest)
  result.findings += obstacles(tool, bytes, after: frozen, with: register.vocabulary)
  let (held, approvals) = approvals(of: bytes, content, register, significance, on: day)
  result.findings += approvals
  result.bytes = bytes
  result.entry = EditionTool(
    tool: files.id, version: (newest?.number ?? 0) + 1, digest: content.text, change: change,
    significance: significance, signOffs: held)
  return result
}

/// The approvals that hold for exactly these bytes, and a finding for each role that is needed and does not approve them.
func approvals(
  of bytes: ToolBytes, _ content: Digest, _ register: RegisterFiles, _ significance: String, on day: Day
) -> (held: [SignOff], findings: [Finding]) {
  let settings = register.vocabulary.settings
  let path = bytes.path + "/" + signOffsName
  var given: [SignOff] = []
  var findings: [Finding] = []
  if let text = bytes.bytes(signOffsName) {
    (given, findings) = readSignOffs(Source(path: path, bytes: text), settings: settings)
  }
  let held = given.filter { $0.digest == content.text }
  for early in held where early.on > day {
    findings.append(Finding("sign-off.to-come", at: .file(path), ["on": early.on.text, "day": day.text, "by": early.by]))
  }
  for role in settings.signOff where role.needed.contains(significance) {
    if held.contains(where: { $0.role == role.role }) { continue }
    let facts = ["tool": bytes.tool, "role": role.role, "label": role.label]
    let stale = given.last { $0.role == role.role }
    if let stale {
      let more = ["on": stale.on.text, "by": stale.by]
      findings.append(
        Finding("sign-off.stale", at: .file(path), facts.merging(more) { first, _ in first }))
    } else {
      findings.append(Finding("sign-off.missing", at: .file(bytes.path), facts))
    }
  }
  return (held, findings)
}
