import Findings
import Publishing
import Records

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension Command {
  static let new = Command(
    name: "new", purpose: .writing,
    summary: "Write a new document to fill in",
    about: """
      Writes a document with every field of its kind, what to write in it and an example, below Content/tools/. \
      Nothing that is there is written over. What is still to write is then listed by 'gazette check'.

      WHAT is tool (for a new tool's record), evaluation, challenge, retirement, or any kind of document: \
      'gazette new kinds' lists them.
      """,
    arguments: [
      Argument("WHAT", .one, "tool, evaluation, challenge, retirement or a kind such as dpia"),
      Argument("TOOL", .optional, "the tool's folder: small letters, digits and hyphens"),
      Argument("NAME", .optional, "the document's file name, without .md (default: WHAT)"),
    ],
    options: [Option("--kind", .text("KIND"), "the kind, where there are several (default: the newest)")],
    examples: [
      Example("gazette new tool early-help-finder", "A new tool and its record."),
      Example("gazette new dpia early-help-finder", "Its data protection impact assessment."),
      Example("gazette new evaluation early-help-finder beta-2026", "What a test in 2026 showed, in beta-2026.md."),
    ],
    run: writeNew)
}

private func writeNew(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let open = try OpenRegister(invocation)
  guard let register = open.register, !register.vocabulary.kinds.isEmpty else {
    _ = terminal.tell(open.findings, asResults: false)
    return .findings
  }
  if invocation.arguments[0] == "kinds" {
    terminal.print(list(of: register.vocabulary.kinds, Manual(width: terminal.width, colour: terminal.colour)))
    return .done
  }
  let wish: NewDocument
  switch NewDocument.asked(invocation, of: register) {
  case .success(let asked): wish = asked
  case .failure(let error): return terminal.refuse(error.problem, invocation)
  }
  let text = scaffold(of: wish.kind, for: register.vocabulary.audiences)
  do throws(DiskError) {
    try register.root.create(wish.path, Array(text.utf8))
  } catch {
    guard error.number == EEXIST else { throw error }
    return terminal.refuse(.other(wish.taken, near: nil), invocation)
  }
  terminal.print(wish.path + "\n")
  terminal.say("Open it and write. This lists what is still missing: gazette check Content/tools/\(wish.tool)")
  return .done
}

/// A document that somebody wants to begin.
private struct NewDocument {
  let kind: Kind
  let tool: String
  let name: String

  var path: String { "Content/tools/\(tool)/\(name).md" }

  /// What to say where the file is there already.
  var taken: String {
    kind.role == .record
      ? "there is a tool '\(tool)' already"
      : "'\(path)' is there already; give this one a name of its own"
  }

  static func asked(_ invocation: Invocation, of register: RegisterFiles) -> Result<NewDocument, UsageError> {
    do throws(UsageError) {
      let words = invocation.arguments
      let kind = try kind(words[0], invocation["--kind"], among: register.vocabulary.kinds)
      guard words.count > 1 else { throw UsageError(.missing(invocation.command.arguments[1])) }
      try checkName(words[1], of: "tool")
      if kind.role == .record {
        if words.count > 2 { throw UsageError(.other("a tool's record is always called record.md", near: nil)) }
        return .success(NewDocument(kind: kind, tool: words[1], name: "record"))
      }
      let tools = register.tools.map(\.id)
      guard tools.contains(words[1]) else {
        throw UsageError(.other("there is no tool '\(words[1])'", near: nearest(words[1], among: tools)))
      }
      let name = words.count > 2 ? words[2] : words[0]
      try checkName(name, of: "document")
      if name == "record" { throw UsageError(.other("record.md is kept for the tool's record", near: nil)) }
      return .success(NewDocument(kind: kind, tool: words[1], name: name))
    } catch {
      return .failure(error)
    }
  }

  /// The kind that a word and `--kind` mean: one by its id, or of a role the only one that no newer one replaces.
  private static func kind(
    _ word: String, _ chosen: String?, among kinds: [Kind]
  ) throws(UsageError) -> Kind {
    var meant = kinds.filter { $0.id == word }
    if meant.isEmpty {
      guard let role = roles[word] else {
        let near = nearest(word, among: roles.keys.sorted() + kinds.map(\.id))
        throw UsageError(.other("there is no kind of document '\(word)'", near: near))
      }
      meant = kinds.filter { $0.role == role }
    }
    if let chosen {
      if let kind = meant.first(where: { $0.id == chosen }) { return kind }
      let near = nearest(chosen, among: meant.map(\.id))
      throw UsageError(.other("'\(chosen)' is no kind of \(word)", near: near))
    }
    let newest = meant.filter { kind in meant.count == 1 || !kinds.contains { $0.replaces == kind.id } }
    guard newest.count == 1, let kind = newest.first else {
      let ids = newest.map(\.id).joined(separator: ", ")
      throw UsageError(.other("there are several kinds of \(word); write one of these instead: \(ids)", near: nil))
    }
    return kind
  }

  /// What people call a document by the part it plays for a tool.
  static let roles: [String: Role] = [
    "tool": .record, "assessment": .assessment, "evaluation": .evaluation, "challenge": .route, "retirement": .notice,
  ]

  private static func checkName(_ name: String, of what: String) throws(UsageError) {
    guard !isFolderName(name) else { return }
    let sentence = "'\(name)' cannot be the name of a \(what): small letters, digits and hyphens only, at most 64"
    let likely = String(anchorName(name).prefix(64))
    throw UsageError(.other(sentence, near: isFolderName(likely) ? likely : nil))
  }
}

/// Every kind with what it is for.
private func list(of kinds: [Kind], _ manual: Manual) -> String {
  let column = (kinds.map(\.id.count).max() ?? 0) + 4
  return kinds.map { kind in
    let words = manual.wrapped("\(kind.label). \(kind.purpose)", indent: column)
    return "  " + kind.id + String(repeating: " ", count: column - 2 - kind.id.count) + words.dropFirst(column)
  }.joined(separator: "\n") + "\n"
}
