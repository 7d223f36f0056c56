import Reading
import Records
import Templates
import Typesetting

extension Subject {
  /// The tool as one audience reads it.
  func page(for audience: Audience, in site: Site, record: DataFile, sharing shared: Shared) -> Page {
    let address = address(audience)
    let frame = Frame(site: site, address: address, lang: tool.lang, sharing: shared)
    var composer = SectionComposer(self, audience, on: frame)
    let sections = composer.sections()
    let now = audience.address.isEmpty ? home : home + audience.address + "/"
    let head = Head(
      title: tool.name, describe: tool.record.text(.summary) ?? "", isHidden: isSuperseded,
      feed: (tool.name, home + "feed.atom"), record: base + "record.json",
      structured: audience.address.isEmpty ? .markup(structuredData(record, in: site)) : .none, banners: banners(on: frame, now: now))
    var model = frame.model(head, template: "tool")
    model.reserve(9)
    model.add(.tool, frame.alike(.tool) { .object(toolModel(on: frame)) })
    model.add(.frozen, frozen)
    model.add(.stamp, frame.alike(.stamp) { .object(stamp(on: frame)) })
    model.add(
      .audience,
      .object([
        .id: .text(audience.id), .label: .text(frame.language.label(audience.label)),
        .lead: .text(frame.language.label(audience.lead)), .technical: .flag(audience.readingAge == nil),
      ]))
    model.add(.in_use, audience.isPlain ? use.map { .object($0.model) } ?? .none : .none)
    model.add(.audiences, .list(switcher(on: frame, now: audience)))
    model.add(.answers, Frame.items(composer.answers))
    model.add(.intro_markup, intro(for: audience, on: frame))
    model.add(.sections, .list(sections))
    return Page(address: address, template: "tool", lang: frame.lang, model: model)
  }

  private func switcher(on frame: Frame, now: Audience) -> [Object] {
    vocabulary.audiences.map { audience in
      [
        .id: .text(audience.id), .label: .text(frame.language.label(audience.label)),
        .href: .text(frame.href(address(audience))), .current: .flag(audience.id == now.id),
      ]
    }
  }

  private func intro(for audience: Audience, on frame: Frame) -> Templates.Value {
    guard let intro = tool.record.intros.first(where: { $0.audience == audience.id }) else { return .none }
    return .markup(markup(intro.passage, level: 2, prefix: "intro", on: frame))
  }
}
