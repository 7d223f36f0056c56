import Bytes
import Editions
import Findings
import Publishing
import Reading
import Records
import Views

extension Command {
  static let export = Command(
    name: "export", purpose: .reading,
    summary: "Give records in the form of another standard",
    about: """
      FORMAT is one of govuk (GOV.UK's specialist publisher), nl-1.0 (the Dutch algorithm register), eurocities-0.3.1, model-index (a \
      model card), dcat (a catalogue for data portals), csv (a row a tool) and docx (Markdown for a committee paper).

      Records are given as they now stand in Content/. What was cut, joined or has no place is listed in export-losses.json beside the files. Nothing is made up: where the format needs \
      what the record does not say, the tool is refused and the field named. Say it in a YAML file for --with, a map of tools to the \
      format's own fields; 'all' stands for every tool. Records of older standards are read as 'gazette upgrade' would move them.
      """,
    arguments: [
      Argument("FORMAT", .one, "the other standard"),
      Argument("TOOL", .any, "the tools' folder names (default: all)"),
    ],
    options: [
      Option("--to", .text("DIR"), "where to write (default: .gazette/exports/FORMAT)"),
      Option("--with", .text("FILE"), "values for fields of the format that no record has"),
    ],
    examples: [
      Example("gazette export csv", "All tools as one table."),
      Example("gazette export nl-1.0 early-help-finder --with dutch.yaml", "One tool for the Dutch register."),
    ],
    run: exportTools)
}

private func exportTools(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  if let wrong = invocation["--to"].flatMap({ invocation.flaw(inTarget: $0) }) { return terminal.refuse(wrong, invocation) }
  let open = try OpenRegister(invocation)
  guard let register = open.register else { return terminal.tell(open.findings, asResults: false) }
  let wish = invocation.arguments[0]
  let (format, unread) = openFormat(wish)
  guard let format else {
    if !unread.isEmpty { return terminal.tell(unread, asResults: false) }
    return terminal.refuse(.other("there is no format '\(wish)'", near: nearest(wish, among: formatNames())), invocation)
  }
  let ids = register.tools.map(\.id)
  let wanted = Array(invocation.arguments.dropFirst())
  if let unknown = wanted.first(where: { !ids.contains($0) }) {
    return terminal.refuse(.other("there is no tool '\(unknown)'", near: nearest(unknown, among: ids)), invocation)
  }
  let (supplied, wrong) = try openSupplied(invocation["--with"])
  guard let supplied, !wrong.contains(where: { $0.severity == .error }) else { return terminal.tell(wrong, asResults: false) }
  if let problem = unknown(in: supplied, tools: ids, format) { return terminal.refuse(problem, invocation) }
  let (frozen, spoilt) = openFrozen(invocation)
  guard let frozen else { return terminal.tell(spoilt, asResults: false) }
  let exporting = Exporting(register: register, format: format, history: frozen.history, supplied: supplied, day: try today())
  var exports: [Export] = []
  for files in register.tools where wanted.isEmpty || wanted.contains(files.id) {
    switch exporting.export(files) {
    case .success(let export): exports.append(export)
    case .failure(let broken):
      _ = terminal.tell(broken.findings, asResults: false)
      terminal.complain("gazette export: '\(files.id)' has no record that can be read and given to others\n")
      return .findings
    }
  }
  let target = invocation["--to"] ?? invocation.root + "/.gazette/exports/" + format.id
  return try write(exports, exporting, to: target, &terminal)
}

private func write(
  _ exports: [Export], _ exporting: Exporting, to target: String, _ terminal: inout Terminal
) throws(DiskError) -> Exit {
  let files = exportFiles(exports, as: exporting.format, facts: exporting.facts)
  let tree = try FileTree(at: target)
  for file in files { _ = try tree.write(file.path, file.bytes) }
  _ = try tree.removeAll(but: Set(files.map(\.path)))
  for file in files { terminal.print("\(target)/\(file.path)\n") }
  for export in exports {
    for refusal in export.refusals { terminal.complain("gazette export: \(export.tool): \(refusal)\n") }
  }
  let refused = exports.filter { !$0.refusals.isEmpty }.count
  if refused > 0 { terminal.say("\(refused) of \(exports.count) tools refused; say what is needed in a file for --with.") }
  return refused > 0 ? .findings : .done
}

/// Tools of one register on their way into one format.
private struct Exporting {
  let register: RegisterFiles
  let format: ExportFormat
  let history: History
  let supplied: [String: Node]
  let day: Day

  struct Broken: Error { let findings: [Finding] }

  func export(_ files: ToolFiles) -> Result<Export, Broken> {
    let bytes = register.read(files)
    let secret = examine(bytes, of: register, on: day).findings.filter { $0.severity == .error && $0.code.hasPrefix("privacy.") }
    if !secret.isEmpty { return .failure(Broken(findings: secret)) }
    let (tool, wrong) = gather(bytes.folder, with: register.vocabulary)
    let findings = (bytes.unread + wrong).filter { $0.severity == .error }
    guard let tool, !findings.contains(where: { $0.place.file == tool.record.source.path }) else {
      return .failure(Broken(findings: findings))
    }
    var values: [String: Node] = [:]
    for key in ["all", tool.id] { for entry in supplied[key]?.map ?? [] { values[entry.key.text] = entry.value } }
    let export = Editions.export(
      tool, as: format, facts: facts.merging(facts(of: tool)) { _, new in new }, supplied: values, with: register.vocabulary)
    return export.map { .success($0) } ?? .failure(Broken(findings: findings))
  }

  /// What is true of the whole register.
  var facts: [String: String] {
    let settings = register.vocabulary.settings
    var facts = [
      "register:title": settings.title, "register:describe": settings.describe, "register:address": settings.address,
    ]
    facts["register:publisher"] = settings.publishers.first?.name
    facts["register:licence"] = settings.theme.licenceAddress
    return facts
  }

  private func facts(of tool: Tool) -> [String: String] {
    let address = register.vocabulary.settings.address + "tools/\(tool.id)/"
    var facts = ["tool:id": tool.id, "tool:address": address, "tool:record": address + "record.json"]
    facts["tool:title"] = (tool.record.text(.organisation).map { $0 + ": " } ?? "") + tool.name
    facts["tool:lang"] = tool.lang
    facts["record:version"] = tool.record.kind.standard?.version
    for document in tool.documents.reversed() where document.holds {
      facts["document:" + document.kind.id] = address + "documents/\(document.id)/"
      facts["title:" + document.kind.id] = document.title
    }
    let versions = history.versions(of: tool.id)
    facts["version:number"] = versions.last.map { String($0.number) }
    facts["version:first"] = versions.first?.date.text
    facts["version:last"] = versions.last?.date.text
    return facts
  }
}

// MARK: what comes with the program, and what a person adds

private func formatsFolder() -> Folder? { try? shippedFolder()?.folder("Sources/Exports") }

private func formatNames() -> [String] {
  (formatsFolder()?.list(hidden: false).files ?? []).map(\.path).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
}

private func openFormat(_ name: String) -> (ExportFormat?, [Finding]) {
  guard formatNames().contains(name), let (source, unread) = formatsFolder()?.source(name + ".yaml", limit: 1 << 20),
    let source
  else { return (nil, []) }
  let (format, wrong) = readExportFormat(source)
  return (format, unread + wrong)
}

/// A tool or field that a person gave values for and that is none.
private func unknown(in supplied: [String: Node], tools: [String], _ format: ExportFormat) -> UsageError.Problem? {
  let names = format.fields.map(\.to)
  for (tool, values) in supplied.sorted(by: { $0.key < $1.key }) {
    if tool != "all", !tools.contains(tool) {
      return .other("--with names a tool '\(tool)' that is none", near: nearest(tool, among: tools))
    }
    for entry in values.map ?? [] where !names.contains(entry.key.text) {
      let near = nearest(entry.key.text, among: names)
      return .other("--with names '\(entry.key.text)', which is no field of \(format.id)", near: near)
    }
  }
  return nil
}

private func openSupplied(_ path: String?) throws(DiskError) -> ([String: Node]?, [Finding]) {
  guard let path else { return ([:], []) }
  let (source, unread) = try readSource(path, limit: 1 << 20)
  guard let source else { return (nil, unread) }
  let (node, wrong) = readYAML(source)
  guard let entries = node?.map else { return (nil, unread + wrong) }
  return (Dictionary(entries.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first }), unread + wrong)
}
