import Bytes
import Editions
import Records

/// A feed as Atom (RFC 4287): an entry for each version, with the words that came and went.
func atom(_ feed: Feed, in site: Site) -> [UInt8] {
  let base = site.settings.address
  let language = site.language(feed.lang)
  var writer = XMLWriter()
  writer.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": feed.lang]) { writer in
    writer.line("id", [:], site.identity + feed.name)
    writer.line("title", [:], feed.title)
    if let subtitle = feed.subtitle { writer.line("subtitle", [:], subtitle) }
    writer.line("updated", [:], feed.entries.first.map { moment($0.day) } ?? never)
    writer.element("author") { $0.line("name", [:], site.settings.publishers.first?.name ?? site.settings.title) }
    writer.line("link", ["rel": "self", "type": "application/atom+xml", "href": base + feed.path])
    writer.line("link", ["rel": "alternate", "type": "text/html", "href": base + feed.page])
    writer.line("generator", [:], "Gazette")
    for entry in feed.entries { write(entry, language, in: site, &writer) }
  }
  return writer.finish()
}

private func write(_ entry: FeedEntry, _ language: Language, in site: Site, _ writer: inout XMLWriter) {
  let base = site.settings.address
  writer.element("entry") { writer in
    writer.line("id", [:], site.identity + entry.name)
    writer.line("title", [:], entry.title(language))
    writer.line("updated", [:], moment(entry.day))
    writer.line("published", [:], moment(entry.day))
    writer.element("author") { $0.line("name", [:], entry.organisation) }
    writer.line("link", ["rel": "alternate", "type": "text/html", "href": base + entry.page])
    if case .version(let news) = entry {
      if !news.isFirst {
        writer.line("link", ["rel": "related", "type": "text/html", "href": base + news.base + "changes/"])
      }
      writer.line("link", ["rel": "related", "type": "application/json", "href": base + news.base + "record.json"])
    }
    writer.line("category", ["term": entry.happening.rawValue, "label": entry.word(language)])
    if case .version(let news) = entry, !news.version.entry.significance.isEmpty {
      let significance = news.version.entry.significance
      writer.line("category", ["term": significance, "label": language.label(significance)])
    }
    writer.line("summary", [:], entry.note.isEmpty ? entry.word(language) : entry.note)
    writer.element("content", ["type": "xhtml"]) { writer in
      writer.element("div", ["xmlns": "http://www.w3.org/1999/xhtml"]) { entry.write(language, in: site, &$0) }
    }
  }
}

extension FeedEntry {
  /// What became of the tool, as a word.
  func word(_ language: Language) -> String { language.label(happening.word) }

  fileprivate func write(_ language: Language, in site: Site, _ writer: inout XMLWriter) {
    writer.line("p") { writer in
      writer.inline("strong", [:]) { $0.text(word(language)) }
      if !note.isEmpty { writer.text(". " + note) }
    }
    guard case .version(let news) = self, !news.told.fields.isEmpty else { return }
    let address = site.settings.address + news.base + "changes/"
    writer.element("ul") { writer in
      for field in news.told.fields {
        writer.line("li") { writer in
          writer.inline("a", ["href": address + "#" + field.name]) { $0.text(field.title(language)) }
          if !field.words.isEmpty { writer.text(": ") }
          for run in field.words { write(run, &writer) }
        }
      }
      if news.told.more > 0 {
        writer.line("li", [:], "\(language.label("and more")): \(news.told.more)")
      }
    }
  }

  private func write(_ run: Run, _ writer: inout XMLWriter) {
    switch run.kind {
    case .added, .movedHere: writer.inline("ins", [:]) { $0.text(run.text) }
    case .removed, .movedAway: writer.inline("del", [:]) { $0.text(run.text) }
    case .kept, .respaced: writer.text(run.text)
    }
  }
}

extension ToldChanges.Field {
  func title(_ language: Language) -> String {
    let name = label.isEmpty ? language.label("Introduction") : language.label(label)
    return document.map { $0 + ", " + name } ?? name
  }
}

extension Happening {
  /// In English; language files may have it in theirs.
  var word: String {
    switch self {
    case .added: "Published for the first time"
    case .changed: "Changed"
    case .paused: "Paused"
    case .deprecated: "Being withdrawn"
    case .retired: "Retired"
    case .redacted: "Removed after publication"
    case .withdrawn: "Withdrawn"
    }
  }
}

/// When a feed changed that has nothing in it, as in a preview of what was never published: one moment, whatever the day.
private let never = "1970-01-01T00:00:00Z"

/// The start of a day, as feeds write moments: no edition has a clock time.
func moment(_ day: Day) -> String { day.text + "T00:00:00Z" }
