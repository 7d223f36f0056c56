import Bytes
package import Findings
package import Reading

/// A page of the register that is about no tool: what it is called, where it stands in the footer, and its text.
package struct OrdinaryPage: Sendable {
  /// The file's name without `.md`, and its folder in the site.
  package let id: String
  package let title: String
  package let order: Int
  package let lang: String?
  package let describe: String
  package let body: Passage
  package let source: Source
}

/// Folders of the site that pages may not take.
package let siteFolders = [
  "assets", "browse", "changes", "compare", "data", "editions", "quality", "search", "tools",
]

/// The ordinary pages of a register, in their order and then by name.
///
/// A page whose name cannot be an address, or is already one of the site's, is left out with a finding.
package func readPages(_ sources: [Source], limits: Limits) -> ([OrdinaryPage], [Finding]) {
  var pages: [OrdinaryPage] = []
  var findings: [Finding] = []
  for source in sources {
    let id = documentName(source.path)
    guard isFolderName(id) else {
      findings.append(Finding("page.name", at: .file(source.path), ["name": id]))
      continue
    }
    if siteFolders.contains(id) {
      findings.append(Finding("page.reserved", at: .file(source.path), ["name": id]))
      continue
    }
    let (draft, found) = readPage(source, limits: limits)
    findings += found
    guard let draft else { continue }
    if let page = understand(draft, id, &findings) { pages.append(page) }
  }
  pages.sort { $0.order == $1.order ? $0.id.precedesByBytes($1.id) : $0.order < $1.order }
  return (pages, findings)
}

private func understand(_ draft: PageDraft, _ id: String, _ findings: inout [Finding]) -> OrdinaryPage? {
  guard var map = MapReader(draft.front, in: draft.source, what: "a page", findings: &findings) else { return nil }
  let title = map.text("title", required: true)
  let order = map.number("order")?.value
  let lang = map.text("lang")
  let describe = map.text("describe") ?? ""
  findings += map.finish()
  guard let title else { return nil }
  return OrdinaryPage(
    id: id, title: title, order: Int(min(9999, max(0, order ?? 9999))), lang: lang, describe: describe,
    body: draft.body, source: draft.source)
}
