import Records
import Templates

extension Subject {
  /// A document's own page: every field it has, in its kind's order.
  func page(of document: Document, in site: Site, sharing shared: Shared) -> Page {
    let address = address(ofDocument: document.id)
    let frame = Frame(site: site, address: address, lang: document.lang, sharing: shared)
    let head = Head(
      title: document.title, describe: "\(frame.language.label(document.kind.label)): \(tool.name)",
      isHidden: isSuperseded, feed: (tool.name, home + "feed.atom"),
      crumbs: [.home, Head.Crumb(label: tool.name, word: nil, target: base, lang: tool.lang)],
      banners: banners(on: frame, now: home + "documents/\(document.id)/"))
    var composer = DocumentComposer(self, document, on: frame)
    var model = frame.model(head, template: "document")
    model.reserve(8)
    model.add(.tool, frame.alike(.tool) { .object(toolModel(on: frame)) })
    model.add(.frozen, frozen)
    model.add(.stamp, frame.alike(.stamp) { .object(stamp(on: frame)) })
    model.add(.document, .object(documentModel(document, &composer, on: frame)))
    model.add(.sections, .list(composer.sections()))
    return Page(address: address, template: "document", lang: frame.lang, model: model)
  }

  private func documentModel(_ document: Document, _ composer: inout DocumentComposer, on frame: Frame) -> Object {
    var redacted: String?
    if let publication = document.value("publication")?.text, publication != "full" {
      redacted = document.value("publication_reason")?.text ?? publication
    }
    let overdue = document.day(.reviewDue)?.first.map { $0 < frame.site.day } ?? false
    return [
      .id: .text(document.id), .label: .text(document.title), .title_id: composer.title(),
      .kind: .text(frame.language.label(document.kind.label)),
      .kind_describe: .text(frame.language.label(document.kind.describe)),
      .role: .text(document.kind.role.rawValue), .lang: .none,
      .rows: .list(composer.facts()), .overdue: .flag(overdue),
      .redacted: redacted.map { .text($0) } ?? .none, .siblings: Frame.items(siblings(of: document, on: frame)),
    ]
  }

  private func siblings(of document: Document, on frame: Frame) -> [Object] {
    guard tool.documents.count > 1 else { return [] }
    return tool.documents.map { other in
      [
        .label: .text(other.title), .href: .text(frame.href(address(ofDocument: other.id))),
        .current: .flag(other.id == document.id), .kind: .text(frame.language.label(other.kind.label)),
      ]
    }
  }
}
