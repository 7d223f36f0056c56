import Editions
import Records
import Templates

extension Story {
  /// What changed with a version, field by field, against the one before; of a draft, what would.
  func changesPage(to chapter: Chapter, _ step: Step?, in site: Site) -> Page {
    let frame = frame(base(chapter.number) + "changes/", in: site)
    let before = chapters.last { $0.number < chapter.number } ?? chapter
    var model = comparison(from: before, to: chapter, step, on: frame)
    let entry = chapter.version?.entry
    let record = chapter.tool?.record
    model.add(.since, false)
    model.add(.note, note(on: chapter).map { .text($0) } ?? .none)
    model.add(.significance, significanceModel(entry?.significance ?? record?.text(.significance) ?? ""))
    model.add(.edition, chapter.version.map { .object(frame.edition($0.edition)) } ?? .none)
    model.add(.previous_href, changesHref(chapter.number - 1, on: frame))
    model.add(.next_href, changesHref(chapter.number + 1, on: frame))
    return Page(address: frame.address, template: "version-changes", lang: frame.lang, model: model)
  }

  /// A page for any two versions of which one does not follow the other; and for each old one an address that leads to what has
  /// changed since.
  func comparisons(in site: Site) -> [Page] {
    chapters.flatMap { older -> [Page] in
      let base = home + "compare/\(older.number)/"
      var pages = chapters.compactMap { newer -> Page? in
        guard newer.number > older.number,
          let address = comparisonAddress(home, from: older.number, to: newer.number, newest: newest),
          address.hasPrefix(base)
        else { return nil }
        return page(of: older, and: newer, on: frame(address, in: site))
      }
      if let now = comparisonAddress(home, from: older.number, to: newest, newest: newest), older.number < newest, now != base {
        pages.append(frame(base, in: site).redirect(to: now, called: name))
      }
      return pages
    }
  }

  private func page(of older: Chapter, and newer: Chapter, on frame: Frame) -> Page {
    var model = comparison(from: older, to: newer, Step(from: older, to: newer), on: frame)
    model.add(.since, true)
    for name: Name in [.note, .significance, .edition, .previous_href, .next_href] { model.add(name, .none) }
    return Page(address: frame.address, template: "version-changes", lang: frame.lang, model: model)
  }

  /// What the record says of the change; nothing in a draft that still says what the version before said.
  func note(on chapter: Chapter) -> String? {
    guard chapter.version == nil else { return chapter.version?.entry.change }
    let note = chapter.tool?.record.changeNote
    return note == chapters.last?.version?.entry.change ? nil : note
  }

  /// Any two versions compared, as a page that stands nowhere: its links lead into the published register.
  package func page(of step: Step, in site: Site) -> Page {
    let frame = frame("", in: site, base: site.settings.address)
    var model = comparison(from: step.before, to: step.after, step, on: frame)
    model.add(.since, true)
    for name: Name in [.note, .significance, .edition, .previous_href, .next_href] { model.add(name, .none) }
    return Page(address: frame.address, template: "version-changes", lang: frame.lang, model: model)
  }

  private func changesHref(_ number: Int, on frame: Frame) -> Templates.Value {
    let exists = chapters.contains { $0.number == number } || draft?.number == number
    return number > 1 && exists ? .text(frame.href(base(number) + "changes/")) : .none
  }

  private func comparison(
    from before: Chapter, to after: Chapter, _ step: Step?, on frame: Frame
  ) -> Object {
    let models = step.flatMap { ChangeModels($0, of: self, on: frame) }
    var model = page(
      "version-changes", at: frame, describe: note(on: after), banners: banners(before, after, on: frame))
    model.add(.from, .object(point(before, on: frame)))
    model.add(.to, .object(point(after, on: frame)))
    model.add(.draft, .flag(after.version == nil))
    model.add(.compare_href, isComparable ? .text(frame.href(home + "compare/")) : .none)
    model.add(.counts, models.map { .object($0.counts) } ?? .none)
    model.add(.upgraded, models?.upgraded ?? .none)
    model.add(.lost, .flag(models == nil))
    model.add(.same, .flag(models != nil && step?.told.isEmpty ?? false))
    model.add(.groups, .list(models?.groups() ?? []))
    model.add(.files, .list(files(before, after, on: frame)))
    return model
  }

  private func banners(_ before: Chapter, _ after: Chapter, on frame: Frame) -> [Object] {
    var banners: [Object] = []
    if after.version == nil { banners.append([.template: "banners/draft", .changes_href: .none]) }
    for chapter in [before, after] where !chapter.losses.isEmpty {
      banners.append(redactedBanner(chapter.losses, at: base(chapter.number), on: frame))
    }
    return banners
  }

  /// The files that differ, with the digests they had and have.
  private func files(_ before: Chapter, _ after: Chapter, on frame: Frame) -> [Object] {
    let names = Set((before.files + after.files).map(\.name)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return names.compactMap { name in
      let one = before.files.first { $0.name == name }
      let other = after.files.first { $0.name == name }
      let (was, now) = (before.digest(of: name), after.digest(of: name))
      if was == now { return nil }
      var action: Change.Action = one == nil ? .added : other == nil ? .removed : .changed
      if (other == nil ? after.gone : one == nil ? before.gone : []).contains(name) { action = .redacted }
      return [
        .id: .text("file-" + anchorName(name)), .label: .text(name), .kind: .object(kindModel(action)),
        .href: (other ?? one)?.path.map { .text(frame.root + $0) } ?? .none,
        .was: was.map { .text($0) } ?? .none, .now: now.map { .text($0) } ?? .none,
      ]
    }
  }
}

/// Says that a version lost something after it had been published.
func redactedBanner(_ losses: [Loss], at base: String, on frame: Frame) -> Object {
  [
    .template: "banners/redacted",
    .date: losses.last.map { .object(dateModel($0.redaction.on)) } ?? .none,
    .href: .text(frame.href(base + "removed/")),
  ]
}
