package import Bytes
package import Editions
package import Findings
import Ledger
import Records

/// What an approval came to.
package enum Approved: Sendable {
  /// With the names of the files that the approval is for.
  case done(SignOff, tool: String, files: [String])
  case refused([Finding])
}

/// Adds a role's approval of a tool as it stands to the tool's `sign-offs.yaml`; what stood there stays.
///
/// - Parameters:
///   - post: the post of the person who approves. What names a person is refused: once published, it can never be taken out.
package func approve(
  _ id: String, as role: String, by post: String, on day: Day, in register: RegisterFiles
) throws(DiskError) -> Approved {
  guard let files = register.tool(id) else {
    return .refused([noTool(id, among: register.tools.map(\.id))])
  }
  if let unknown = unknownRole(role, register.vocabulary.settings, "approve.role") { return .refused([unknown]) }
  if namesPerson(post) { return .refused([Finding("approve.name", at: .file(files.path + "/" + signOffsName), ["by": post])]) }
  let bytes = register.read(files)
  if !bytes.unread.isEmpty { return .refused(bytes.unread) }
  let signOff = SignOff(role: role, by: post, on: day, digest: bytes.digest.text)
  let before = bytes.bytes(signOffsName) ?? []
  if !before.isEmpty {
    let source = Source(path: files.path + "/" + signOffsName, bytes: before)
    let wrong = readSignOffs(source, settings: register.vocabulary.settings).1
    if wrong.contains(where: { $0.severity == .error }) { return .refused(wrong) }
  }
  let tree = FileTree(over: try register.root.folder(files.path))
  _ = try tree.write(signOffsName, appending(signOff, to: before))
  return .done(signOff, tool: id, files: bytes.files.map(\.name).filter { $0 != signOffsName })
}

/// The finding for a role that register.yaml does not have.
func unknownRole(_ role: String, _ settings: Settings, _ code: String) -> Finding? {
  let roles = settings.signOff.map(\.role)
  if roles.contains(role) { return nil }
  var facts = ["role": role, "roles": roles.joined(separator: ", ")]
  facts["near"] = nearest(role, among: roles)
  return Finding(code, at: .file(settings.path), facts)
}

/// The finding for a tool's name that is none.
package func noTool(_ id: String, among tools: [String]) -> Finding {
  var facts = ["tool": id]
  facts["near"] = nearest(id, among: tools)
  return Finding("tool.unknown", at: .file("Content/tools"), facts)
}

/// Roles that are to approve changes of a sort that records cannot name, and so would never be asked; and that no role is to approve any.
func signOffFindings(_ settings: Settings, _ kinds: [Kind]) -> [Finding] {
  let records = kinds.filter { $0.role == .record }
  let choices = records.compactMap { kind in kind.position(of: .significance).map { kind.fields[$0].choices } }
  guard let sorts = choices.first(where: { !$0.isEmpty }) else { return [] }
  let needed = settings.signOff.flatMap(\.needed)
  let never = needed.filter { !sorts.contains($0) }.map { sort in
    var facts = ["key": "for", "value": sort, "allowed": sorts.joined(separator: ", ")]
    facts["near"] = nearest(sort, among: sorts)
    return Finding("data.not-allowed", at: .file(settings.path), facts)
  }
  if !needed.isEmpty { return never }
  return [Finding("register.unapproved", at: .file(settings.path), ["sorts": sorts.joined(separator: ", ")])]
}
