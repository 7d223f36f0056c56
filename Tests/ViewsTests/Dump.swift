import Foundation
import Ground
import Templates
import Typesetting

/// A model as text, a name a line, for a test to expect.
///
/// Nothing is `-`; markup stands whole on one line, but a picture only as its kind and, where it has one, its description.
func dump(_ object: Object, leaving left: Set<String> = []) -> String {
  var lines: [String] = []
  write(object, 0, left, &lines)
  return lines.joined(separator: "\n")
}

private func write(_ object: Object, _ depth: Int, _ left: Set<String>, _ lines: inout [String]) {
  let indent = String(repeating: "  ", count: depth)
  for name in object.names where !left.contains(name.typed) {
    let label = name.typed
    switch object[name] {
    case nil, .some(.none): lines.append("\(indent)\(label): -")
    case .text(let text): lines.append("\(indent)\(label): \(text)")
    case .flag(let flag): lines.append("\(indent)\(label): \(flag)")
    case .markup(let markup): lines.append("\(indent)\(label): \(told(String(decoding: markup.bytes, as: UTF8.self)))")
    case .object(let inner):
      if let date = inner.text("iso") {
        lines.append("\(indent)\(label): \(date)")
      } else {
        lines.append("\(indent)\(label):")
        write(inner, depth + 1, left, &lines)
      }
    case .list(let list):
      lines.append("\(indent)\(label): [\(list.count)]")
      for item in list {
        let start = lines.count
        write(item, depth + 1, left, &lines)
        if start < lines.count { lines[start] = indent + "* " + lines[start].dropFirst(indent.count + 2) }
      }
    }
  }
}

extension Name {
  /// The name as it is typed; a model's names are those of the samples.
  var typed: String { labels[self] ?? "(in no sample)" }
}

private let labels: [Name: String] = {
  var labels: [Name: String] = [Name("."): "."]
  func learn(_ value: Any) {
    for (key, inner) in value as? [String: Any] ?? [:] {
      labels[Name(key)] = key
      learn(inner)
    }
    for inner in value as? [Any] ?? [] { learn(inner) }
  }
  for name in (try? Checkout.names("Themes/civic/models", ".json")) ?? [] {
    let data = try? Data(contentsOf: URL(fileURLWithPath: Checkout.root + "/Themes/civic/models/" + name))
    if let data, let value = try? JSONSerialization.jsonObject(with: data) { learn(value) }
  }
  return labels
}()

private func told(_ markup: String) -> String {
  guard markup.hasPrefix("<svg class=\"pic ") else { return markup.split(separator: "\n").joined(separator: " ") }
  let kind = markup.dropFirst("<svg class=\"pic ".count).prefix { $0 != "\"" }
  guard let describe = markup.split(separator: "\n").first(where: { $0.hasPrefix("<desc") }) else { return String(kind) }
  return kind + ": " + describe.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
}
