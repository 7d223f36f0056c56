import Bytes
package import Records
import Templates
import Typesetting

/// A register as its pages and files see it: all summaries in the order of their names, and how they are filed.
struct RegisterView: Sendable {
  let tools: [Summary]
  let facets: [Facet]
  /// The values that no tool is filed by any more; their pages stay.
  let formerFacets: [Facet]
  let pages: [OrdinaryPage]
  /// Every version ever published, in the order of the editions.
  let news: [News]
  let vocabulary: Vocabulary
  let site: Site

  /// In the order in which the search numbers them: by folded name, then id.
  init(
    _ tools: [Summary], news: [News] = [], pages: [OrdinaryPage] = [], with vocabulary: Vocabulary, in site: Site
  ) {
    let keyed = tools.map { (key: folded($0.name), tool: $0) }.sorted { one, other in
      one.key.equalsByBytes(other.key)
        ? one.tool.id.precedesByBytes(other.tool.id) : one.key.precedesByBytes(other.key)
    }
    self.tools = keyed.map(\.tool)
    self.pages = pages
    self.news = site.inOrder(news)
    self.vocabulary = vocabulary
    self.site = site
    facets = Views.facets(of: self.tools, with: vocabulary, site.settings)
    formerFacets = Views.formerFacets(of: self.news, but: facets, with: vocabulary, site.settings)
  }

  var lang: String { site.settings.languages.first ?? "en" }

  func frame(_ address: String) -> Frame { Frame(site: site, address: address, lang: lang) }

  func tool(_ id: String) -> Summary? { tools.first { $0.id == id } }

  /// What leads to a tool by its name.
  func link(_ tool: Summary, on frame: Frame, lang: Bool = true) -> Object {
    var link = frame.link(tool.name, "tools/\(tool.id)/")
    if lang { link.add(.lang, tool.lang == frame.lang ? .none : .text(tool.lang)) }
    return link
  }
}

/// The pages and files that are about the register as a whole, in parts that can be made at the same time and let go one by one: those
/// of a large register would fill the memory together.
///
/// Each part is a function of these arguments: no disk, no clock. Same summaries, pages and site, same bytes.
///
/// - Parameter releases: the file of every version ever published, which is made apart; nothing where there is none yet.
package func parts(
  register summaries: [Summary], news: [News], releases: DataFile? = nil, pages: [OrdinaryPage], with vocabulary: Vocabulary, in site: Site
) -> [@Sendable () -> Composed] {
  let view = RegisterView(summaries, news: news, pages: pages, with: vocabulary, in: site)
  let lists: [@Sendable () -> Composed] = view.facets.map { facet in { Composed(pages: view.browsePages(of: facet)) } }
  let data: @Sendable () -> Composed = {
    let data = view.dataFiles(releases)
    return Composed(
      pages: [view.dataPage(data.map(\.listed) + (releases.map { [$0] } ?? []))], files: data)
  }
  return [data, { Composed(files: SearchIndex(view).files) }] + lists + [
    { Composed(pages: [view.homePage(), view.browsePage(), view.notFoundPage()] + view.redirectPages()) },
    { Composed(pages: pages.map { view.page($0) } + [view.compareToolsPage(), view.qualityPage()]) },
    { Composed(pages: view.formerBrowsePages(), files: view.sitemaps() + [view.robots()]) },
  ]
}
