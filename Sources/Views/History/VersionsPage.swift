import Editions
import Records
import Templates
import Typesetting

extension Story {
  /// Every version of the tool, newest first: when, in which edition, what changed, who signed.
  func versionsPage(in site: Site) -> Page {
    let frame = frame(home + "versions/", in: site)
    var model = page("versions", at: frame)
    var versions = chapters.reversed().map { entry($0, on: frame) }
    if let draft { versions.insert(entry(draft, on: frame), at: 0) }
    model.add(.timeline, timeline(on: frame))
    model.add(.count, .object(countModel(chapters.count)))
    model.add(.compare_href, isComparable ? .text(frame.href(home + "compare/")) : .none)
    model.add(.versions, .list(versions))
    return Page(address: frame.address, template: "versions", lang: frame.lang, model: model)
  }

  /// When each version came, and how much it changed; nothing where there is only one.
  private func timeline(on frame: Frame) -> Templates.Value {
    let dated = chapters.compactMap { chapter in chapter.version.map { (number: chapter.number, version: $0) } }
    guard let first = dated.first, let last = dated.last, dated.count > 1 else { return .none }
    let line = TimeLine(from: first.version.date, to: last.version.date)
    let language = frame.language
    let caption = Caption(
      name: "g-timeline", title: language.say(.versions),
      describe: language.say(
        .versionsTold,
        [
          "count": String(dated.count), "from": language.shortDate(first.version.date), "to": language.shortDate(last.version.date),
        ]))
    let stops = dated.map { number, version in
      StopLine.Stop(
        at: line.place(version.date), number: number,
        state: number == 1 ? .major : StopLine.State(rawValue: version.entry.significance) ?? .minor)
    }
    return .object([.picture: .markup(draw(StopLine(caption, stops: stops, years: line.years)))])
  }

  private func entry(_ chapter: Chapter, on frame: Frame) -> Object {
    let entry = chapter.version?.entry
    let step = chapter.version == nil ? draftStep : step(to: chapter.number)
    let isFirst = chapter.number == 1
    let record = chapter.tool?.record
    return [
      .number: .number(chapter.number), .current: .flag(chapter.number == newest),
      .draft: .flag(chapter.version == nil), .href: .text(frame.href(address(chapter))),
      .date: chapter.version.map { .object(dateModel($0.date)) } ?? .none,
      .note: note(on: chapter).map { .text($0) } ?? .none,
      .significance: isFirst
        ? .none : significanceModel(entry?.significance ?? record?.text(.significance) ?? ""),
      .edition: chapter.version.map { .object(frame.edition($0.edition)) } ?? .none,
      .first: .flag(isFirst),
      .changes_href: isFirst ? .none : .text(frame.href(base(chapter.number) + "changes/")),
      .fields: step.map { changedFields($0.inShort, on: frame, at: base(chapter.number) + "changes/") } ?? .none,
      .sign_offs: signOffs(of: chapter, on: frame), .redacted: removed(from: chapter, on: frame),
      .digest: entry.map { .text($0.digest) } ?? .none,
      .files: .list(
        chapter.files.map { file in
          [.label: .text(file.name), .href: file.path.map { .text(frame.root + $0) } ?? .none]
        }),
    ]
  }

  private func signOffs(of chapter: Chapter, on frame: Frame) -> Templates.Value {
    signOffModels(chapter.version?.entry.signOffs ?? [], chapter.vocabulary.settings, frame)
  }

  private func removed(from chapter: Chapter, on frame: Frame) -> Templates.Value {
    guard let loss = chapter.losses.last else { return .none }
    return .object([
      .date: .object(dateModel(loss.redaction.on)),
      .href: .text(frame.href(base(chapter.number) + "removed/")),
    ])
  }
}

func signOffModels(_ signOffs: [SignOff], _ settings: Settings, _ frame: Frame) -> Templates.Value {
  Frame.items(signOffs.map { signOffModel($0, settings, frame) })
}

/// Who approved, and by which role's name where the post is not called the same.
func signOffModel(_ signOff: SignOff, _ settings: Settings, _ frame: Frame) -> Object {
  let role = frame.language.label(settings.signOff.first { $0.role == signOff.role }?.label ?? signOff.role)
  return [
    .role: role == signOff.by ? .none : .text(role), .by: .text(signOff.by), .date: .object(dateModel(signOff.on)),
  ]
}

/// The fields that changed, by name, with links to what changed in them.
func changedFields(_ told: ToldChanges, on frame: Frame, at address: String) -> Templates.Value {
  guard !told.fields.isEmpty else { return .none }
  let items = told.fields.map { field -> Object in
    [
      .label: field.label.isEmpty ? .none : .text(frame.language.label(field.label)),
      .word: field.label.isEmpty ? "words/opening" : .none,
      .document: field.document.map { .text($0) } ?? .none,
      .href: .text(frame.href(address + "#" + field.name)),
    ]
  }
  return .object([.items: .list(items), .more: told.more == 0 ? .none : .number(told.more)])
}
