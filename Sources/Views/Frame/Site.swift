package import Bytes
package import Editions
package import Records
import Templates

/// What every page of the site has in common: whose register it is, its history, and the day it tells.
///
/// It never changes and is passed on by reference: each page holds it.
package final class Site: Sendable {
  package let settings: Settings
  package let history: History
  /// The day by which things are due or overdue: the newest edition's, today in a preview, and on the pages of a version its own.
  package let day: Day
  /// Whether drafts are shown as if they were published now.
  package let isPreview: Bool
  package let languages: [Language]
  /// The assets under the names that hold their content's digest, by their plain name.
  package let assets: [String: String]
  /// The ordinary pages for the footer: label and address.
  package let links: [PageLink]
  /// What identifiers of feeds begin with, such as `tag:example.org,2026-01-15:register/`; it never changes once there is an edition.
  let identity: String
  /// The constant part of every page's model.
  let model: Object

  package struct PageLink: Sendable, Hashable {
    package let label: String
    package let address: String

    package init(label: String, address: String) {
      self.label = label
      self.address = address
    }
  }

  package init(
    settings: Settings, history: History, day: Day, isPreview: Bool, languages: [Language],
    assets: [String: String], links: [PageLink], founded: Settings? = nil
  ) {
    self.settings = settings
    self.history = history
    self.day = day
    self.isPreview = isPreview
    self.languages = languages
    self.assets = assets
    self.links = links
    let first = history.editions.first?.date ?? day
    identity = Site.identity(of: (founded ?? settings).address, since: first)
    model = Site.model(settings, assets, links)
  }

  private init(_ site: Site, on day: Day) {
    self.day = day
    settings = site.settings
    history = site.history
    isPreview = site.isPreview
    languages = site.languages
    assets = site.assets
    links = site.links
    identity = site.identity
    model = site.model
  }

  /// `https://example.org/register/` becomes `tag:example.org,2026-01-15:register/`.
  private static func identity(of address: String, since day: Day) -> String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2)
    let host = rest.first?.prefix { $0 != ":" } ?? ""
    return "tag:\(host),\(day.text):" + rest.dropFirst().joined(separator: "/")
  }

  /// The site as it is told on another day.
  func on(_ day: Day?) -> Site { day.map { Site(self, on: $0) } ?? self }

  func language(_ code: String) -> Language {
    languages.first { $0.code == code } ?? Language(code: code)
  }
}

extension Site {
  private static func model(_ settings: Settings, _ assets: [String: String], _ links: [PageLink]) -> Object {
    let asset = { (name: String) in "assets/" + (assets[name] ?? name) }
    return [
      .title: .text(settings.title), .describe: .text(settings.describe),
      .publisher: .text(settings.publishers.first?.name ?? settings.title),
      .illustrative: .flag(settings.illustrative), .licence: licence(settings),
      .contact: contactModel(settings.contact).map(Templates.Value.object) ?? .none,
      .home_path: "index.html", .editions_path: "editions/index.html",
      .quality_path: "quality/index.html", .feed_path: "changes.atom",
      .search_path: "search/", .css_path: .text(asset("site.css")), .brand_path: .text(asset("brand.css")),
      .js_path: .text(asset("site.js")), .icon_path: .text(asset("icon.svg")),
      .extra_path: assets["extra.css"].map { .text("assets/" + $0) } ?? .none,
      .logo_path: assets["logo"].map { .text("assets/" + $0) } ?? .none,
      .pages: .list(links.map { [.label: .text($0.label), .path: .text($0.address + "index.html")] }),
    ]
  }

  private static func licence(_ settings: Settings) -> Templates.Value {
    guard let name = settings.theme.licenceName else { return .none }
    return .object([
      .label: .text(name), .href: settings.theme.licenceAddress.map { .text($0) } ?? .none,
    ])
  }
}
