import Findings
import Records

/// What is wrong with a register's redirects: of different sorts, to nothing, or from something that still stands.
func redirectFindings(_ settings: Settings, tools: [ToolFiles], pages: [String]) -> [Finding] {
  if settings.redirects.isEmpty { return [] }
  var standing: [String] = tools.map(\.id) + pages.map { "pages/" + $0 }
  for tool in tools {
    for file in tool.files {
      let name = file.path(in: tool.path)
      guard name.hasSuffix(".md"), name != "record.md", !name.contains("/") else { continue }
      standing.append(tool.id + "/" + name.dropLast(3))
    }
  }
  let known = Set(standing)
  return settings.redirects.sorted { $0.key < $1.key }.compactMap { from, to in
    let place = Place.file(settings.path)
    if sort(of: from) == nil || sort(of: from) != sort(of: to) {
      return Finding("redirect.form", at: place, ["from": from, "to": to])
    }
    if known.contains(from) { return Finding("redirect.taken", at: place, ["from": from]) }
    if known.contains(to) { return nil }
    var facts = ["from": from, "to": to]
    facts["near"] = nearest(to, among: standing)
    return Finding("redirect.target", at: place, facts)
  }
}

/// Whether a name is a tool's, a document's or a page's; nothing where it is none of them.
private func sort(of name: String) -> Int? {
  let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  guard parts.allSatisfy({ isFolderName($0) }) else { return nil }
  switch parts.count {
  case 1: return 1
  case 2: return parts[0] == "pages" ? 3 : 2
  default: return nil
  }
}
