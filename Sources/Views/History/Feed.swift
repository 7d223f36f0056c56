import Bytes
import Editions
import Records

/// What a feed tells of itself.
struct Feed {
  /// What its name in the register is, such as `changes` or `tools/finder`; its id is made from it.
  let name: String
  let title: String
  let subtitle: String?
  let lang: String
  /// Where it stands, and the page that tells the same.
  let path: String
  let page: String
  /// Newest first.
  let entries: [FeedEntry]
}

/// One thing that happened, as feeds tell it.
enum FeedEntry {
  case version(News)
  case redaction(Redaction, Edition, name: String, organisation: String)

  var day: Day {
    switch self {
    case .version(let news): news.version.date
    case .redaction(_, let edition, _, _): edition.date
    }
  }

  var happening: Happening {
    switch self {
    case .version(let news): news.happening
    case .redaction: .redacted
    }
  }

  /// What follows the register's own beginning in its id; it never changes.
  var name: String {
    switch self {
    case .version(let news): String(news.base.dropLast())
    case .redaction(let redaction, _, _, _):
      "tools/\(redaction.tool)/versions/\(redaction.version)/removed/\(redaction.file)"
    }
  }

  /// The page to read.
  var page: String {
    switch self {
    case .version(let news): news.base
    case .redaction(let redaction, _, _, _): "tools/\(redaction.tool)/versions/\(redaction.version)/removed/"
    }
  }

  var tool: String {
    switch self {
    case .version(let news): news.tool
    case .redaction(let redaction, _, _, _): redaction.tool
    }
  }

  var organisation: String {
    switch self {
    case .version(let news): news.organisation
    case .redaction(_, _, _, let organisation): organisation
    }
  }

  /// Why, in the publisher's words.
  var note: String {
    switch self {
    case .version(let news): news.version.entry.change
    case .redaction(let redaction, _, _, _): redaction.because
    }
  }

  func title(_ language: Language) -> String {
    switch self {
    case .version(let news):
      "\(news.name): \(language.label("version")) \(news.version.number)"
    case .redaction(let redaction, _, let name, _):
      "\(name): \(language.label("version")) \(redaction.version), \(redaction.file)"
    }
  }

  var told: ToldChanges {
    switch self {
    case .version(let news): news.told
    case .redaction: .none
    }
  }
}

/// Every feed of changes: of the whole register as Atom and as JSON Feed, and of each value tools are filed by.
func feeds(_ news: [News], filedAs register: RegisterView, in site: Site) -> [SiteFile] {
  let all = site.entries(news)
  let language = site.language(site.lang)
  let newest = site.history.newest.map { edition in
    "\(language.label("Edition")) \(edition.number), \(edition.date.text), SHA-256 \(site.history.newestHash ?? "")"
  }
  let whole = Feed(
    name: "changes", title: site.settings.title, subtitle: newest, lang: site.lang, path: "changes.atom",
    page: "changes/", entries: Array(all.prefix(100)))
  let filed = (register.facets + register.formerFacets).flatMap { facet in
    facet.values.map { value -> SiteFile in
      let address = "browse/\(facet.id)/\(value.id)/"
      let tools = Set(value.tools.map { register.tools[$0].id })
      let feed = Feed(
        name: String(address.dropLast()), title: "\(site.settings.title): \(language.label(value.label))",
        subtitle: nil, lang: site.lang, path: address + "feed.atom", page: address,
        entries: Array(all.lazy.filter { tools.contains($0.tool) }.prefix(50)))
      return SiteFile(path: feed.path, bytes: atom(feed, in: site))
    }
  }
  return [
    SiteFile(path: "changes.atom", bytes: atom(whole, in: site)),
    SiteFile(path: "changes.json", bytes: jsonFeed(whole, in: site)),
  ] + filed
}

extension Story {
  /// The tool's own feed: every version it ever had.
  func feed(in site: Site) -> SiteFile {
    let path = home + "feed.atom"
    let feed = Feed(
      name: String(home.dropLast()), title: name, subtitle: nil, lang: lang ?? site.lang, path: path,
      page: home, entries: site.entries(news(in: site)))
    return SiteFile(path: path, bytes: atom(feed, in: site))
  }
}

extension Site {
  /// The language of pages that are about no one tool.
  var lang: String { settings.languages.first ?? "en" }

  /// What happened, newest first: each edition's versions, then what it removed.
  func entries(_ news: [News]) -> [FeedEntry] {
    let known = Dictionary(news.map { ($0.tool, $0) }, uniquingKeysWith: { _, last in last })
    let byEdition = Dictionary(grouping: inOrder(news)) { $0.version.edition }
    return history.editions.reversed().flatMap { edition -> [FeedEntry] in
      let versions = (byEdition[edition.number] ?? []).map { FeedEntry.version($0) }
      let removed = edition.redactions.compactMap { redaction -> FeedEntry? in
        guard let news = known[redaction.tool] else { return nil }
        return .redaction(redaction, edition, name: news.name, organisation: news.organisation)
      }
      return versions + removed
    }
  }
}
