import Editions
import Records
import Templates

/// Makes the models of what differs between two versions: which template shows each change, and what that needs.
struct ChangeModels {
  let step: Step
  let frame: Frame
  let before: FieldModels
  let after: FieldModels
  let fromHref: String
  let story: Story

  init?(_ step: Step, of story: Story, on frame: Frame) {
    guard let one = story.subject(of: step.before, at: .version), let other = story.subject(of: step.after, at: .version)
    else { return nil }
    self.step = step
    self.frame = frame
    self.story = story
    before = FieldModels(subject: one, frame: frame)
    after = FieldModels(subject: other, frame: frame)
    fromHref = frame.href(one.base)
  }

  private struct Entry {
    let change: Change
    let name: String
  }

  /// The changes a document at a time, the one with what matters most first; dates, titles and notes of all of them at the end.
  func groups() -> [Object] {
    var order: [String] = []
    var byDocument: [String: [Entry]] = [:]
    var rest: [Entry] = []
    for (change, name) in step.listed.map({ ($0.change, $0.name) }) {
      let entry = Entry(change: change, name: name)
      if change.weight == .housekeeping {
        rest.append(entry)
        continue
      }
      if byDocument[change.document] == nil { order.append(change.document) }
      byDocument[change.document, default: []].append(entry)
    }
    var groups = order.map { group(byDocument[$0] ?? []) }
    if !rest.isEmpty {
      groups.append([
        .id: "g-housekeeping", .label: .none, .word: "words/housekeeping", .href: .none,
        .fields: .list(rest.map { field($0.change, $0.name, namingDocument: true) }),
      ])
    }
    return groups
  }

  private func group(_ entries: [Entry]) -> Object {
    let change = entries[0].change
    let isRecord = change.role == .record
    let label = isRecord ? recordLabel : change.title
    return [
      .id: .text("g-" + change.document), .label: .text(label), .word: .none,
      .href: pageHref(of: change).map { .text($0) } ?? .none,
      .fields: .list(entries.map { field($0.change, $0.name, namingDocument: false) }),
    ]
  }

  private var recordLabel: String { frame.language.label(after.subject.tool.record.kind.label) }

  /// The page of the document a change is in: after where it still is, else before.
  private func pageHref(of change: Change) -> String? {
    let models = after.subject.tool.any(change.document) != nil ? after : before
    if change.role == .record { return frame.href(models.subject.base) }
    guard models.subject.tool.document(change.document) != nil else { return nil }
    return frame.href(models.subject.address(ofDocument: change.document))
  }

  /// From which standard to which the record moved.
  var upgraded: Templates.Value {
    let (one, other) = (before.subject.tool.record.kind, after.subject.tool.record.kind)
    guard one.id != other.id else { return .none }
    let name: (Kind) -> String = { kind in kind.standard.map { $0.name + " " + $0.version } ?? kind.label }
    return .object([.from: .text(name(one)), .to: .text(name(other))])
  }

  /// How many changes there are of each sort; what there is none of is left out, but for the changed.
  var counts: Object {
    var (changed, added, removed) = (0, 0, 0)
    for change in step.told.map(\.change) {
      switch change.action {
      case .added: added += 1
      case .removed: removed += 1
      case .redacted: break
      case .changed, .restated, .reordered, .respaced: changed += 1
      }
    }
    let some: (Int) -> Templates.Value = { $0 == 0 ? .none : .object(countModel($0)) }
    return [
      .changed: some(changed), .added: some(added), .removed: some(removed),
      .unchanged: some(step.changes.unchanged),
    ]
  }

  // MARK: one change

  private func field(_ change: Change, _ name: String, namingDocument: Bool) -> Object {
    var model: Object = [
      .id: .text(name), .label: label(change), .word: word(change),
      .ref: change.ref.map { .text($0) } ?? .none, .audience: audience(change),
      .document: namingDocument ? .text(title(of: change)) : .none,
      .href: href(of: change).map { .text($0) } ?? .none, .kind: .object(kindModel(change.action)),
      .significance: .none, .reason: change.reason.map { .text($0) } ?? .none,
    ]
    for entry in ChangeDetail(self, name: name).details(of: change) { model.add(entry.name, entry.value) }
    return model
  }

  private func title(of change: Change) -> String {
    change.role == .record ? recordLabel : change.title
  }

  private func label(_ change: Change) -> Templates.Value {
    if case .intro = change.subject { return .none }
    if change.subject == .kind { return .none }
    return .text(frame.language.label(change.label))
  }

  private func word(_ change: Change) -> Templates.Value {
    if case .intro = change.subject { return "words/opening" }
    return change.subject == .kind ? "words/standard" : .none
  }

  private func audience(_ change: Change) -> Templates.Value {
    guard let id = change.subject.audience else { return .none }
    let audience = step.after.vocabulary.audiences.first { $0.id == id }
    return .text(frame.language.label(audience?.label ?? id))
  }

  /// Where the field stands on a page of the version after; of a document that is gone, where it stood or why it went.
  private func href(of change: Change) -> String? {
    let subject = after.subject
    if change.subject == .document {
      guard change.action == .redacted else { return pageHref(of: change) }
      return frame.href(story.base(losing(change).number) + "removed/")
    }
    guard change.action != .removed, change.action != .redacted, let anchor = change.anchor else { return nil }
    if change.role != .record {
      guard subject.tool.document(change.document) != nil else { return nil }
      return frame.href(subject.address(ofDocument: change.document) + "#" + anchor)
    }
    guard let audience = subject.reader(of: change) else { return nil }
    return frame.href(subject.address(audience) + "#" + anchor)
  }
}

extension ChangeModels {
  /// The version that a document was taken out of.
  func losing(_ change: Change) -> Story.Chapter {
    step.before.gone.contains(change.document + ".md") ? step.before : step.after
  }
}

extension Subject {
  /// The first audience whose page tells a field of the record in its own place and in the text for all, or for a telling the one it is for.
  fileprivate func reader(of change: Change) -> Audience? {
    if let id = change.subject.audience { return vocabulary.audiences.first { $0.id == id } }
    let kind = tool.record.kind
    guard let field = change.field.flatMap({ kind.position(of: $0) }).map({ kind.fields[$0] }) else { return nil }
    let topic = field.topic ?? kind.section(field.section)?.topic
    let value = kind.position(of: field.id).map { tool.record.values[$0] }
    return vocabulary.audiences.first { audience in
      if value?.telling(audience.id) != nil { return false }
      let parts = audience.sections.flatMap(\.blocks)
      if parts.contains("all-fields") { return true }
      if let means = field.means, parts.contains(where: { blocks[$0]?.tells == means }) { return false }
      return field.audiences.contains(audience.id)
        && audience.sections.contains { section in topic.map(section.topics.contains) ?? false }
    }
  }
}

/// Which sort of change it is, in the theme's words.
func kindModel(_ action: Change.Action) -> Object {
  [.id: .text(action.rawValue), .word: .text("words/kind_" + action.rawValue)]
}
