import Bytes
import Reading
package import Records

/// The files of a format for some tools, and what was lost on the way in `export-losses.json`.
///
/// Tools stand in the order given; one that is refused is in none of them but the losses.
package func exportFiles(
  _ exports: [Export], as format: ExportFormat, facts: [String: String]
) -> [(path: String, bytes: [UInt8])] {
  let whole = exports.filter(\.refusals.isEmpty)
  var files: [(path: String, bytes: [UInt8])] = []
  switch format.form {
  case .json:
    files = whole.map { (name($0, format), json($0.value)) }
  case .graph: files = whole.isEmpty ? [] : [(format.file, graph(whole, format, facts))]
  case .table: files = whole.isEmpty ? [] : [(format.file, table(whole, format))]
  case .paper: files = whole.map { (name($0, format), Array(paper($0.value).utf8)) }
  case .card: files = whole.map { (name($0, format), Array(card($0, format).utf8)) }
  }
  return files + [("export-losses.json", losses(exports, format))]
}

private func name(_ export: Export, _ format: ExportFormat) -> String { format.file.replacing("{tool}", with: export.tool) }

private func json(_ value: ExportValue) -> [UInt8] {
  var writer = JSONWriter()
  writer.write(value)
  return writer.finish()
}

private func graph(_ exports: [Export], _ format: ExportFormat, _ facts: [String: String]) -> [UInt8] {
  var value = ExportValue.object([])
  for field in format.head {
    guard let text = (field.value ?? field.from.first.flatMap { facts[$0] }) else { continue }
    value.set(.text(text), at: field.to.split(separator: "/").map(String.init)[...])
  }
  value.set(.list(exports.map(\.value)), at: [format.list])
  return json(value)
}

/// A row a tool; a list's items are apart by a vertical bar.
private func table(_ exports: [Export], _ format: ExportFormat) -> [UInt8] {
  var bytes: [UInt8] = []
  let row = { (cells: [String], bytes: inout [UInt8]) in
    for (place, cell) in cells.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.appendCSV(cell)
    }
    bytes += Array("\r\n".utf8)
  }
  row(format.fields.map(\.to), &bytes)
  for export in exports { row(format.fields.map { export.value[$0.to]?.cell ?? "" }, &bytes) }
  return bytes
}

private func paper(_ value: ExportValue) -> String {
  guard case .object(let members) = value else { return "" }
  let blocks = members.enumerated().map { place, member in
    place == 0 ? "# " + member.value.cell : "## \(member.name)\n\n\(member.value.block)"
  }
  return blocks.joined(separator: "\n\n") + "\n"
}

/// A model card: front matter with every whole figure of the evaluations, then the texts.
private func card(_ export: Export, _ format: ExportFormat) -> String {
  let front = export.value["card"] ?? .object([])
  let name = front["model_name"]?.cell ?? export.tool
  let task = front["task"]?.cell ?? ""
  let type = front["task_type"]?.cell ?? "other"
  var results: [Node] = []
  for (evaluation, outcome) in export.results {
    guard let value = outcome.value else { continue }
    results.append(
      .map(of: [
        ("task", .map(of: [("type", .text(type)), ("name", .text(task))])),
        ("dataset", .map(of: [("type", .text("\(export.tool)/\(evaluation.id)")), ("name", .text(evaluation.title))])),
        (
          "metrics",
          .list(of: [
            .map(of: [
              ("type", .text(format.metrics[outcome.metric.id] ?? outcome.metric.id)), ("value", .text(value.text)),
              ("name", .text(outcome.metric.label)),
            ])
          ])
        ),
      ]))
  }
  var lines: [String] = []
  if case .object(let members) = front {
    lines = members.filter { $0.name != "task" && $0.name != "task_type" }.flatMap { writeYAML($0.name, $0.value.node) }
  }
  if !results.isEmpty {
    let index = Node.list(of: [.map(of: [("name", .text(name)), ("results", .list(of: results))])])
    lines += writeYAML("model-index", index)
  }
  return (["---"] + lines + ["---", "", ""]).joined(separator: "\n") + paper(export.value["text"] ?? .object([]))
}

private func losses(_ exports: [Export], _ format: ExportFormat) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("format", format.id)
    writer.key("tools")
    writer.object { writer in
      for export in exports {
        writer.key(export.tool)
        writer.object { writer in
          writer.key("refused")
          writer.array { writer in for refusal in export.refusals { writer.string(refusal) } }
          writer.key("losses")
          writer.array { writer in
            for loss in export.losses {
              writer.object { writer in
                writer.member("field", loss.field)
                writer.member("what", loss.what.rawValue)
                writer.member("say", loss.say)
              }
            }
          }
        }
      }
    }
  }
  return writer.finish()
}

extension JSONWriter {
  fileprivate mutating func write(_ value: ExportValue) {
    switch value {
    case .text(let text): string(text)
    case .list(let list): array { writer in for value in list { writer.write(value) } }
    case .object(let members):
      object { writer in
        for member in members {
          writer.key(member.name)
          writer.write(member.value)
        }
      }
    }
  }
}

extension ExportValue {
  subscript(_ name: String) -> ExportValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The value in one cell of a table.
  var cell: String {
    switch self {
    case .text(let text): text
    case .list(let list): list.map(\.cell).joined(separator: "|")
    case .object(let members): members.map { "\($0.name): \($0.value.cell)" }.joined(separator: "; ")
    }
  }

  /// The value as Markdown.
  var block: String {
    guard case .list(let list) = self else { return cell }
    return list.map { "- " + $0.cell }.joined(separator: "\n")
  }

  var node: Node {
    switch self {
    case .text(let text): .text(text, quoted: true)
    case .list(let list): .list(of: list.map(\.node))
    case .object(let members): .map(of: members.map { ($0.name, $0.value.node) })
    }
  }
}
