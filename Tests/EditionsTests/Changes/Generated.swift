import Records

/// Tools of every shape, made by a seed: fields of all types and states, told to all audiences.
enum Generated {
  static func tool(_ random: inout Seeded, _ vocabulary: Vocabulary) throws -> Tool {
    let records = vocabulary.kinds.filter { $0.role == .record }
    let others = vocabulary.kinds.filter { $0.role != .record }
    guard let kind = records.randomElement(using: &random) else { return try Shipped.tool([]) }
    var documents = [("record", document(kind, &random))]
    for name in ["beta", "challenge", "notice"] where Bool.random(using: &random) {
      guard let kind = others.randomElement(using: &random) else { continue }
      documents.append((name, document(kind, &random)))
    }
    let attachments = ["plan.pdf", "note.txt"].filter { _ in Bool.random(using: &random) }
    return try Shipped.tool(
      documents,
      attachments: attachments.map { Records.Attachment(name: $0, size: Int.random(in: 0..<3, using: &random)) })
  }

  private static func document(_ kind: Kind, _ random: inout Seeded) -> String {
    var front = "---\nkind: \(kind.id)\n"
    var body = ""
    if chance(3, &random) { body += "## For affected people\n\n\(prose(&random))\n\n" }
    for field in kind.fields where chance(3, &random) {
      if field.type == .prose, Bool.random(using: &random) {
        body += "## \(field.heading)\n\n\(prose(&random))\n\n"
        if chance(3, &random) { body += "### For end users\n\n\(prose(&random))\n\n" }
      } else {
        front += "\(field.id): \(value(field, &random))\n"
      }
    }
    return front + "---\n" + body
  }

  private static func value(_ field: Field, _ random: inout Seeded) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return "{not_applicable: \(quoted(line(&random)))}"
    case 1: return "{withheld: commercial, because: \(quoted(line(&random)))}"
    case 2: return "{unknown: \(quoted(line(&random)))}"
    case 3: return "{see: beta}"
    default: break
    }
    switch field.type {
    case .text: return quoted(line(&random))
    case .prose: return quoted(prose(&random))
    case .date, .partDate: return ["2026-03-14", "2025-01-01"].randomElement(using: &random) ?? ""
    case .number: return ["0", "0.81", "-3", "1000"].randomElement(using: &random) ?? ""
    case .choice: return quoted(field.choices.randomElement(using: &random) ?? "")
    case .choices:
      return "[" + field.choices.shuffled(using: &random).prefix(3).map(quoted).joined(separator: ", ") + "]"
    case .yesNo: return Bool.random(using: &random) ? "\"Yes\"" : "\"No\""
    case .address: return Bool.random(using: &random) ? "https://example.org/a" : "plan.pdf"
    case .email: return "team@example.org"
    case .contact: return "{role: \(quoted(line(&random))), email: team@example.org}"
    case .link: return "beta"
    case .links: return "[beta, challenge]"
    case .group, .figures:
      let items = (0..<Int.random(in: 1..<4, using: &random)).map { _ in item(field, &random) }
      return "[" + (field.single ? items.prefix(1) : items[...]).joined(separator: ", ") + "]"
    }
  }

  private static func item(_ field: Field, _ random: inout Seeded) -> String {
    var parts: [String] = []
    for part in field.fields where chance(2, &random) {
      let value = part.id == "metric" ? (Bool.random(using: &random) ? "recall" : "precision") : value(part, &random)
      parts.append("\(part.id): \(value)")
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  private static func chance(_ one: Int, _ random: inout Seeded) -> Bool {
    Int.random(in: 0..<one, using: &random) == 0
  }

  private static func line(_ random: inout Seeded) -> String {
    let words = ["score", "child", "family", "الطفل", "cafe\u{301}", "caf\u{e9}", "0.81", "“so”", "学校", "it’s"]
    return (0..<Int.random(in: 1..<6, using: &random)).map { _ in words.randomElement(using: &random) ?? "" }
      .joined(separator: " ")
  }

  private static func prose(_ random: inout Seeded) -> String {
    (0..<Int.random(in: 1..<5, using: &random)).map { _ in line(&random) + "." }
      .joined(separator: Bool.random(using: &random) ? "\n\n" : " ")
  }

  /// A text as YAML and JSON both spell it.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
  }
}
