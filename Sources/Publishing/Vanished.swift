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
  return findings + vanishedNames(register.vocabulary, now, frozen)
}

/// Addresses that many pages have in common, and would lose with a name in the settings, an audience or a kind.
private func vanishedNames(_ now: Vocabulary, _ files: CommonFiles, _ frozen: Frozen) -> [Finding] {
  let old = frozen.newestCommon
  let isSame = old.files.allSatisfy { name, source in name.hasPrefix("pages/") || files.files[name]?.bytes == source.bytes }
  guard !isSame, let before = old.vocabulary().vocabulary, let site = frozen.site else { return [] }
  func gone(_ address: String, _ file: String, keep: String) -> Finding {
    Finding("address.pages-gone", at: .file("Content/" + file), ["address": address, "keep": keep])
  }
  func isPublic(_ folder: String) -> Bool { ((try? site.holds(folder + "/index.html")) ?? false) }
  let audiences = before.audiences.filter { audience in !now.audiences.contains { $0.address == audience.address } }
    .map { gone("tools/…/\($0.address)/", "audiences", keep: "`address: \($0.address)` of the audience '\($0.label)'") }
  let publishers = before.settings.publishers.filter { publisher in
    isPublic("browse/organisation/" + publisher.id) && !now.settings.publishers.contains { $0.id == publisher.id }
  }.map { gone("browse/organisation/\($0.id)/", "register.yaml", keep: "`id: \($0.id)` of '\($0.name)'") }
  let facets = before.facets.subtracting(now.facets).sorted().filter { isPublic("browse/" + $0) }
    .map { gone("browse/\($0)/", "kinds", keep: "`facet: \($0)` in a field of a record's kind") }
  return audiences + publishers + facets
}

extension Vocabulary {
  /// What tools are filed by.
  fileprivate var facets: Set<String> { Set(kinds.filter { $0.role == .record }.flatMap { $0.fields.compactMap(\.facet) }) }
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
