package import Editions
import Records
import Templates

/// How one version of a tool differs from another, with the name that each change has on a page.
package struct Step: Sendable {
  let before: Story.Chapter
  let after: Story.Chapter
  package let changes: Changes
  /// What pages and feeds tell of it, what matters most first.
  ///
  /// Not among them: the record's own note on the change and its significance, which stand above it; and what was taken out of one
  /// version but is known by its digest to be the same.
  let told: [Told]

  struct Told: Sendable {
    let change: Change
    /// Its name on a page, which lasts, so that links to it do.
    let name: String
  }

  /// Nothing where either cannot be read any more.
  package init?(from before: Story.Chapter, to after: Story.Chapter) {
    guard let one = before.tool, let other = after.tool else { return nil }
    self.before = before
    self.after = after
    changes = Editions.changes(
      from: one, to: other, with: after.vocabulary,
      redacted: Redacted(before: before.gone, after: after.gone))
    var names = PageNames()
    let all = changes.list.map { Told(change: $0, name: names.unique(Step.name(of: $0))) }
    told = all.filter { !Step.isNote($0.change, in: other) && !Step.isSame($0.change, before, after) }
  }

  private static func isNote(_ change: Change, in tool: Tool) -> Bool {
    guard change.role == .record, change.subject == .field, let id = change.field else { return false }
    return tool.record.kind.isNote(id)
  }

  /// Whether a file that one side lost had the digest that the other has.
  private static func isSame(_ change: Change, _ before: Story.Chapter, _ after: Story.Chapter) -> Bool {
    guard change.action == .redacted else { return false }
    let name = change.subject == .attachment ? change.label : change.document + ".md"
    guard let one = before.digest(of: name), let other = after.digest(of: name) else { return false }
    return one == other
  }

  /// The record's fields are called as they are on its own pages, those of other documents by their document first.
  private static func name(of change: Change) -> String {
    let field = change.anchor ?? anchorName(change.field ?? "")
    let prefix = change.role == .record || change.document.isEmpty ? "" : change.document + "-"
    switch change.subject {
    case .document: return "document-" + change.document
    case .kind: return prefix + "standard"
    case .field, .item: return prefix + field
    case .telling(let audience): return prefix + field + "-" + audience
    case .intro(let audience): return prefix + "intro-" + audience
    case .attachment: return "file-" + field
    }
  }
}

extension Step {
  /// What has a place of its own on the page of changes: files are listed there, and the record's move to another standard opens it.
  var listed: [Told] {
    told.filter { $0.change.subject != .attachment && !($0.change.subject == .kind && $0.change.role == .record) }
  }
}

extension Kind {
  /// Whether a field only tells what changed with a version, and how much that matters.
  func isNote(_ id: String) -> Bool {
    guard let means = position(of: id).flatMap({ fields[$0].means }) else { return false }
    return means == .change || means == .significance
  }
}

extension Story.Chapter {
  /// The digest a file has, or had before it was taken out.
  func digest(of name: String) -> String? {
    losses.first { $0.redaction.file == name }?.redaction.was ?? files.first { $0.name == name }?.digest
  }
}

extension Change {
  /// Whether nothing a reader can see differs.
  var isUnseen: Bool { action == .respaced || action == .reordered }
}

/// Which fields changed with a version, by where they are told, for saying so beside each.
package struct ChangeMarks: Sendable {
  private let version: Int
  private let names: [Key: String]

  private struct Key: Hashable {
    let document: String
    let field: String
    let audience: String?
  }

  package static let none = ChangeMarks()

  private init() {
    version = 0
    names = [:]
  }

  init(_ step: Step) {
    version = step.after.number
    var names: [Key: String] = [:]
    for (change, name) in step.told.map({ ($0.change, $0.name) }) where !change.isUnseen {
      guard let field = change.field else { continue }
      switch change.subject {
      case .field: names[Key(document: change.document, field: field, audience: nil)] = name
      case .telling(let audience): names[Key(document: change.document, field: field, audience: audience)] = name
      case .document, .kind, .item, .intro, .attachment: break
      }
    }
    self.names = names
  }

  /// The version and the name of the change of a field, as its general text or as told to one audience.
  func mark(_ field: String, of document: String, toldTo audience: String?) -> (version: Int, name: String)? {
    names[Key(document: document, field: field, audience: audience)].map { (version, $0) }
  }
}

extension Subject {
  /// That a field changed with this version, and where that is told.
  func changed(
    _ field: Field, of document: Document, toldTo audience: String? = nil, on frame: Frame
  ) -> Templates.Value {
    guard let mark = changed.mark(field.id, of: document.id, toldTo: audience) else { return .none }
    let address = home + "versions/\(mark.version)/changes/#" + mark.name
    return .object([.version: .number(mark.version), .href: .text(frame.href(address))])
  }
}
