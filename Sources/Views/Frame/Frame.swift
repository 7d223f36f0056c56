import Records
import Templates

/// The part of a page that every page has: its head, navigation, path and banners; and links from where it stands.
struct Frame {
  let site: Site
  let address: String
  let lang: String
  /// The site's own path, for a page that is shown at addresses other than its own; nothing for all others.
  var base: String?

  /// The way from the page to the site's root: `../../`.
  var root: String {
    base
      ?? String(repeating: "../", count: address.utf8.count { $0 == UInt8(ascii: "/") })
  }

  var language: Language { site.language(lang) }

  /// A link to a page of the site: from `tools/x/technical/`, `tools/x/versions/` is `../versions/index.html`.
  func href(_ target: String) -> String {
    let (path, fragment) = split(target)
    let file = path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    return (base.map { $0 + file } ?? way(to: file)) + fragment
  }

  /// From this page to a file, no further up than to the last folder that both stand in: a page has many links, and few lead far.
  private func way(to file: String) -> String {
    let slash = UInt8(ascii: "/")
    var common = 0
    for (count, (one, other)) in zip(address.utf8, file.utf8).enumerated() {
      guard one == other else { break }
      if one == slash { common = count + 1 }
    }
    let up = address.utf8.dropFirst(common).count { $0 == slash }
    return String(repeating: "../", count: up) + (String(file.utf8.dropFirst(common)) ?? file)
  }

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
      .template: .text(template), .root: .text(root), .site: .object(site.model), .nav: .list(nav),
      .page: .object(page(head)), .crumbs: crumbs(head.crumbs), .banners: .list(head.banners),
    ]
  }

  private func page(_ head: Head) -> Object {
    [
      .title: .text(head.title), .describe: .text(head.describe), .lang: .text(lang),
      .canonical: base == nil ? .text(site.settings.address + (head.canonical ?? address)) : .none, .hidden: .flag(head.isHidden),
      .feed: head.feed.map { .object(link($0.label, $0.target)) } ?? .none,
      .record: head.record.map { .text(href($0)) } ?? .none,
      .structured_markup: head.structured, .translations: .list([]),
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
      crumbs.map { crumb in
        [
          .href: .text(href(crumb.target)), .label: crumb.label.map { .text($0) } ?? .none,
          .word: crumb.word.map { .text($0) } ?? .none,
        ]
      })
  }

  private func split(_ target: String) -> (path: String, fragment: String) {
    guard let hash = target.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (target, "") }
    return (String(target[..<hash]), String(target[hash...]))
  }
}

/// What one page says in its head.
struct Head {
  struct Crumb {
    var label: String?
    var word: String?
    var target: String

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
