import Reading
import Records
import Templates
import Typesetting

/// A page's sample model from its JSON, in which every name that the page's template may use stands once.
///
/// A text whose name ends in `markup`, or that is called `picture`, stands for markup.
///
/// - Parameter names: gets every name in it.
func sampleModel(_ node: Node, _ names: inout Set<String>) -> Object? {
  guard case .map(let entries) = node.content else { return nil }
  var object = Object()
  for entry in entries {
    names.insert(entry.key.text)
    object.add(Name(entry.key.text), sampleValue(entry.value, called: entry.key.text, &names))
  }
  return object
}

private func sampleValue(_ node: Node, called name: String, _ names: inout Set<String>) -> Templates.Value {
  let isMarkup = name.hasSuffix("markup") || name == "picture"
  switch node.content {
  case .map: return sampleModel(node, &names).map { .object($0) } ?? .none
  case .list(let nodes):
    return .list(nodes.map { sampleModel($0, &names) ?? Object(item: sampleValue($0, called: name, &names)) })
  case .scalar(let scalar):
    if isMarkup { return .markup(.empty) }
    if scalar.quoted { return .text(scalar.text) }
    switch scalar.text {
    case "true": return .flag(true)
    case "false": return .flag(false)
    case "null": return .none
    default: return .text(scalar.text)
    }
  }
}
