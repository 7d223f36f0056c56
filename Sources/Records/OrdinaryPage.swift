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
  for page in pages { findings += deadLinks(of: page, among: pages.map(\.id)) }
  pages.sort { $0.order == $1.order ? $0.id.precedesByBytes($1.id) : $0.order < $1.order }
  return (pages, findings)
}

/// Links to what no page has: a file beside it, or a folder of the site that is none.
///
/// Files at the top of the site are made by the program and not looked for here, nor are pages below a folder.
private func deadLinks(of page: OrdinaryPage, among pages: [String]) -> [Finding] {
  page.body.tree.nodes.filter { $0.kind == .link || $0.kind == .image }.compactMap { node in
    let address = page.body.tree.text(node.text)
    guard let path = FileAddress(address)?.path else { return nil }
    let steps = path.split(separator: "/", omittingEmptySubsequences: true)
    if path.isEmpty || steps.allSatisfy({ $0 == ".." || $0 == "." }) { return nil }
    if steps.count > 1, steps[0] == ".." {
      let name = String(steps[1])
      if siteFolders.contains(name) || pages.contains(name) || steps.count == 2 && name.holds(UInt8(ascii: ".")) { return nil }
    }
    var facts = ["address": address]
    facts["near"] = nearest(String(steps.last ?? ""), among: pages).map { "../" + $0 + "/" }
    return Finding("page.link", at: page.source.place(node.span), facts)
  }
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
