import Editions
import Records
import Templates

/// The pages that tell a tool's history: its versions, each one's changes, any two compared, and what had to be removed; and its feed.
package func compose(_ story: Story, in site: Site) -> Composed {
  var pages = [story.versionsPage(in: site)]
  if story.isComparable { pages.append(story.comparePage(in: site)) }
  for chapter in story.chapters where chapter.number > 1 {
    pages.append(story.changesPage(to: chapter, story.step(to: chapter.number), in: site))
  }
  if let draft = story.draft, !story.chapters.isEmpty {
    pages.append(story.changesPage(to: draft, story.draftStep, in: site))
  }
  pages += story.comparisons(in: site)
  pages += story.chapters.flatMap { story.tombstones($0, in: site) }
  return Composed(pages: pages, files: [story.feed(in: site)])
}

extension Story {
  var home: String { "tools/\(tool)/" }

  /// Whether there are two versions to set side by side; until then nothing leads to a page that would.
  var isComparable: Bool { chapters.count > 1 }

  func base(_ number: Int) -> String { home + "versions/\(number)/" }

  /// Where a version is told: its own pages for ever, a draft at the tool's address.
  func address(_ chapter: Chapter) -> String { chapter.version == nil ? home : base(chapter.number) }

  var name: String { now?.tool?.name ?? tool }

  var lang: String? { now?.tool?.lang }

  func frame(_ address: String, in site: Site, base: String? = nil) -> Frame {
    Frame(site: site, address: address, lang: lang ?? site.settings.languages.first ?? "en", base: base)
  }

  /// A page about the tool's history: what all of them have.
  func page(
    _ template: String, at frame: Frame, describe: String? = nil, isHidden: Bool = false, banners: [Object] = []
  ) -> Object {
    var crumbs: [Head.Crumb] = [.home, Head.Crumb(label: name, word: nil, target: home, lang: frame.lang)]
    if template != "versions" {
      crumbs.append(Head.Crumb(label: nil, word: "words/nav_versions", target: home + "versions/", lang: frame.lang))
    }
    let head = Head(
      title: name, describe: describe ?? now?.tool?.record.text(.summary) ?? "", isHidden: isHidden,
      feed: (name, home + "feed.atom"), crumbs: crumbs, banners: banners)
    var model = frame.model(head, template: template)
    model.add(.tool, .object(heading(on: frame)))
    return model
  }

  /// The tool as pages about it name it.
  func heading(on frame: Frame) -> Object {
    if let current { return current.toolModel(on: frame) }
    return [
      .id: .text(tool), .label: .text(tool), .href: .text(frame.href(home)), .lang: .none, .summary: "",
      .organisation: .none, .phase: .none, .live: false, .deprecated: false, .retired: false,
      .versions_href: .text(frame.href(home + "versions/")), .compare_href: .text(frame.href(home + "compare/")),
      .feed_href: .text(frame.root + home + "feed.atom"), .record_href: .none,
    ]
  }

  /// A version as the head of a comparison names it.
  func point(_ chapter: Chapter, on frame: Frame) -> Object {
    [
      .number: .number(chapter.number), .href: .text(frame.href(address(chapter))),
      .date: chapter.version.map { .object(dateModel($0.date)) } ?? .none,
      .draft: .flag(chapter.version == nil),
    ]
  }
}

extension Frame {
  /// An edition as versions and changes name it.
  func edition(_ number: Int) -> Object {
    [.number: .number(number), .href: .text(href("editions/\(number)/"))]
  }
}
