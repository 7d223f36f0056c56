import Templates
import Typesetting

/// A model as text, a name a line, for a test to expect.
///
/// Nothing is `-`; markup stands whole on one line, but a picture only as its kind and description.
func dump(_ object: Object, leaving left: Set<String> = []) -> String {
  var lines: [String] = []
  write(object, 0, left, &lines)
  return lines.joined(separator: "\n")
}

private func write(_ object: Object, _ depth: Int, _ left: Set<String>, _ lines: inout [String]) {
  let indent = String(repeating: "  ", count: depth)
  for name in object.names where !left.contains(name.text) {
    switch object[name] {
    case nil, .some(.none): lines.append("\(indent)\(name): -")
    case .text(let text): lines.append("\(indent)\(name): \(text)")
    case .flag(let flag): lines.append("\(indent)\(name): \(flag)")
    case .markup(let markup): lines.append("\(indent)\(name): \(told(String(decoding: markup.bytes, as: UTF8.self)))")
    case .object(let inner):
      if let date = inner.text("iso") {
        lines.append("\(indent)\(name): \(date)")
      } else {
        lines.append("\(indent)\(name):")
        write(inner, depth + 1, left, &lines)
      }
    case .list(let list):
      lines.append("\(indent)\(name): [\(list.count)]")
      for item in list {
        let start = lines.count
        write(item, depth + 1, left, &lines)
        if start < lines.count { lines[start] = indent + "* " + lines[start].dropFirst(indent.count + 2) }
      }
    }
  }
}

private func told(_ markup: String) -> String {
  guard markup.hasPrefix("<svg class=\"pic ") else { return markup.split(separator: "\n").joined(separator: " ") }
  let kind = markup.dropFirst("<svg class=\"pic ".count).prefix { $0 != "\"" }
  let describe = markup.split(separator: "\n").first { $0.hasPrefix("<desc") } ?? ""
  return kind + ": " + describe.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
}
