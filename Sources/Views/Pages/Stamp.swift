import Bytes
import Editions
import Findings
import Reading
import Records
import Templates

extension Subject {
  /// What every page of a tool states: version, date, edition, who answers for it, and where to see what changed.
  func stamp(on frame: Frame) -> Object {
    let record = tool.record
    let due = reviewDue
    return [
      .version: version.map { .number($0.number) } ?? .none,
      .date: version.map { .object(dateModel($0.date)) } ?? .none,
      .count: .object(countModel(place == .version ? version?.number ?? count : count)), .edition: edition(on: frame),
      .answers_for: .object(answersFor(on: frame)),
      .note: (version?.entry.change ?? record.changeNote).map { .text($0) } ?? .none,
      .significance: significanceModel(version?.entry.significance ?? record.text(.significance) ?? ""),
      .changes_href: changesHref(on: frame),
      .history_href: .text(frame.href(home + "versions/")),
      .permanent_href: version.map { .text(frame.href(home + "versions/\($0.number)/")) } ?? .none,
      .record_href: .text(frame.root + base + "record.json"),
      .source_href: version == nil ? .none : .text(frame.root + record.source.path),
      .feed_href: .text(frame.root + home + "feed.atom"),
      .review_due: due.map { .object(dateModel($0)) } ?? .none,
      .overdue: .flag(!tool.isRetired && due.map { $0 < frame.site.day } ?? false),
    ]
  }

  /// The version that a page is of for ever; nothing on a page of what holds now.
  var frozen: Templates.Value {
    guard place == .version, let version else { return .none }
    return .object([.version: .number(version.number)])
  }

  /// What changed with this version; the first has nothing before it.
  private func changesHref(on frame: Frame) -> Templates.Value {
    guard let version, version.number > 1 else { return .none }
    return .text(frame.href(home + "versions/\(version.number)/changes/"))
  }

  var reviewDue: Day? { tool.record.day(.reviewDue)?.first }

  private func edition(on frame: Frame) -> Templates.Value {
    guard let version else { return .none }
    return .object([
      .number: .number(version.edition), .href: .text(frame.href("editions/\(version.edition)/")),
      .hash: .text(version.editionHash), .hash_short: .text(String(version.editionHash.prefix(12))),
      .quote_address: .text(frame.site.settings.address + home + "versions/\(version.number)/"),
    ])
  }

  private func answersFor(on frame: Frame) -> Object {
    let record = tool.record
    var lines: [ContactLine] = []
    if let team = record.text(.team) { lines.append(ContactLine(way: "role", text: team)) }
    if let email = record.text(.contact) { lines.append(ContactLine(way: "email", text: email)) }
    return [
      .organisation: .text(tool.organisation(in: frame.site.settings)),
      .role: record.text(.owner).map { .text($0) } ?? .none,
      .contact: contactModel(lines).map { .object($0) } ?? .none,
    ]
  }

  /// What pages say of the tool itself.
  func toolModel(on frame: Frame) -> Object {
    let record = tool.record
    return [
      .id: .text(tool.id), .label: .text(tool.name), .href: .text(frame.href(base)),
      .lang: frame.lang == tool.lang ? .none : .text(tool.lang),
      .summary: .text(record.text(.summary) ?? ""),
      .organisation: .object(frame.facet("organisation", tool.organisation(in: frame.site.settings))),
      .phase: record.text(.phase).map { .object(frame.facet("phase", $0)) } ?? .none,
      .live: .flag(!tool.isRetired && !tool.isDeprecated), .deprecated: .flag(tool.isDeprecated),
      .retired: .flag(tool.isRetired), .versions_href: .text(frame.href(home + "versions/")),
      .compare_href: .text(frame.href(home + "compare/")), .feed_href: .text(frame.root + home + "feed.atom"),
      .record_href: .text(frame.root + base + "record.json"),
    ]
  }

  /// What every page of this set must say before anything else.
  func banners(on frame: Frame, now target: String) -> [Object] {
    var banners: [Object] = []
    if isDraft {
      let changes = newest > 0 ? home + "versions/\(newest + 1)/changes/" : nil
      banners.append([
        .template: "banners/draft", .changes_href: changes.map { .text(frame.href($0)) } ?? .none,
      ])
    }
    if isSuperseded, let version {
      banners.append([
        .template: "banners/superseded", .version: .number(version.number),
        .date: .object(dateModel(version.date)), .href: .text(frame.href(target)),
        .changes_href: .text(frame.href(home + "compare/\(version.number)/")),
      ])
    }
    if let version {
      let losses = frame.site.history.losses(of: tool.id, version: version.number)
      let home = home + "versions/\(version.number)/"
      if !losses.isEmpty { banners.append(redactedBanner(losses, at: home, on: frame)) }
    }
    if let ended = ended(on: frame) { banners.append(ended) }
    if let due = reviewDue, due < frame.site.day, !isSuperseded, !tool.isRetired {
      banners.append([.template: "banners/overdue", .date: .object(dateModel(due))])
    }
    return banners
  }

  private func ended(on frame: Frame) -> Object? {
    guard tool.isRetired || tool.isDeprecated else { return nil }
    let isPaused = !tool.isRetired && notice?.isPaused == true
    var banner: Object = [
      .template: tool.isRetired ? "banners/retired" : "banners/deprecated",
      .date: notice?.ends.map { .object(dateModel($0)) } ?? .none, .replaced: .none,
      .href: notice.map { .text(frame.href(address(ofDocument: $0.document.id))) } ?? .none,
    ]
    if tool.isRetired { banner.add(.tried, .flag(notice?.wasOnlyTried == true)) } else { banner.add(.paused, .flag(isPaused)) }
    return banner
  }
}

extension Tool {
  /// Announced to end, but still running: there is a notice that holds, and the record does not say it is retired yet.
  var isDeprecated: Bool { !isRetired && notice != nil }
}
