import Bytes
import Findings
import Reading

/// Where links and pictures of a tool's texts lead: files that are there, words that say where, one name for one address.
@Sendable func checkLinks(_ context: CheckContext) -> [Finding] {
  var findings: [Finding] = []
  var names = AddressNames()
  for document in context.tool.all {
    for passage in document.passages {
      for index in passage.tree.nodes.indices {
        switch passage.tree.nodes[index].kind {
        case .link, .image: break
        default: continue
        }
        let node = passage.tree.nodes[index]
        let address = passage.tree.text(node.text)
        let destination = Destination(address)
        if destination == .relative { findings += missing(address, at: node.span, document, context) }
        if node.kind == .image, destination == .web {
          findings.append(Finding("link.picture", at: document.place(node.span), ["address": address]))
        }
        guard node.kind == .link else { continue }
        let words = passage.tree.plainText(of: index)
        if vague.contains(words.lowercased()) {
          findings.append(Finding("link.vague", at: document.place(node.span), ["words": words, "address": address]))
        } else if destination == .web {
          findings += names.add(address, words, at: node.span, of: document)
        }
      }
    }
    findings += checkAddressFields(document, context)
    findings += scanAddresses(document.source)
  }
  return findings
}

/// What each address was called first.
private struct AddressNames {
  private var named: [String: (words: String, span: Span, document: Document)] = [:]

  /// Names that say nothing against another are left alone: the address itself, and the same words with other capitals.
  mutating func add(_ address: String, _ words: String, at span: Span, of document: Document) -> [Finding] {
    let name = words.lowercased()
    let isAddress = name.holds(UInt8(ascii: ":")) && name.contains("://")
    guard !address.hasSuffix(name), !isAddress, !name.isEmpty else { return [] }
    guard let first = named[address] else {
      named[address] = (words, span, document)
      return []
    }
    guard first.words.lowercased() != name else { return [] }
    let place = first.document.place(first.span)
    return [
      Finding(
        "link.two-names", at: document.place(span),
        ["address": address, "words": words, "first": first.words, "where": "\(place.file):\(place.line)"])
    ]
  }
}

/// Words of a link that say nothing to those who hear the links of a page read out.
private let vague: Set<String> = [
  "here", "click here", "click", "link", "this link", "this", "this page", "read more", "more", "learn more", "find out more", "see here",
  "go here", "details", "more information", "website", "download", "document", "pdf",
]

/// A relative address must lead to a document or an attachment of the tool.
private func missing(_ address: String, at span: Span, _ document: Document, _ context: CheckContext) -> [Finding] {
  let tool = context.tool
  guard let file = FileAddress(address), !tool.holds(file) else { return [] }
  var facts = ["address": address]
  facts["near"] =
    file.path.hasPrefix("www.")
    ? "https://" + address : nearest(file.path, among: tool.all.map { $0.id + ".md" } + tool.attachments.map(\.name))
  return [Finding("link.missing", at: document.place(span), facts)]
}

/// Fields that take an address: an attachment that is there, and in a list a different one for each item.
private func checkAddressFields(_ document: Document, _ context: CheckContext) -> [Finding] {
  var findings: [Finding] = []
  document.eachValue(at: document.kind.addresses) { _, value in
    guard let text = value.text, Destination(text) == .relative else { return }
    findings += missing(text, at: value.span, document, context)
  }
  for place in document.kind.addresses {
    let field = document.kind.fields[place.field]
    for part in place.parts {
      var names = AddressNames()
      let key = field.key.flatMap { field.position(of: $0) } ?? 0
      for item in document.values[place.field].items {
        guard let address = item.values[part].text else { continue }
        findings += names.add(address, item.values[key].line ?? "", at: item.values[part].span, of: document)
      }
    }
  }
  return findings
}
