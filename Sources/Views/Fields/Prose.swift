import Findings
import Reading
import Records
import Templates
import Typesetting

extension Subject {
  /// Markdown of one of its documents as markup.
  ///
  /// - Parameter prefix: begins the ids of what is named in it.
  func markup(_ passage: Passage, level: Int, prefix: @autoclosure () -> String, on frame: Frame) -> Markup {
    if passage.tree.isAlikeEverywhere { return typeset(passage.tree, frame.setting) }
    let root = frame.root
    let setting = Setting(level: level - 1, prefix: prefix() + "-", words: frame.setting.words) { target, _ in
      self.resolve(target, root: root)
    }
    return typeset(passage.tree, setting)
  }

  /// Where a relative link of a document leads from a page: to a document's page, or to the frozen attachment.
  private func resolve(_ target: String, root: String) -> String {
    guard let file = FileAddress(target) else { return target }
    if file.path.isEmpty { return file.rest }
    if file.document == "record" { return root + base + "index.html" + file.rest }
    if tool.document(file.document) != nil { return root + address(ofDocument: file.document) + "index.html" + file.rest }
    return root + (lost[file.path] ?? source + file.path) + file.rest
  }
}

/// Whether an address names something beside the document.
func isRelative(_ target: String) -> Bool { FileAddress(target) != nil }

/// Whether an address leads to the same place from every page.
func leadsAway(_ target: String) -> Bool { !isRelative(target) && !target.hasPrefix("#") }

extension Tree {
  /// Whether it is one plain paragraph, which needs nothing around it.
  var isParagraph: Bool { nodes.count > 1 && nodes[1].kind == .paragraph && nodes[1].next == -1 }

  /// The first block alone, for a page that opens with it.
  var opening: Tree {
    guard nodes.count > 1 else { return self }
    let end = end(of: 1)
    var kept = Array(nodes[0..<end])
    kept[1].next = -1
    return Tree(nodes: kept, words: words)
  }
}
