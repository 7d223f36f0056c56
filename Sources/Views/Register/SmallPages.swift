import Bytes
import Editions
import Reading
import Records
import Templates
import Typesetting

extension RegisterView {
  /// An ordinary page: one text under its title.
  func page(_ page: OrdinaryPage) -> Page {
    let frame = Frame(site: site, address: page.id + "/", lang: page.lang ?? lang)
    let setting = Setting(level: 1, prefix: "", words: Setting.Words(frame.language)) { target, _ in
      frame.resolve(target)
    }
    var model = frame.model(Head(title: page.title, describe: page.describe), template: "page")
    let parts = headingPlaces(in: page.body.tree, setting).filter { $0.level == 2 }
    model.add(.body_markup, .markup(typeset(page.body.tree, setting)))
    model.add(
      .contents,
      Frame.items(parts.count < 2 ? [] : parts.map { [.label: .text($0.words), .href: .text("#" + $0.id)] }))
    model.add(.date, lastChange(of: page).map { .object(dateModel($0)) } ?? .none)
    return Page(address: frame.address, template: "page", lang: frame.lang, model: model)
  }

  /// The day of the edition that last froze the page; nothing before there is one.
  private func lastChange(of page: OrdinaryPage) -> Day? {
    site.history.editions.last { $0.changed.contains("pages/\(page.id).md") }?.date
  }

  /// What a server shows where there is no page, at any depth: all its links begin at the site's root.
  func notFoundPage() -> Page {
    let frame = Frame(site: site, address: "404.html", lang: lang, base: site.basePath)
    var head = Head(title: "", describe: "", crumbs: [])
    head.isHidden = true
    var model = frame.model(head, template: "not-found")
    model.add(.browse_href, .text(frame.href("browse/")))
    model.add(.home_href, .text(frame.href("")))
    return Page(address: frame.address, template: "not-found", lang: lang, model: model)
  }
}

extension Setting.Words {
  init(_ language: Language) {
    self.init(
      table: language.label("Table"), notes: language.label("Notes"), back: language.label("Back to the text"))
  }
}

extension Frame {
  /// Where a link of an ordinary page leads: `../licence/` is a folder of the site, which a reader without a server must be told.
  fileprivate func resolve(_ target: String) -> String {
    guard let file = FileAddress(target) else { return target }
    switch file.path {
    case let path where path.isEmpty || path.hasSuffix("/"): return path + "index.html" + file.rest
    case ".", "..": return file.path + "/index.html" + file.rest
    default: return target
    }
  }
}

extension Site {
  /// The path of the base address: `/register/`.
  var basePath: String {
    let address = settings.address
    let slashes = address.indices.filter { address[$0] == "/" }
    return slashes.count > 2 ? String(address[slashes[2]...]) : "/"
  }
}
