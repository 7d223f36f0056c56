import Findings
package import Reading

/// The text of a document of a kind: what is answered, and for everything else what to write and an example.
///
/// A function of its arguments, and `understand` reads what it writes. Facts stand in the front matter, each blank after its name under
/// a comment; texts stand as sections that hold a placeholder (`Placeholder`), because a comment in Markdown would be public. A field
/// that is needed is so one finding until it is written, and one that is not is none.
///
/// - Parameters:
///   - answers: values by field id, written without help; none for a new document.
///   - opening: lines before the first text, such as introductions to audiences.
///   - asking: which fields without an answer are asked for, by id; all where nothing is said.
package func scaffold(
  of kind: Kind, for audiences: [Audience], answers: [String: Node] = [:], opening: [String] = [],
  asking: Set<String>? = nil
) -> String {
  let scaffold = Scaffold(kind: kind, audiences: audiences, answers: answers, asking: asking)
  return (scaffold.front + opening + scaffold.body).joined(separator: "\n") + "\n"
}

private struct Scaffold {
  let kind: Kind
  let audiences: [Audience]
  let answers: [String: Node]
  let asking: Set<String>?
  let help: FieldHelp

  init(kind: Kind, audiences: [Audience], answers: [String: Node], asking: Set<String>?) {
    self.kind = kind
    self.audiences = audiences
    self.answers = answers
    self.asking = asking
    help = FieldHelp(kind: kind)
  }

  // MARK: facts

  var front: [String] {
    var lines = ["---", "kind: \(kind.id)"]
    if hasBlanks { lines += introduction }
    var last: String?
    for (field, isOwn) in facts {
      // The title comes first of all, under no heading.
      let section = !isOwn ? "About this document" : field.means == .title ? nil : kind.section(field.section)?.label
      if let section, section != last, hasBlanks { lines += ["", "# == \(section) =="] }
      last = section ?? last
      lines += fact(field)
    }
    return lines + ["---"]
  }

  private var hasBlanks: Bool { kind.fields.contains { answers[$0.id] == nil && stands($0) } }

  /// Whether a field stands in the document at all: it is answered, or asked for.
  private func stands(_ field: Field) -> Bool {
    answers[field.id] != nil || asking?.contains(field.id) ?? true
  }

  /// The fields of the front matter: the title, the kind's own, then what every document says of itself.
  private var facts: [(field: Field, isOwn: Bool)] {
    let all = kind.fields.enumerated().filter { stands($0.element) && !isText($0.element, at: $0.offset) }
      .map { (field: $0.element, isOwn: $0.offset < kind.ownCount) }
    let isTitle: ((field: Field, isOwn: Bool)) -> Bool = { $0.field.means == .title }
    return all.filter(isTitle).map { ($0.field, true) } + all.filter { !isTitle($0) }
  }

  /// Whether a field is a section of the body. The envelope's texts are a line or two, and stand with the facts.
  private func isText(_ field: Field, at index: Int) -> Bool {
    guard field.type == .prose, index < kind.ownCount else { return false }
    return answers[field.id].map { $0.scalar != nil } ?? true
  }

  private func fact(_ field: Field) -> [String] {
    if let answer = answers[field.id] { return writeYAML(field.id, answer) }
    var lines = [""] + comment(help.words(field)) + choices(field)
    guard let example = field.example else { return lines + ["\(field.id):"] }
    let isOpen = field.type.hasParts || field.type == .contact
    guard isOpen else {
      let shown = writeYAML(field.id, example)
      if shown.count == 1 {
        lines.append("# For example: " + shown[0].dropFirst(field.id.utf8.count + 2))
      } else {
        lines += ["# For example:"] + shown.dropFirst().map { "#  " + $0 }
      }
      return lines + ["\(field.id):"]
    }
    lines += parts(field)
    let item = field.item.map { $0.prefix(1).lowercased() + $0.dropFirst() } ?? "item"
    let more = field.type.hasParts && !field.single ? "; copy them for each further \(item)" : ""
    lines += comment("To answer, take away the # before the lines below and write your own words in them\(more).")
    return lines + ["\(field.id):"] + pattern(of: field, example).map { "#" + $0 }
  }

  /// The lines below the name of a group or contact that a person fills in.
  private func pattern(of field: Field, _ example: Node) -> [String] {
    guard field.type.hasParts else { return Array(writeYAML(field.id, example).dropFirst()) }
    let given = (example.list?.first ?? example).map ?? []
    let nowhere = Span(start: 0, length: 0)
    let blank = Node(span: nowhere, content: .scalar(Scalar(text: "", span: nowhere)))
    let entries = field.fields.map { part in
      given.first { $0.key.text == part.id }
        ?? Entry(key: Scalar(text: part.id, span: nowhere), value: blank)
    }
    let item = Node(span: nowhere, content: .map(entries))
    let whole = field.single ? item : Node(span: nowhere, content: .list([item]))
    return Array(writeYAML(field.id, whole).dropFirst())
  }

  private func parts(_ field: Field) -> [String] {
    guard field.type.hasParts else { return [] }
    var lines = ["# Its parts:"]
    for part in field.fields {
      lines += comment(part.id + ": " + help.words(part, in: field), indent: "    ")
      lines += choices(part, indent: "      ")
    }
    return lines
  }

  private func choices(_ field: Field, indent: String = "") -> [String] {
    switch field.type {
    case .choice: comment("One of: " + field.choices.joined(separator: "; "), indent: indent)
    case .choices: comment("One or more of: " + field.choices.joined(separator: "; "), indent: indent)
    case .yesNo: comment("Yes or No", indent: indent)
    default: []
    }
  }

  private var introduction: [String] {
    let others = audiences.map { "`### For \($0.heading)`" }.joined(separator: ", ")
    let sentences = [
      kind.label + (kind.standard.map { " (\($0.name) \($0.version))" } ?? "") + ". " + kind.purpose,
      "",
      "Facts stand here, each on its own line after its name, a colon and a space. Longer texts stand below the second "
        + "line of three hyphens: write yours in the place of the lines that start with >.",
      "Lines that start with # are help. Nothing in them is an answer, but everybody can read them in the published "
        + "source: write no notes to colleagues here, and delete the help whenever you like.",
      "`gazette check` lists what is needed and still blank. If there is no answer, say why in its place, in one of these ways:",
      "  {not_applicable: why}  {unknown: why}  {not_measured: why}  {withheld: ground, because: why}  {see: another-document}",
      others.isEmpty ? "" : "To tell one audience in words of its own, write a heading below the text for everybody: \(others).",
    ]
    return sentences.flatMap { $0.isEmpty ? ["#"] : comment($0) }
  }

  private func comment(_ text: String, indent: String = "") -> [String] {
    if text.hasPrefix(" ") { return ["# " + text] }
    return wrapped(text, width: 110 - indent.utf8.count).enumerated().map { index, line in
      "# " + indent + (index > 0 && !indent.isEmpty ? "  " : "") + line
    }
  }

  // MARK: texts

  var body: [String] {
    var lines: [String] = []
    for (index, field) in kind.fields.enumerated() where stands(field) && isText(field, at: index) {
      lines += ["", "## \(field.heading)", ""]
      lines += answers[field.id]?.scalar.map { textLines($0.text) } ?? placeholder(field)
    }
    return lines
  }

  private func placeholder(_ field: Field) -> [String] {
    var lines = wrapped("\(help.mark(field)) \(field.help)", width: 108)
    if let example = field.example {
      lines += ["", Placeholder.example, ""]
      lines += example.scalar.map { textLines($0.text) } ?? ["`" + writeYAML(field.id, example).joined(separator: " ") + "`"]
    }
    return lines.map { $0.isEmpty ? ">" : "> " + $0 }
  }

  /// The lines of a text without blank ones at its ends.
  private func textLines(_ text: String) -> [String] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    return lines
  }
}

/// A text in lines of no more than so many bytes, cut at spaces.
private func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
    if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width {
      lines.append(line)
      line = ""
    }
    line += (line.isEmpty ? "" : " ") + word
  }
  return lines + [line]
}
