internal import Bytes
package import Reading

/// Sets a Markdown tree as HTML.
///
/// Each block element stands on a line of its own, so that a change of one paragraph is a change of one line. Everything a person
/// wrote is escaped, raw HTML included. Links and pictures whose address is not on the allow-list, or that the setting does not
/// resolve, become plain words; a link without words shows its address. Headings begin one level below the page's and skip none.
/// Ids carry the setting's prefix, and a link to a heading of the same text finds it there.
///
/// The tree is walked from front to back with a stack of what is open: no depth of nesting is too deep.
package func typeset(_ tree: Tree, _ setting: Setting = Setting()) -> Markup {
  var setter = Setter(tree, setting)
  return Markup(setter.set())
}

/// Sets plain text: the same words, escaped.
package func typeset(text: String) -> Markup {
  var bytes: [UInt8] = []
  bytes.appendHTML(text)
  return Markup(bytes)
}

private struct Setter: ~Copyable {
  let tree: Tree
  let setting: Setting
  /// Most texts have no heading and no note, and never ask.
  lazy var headings = Headings(tree, under: setting.level)
  /// How often each note is marked.
  lazy var marks = tree.marks()
  var out: Galley
  /// What is open, with the tag that closes it.
  private var open: [(index: Int32, closing: StaticString)] = []
  private var marked: [Int32: Int] = [:]
  private var hasNotes = false
  private var hasRows = false

  init(_ tree: Tree, _ setting: Setting) {
    self.tree = tree
    self.setting = setting
    out = Galley(room: tree.nodes.count * 64)
    open.reserveCapacity(8)
  }

  mutating func set() -> [UInt8] {
    var index = 0
    while index < tree.nodes.count {
      close(downTo: tree.nodes[index].parent)
      index = tree.nodes[index].kind.isBlock ? block(index) : inline(index)
    }
    close(downTo: -1)
    return out.bytes
  }

  private mutating func close(downTo parent: Int32) {
    while let top = open.last, top.index != parent {
      let kind = tree.nodes[Int(top.index)].kind
      if kind == .footnoteDefinition { backLinks(ofNoteBlock: Int(top.index)) }
      if kind == .paragraph { backLinks(inParagraph: Int(top.index)) }
      out.append(top.closing)
      open.removeLast()
    }
  }

  private mutating func push(_ index: Int, _ closing: StaticString) { open.append((Int32(index), closing)) }

  /// Starts a line of its own.
  private mutating func line() {
    if let last = out.last, last != 0x0A { out.append(0x0A) }
  }

  /// Opens a block; the number of the node to go on with.
  private mutating func block(_ index: Int) -> Int {
    switch tree.nodes[index].kind {
    case .document: push(index, "")
    case .paragraph:
      if tree.isTight(index) {
        push(index, "")
      } else {
        tag("<p>")
        push(index, "</p>\n")
      }
    case .heading: heading(index)
    case .list: list(tree.nodes[index], index)
    case .item:
      tag("<li>")
      push(index, "</li>\n")
    case .quote:
      tag("<blockquote>\n")
      push(index, "</blockquote>\n")
    case .codeBlock: code(tree.nodes[index])
    case .htmlBlock:
      tag("<p>")
      var text = tree.nodes[index].text.range
      while let last = text.last, tree.words[last] == 0x0A || tree.words[last] == 0x0D { text.removeLast() }
      words(text)
      out.append("</p>\n" as StaticString)
    case .thematicBreak: tag("<hr>\n")
    case .table, .row, .cell: tablePart(tree.nodes[index], index)
    default: note(tree.nodes[index], index)
    }
    return index + 1
  }

  /// Some of the tree's words.
  private mutating func words(_ range: Range<Int>) {
    tree.words.withUnsafeBufferPointer { out.appendHTML(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  private mutating func tag(_ tag: StaticString) {
    line()
    out.append(tag)
  }

  private mutating func heading(_ index: Int) {
    let level = headings.levels[index] ?? 6
    tag("<h")
    out.append(number: level)
    out.appendAttribute("id", setting.prefix + (headings.ids[index] ?? ""))
    out.append(UInt8(ascii: ">"))
    push(index, Setter.headingEnds[level - 1])
  }

  private static let headingEnds: [StaticString] = ["</h1>\n", "</h2>\n", "</h3>\n", "</h4>\n", "</h5>\n", "</h6>\n"]

  private mutating func list(_ node: TreeNode, _ index: Int) {
    line()
    if node.ordered {
      out.append("<ol" as StaticString)
      if node.number != 1 { out.appendAttribute("start", String(node.number)) }
      out.append(">\n" as StaticString)
    } else {
      out.append("<ul>\n" as StaticString)
    }
    push(index, node.ordered ? "</ol>\n" : "</ul>\n")
  }

  private mutating func code(_ node: TreeNode) {
    tag("<pre><code")
    let language = tree.text(node.title).prefix { !$0.isWhitespace }
    if !language.isEmpty { out.appendAttribute("class", "language-" + language) }
    out.append(UInt8(ascii: ">"))
    words(node.text.range)
    out.append("</code></pre>\n" as StaticString)
  }

  private mutating func tablePart(_ node: TreeNode, _ index: Int) {
    line()
    switch node.kind {
    case .table:
      hasRows = false
      out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\"" as StaticString)
      out.appendAttribute("aria-label", setting.words.table + ": " + tree.columnHeads(of: index))
      out.append(">\n<table>\n" as StaticString)
      let hasBody = tree.hasBody(index)
      push(index, hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    case .row:
      if node.head {
        out.append("<thead>\n" as StaticString)
      } else if !hasRows {
        hasRows = true
        out.append("<tbody>\n" as StaticString)
      }
      out.append("<tr>\n" as StaticString)
      push(index, node.head ? "</tr>\n</thead>\n" : "</tr>\n")
    default:
      let isHead = tree.nodes[Int(node.parent)].head
      out.append(isHead ? "<th scope=\"col\"" as StaticString : "<td")
      switch node.alignment {
      case .right: out.appendAttribute("class", "right")
      case .centre: out.appendAttribute("class", "center")
      case .left, .none: break
      }
      out.append(UInt8(ascii: ">"))
      push(index, isHead ? "</th>\n" : "</td>\n")
    }
  }

  /// Opens an inline; the number of the node to go on with.
  private mutating func inline(_ index: Int) -> Int {
    switch tree.nodes[index].kind {
    case .text, .htmlInline: words(tree.nodes[index].text.range)
    case .softBreak: out.append(UInt8(ascii: " "))
    case .lineBreak: out.append("<br>" as StaticString)
    case .code:
      out.append("<code>" as StaticString)
      words(tree.nodes[index].text.range)
      out.append("</code>" as StaticString)
    case .emphasis:
      out.append("<em>" as StaticString)
      push(index, "</em>")
    case .strong:
      out.append("<strong>" as StaticString)
      push(index, "</strong>")
    case .link: link(tree.nodes[index], index)
    case .image:
      picture(tree.nodes[index], index)
      return tree.end(of: index)
    default: mark(tree.nodes[index])
    }
    return index + 1
  }
}

extension Setter {
  /// An address as it may stand on this page, or nothing.
  private mutating func address(_ node: TreeNode, _ use: Setting.Use) -> String? {
    let written = tree.text(node.text)
    switch Destination(written) {
    case .refused, .empty: return nil
    case .fragment:
      let name = String(decoding: written.utf8.dropFirst(), as: UTF8.self)
      let isOwn = headings.ids.values.contains(name)
      return isOwn ? "#" + setting.prefix + name : setting.resolve(written, use)
    case .web, .mail, .telephone, .relative: return setting.resolve(written, use)
    }
  }

  private mutating func link(_ node: TreeNode, _ index: Int) {
    guard let address = address(node, .link) else { return push(index, "") }
    out.append("<a href=\"" as StaticString)
    out.appendAddress(address)
    out.append(UInt8(ascii: "\""))
    if !node.title.isEmpty { out.appendAttribute("title", tree.text(node.title)) }
    out.append(UInt8(ascii: ">"))
    if tree.plainText(of: index).utf8.allSatisfy({ $0 <= 0x20 }), !tree.hasPicture(index) { words(node.text.range) }
    push(index, "</a>")
  }

  private mutating func picture(_ node: TreeNode, _ index: Int) {
    let words = tree.plainText(of: index)
    guard let address = address(node, .picture) else { return out.appendHTML(words) }
    out.append("<img src=\"" as StaticString)
    out.appendAddress(address)
    out.append(UInt8(ascii: "\""))
    out.appendAttribute("alt", words)
    if !node.title.isEmpty { out.appendAttribute("title", tree.text(node.title)) }
    out.append(UInt8(ascii: ">"))
  }

  /// The mark of a note in the text.
  private mutating func mark(_ node: TreeNode) {
    let count = (marked[node.number] ?? 0) + 1
    marked[node.number] = count
    out.append("<sup><a" as StaticString)
    out.appendAttribute("id", markName(node.number, count))
    out.appendAttribute("href", "#" + noteName(node.number))
    out.append(" role=\"doc-noteref\">" as StaticString)
    out.append(number: Int(node.number))
    out.append("</a></sup>" as StaticString)
  }

  /// A note at the end of the text.
  private mutating func note(_ node: TreeNode, _ index: Int) {
    if !hasNotes {
      hasNotes = true
      tag("<section class=\"notes\" role=\"doc-endnotes\"")
      out.appendAttribute("aria-label", setting.words.notes)
      out.append(">\n<ol>\n" as StaticString)
    }
    tag("<li")
    out.appendAttribute("id", noteName(node.number))
    out.append(UInt8(ascii: ">"))
    push(index, node.next < 0 ? "</li>\n</ol>\n</section>\n" : "</li>\n")
  }

  /// The ways back stand at the end of a note's last paragraph …
  private mutating func backLinks(inParagraph index: Int) {
    let parent = Int(tree.nodes[index].parent)
    guard tree.nodes[index].next < 0, tree.nodes[parent].kind == .footnoteDefinition else { return }
    backLinks(tree.nodes[parent].number, isAlone: false)
  }

  /// … or in one of their own, where the note ends with something else.
  private mutating func backLinks(ofNoteBlock index: Int) {
    guard tree.lastChild(of: index).map({ tree.nodes[$0].kind }) != .paragraph else { return }
    tag("<p>")
    backLinks(tree.nodes[index].number, isAlone: true)
    out.append("</p>\n" as StaticString)
  }

  private mutating func backLinks(_ number: Int32, isAlone: Bool) {
    let count = marks[number] ?? 0
    guard count > 0 else { return }
    for time in 1...count {
      if time > 1 || !isAlone { out.append(UInt8(ascii: " ")) }
      out.append("<a" as StaticString)
      out.appendAttribute("href", "#" + markName(number, time))
      out.append(" role=\"doc-backlink\"" as StaticString)
      out.appendAttribute("aria-label", setting.words.back + " \(number)" + (time > 1 ? ".\(time)" : ""))
      out.append(">↩</a>" as StaticString)
    }
  }

  private func noteName(_ number: Int32) -> String { setting.prefix + "note-\(number)" }

  private func markName(_ number: Int32, _ time: Int) -> String {
    setting.prefix + "mark-\(number)" + (time > 1 ? "-\(time)" : "")
  }
}
