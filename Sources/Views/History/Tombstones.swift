import Editions
import Records
import Templates

extension Story {
  /// What a version lost, told where it stood: no address that was public ever goes.
  ///
  /// One page lists all of it. The page of a document that went stands at the document's address; where the record went, nothing of the
  /// version can be read any more, and every page it had says so.
  func tombstones(_ chapter: Chapter, in site: Site) -> [Page] {
    guard !chapter.losses.isEmpty else { return [] }
    let base = base(chapter.number)
    var addresses = [base + "removed/"]
    for file in chapter.gone where file.hasSuffix(".md") && chapter.tool != nil {
      addresses.append(base + "documents/\(file.dropLast(3))/")
    }
    if chapter.tool == nil {
      addresses += addressesOnce(chapter, below: base)
      if chapter.number == newest, draft == nil { addresses += addressesOnce(chapter, below: home) }
    } else if chapter.number == newest, draft == nil {
      addresses += chapter.gone.filter { $0.hasSuffix(".md") }.map { home + "documents/\($0.dropLast(3))/" }
    }
    return addresses.map { tombstone(chapter, at: $0, in: site) }
  }

  /// The pages a version has that can be read: one for each audience and document.
  private func addressesOnce(_ chapter: Chapter, below base: String) -> [String] {
    let audiences = chapter.vocabulary.audiences.map { audience in
      audience.address.isEmpty ? base : base + audience.address + "/"
    }
    let files = Set(chapter.files.map(\.name) + chapter.gone)
    let documents = files.filter { $0.hasSuffix(".md") && !$0.contains("/") && $0 != "record.md" }
    return audiences + documents.sorted().map { base + "documents/\($0.dropLast(3))/" }
  }

  private func tombstone(_ chapter: Chapter, at address: String, in site: Site) -> Page {
    let frame = frame(address, in: site)
    var model = page("tombstone", at: frame, isHidden: true)
    model.add(.removed, Frame.items(chapter.losses.map { removed($0, from: chapter, on: frame) }))
    model.add(.version, .object(point(chapter, on: frame)))
    return Page(address: address, template: "tombstone", lang: frame.lang, model: model)
  }

  /// What kind of document a file was, as other versions that still have it say.
  private func kindLabel(_ file: String, on frame: Frame) -> Templates.Value {
    guard file.hasSuffix(".md") else { return .none }
    let documents = chapters.reversed().compactMap { chapter in
      chapter.tool?.all.first { $0.id + ".md" == file }
    }
    return documents.first.map { .text(frame.language.label($0.kind.label)) } ?? .none
  }

  private func removed(_ loss: Loss, from chapter: Chapter, on frame: Frame) -> Object {
    let redaction = loss.redaction
    let settings = chapter.vocabulary.settings
    let role = settings.signOff.first { $0.role == redaction.role }?.label ?? redaction.role
    let instead = redaction.now.map { _ in "editions/\(loss.edition)/source/" + redaction.replacementName }
    return [
      .label: .text(redaction.file), .kind_label: kindLabel(redaction.file, on: frame), .hash: .text(redaction.was),
      .date: .object(dateModel(redaction.on)),
      .because: .text(redaction.because), .role: .text(frame.language.label(role)),
      .instead: instead.map { path in
        .object([.label: .text(redaction.file), .href: .text(frame.root + path)])
      } ?? .none,
      .edition: .object(frame.edition(loss.edition)),
    ]
  }
}
