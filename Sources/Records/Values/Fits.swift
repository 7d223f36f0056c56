import Findings
package import Reading

/// Whether a value could stand in a field: its form is the field's, and nothing of it would be left out.
///
/// A text that is only too long, or a number out of its bounds, fits: it is read, and `check` says what is wrong with it.
package func fits(_ node: Node, _ field: Field) -> Bool {
  var reader = ValueReader(source: Source(path: "", bytes: []), grounds: nil)
  let value = reader.value(node, field)
  switch (value.state, value.content) {
  case (.given, .none), (.missing, _), (.notAsked, _): return false
  case (.given, .list(let kept)): return kept.count == node.list?.count ?? 1
  default: return true
  }
}
