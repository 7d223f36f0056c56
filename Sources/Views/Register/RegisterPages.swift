import Bytes
package import Records
import Templates
import Typesetting

/// A register as its pages and files see it: all summaries in the order of their names, and how they are filed.
package struct RegisterView: Sendable {
  package let tools: [Summary]
  let facets: [Facet]
  /// Those facets that tell tools apart, with few enough values to choose from.
  let filters: [Facet]
  /// The values that no tool is filed by any more; their pages stay.
  let formerFacets: [Facet]
  let pages: [OrdinaryPage]
  /// Every version ever published, in the order of the editions.
  package let news: [News]
  /// For each tool that went elsewhere, the documents that it had.
  let moved: [String: [String]]
  let vocabulary: Vocabulary
  package let site: Site

  /// In the order in which the search numbers them: by folded name, then id.
  package init(
    _ tools: [Summary], news: [News] = [], pages: [OrdinaryPage] = [], moved: [String: [String]] = [:],
    with vocabulary: Vocabulary, in site: Site
  ) {
    let keyed = tools.map { (key: folded($0.name), tool: $0) }.sorted { one, other in
      one.key.equalsByBytes(other.key)
        ? one.tool.id.precedesByBytes(other.tool.id) : one.key.precedesByBytes(other.key)
    }
    self.tools = keyed.map(\.tool)
    self.pages = pages
    self.news = site.inOrder(news)
    self.moved = moved
    self.vocabulary = vocabulary
    self.site = site
    facets = Views.facets(of: self.tools, with: vocabulary)
    filters = facets.filter { (2...200).contains($0.values.count) }
    formerFacets = Views.formerFacets(of: self.news, but: facets, with: vocabulary)
  }

  var lang: String { form.lang }
  var form: DataForm { DataForm(site: site, audiences: vocabulary.audiences) }

  func frame(_ address: String) -> Frame { Frame(site: site, address: address, lang: lang) }

  func tool(_ id: String) -> Summary? { tools.first { $0.id == id } }

  /// What leads to a tool by its name.
  func link(_ tool: Summary, on frame: Frame, lang: Bool = true) -> Object {
    var link = frame.link(tool.name, "tools/\(tool.id)/")
    if lang { link.add(.lang, tool.lang == frame.lang ? .none : .text(tool.lang)) }
    return link
  }
}

extension RegisterView {
  /// The pages about the register as a whole, in parts that can be made at the same time and let go one by one: those of a large register
  /// would fill the memory together.
  ///
  /// Each part is a function of the view: no disk, no clock. Same summaries, news, pages and site, same bytes.
  package var lists: [@Sendable () -> Composed] {
    var parts: [@Sendable () -> Composed] = [
      { Composed(pages: [homePage(), browsePage(), notFoundPage()] + redirectPages()) },
      { Composed(pages: pages.map { page($0) } + [compareToolsPage(), qualityPage()]) },
      { Composed(pages: formerBrowsePages(), files: [robots()]) },
    ]
    for facet in facets { parts += browseParts(of: facet) }
    return parts
  }
}
