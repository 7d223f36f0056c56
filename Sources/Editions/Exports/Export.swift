import Findings
package import Reading
package import Records

/// Something of a record that another standard has no room for as it is.
package struct Loss: Sendable, Hashable {
  package enum What: String, Sendable {
    case cut, joined, changed
    case notGiven = "not given"
    case noPlace = "no place"
    /// The format asks, and nothing of ours answers.
    case notSaid = "not said"
  }

  /// Our field, or the format's where nothing of ours answers it.
  package let field: String
  package let what: What
  package let say: String
}

/// One tool in another standard: what it says, what was lost, and what the standard needs and nobody has said.
package struct Export: Sendable {
  package let tool: String
  package let losses: [Loss]
  /// Sentences that each name a field; where there is one, nothing may be given away.
  package let refusals: [String]
  /// In the order of the format.
  let value: ExportValue
  /// The figures about everybody, with the evaluation that found them.
  let results: [(evaluation: Document, outcome: Outcome)]
}

/// A value of another standard; members stand as its format orders them.
indirect enum ExportValue: Sendable, Hashable {
  case text(String)
  case list([ExportValue])
  case object([Member])

  struct Member: Sendable, Hashable {
    let name: String
    var value: ExportValue
  }
}

extension ExportValue {
  /// Puts a value below this one; a number in a path is a place in a list.
  mutating func set(_ value: ExportValue, at path: ArraySlice<String>) {
    guard let first = path.first else {
      self = value
      return
    }
    if let place = Int(first) {
      var list: [ExportValue] = if case .list(let list) = self { list } else { [] }
      while list.count <= place { list.append(.object([])) }
      list[place].set(value, at: path.dropFirst())
      self = .list(list)
      return
    }
    var members: [Member] = if case .object(let members) = self { members } else { [] }
    if let place = members.firstIndex(where: { $0.name == first }) {
      members[place].value.set(value, at: path.dropFirst())
    } else {
      var below = ExportValue.object([])
      below.set(value, at: path.dropFirst())
      members.append(Member(name: first, value: below))
    }
    self = .object(members)
  }
}

/// Puts a tool into another standard by its format's table, and lists everything that did not fit.
///
/// A record of an older kind is read through `upgrade`. A text is cut at the end of a sentence only; a value that the format has no
/// word for, and a needed field that nothing answers, refuse the export: nothing is made up.
///
/// - Parameters:
///   - facts: what no field says, by names such as `tool:address`.
///   - supplied: values for fields of the format that a person gave, by name; they go before ours.
/// - Returns: nothing where the record's kind does not lead to the format's.
package func export(
  _ tool: Tool, as format: ExportFormat, facts: [String: String], supplied: [String: Node], with vocabulary: Vocabulary
) -> Export? {
  var losses: [Loss] = []
  var record = tool.record
  if record.kind.id != format.kind {
    guard let kind = vocabulary.kind(format.kind), let moved = upgrade(record, to: kind, with: vocabulary),
      let draft = read(
        Source(path: record.source.path, bytes: Array(moved.text.utf8)), limits: vocabulary.settings.limits
      ).draft, let document = understand(draft, with: vocabulary).0
    else { return nil }
    losses = moved.left.map { Loss(field: $0.field, what: .noPlace, say: $0.because) }
    record = document
  }
  var mapping = Mapping(record, facts: facts, supplied: supplied)
  let value = mapping.object(format.fields)
  mapping.loseTheRest()
  mapping.loseUnsaid(format.fields)
  var results: [(evaluation: Document, outcome: Outcome)] = []
  for document in tool.documents {
    if format.form == .card, document.kind.role == .evaluation {
      guard document.holds, !document.isDraft else {
        let status = document.text(.status) ?? ""
        mapping.lose(document.id, .noPlace, "its results are given to nobody while its status is '\(status)'")
        continue
      }
      results += readOutcomes(document, vocabulary).map { (document, $0) }
      mapping.lose(document.id, .noPlace, "a model index has values only: no interval, number of cases, threshold or note")
    } else if format.fields.contains(where: { $0.from.contains("document:" + document.kind.id) }) {
      mapping.lose(document.id, .cut, "only its title and address are told: \(document.title)")
    } else {
      mapping.lose(document.id, .noPlace, "the format has no place for this document: \(document.title)")
    }
  }
  if !results.isEmpty, value["card"]?["task_type"] == nil {
    mapping.lose("task", .changed, "model hubs have words of their own for tasks: 'other', unless card/task_type is said")
  }
  for (document, outcome) in results where !outcome.isPortable {
    let group = outcome.group.map { " of the group '\($0)'" } ?? outcome.characteristic.map { " between groups of '\($0)'" } ?? ""
    mapping.lose(document.id, .noPlace, "\(outcome.metric.label)\(group) has no place, or is held back")
  }
  return Export(
    tool: tool.id, losses: losses + mapping.losses, refusals: mapping.refusals, value: value,
    results: results.filter(\.outcome.isPortable))
}

extension Outcome {
  /// Whether a model index has a place for it: a value, and about everybody.
  fileprivate var isPortable: Bool { isForAll && value != nil && held == nil }
}
