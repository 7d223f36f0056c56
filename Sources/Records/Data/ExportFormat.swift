package import Findings
import Reading

/// Another standard that records can be given in, described as data: which of its fields takes what of ours.
package struct ExportFormat: Sendable {
  /// What a file of the format looks like.
  package enum Form: String, Sendable, CaseIterable {
    /// One JSON file a tool.
    case json
    /// One JSON file for all tools, which stand in a list.
    case graph
    /// One CSV file for all tools, a row each.
    case table
    /// One Markdown file a tool, with a heading for each field.
    case paper
    /// One Markdown file a tool, with front matter and its evaluations as a model index.
    case card
  }

  package let id: String
  package let label: String
  package let form: Form
  /// The kind that its sources are fields of; records of older kinds are upgraded first.
  package let kind: String
  /// The file's name, with `{tool}` where there is one for each.
  package let file: String
  /// What stands around the tools in a graph; where they stand is `list`.
  package let head: [ExportField]
  package let list: String
  package let fields: [ExportField]
  /// What the format calls a measure, by ours.
  package let metrics: [String: String]
}

/// One field of another standard.
package final class ExportField: Sendable {
  package enum Form: String, Sendable, CaseIterable {
    /// Words without marks, in paragraphs.
    case plain
    /// As it was written.
    case markdown
    /// The year and month of a date.
    case month
    /// Small letters, digits and hyphens.
    case slug
  }

  /// Its name; `a/b` stands inside `a`, and a number is a place in a list.
  package let to: String
  /// Our fields, parts of groups (`group.part`) or facts (`tool:id`), in order.
  package let from: [String]
  /// A text of its own, with facts in braces.
  package let value: String?
  package let values: [String: String]
  package let max: Int?
  package let required: Bool
  package let isList: Bool
  /// What stands between the items of a list that is one text with us.
  package let split: String?
  package let form: Form
  /// What one item of a list holds; their sources are the parts of the group.
  package let parts: [ExportField]

  init(_ map: inout MapReader) {
    to = map.text("to", required: true) ?? ""
    from = map.texts("from")
    value = map.text("value")
    values = Dictionary(
      map.map("values").map { ($0.key.text, $0.value.scalar?.text ?? "") }, uniquingKeysWith: { first, _ in first })
    max = map.number("max").map { Int($0.value) }
    required = map.flag("required")
    isList = map.flag("list")
    split = map.text("split")
    form = map.choice("form", of: Form.allCases.map(\.rawValue)).flatMap(Form.init(rawValue:)) ?? .plain
    parts = ExportField.list("parts", &map)
  }

  fileprivate static func list(_ key: String, _ map: inout MapReader) -> [ExportField] {
    map.list(key).compactMap { node in map.nested(node, what: "a field of the format") { ExportField(&$0) } }
  }
}

/// Reads the file of a format; nothing where it is no map or lacks what every format has.
package func readExportFormat(_ source: Source) -> (ExportFormat?, [Finding]) {
  var (node, findings) = readYAML(source)
  guard let node, var map = MapReader(node, in: source, what: "a format", findings: &findings) else { return (nil, findings) }
  let texts = ["id", "label", "kind", "file"].compactMap { map.text($0, required: true) }
  let form = map.choice("form", of: ExportFormat.Form.allCases.map(\.rawValue), required: true)
  let head = ExportField.list("head", &map)
  let list = map.text("list") ?? ""
  let fields = ExportField.list("fields", &map)
  let metrics = map.map("metrics").map { ($0.key.text, $0.value.scalar?.text ?? "") }
  findings += map.finish()
  guard texts.count == 4, let form = form.flatMap(ExportFormat.Form.init(rawValue:)) else { return (nil, findings) }
  return (
    ExportFormat(
      id: texts[0], label: texts[1], form: form, kind: texts[2], file: texts[3], head: head, list: list, fields: fields,
      metrics: Dictionary(metrics, uniquingKeysWith: { first, _ in first })), findings
  )
}
