import Bytes
package import Editions
import Records

/// What changed with a version, as short as lists and feeds tell it: the first few fields by name, and how many more there are.
///
/// Small on purpose: the pages and feeds of a whole register hold one of these for each version ever published.
package struct ToldChanges: Sendable, Hashable {
  package struct Field: Sendable, Hashable {
    /// Nothing for what opens an audience's page.
    package let label: String
    /// What the document is called; nothing for the record and for a document that is itself what changed.
    package let document: String?
    /// What the change is called on the version's page of changes.
    package let name: String
    package let action: String
    /// The words that came and went with a few around them, where that is short.
    package let words: [Run]
  }

  package let fields: [Field]
  package let more: Int

  package static let none = ToldChanges(fields: [], more: 0)

  /// How many fields are named.
  static let most = 6
}

extension Step {
  /// The first of the changes a reader can see, each field once; housekeeping where there is nothing else.
  package var inShort: ToldChanges {
    var fields: [ToldChanges.Field] = []
    var seen: Set<String> = []
    var more = 0
    let seeable = told.filter { !$0.change.isUnseen && $0.change.subject != .kind && $0.change.action != .redacted }
    let weighty = seeable.filter { $0.change.weight != .housekeeping }
    for (change, name) in (weighty.isEmpty ? seeable : weighty).map({ ($0.change, $0.name) }) {
      guard seen.insert(change.document + "\u{0}" + change.label).inserted else { continue }
      if fields.count == ToldChanges.most {
        more += 1
      } else {
        fields.append(
          ToldChanges.Field(
            label: change.label, document: change.documentTitle, name: name, action: change.action.rawValue,
            words: change.excerpt))
      }
    }
    return ToldChanges(fields: fields, more: more)
  }
}

extension Change {
  fileprivate var documentTitle: String? {
    role == .record || subject == .document || subject == .attachment ? nil : title
  }

  /// What came and what went, with up to four words around; nothing where that is long or there are no words.
  var excerpt: [Run] {
    switch detail {
    case .words(let words): return short(words.excerpt)
    case .number(let number): return [Run(.removed, number.before.text), Run(.added, number.after.text)]
    case .list(let list):
      return short(list.removed.map { Run(.removed, $0) } + list.added.map { Run(.added, $0) })
    case .figure, .none: break
    }
    guard subject == .field, action == .changed, parts.isEmpty, let before, let after else { return [] }
    return short([Run(.removed, before.text), Run(.added, after.text)])
  }

  private func short(_ runs: [Run]) -> [Run] {
    runs.reduce(0) { $0 + $1.text.utf8.count } <= 300 ? runs : []
  }
}

extension TextChange {
  /// Kept words that stand far from any change left out.
  fileprivate var excerpt: [Run] {
    runs.enumerated().map { index, run in
      switch run.kind {
      case .added, .movedHere: Run(.added, oneLine(run.text))
      case .removed, .movedAway: Run(.removed, oneLine(run.text))
      case .kept, .respaced:
        Run(.kept, around(oneLine(run.text), first: index == 0, last: index == runs.count - 1))
      }
    }
  }

  private func oneLine(_ text: String) -> String { text.replacing("\n", with: " ") }

  /// The words of a kept text that stand beside a change.
  private func around(_ text: String, first: Bool, last: Bool) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let count = 4
    if words.count <= (first || last ? count + 1 : 2 * count + 1) { return text }
    let start = first ? "" : words.prefix(count + 1).joined(separator: " ")
    let end = last ? "" : words.suffix(count + 1).joined(separator: " ")
    if first { return "… " + end }
    return last ? start + " …" : start + " … " + end
  }
}
