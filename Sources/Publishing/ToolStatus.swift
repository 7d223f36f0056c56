package import Bytes
package import Editions
import Findings
import Ledger
import Records
import Views

/// How one tool stands between what is written and what is published.
package struct ToolStatus: Sendable {
  package enum Draft: String, Sendable {
    /// As the newest version is, byte for byte.
    case same
    case changed
    /// Never published.
    case new
    /// Published, and its folder is not there any more.
    case gone
    /// It cannot be read: the findings say why.
    case unreadable
  }

  package let id: String
  package let name: String
  /// The newest version; nothing where it was never published.
  package let version: Version?
  package let draft: Draft
  /// The significance that decides which roles must approve.
  package let significance: String
  /// The approvals that hold for the tool as it stands.
  package let held: [SignOff]
  /// The roles that still have to approve before it can be published.
  package let missing: [String]
  /// Those of them that approved other bytes.
  package let stale: [String]
  /// The day by which the record must be looked at again.
  package let reviewDue: Day?
  /// How many of its documents are past their day of review.
  package let overdue: Int
  /// How many errors stand in the way of publishing, approvals aside.
  package let errors: Int
}

/// The state of every tool that is written or was ever published, by id.
package func status(
  of register: RegisterFiles, beside frozen: Frozen, on day: Day, threads: Int
) -> [ToolStatus] {
  let gone = frozen.history.tools.filter { register.tool($0) == nil }
  let here = parallel(register.tools.count, threads: threads) { number in
    status(of: register.tools[number], in: register, beside: frozen, on: day)
  }
  let archive = Archive(frozen)
  let all = here + gone.map { status(ofGone: $0, archive) }
  return all.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
}

private func status(
  of files: ToolFiles, in register: RegisterFiles, beside frozen: Frozen, on day: Day
) -> ToolStatus {
  let newest = frozen.history.versions(of: files.id).last
  let bytes = register.read(files)
  let (tool, findings) = examine(bytes, of: register, on: day)
  let record = tool?.record
  let content = bytes.digest
  let isSame = frozen.holds(files.id, content)
  let significance = significance(record, after: newest)
  let (held, wanting) = isSame ? (newest?.entry.signOffs ?? [], []) : approvals(of: bytes, content, register, significance, on: day)
  let roles: (String) -> [String] = { code in wanting.filter { $0.code == code }.compactMap { $0.facts["role"] } }
  let blocking = isSame ? [] : tool.map { obstacles($0, bytes, after: frozen, with: register.vocabulary) } ?? []
  return ToolStatus(
    id: files.id, name: tool?.name ?? files.id, version: newest,
    draft: tool == nil ? .unreadable : isSame ? .same : newest == nil ? .new : .changed,
    significance: significance, held: held, missing: roles("sign-off.missing") + roles("sign-off.stale"),
    stale: roles("sign-off.stale"), reviewDue: record?.day(.reviewDue)?.first, overdue: findings.count { $0.code == "review.overdue" },
    errors: (findings + blocking + wanting.filter { $0.code == "sign-off.to-come" }).count { $0.severity == .error })
}

private func status(ofGone id: String, _ archive: Archive) -> ToolStatus {
  let newest = archive.frozen.history.versions(of: id).last
  let tool = newest.flatMap { archive.chapter($0) }?.tool
  return ToolStatus(
    id: id, name: tool?.name ?? id, version: newest, draft: .gone, significance: "", held: [], missing: [],
    stale: [], reviewDue: nil, overdue: 0, errors: 0)
}
