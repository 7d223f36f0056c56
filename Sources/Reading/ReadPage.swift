package import Findings

/// An ordinary page as it was written: what its front matter says, and one text.
package struct PageDraft: Sendable {
  package var source: Source
  package var front: Node
  package var body: Passage
}

/// Reads an ordinary page: front matter, then Markdown whose headings are its own.
///
/// Unlike a document, a page is not cut at its headings. There is no draft where the front matter is missing or broken.
package func readPage(
  _ source: Source, limits: Limits = Limits()
) -> (draft: PageDraft?, findings: [Finding]) {
  var gathering = Gathering(source, limit: limits.findings)
  gathering.headingsAbove = 1
  let draft = gathering.readPageDraft(limits)
  return (draft, gathering.finish())
}

extension Gathering {
  fileprivate mutating func readPageDraft(_ limits: Limits) -> PageDraft? {
    guard let text = checkText(limits), let front = frontMatter(of: text) else { return nil }
    let node = readYAML(in: front.yaml, limits) ?? Node(span: front.yaml, content: .map([]))
    return PageDraft(source: source, front: node, body: readPassage(in: front.body, limits))
  }
}
