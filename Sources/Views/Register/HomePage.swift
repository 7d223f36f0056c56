import Editions
import Records
import Templates

extension RegisterView {
  /// How many tools the home page lists before it leaves the rest to the search.
  static let cardsAtMost = 100

  /// The first page: search, filters, the tools, and what is new.
  func homePage() -> Page {
    let frame = frame("")
    let settings = site.settings
    let head = Head(title: settings.title, describe: settings.describe, crumbs: [])
    let complete = tools.count <= RegisterView.cardsAtMost
    var model = frame.model(head, template: "home")
    model.add(.count, .object(countModel(tools.count)))
    model.add(.organisations, .object(countModel(facets.first { $0.id == "organisation" }?.values.count ?? 0)))
    model.add(.describe, .text(settings.describe))
    model.add(.edition, newestEdition(on: frame))
    model.add(.facets, .list(filters.map { self.model($0, on: frame) }))
    model.add(.tools, .list((complete ? liveFirst : newest(30)).map { card($0, on: frame, facets: filed($0)) }))
    model.add(.complete, .flag(complete))
    model.add(.changes, Frame.items(news.suffix(5).reversed().map { changeModel($0, on: frame) }))
    model.add(.changes_href, .text(frame.href("changes/")))
    model.add(.browse_href, .text(frame.href("browse/")))
    model.add(.editions_href, .text(frame.href("editions/")))
    model.add(.starts, .list(starts(on: frame)))
    return Page(address: "", template: "home", lang: lang, model: model)
  }

  /// By name; those that have ended after all others.
  var liveFirst: [Summary] { tools.filter { !$0.isRetired } + tools.filter(\.isRetired) }

  /// The tools with the newest versions, before all those that have none yet; of one day by name.
  private func newest(_ count: Int) -> [Summary] {
    let (drafts, published) = (tools.filter { $0.version == nil }, tools.enumerated().filter { $0.element.version != nil })
    let dated = published.sorted { one, other in
      guard let first = one.element.version?.date, let second = other.element.version?.date, first != second else {
        return one.offset < other.offset
      }
      return first > second
    }
    return Array((drafts + dated.map(\.element)).prefix(count))
  }

  private func newestEdition(on frame: Frame) -> Templates.Value {
    guard let edition = site.history.newest, let hash = site.history.newestHash else { return .none }
    return .object([
      .number: .number(edition.number), .date: .object(dateModel(edition.date)),
      .href: .text(frame.href("editions/\(edition.number)/")), .hash: .text(hash),
      .hash_short: .text(String(hash.prefix(12))), .note: .text(edition.note),
    ])
  }

  /// Where three sorts of reader begin: somebody a tool was used on, somebody who follows changes, somebody who checks.
  private func starts(on frame: Frame) -> [Object] {
    let affected = page(named: "if-a-tool-was-used-about-you", "about-you")
    let check = page(named: "for-auditors", "auditors")
    let targets: [(String, String?)] = [
      ("affected", affected.map { $0.id + "/" }), ("changes", "changes/"),
      ("check", check.map { $0.id + "/" } ?? "editions/"),
    ]
    return targets.compactMap { name, target in
      guard let target else { return nil }
      return [
        .word: .text("words/start_" + name), .detail_word: .text("words/start_\(name)_detail"),
        .href: .text(frame.href(target)),
      ]
    }
  }

  private func page(named names: String...) -> OrdinaryPage? {
    for name in names {
      if let page = pages.first(where: { $0.id == name }) { return page }
    }
    return nil
  }
}
