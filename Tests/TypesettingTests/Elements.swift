/// HTML as lines of its elements and texts, so that two spellings of the same thing are the same.
///
/// White space is one space and none at the edges of blocks; attributes are sorted; what this program says in its own way (ids, classes,
/// the box around tables, levels of headings) is put into the way of the specification.
func elements(_ html: String) -> String {
  var result = ""
  var text = ""
  var isVerbatim = false
  var rest = Substring(html)
  func flush(_ tag: String) {
    let isBlock = blocks.contains(tag.drop { $0 == "/" }.prefix { $0 != " " }.description)
    var words = unescaped(text)
    if !isVerbatim {
      words = words.split(separator: /[ \t\n\r]+/, omittingEmptySubsequences: false).joined(separator: " ")
      if isBlock, words.hasSuffix(" ") { words.removeLast() }
      if isAfterBlock, words.hasPrefix(" ") { words.removeFirst() }
    }
    if !words.isEmpty { result += words.debugDescription + "\n" }
    text = ""
    isAfterBlock = isBlock
  }
  var isAfterBlock = true
  while let open = rest.firstIndex(of: "<") {
    text += rest[..<open]
    rest = rest[open...]
    guard let close = rest.firstIndex(of: ">") else { break }
    let tag = normal(rest[rest.index(after: open)..<close])
    flush(tag)
    rest = rest[rest.index(after: close)...]
    if tag.hasPrefix("pre") { isVerbatim = true }
    if tag.hasPrefix("/pre") { isVerbatim = false }
    if !tag.isEmpty { result += "<\(tag)>\n" }
  }
  text += rest
  flush("p")
  return result
}

private let blocks: Set<String> = [
  "p", "h", "ul", "ol", "li", "blockquote", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td", "br", "",
]

/// A tag in the specification's way; empty for what is ours alone.
private func normal(_ tag: Substring) -> String {
  var tag = tag.last == "/" ? tag.dropLast() : tag
  while tag.last == " " { tag.removeLast() }
  let name = tag.prefix { $0 != " " && $0 != "\n" }
  if name == "div" || name == "/div" { return "" }
  var attributes: [String] = []
  for match in tag.dropFirst(name.count).matches(of: /([a-z-]+)="([^"]*)"/) {
    let value = unescaped(String(match.2))
    switch match.1 {
    case "id", "scope", "role", "tabindex", "aria-label": break
    case "class" where name == "th" || name == "td": attributes.append("align=\(value)")
    case "align" where value == "left": break
    default: attributes.append("\(match.1)=\(value)")
    }
  }
  let plain = name.wholeMatch(of: /\/?h[1-6]/) == nil ? String(name) : String(name.dropLast())
  return ([plain] + attributes.sorted()).joined(separator: " ")
}

func unescaped(_ text: String) -> String {
  var result = text
  for (name, meant) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&#39;", "'"), ("&amp;", "&")] {
    result = result.split(separator: name, omittingEmptySubsequences: false).joined(separator: meant)
  }
  return result
}
