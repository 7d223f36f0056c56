import Bytes
import Editions
import Records

/// A feed as JSON Feed 1.1, with what changed as data under `_register`.
func jsonFeed(_ feed: Feed, in site: Site) -> [UInt8] {
  let base = site.settings.address
  let language = site.language(feed.lang)
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("version", "https://jsonfeed.org/version/1.1")
    writer.member("title", feed.title)
    writer.member("home_page_url", base + feed.page)
    writer.member("feed_url", base + "changes.json")
    if !site.settings.describe.isEmpty { writer.member("description", site.settings.describe) }
    writer.member("language", feed.lang)
    writer.key("authors")
    authors(site.settings.publishers.first?.name ?? site.settings.title, &writer)
    if let newest = site.history.newest, let hash = site.history.newestHash {
      writer.key("_register")
      writer.object { writer in
        writer.member("about", base + "data/")
        writer.member("edition", newest.number)
        writer.member("edition_date", newest.date.text)
        writer.member("edition_sha256", hash)
      }
    }
    writer.key("items")
    writer.array { writer in for entry in feed.entries { write(entry, language, in: site, &writer) } }
  }
  return writer.finish()
}

private func authors(_ name: String, _ writer: inout JSONWriter) {
  writer.array { $0.object { $0.member("name", name) } }
}

private func write(_ entry: FeedEntry, _ language: Language, in site: Site, _ writer: inout JSONWriter) {
  let base = site.settings.address
  writer.object { writer in
    writer.member("id", site.identity + entry.name)
    writer.member("url", base + entry.page)
    writer.member("title", entry.title(language))
    if !entry.note.isEmpty { writer.member("summary", entry.note) }
    writer.member("content_text", entry.text(language))
    writer.member("date_published", moment(entry.day))
    writer.member("date_modified", moment(entry.day))
    writer.key("authors")
    authors(entry.organisation, &writer)
    writer.key("tags")
    writer.array { writer in
      writer.string(entry.happening.rawValue)
      if case .version(let news) = entry, !news.version.entry.significance.isEmpty {
        writer.string(news.version.entry.significance)
      }
    }
    writer.key("_register")
    writer.object { entry.writeRegister(base, &$0) }
  }
}

extension FeedEntry {
  /// What a reader without HTML gets: the note, then a line for each field that changed.
  fileprivate func text(_ language: Language) -> String {
    var lines = [word(language) + (note.isEmpty ? "" : ". " + note)]
    for field in told.fields {
      let words = field.words.isEmpty ? "" : ": " + field.words.map(\.marked).joined()
      lines.append("- " + field.title(language) + words)
    }
    if told.more > 0 { lines.append("- \(language.label("and more")): \(told.more)") }
    return lines.joined(separator: "\n")
  }

  fileprivate func writeRegister(_ base: String, _ writer: inout JSONWriter) {
    writer.member("tool", tool)
    writer.member("happening", happening.rawValue)
    switch self {
    case .redaction(let redaction, let edition, _, _):
      writer.member("version", redaction.version)
      writer.member("edition", edition.number)
      writer.member("file", redaction.file)
      writer.member("sha256", redaction.was)
    case .version(let news):
      writer.member("record", base + news.base + "record.json")
      writer.key("from")
      if news.isFirst { writer.null() } else { writer.number(news.version.number - 1) }
      writer.member("to", news.version.number)
      writer.member("edition", news.version.edition)
      writer.member("digest", news.version.entry.digest)
      writer.key("fields_changed")
      writer.array { writer in
        for field in told.fields {
          writer.object { writer in
            writer.member("label", field.label)
            writer.member("action", field.action)
            writer.member("url", base + news.base + "changes/#" + field.name)
          }
        }
      }
      writer.member("more_fields", told.more)
      guard !news.isFirst else { return }
      writer.member("diff_url", base + news.base + "changes/")
    }
  }
}

extension Run {
  /// As text without colour has it: `[-gone-]`, `{+come+}`.
  package var marked: String {
    switch kind {
    case .added, .movedHere: "{+\(text)+}"
    case .removed, .movedAway: "[-\(text)-]"
    case .kept, .respaced: text
    }
  }
}
