package import Editions
import Records

/// One version as the lists and feeds of the whole register tell it.
///
/// Small on purpose: they hold one of these for each version ever published, and nothing of its documents.
package struct News: Sendable {
  package let tool: String
  /// What the tool was called in that version.
  package let name: String
  package let lang: String
  package let organisation: String
  package let version: Version
  package let happening: Happening
  let told: ToldChanges
  /// Whether its record can still be read; nothing in place of one that was taken out.
  package let hasRecord: Bool
  /// By what it was filed, but what the tool's next version is filed by as well.
  let filed: [Summary.Filed]

  var base: String { "tools/\(tool)/versions/\(version.number)/" }
  var isFirst: Bool { version.number == 1 }

  /// Where its record stands as data.
  package var recordPath: String { base + "record.json" }
}

extension Story {
  /// Each published version in short, oldest first.
  package func news(in site: Site) -> [News] {
    zip(chapters, chapters.dropFirst().map { $0.tool } + [nil]).compactMap { chapter, next in
      guard let version = chapter.version else { return nil }
      let step = step(to: chapter.number)
      let record = chapter.tool?.record
      return News(
        tool: tool, name: chapter.tool?.name ?? name, lang: chapter.tool?.lang ?? lang ?? "en",
        organisation: record?.text(.organisation) ?? site.settings.publishers.first?.name ?? "",
        version: version,
        happening: chapter.number == 1 ? .added : step?.changes.happening ?? .changed,
        told: step?.inShort ?? .none, hasRecord: chapter.tool != nil, filed: chapter.tool?.filed(in: site, but: next) ?? [])
    }
  }
}

extension Site {
  /// News in the order they were published: by edition, then by tool.
  package func inOrder(_ news: [News]) -> [News] {
    news.sorted { one, other in
      if one.version.edition != other.version.edition { return one.version.edition < other.version.edition }
      return one.tool.utf8.lexicographicallyPrecedes(other.tool.utf8)
    }
  }
}
