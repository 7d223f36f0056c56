import Bytes
import Editions
import Records
import Templates

/// The pages of every change in the register, newest first.
///
/// Old pages are numbered from the first change and full, so that a new edition touches the newest page alone.
func changesPages(_ news: [News], in site: Site) -> [Page] {
  let items = timeline(site.inOrder(news), site.history)
  let names = Dictionary(news.map { ($0.tool, $0.name) }, uniquingKeysWith: { _, last in last })
  let size = 200
  let archived = max(0, items.count / size - 1)
  let pages = (0..<archived).map { number in
    ChangesPage(
      number: number + 1, last: archived, items: Array(items[number * size..<(number + 1) * size]), names: names, site: site)
  }
  let newest = ChangesPage(number: nil, last: archived, items: Array(items[(archived * size)...]), names: names, site: site)
  return (pages + [newest]).map { $0.page(of: news.count) }
}

/// One thing that happened, in the order of the editions.
private enum Happened {
  case register(Edition)
  case version(News)
  case redaction(Redaction, Edition)

  var edition: Int {
    switch self {
    case .register(let edition), .redaction(_, let edition): edition.number
    case .version(let news): news.version.edition
    }
  }
}

private func timeline(_ news: [News], _ history: History) -> [Happened] {
  var rest = news[...]
  return history.editions.flatMap { edition -> [Happened] in
    let own = rest.prefix { $0.version.edition == edition.number }
    rest = rest.dropFirst(own.count)
    let isRegister = edition.number > 1 && !(edition.changed.isEmpty && edition.removed.isEmpty)
    return (isRegister ? [.register(edition)] : []) + own.map { .version($0) }
      + edition.redactions.map { .redaction($0, edition) }
  }
}

private struct ChangesPage {
  /// Counted from the oldest; nothing for the newest.
  let number: Int?
  /// How many old pages there are.
  let last: Int
  let items: [Happened]
  /// What each tool is called, whichever page tells of it.
  let names: [String: String]
  let site: Site

  func page(of count: Int) -> Page {
    let frame = Frame(site: site, address: address(number), lang: site.settings.languages.first ?? "en")
    let head = Head(
      title: site.settings.title, describe: site.settings.describe,
      crumbs: number == nil ? [] : [.home, Head.Crumb(label: nil, word: "words/nav_changes", target: "changes/")])
    var model = frame.model(head, template: "changes")
    model.add(.years, .list(years(on: frame)))
    model.add(.count, .object(countModel(count)))
    model.add(.feed_href, .text(frame.root + "changes.atom"))
    model.add(.json_href, .text(frame.root + "changes.json"))
    model.add(.older, older.map { .text(frame.href(address($0))) } ?? .none)
    model.add(.newer, number.map { .text(frame.href(address($0 == last ? nil : $0 + 1))) } ?? .none)
    return Page(address: frame.address, template: "changes", lang: frame.lang, model: model)
  }

  private func address(_ number: Int?) -> String { number.map { "changes/\($0)/" } ?? "changes/" }

  private var older: Int? {
    let one = (number ?? last + 1) - 1
    return one > 0 ? one : nil
  }

  private func years(on frame: Frame) -> [Object] {
    var years: [(year: Int, editions: [Object])] = []
    for edition in site.history.editions.reversed() {
      let own = items.filter { $0.edition == edition.number }
      guard !own.isEmpty else { continue }
      if years.last?.year != edition.date.year { years.append((edition.date.year, [])) }
      years[years.count - 1].editions.append(model(of: edition, own, on: frame))
    }
    return years.map { year, editions in
      [.label: .number(year), .id: .text("y\(year)"), .editions: .list(editions)]
    }
  }

  private func model(of edition: Edition, _ items: [Happened], on frame: Frame) -> Object {
    var register: Templates.Value = .none
    var changes: [Object] = []
    var redactions: [Object] = []
    for item in items {
      switch item {
      case .register:
        register = .object([.href: .text(frame.href(edition.folder + "/#g-register"))])
      case .version(let news): changes.append(changeModel(news, on: frame))
      case .redaction(let redaction, _):
        redactions.append(redactionModel(redaction, called: names[redaction.tool] ?? redaction.tool, on: frame))
      }
    }
    return [
      .number: .number(edition.number), .href: .text(frame.href(edition.folder + "/")),
      .date: .object(dateModel(edition.date)), .note: edition.note.isEmpty ? .none : .text(edition.note),
      .register: register, .changes: .list(changes), .redactions: .list(redactions),
    ]
  }
}

/// One version in a list of changes.
func changeModel(_ news: News, on frame: Frame) -> Object {
  let version = news.version
  return [
    .tool: .object(frame.link(news.name, "tools/\(news.tool)/")), .lang: news.lang == frame.lang ? .none : .text(news.lang),
    .version: .number(version.number),
    .href: .text(frame.href(news.base)),
    .changes_href: news.isFirst ? .none : .text(frame.href(news.base + "changes/")),
    .date: .object(dateModel(version.date)),
    .note: version.entry.change.isEmpty ? .none : .text(version.entry.change),
    .significance: news.isFirst ? .none : significanceModel(version.entry.significance),
    .happening: happeningModel(news.happening),
    .fields: changedFields(news.told, on: frame, at: news.base + "changes/"), .first: .flag(news.isFirst),
    .organisation: .text(frame.language.label(news.organisation)),
    .edition: .object(frame.edition(version.edition)),
  ]
}

/// What became of a tool, where that is more than a change.
func happeningModel(_ happening: Happening) -> Templates.Value {
  switch happening {
  case .added, .changed: .none
  case .paused, .deprecated, .retired, .redacted, .withdrawn:
    .object([.id: .text(happening.rawValue), .word: .text("words/happening_" + happening.rawValue)])
  }
}

func redactionModel(_ redaction: Redaction, called name: String, on frame: Frame) -> Object {
  let roles = frame.site.settings.signOff
  let role = roles.first { $0.role == redaction.role }?.label ?? redaction.role
  return [
    .label: .text(redaction.file), .tool: .object(frame.link(name, "tools/\(redaction.tool)/")),
    .version: .number(redaction.version), .because: .text(redaction.because),
    .role: .text(frame.language.label(role)), .date: .object(dateModel(redaction.on)),
    .hash: .text(redaction.was),
    .href: .text(frame.href("tools/\(redaction.tool)/versions/\(redaction.version)/removed/")),
  ]
}
