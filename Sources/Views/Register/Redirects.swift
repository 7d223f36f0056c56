import Bytes
import Records
import Templates

extension RegisterView {
  /// The pages that stand where something was, and lead to where it went.
  func redirectPages() -> [Page] {
    site.settings.redirects.sorted { $0.key.precedesByBytes($1.key) }.flatMap { from, to -> [Page] in
      guard let old = place(from), let new = place(to), let label = label(of: to) else { return [] }
      let isTool = !from.contains("/")
      return [redirect(old, new, label)] + (isTool ? views(old, new, label) + documents(of: from, at: to, label) : [])
    }
  }

  /// A tool's documents lead to those of the other tool that have their names, or else to the tool; where the settings say of one where it
  /// went, it leads there.
  private func documents(of old: String, at new: String, _ label: String) -> [Page] {
    (moved[old] ?? []).compactMap { id in
      let (from, to) = (old + "/" + id, new + "/" + id)
      guard site.settings.redirects[from] == nil, let address = place(from) else { return nil }
      guard let title = self.label(of: to), let same = place(to) else { return place(new).map { redirect(address, $0, label) } }
      return redirect(address, same, title)
    }
  }

  /// A tool's pages for single audiences lead to the other tool's.
  private func views(_ old: String, _ new: String, _ label: String) -> [Page] {
    vocabulary.audiences.filter { !$0.address.isEmpty }.map { audience in
      redirect(old + audience.address + "/", new + audience.address + "/", label)
    }
  }

  private func redirect(_ old: String, _ new: String, _ label: String) -> Page {
    frame(old).redirect(to: new, called: label)
  }

  /// Where a tool, a document or a page stands.
  private func place(_ name: String) -> String? {
    let parts = name.split(separator: "/").map(String.init)
    guard parts.allSatisfy({ isFolderName($0) }) else { return nil }
    switch parts.count {
    case 1: return "tools/\(parts[0])/"
    case 2 where parts[0] == "pages": return parts[1] + "/"
    case 2: return "tools/\(parts[0])/documents/\(parts[1])/"
    default: return nil
    }
  }

  private func label(of name: String) -> String? {
    let parts = name.split(separator: "/").map(String.init)
    if parts.count == 2, parts[0] == "pages" { return pages.first { $0.id == parts[1] }?.title }
    guard let first = parts.first, let tool = tool(first) else { return nil }
    return parts.count == 1 ? tool.name : tool.documents.first { $0.id == parts[1] }?.title
  }
}

extension Frame {
  /// The page that stands here and leads elsewhere.
  func redirect(to target: String, called label: String) -> Page {
    var head = Head(title: label, describe: "", crumbs: [])
    head.isHidden = true
    head.canonical = target
    var model = model(head, template: "redirect")
    model.add(.target, .object(link(label, target)))
    return Page(address: address, template: "redirect", lang: lang, model: model)
  }
}
