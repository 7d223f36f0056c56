import Bytes
package import Records

/// All that differs between two versions of a tool, field by field, what matters most to a reader first.
///
/// No tool before: the tool was added. No tool after: it was withdrawn. The versions may be written to different standards; then fields
/// are matched by where the newer kind says they were. What was redacted on one side is told as redacted, not as removed or added.
/// Pure: the same two versions give the same list in the same order.
package func changes(
  from before: Tool?, to after: Tool?, with vocabulary: Vocabulary,
  redacted: Redacted = Redacted()
) -> Changes {
  var comparison = ToolComparison(vocabulary: vocabulary, redacted: redacted)
  let list = comparison.changes(before, after)
  let patch = Patch(from: canonical(before), to: canonical(after))
  return Changes(
    tool: (after ?? before)?.id ?? "",
    happening: happening(
      from: before, to: after, differs: !patch.steps.isEmpty, redacted: redacted),
    list: list, unchanged: comparison.unchanged, patch: patch)
}

private struct ToolComparison {
  let vocabulary: Vocabulary
  let redacted: Redacted
  private var found: [(document: Int, change: Change)] = []
  private(set) var unchanged = 0

  init(vocabulary: Vocabulary, redacted: Redacted) {
    self.vocabulary = vocabulary
    self.redacted = redacted
  }

  mutating func changes(_ before: Tool?, _ after: Tool?) -> [Change] {
    let (one, two) = (before?.documents ?? [], after?.documents ?? [])
    document(0, before?.record, after?.record)
    var ids = one.map(\.id)
    ids += two.map(\.id).filter { id in !one.contains { $0.id == id } }
    ids.sort { $0.precedesByBytes($1) }
    for (place, id) in ids.enumerated() {
      document(place + 1, one.first { $0.id == id }, two.first { $0.id == id })
    }
    attachments(ids.count + 1, before?.attachments ?? [], after?.attachments ?? [])
    return found.enumerated().sorted { left, right in
      (left.element.change.weight, left.element.document, left.offset)
        < (right.element.change.weight, right.element.document, right.offset)
    }.map(\.element.change)
  }

  private mutating func document(_ place: Int, _ before: Document?, _ after: Document?) {
    guard let document = after ?? before else { return }
    let comparison = DocumentComparison(document, before, after, vocabulary)
    if before != nil, after != nil {
      let changes = comparison.changes()
      found += changes.map { (place, $0) }
      unchanged += comparison.told(beside: changes)
      return
    }
    var change = Change(
      subject: .document, action: after == nil ? .removed : .added, document: document.id,
      title: document.title, role: document.kind.role, label: document.title,
      weight: Weight(of: document.kind.role))
    change.parts = comparison.changes()
    let gone = after == nil ? redacted.after : redacted.before
    if gone.contains(where: { $0.equalsByBytes(document.id + ".md") }) {
      change.action = .redacted
      change.parts = []
    }
    found.append((place, change))
  }

  private mutating func attachments(_ place: Int, _ one: [Attachment], _ two: [Attachment]) {
    let names = Set(one.map(\.name) + two.map(\.name)).sorted { $0.precedesByBytes($1) }
    for name in names {
      let before = one.first { $0.name.equalsByBytes(name) }
      let after = two.first { $0.name.equalsByBytes(name) }
      guard differs(before, after) else { continue }
      var action: Change.Action = before == nil ? .added : after == nil ? .removed : .changed
      let gone = after == nil ? redacted.after : before == nil ? redacted.before : []
      if gone.contains(where: { $0.equalsByBytes(name) }) { action = .redacted }
      var change = Change(
        subject: .attachment, action: action, document: "", title: name, role: nil, label: name,
        weight: .ordinary)
      change.field = name
      change.before = before.map { Answer(state: .given, text: $0.digest ?? "\($0.size)") }
      change.after = after.map { Answer(state: .given, text: $0.digest ?? "\($0.size)") }
      found.append((place, change))
    }
  }
}

/// Whether two files differ: by their digests where both are known, else by size.
private func differs(_ one: Attachment?, _ other: Attachment?) -> Bool {
  guard let one, let other else { return true }
  if let digest = one.digest, let now = other.digest { return digest != now }
  return one.size != other.size
}

extension Change {
  init(
    subject: Subject, action: Action, document: String, title: String, role: Role?, label: String,
    weight: Weight
  ) {
    self.subject = subject
    self.action = action
    self.document = document
    self.title = title
    self.role = role
    self.label = label
    self.weight = weight
    detail = .none
    parts = []
  }
}
