import Editions
import Findings
import Records

/// Addresses that were public and would go: a tool, a document or a page that is no longer among the drafts and leads nowhere else.
///
/// A tool comes back with a retirement notice or a redirect; a document and a page with a redirect.
func vanished(_ register: RegisterFiles, _ frozen: Frozen) -> [Finding] {
  let redirects = register.vocabulary.settings.redirects
  var findings: [Finding] = []
  let tools = Dictionary(register.tools.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  for id in frozen.history.tools where redirects[id] == nil {
    guard let tool = tools[id] else {
      findings.append(Finding("address.tool-gone", at: .file("Content/tools/" + id), ["tool": id]))
      continue
    }
    findings += vanishedDocuments(tool, frozen, redirects)
  }
  let now = CommonFiles(drafts: register.common)
  for name in frozen.newestCommon.names where name.hasPrefix("pages/") && now.files[name] == nil {
    let page = String(name.dropFirst("pages/".utf8.count).dropLast(".md".utf8.count))
    if redirects["pages/" + page] == nil {
      findings.append(Finding("address.page-gone", at: .file("Content/" + name), ["page": page]))
    }
  }
  return findings
}

private func vanishedDocuments(
  _ tool: ToolFiles, _ frozen: Frozen, _ redirects: [String: String]
) -> [Finding] {
  guard let newest = frozen.history.versions(of: tool.id).last else { return [] }
  let names = Set(tool.files.map { $0.path(in: tool.path) })
  return frozen.documents(of: tool.id, version: newest.number).compactMap { id in
    guard !names.contains(id + ".md"), redirects["\(tool.id)/\(id)"] == nil else { return nil }
    return Finding("address.document-gone", at: .file("\(tool.path)/\(id).md"), ["tool": tool.id, "document": id])
  }
}
