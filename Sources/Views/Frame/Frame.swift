import Bytes
import Records
import Templates
import Typesetting

/// The part of a page that every page has: its head, navigation, path and banners; and links from where it stands.
///
/// It is passed on by reference: whatever makes a part of the page holds it.
final class Frame {
  let site: Site
  let address: String
  let language: Language
  /// The way from the page to the site's root: `../../`.
  let root: String
  /// The site's own path, for a page that is shown at addresses other than its own; nothing for all others.
  private let base: String?
  /// The address in bytes.
  private let way: [UInt8]
  /// How texts are set that are alike on every page.
  let setting: Setting
  /// What this page shows alike with others; nothing where it stands alone.
  let shared: Shared?

  var lang: String { language.code }

  /// - Parameter shared: what pages of one tool share, as far as they are in one language.
  init(site: Site, address: String, lang: String, base: String? = nil, sharing shared: Shared? = nil) {
    self.site = site
    self.address = address
    self.base = base
    way = Array(address.utf8)
    self.shared = shared?.lang == lang ? shared : nil
    language = site.language(lang)
    setting = Setting(words: Setting.Words(language))
    root = base ?? String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A link to a page of the site: from `tools/x/technical/`, `tools/x/versions/` is `../versions/index.html`.
  func href(_ target: String) -> String { Bytes.way(from: base == nil ? way : nil, base: base ?? "", to: target) }

  func link(_ label: String, _ target: String) -> Object {
    [.label: .text(label), .href: .text(href(target))]
  }

  /// A list that a template asks for as a whole: nothing where it is empty.
  static func items(_ list: [Object]) -> Templates.Value {
    list.isEmpty ? .none : .object([.items: .list(list)])
  }

  /// The names that every page's model has.
  func model(_ head: Head, template: String) -> Object {
    [
      .template: .text(template), .root: .text(root), .site: .object(site.model), .nav: alike(.nav) { .list(nav) },
      .page: .object(page(head)), .crumbs: crumbs(head.crumbs), .banners: .list(head.banners),
    ]
  }

  private func page(_ head: Head) -> Object {
    [
      .title: .text(head.title), .describe: .text(head.describe), .lang: .text(lang),
      .canonical: base == nil ? .text(site.settings.address + (head.canonical ?? address)) : .none, .hidden: .flag(head.isHidden),
      .feed: head.feed.map { .object(link($0.label, $0.target)) } ?? .none,
      .record: head.record.map { .text(href($0)) } ?? .none,
      .structured_markup: head.structured, .translations: .list([]), .site_lang: lang == site.lang ? .none : .text(site.lang),
    ]
  }

  private var nav: [Object] {
    let places = [
      ("words/nav_find", ""), ("words/nav_browse", "browse/"), ("words/nav_changes", "changes/"),
      ("words/nav_compare", "compare/"), ("words/nav_data", "data/"),
    ]
    return places.map { word, target in
      [.word: .text(word), .href: .text(href(target)), .current: .flag(address == target || !target.isEmpty && address.hasPrefix(target))]
    }
  }

  private func crumbs(_ crumbs: [Head.Crumb]) -> Templates.Value {
    Frame.items(
      crumbs.map { crumb -> Object in
        let language = crumb.lang ?? site.lang
        return [
          .href: .text(href(crumb.target)), .label: crumb.label.map { .text($0) } ?? .none,
          .word: crumb.word.map { .text($0) } ?? .none, .lang: language == lang ? .none : .text(language),
        ]
      })
  }
}

/// What one page says in its head.
struct Head {
  struct Crumb {
    var label: String?
    var word: String?
    var target: String
    /// The language of the page it leads to; nothing for the register's own.
    var lang: String?

    static let home = Crumb(label: nil, word: "words/nav_find", target: "")
  }

  var title: String
  var describe: String
  var isHidden = false
  /// Where the page's content stands, when that is not here.
  var canonical: String?
  var feed: (label: String, target: String)?
  var record: String?
  var structured: Templates.Value = .none
  var crumbs: [Crumb] = [.home]
  var banners: [Object] = []
}
