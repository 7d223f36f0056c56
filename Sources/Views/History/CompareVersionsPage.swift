import Bytes
import Editions
import Records
import Templates

extension Story {
  /// Where a reader chooses any two versions, and sees which field changed with which version.
  func comparePage(in site: Site) -> Page {
    let frame = frame(home + "compare/", in: site)
    var model = page("compare-versions", at: frame)
    model.add(.versions, .list(chapters.reversed().map { version($0, on: frame) }))
    model.add(.groups, .list(changedFields(on: frame)))
    return Page(address: frame.address, template: "compare-versions", lang: frame.lang, model: model)
  }

  /// A version with all older ones that it can be compared with.
  private func version(_ chapter: Chapter, on frame: Frame) -> Object {
    let pairs = chapters.reversed().compactMap { older -> Object? in
      guard older.number < chapter.number,
        let address = comparisonAddress(home, from: older.number, to: chapter.number, newest: newest)
      else { return nil }
      return [.number: .number(older.number), .href: .text(frame.href(address))]
    }
    return [
      .number: .number(chapter.number), .href: .text(frame.href(address(chapter))),
      .date: chapter.version.map { .object(dateModel($0.date)) } ?? .none,
      .note: chapter.version.map { .text($0.entry.change) } ?? .none, .pairs: Frame.items(pairs),
    ]
  }

  // MARK: fields

  /// A field, or another thing that is told of a document, with every version that changed it.
  private struct Line {
    let change: Change
    /// Where it stands among the fields of its document.
    let place: Int
    var versions: [(number: Int, told: Step.Told)] = []
  }

  /// Everything that ever changed, a document at a time: the record, then the others by name.
  private func changedFields(on frame: Frame) -> [Object] {
    var names: [String] = []
    var lines: [String: Line] = [:]
    for (chapter, step) in zip(chapters, steps).reversed() {
      for told in step?.listed ?? [] {
        let key = told.change.document + "\u{0}" + told.name
        if lines[key] == nil {
          names.append(key)
          lines[key] = Line(change: told.change, place: place(of: told.change))
        }
        lines[key]?.versions.append((chapter.number, told))
      }
    }
    let all = names.compactMap { lines[$0] }
    let others = Set(all.filter { $0.change.role != .record }.map(\.change.document)).sorted { $0.precedesByBytes($1) }
    let own = group(all.filter { $0.change.role == .record }, id: "record", on: frame)
    return [own].compactMap { $0 }
      + others.compactMap { id in
        group(all.filter { $0.change.role != .record && $0.change.document == id }, id: id, on: frame)
      }
  }

  private func group(_ lines: [Line], id: String, on frame: Frame) -> Object? {
    guard let first = lines.first else { return nil }
    let isRecord = first.change.role == .record
    let kind = now?.tool?.record.kind.label ?? ""
    let sorted = lines.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
    return [
      .id: .text("g-" + id), .label: .text(isRecord ? frame.language.label(kind) : first.change.title),
      .fields: .list(sorted.map { field($0.element, on: frame) }),
    ]
  }

  private func field(_ line: Line, on frame: Frame) -> Object {
    let change = line.change
    let audience = change.subject.audience.map { id in
      frame.language.label(now?.vocabulary.audiences.first { $0.id == id }?.label ?? id)
    }
    var word: String?
    if case .intro = change.subject { word = "words/opening" }
    if change.subject == .document { word = "words/whole_document" }
    if change.subject == .kind { word = "words/standard" }
    return [
      .label: word == nil ? .text(frame.language.label(change.label)) : .none, .word: .maybe(word),
      .ref: .maybe(change.ref), .audience: .maybe(audience),
      .versions: .list(
        line.versions.map { number, told in
          let address = base(number) + "changes/#" + told.name
          return [
            .number: .number(number), .href: .text(frame.href(address)),
            .kind: told.change.action == .changed ? .none : .object(kindModel(told.change.action)),
          ]
        }),
    ]
  }

  /// The position of a field in the newest document that has it; what is no field comes first, what no version has now last.
  private func place(of change: Change) -> Int {
    guard let field = change.field else { return -1 }
    let document = chapters.reversed().lazy.compactMap { $0.tool?.any(change.document) }.first
    return document?.kind.position(of: field) ?? Int.max
  }
}

/// How far apart two versions may be to have a page of their own, so that each new version brings only so many.
private let reach = 12

/// Where two versions of a tool stand side by side; nothing where they are too far apart and the newer is not the newest.
///
/// What changed with a version is told among its own pages. A page for two others never changes once it stands.
func comparisonAddress(_ home: String, from older: Int, to newer: Int, newest: Int) -> String? {
  if newer == older + 1 { return home + "versions/\(newer)/changes/" }
  if newer - older <= reach { return home + "compare/\(older)/\(newer)/" }
  return newer == newest ? home + "compare/\(older)/" : nil
}
