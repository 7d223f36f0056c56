import Bytes
import Editions
import Findings
import Publishing
import Records
import Views

extension Command {
  static let history = Command(
    name: "history", purpose: .reading,
    summary: "List every published version of a tool",
    about: """
      Newest first: when it was published, in which edition, what changed, who approved it and its digest; and what has changed \
      since. 'gazette diff' shows the changes themselves.
      """,
    arguments: [Argument("TOOL", .one, "the tool's folder name")],
    formats: ["text", "json"],
    examples: [
      Example("gazette history early-help-finder", "All versions of one tool."),
      Example("gazette history early-help-finder --format json", "The same, one version a line, oldest first."),
    ],
    run: tellHistory)
}

private func tellHistory(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let (opened, unread) = try OpenArchive.open(invocation)
  guard let opened else { return terminal.tell(unread, asResults: false) }
  let (story, findings) = opened.story(of: invocation.arguments[0])
  guard let story else { return terminal.tell(findings, asResults: false) }
  if invocation.format == "json" {
    for chapter in story.chapters { terminal.print(json(chapter, of: story)) }
  } else {
    terminal.print(HistoryText(story: story, manual: Manual(width: terminal.width, colour: terminal.colour)).text)
  }
  return .done
}

private struct HistoryText {
  let story: Story
  let manual: Manual

  var text: String {
    let now = story.draft ?? story.chapters.last
    var text = manual.bold(printable(now?.tool?.name ?? story.tool)) + ": "
    text += story.chapters.isEmpty ? "never published\n" : counted(story.chapters.count, "version") + "\n"
    if let draft = story.draft { text += "\n" + manual.bold("draft") + "\n" + changed(story.draftStep, draft) }
    for chapter in story.chapters.reversed() { text += "\n" + entry(chapter) }
    return text
  }

  private func entry(_ chapter: Story.Chapter) -> String {
    guard let version = chapter.version else { return "" }
    var text = manual.bold("version \(version.number)")
    text += "  \(version.date.text)  edition \(version.edition)"
    text += version.number == 1 ? "\n" : "  \(version.entry.significance)\n"
    if !version.entry.change.isEmpty { text += line(version.entry.change) }
    text += changed(story.step(to: version.number), chapter)
    for signOff in version.entry.signOffs {
      text += line("approved: \(signOff.role), \(signOff.by), \(signOff.on.text)")
    }
    for (redaction, edition) in chapter.removed {
      let left = redaction.now == nil ? "" : ", another text stands in its place"
      text += line(
        "removed: \(redaction.file), \(redaction.on.text), edition \(edition), \(redaction.role)\(left): \(redaction.because)")
    }
    return text + line("digest: \(version.entry.digest)")
  }

  private func changed(_ step: Step?, _ chapter: Story.Chapter) -> String {
    guard let step else { return "" }
    let told = step.inShort
    guard !told.fields.isEmpty else { return line("changed: nothing that readers are told") }
    var names = told.fields.map { field in
      (field.document.map { $0 + ", " } ?? "") + (field.label.isEmpty ? "opening" : field.label)
    }
    if told.more > 0 { names.append("\(told.more) more") }
    return line("changed: " + names.joined(separator: "; "))
  }

  private func line(_ text: String) -> String { manual.wrapped(printable(text), indent: 2) + "\n" }
}

private func json(_ chapter: Story.Chapter, of story: Story) -> [UInt8] {
  guard let version = chapter.version else { return [] }
  var writer = JSONWriter(pretty: false)
  let step = story.step(to: version.number)
  writer.object { writer in
    writer.member("tool", story.tool)
    writer.member("version", version.number)
    writer.member("date", version.date.text)
    writer.member("edition", version.edition)
    writer.member("change", version.entry.change)
    writer.member("significance", version.entry.significance)
    writer.member("happening", (version.number == 1 ? .added : step?.changes.happening ?? .changed).rawValue)
    writer.member("digest", version.entry.digest)
    writer.key("changed")
    writer.array { writer in for field in step?.inShort.fields ?? [] { writer.string(field.label) } }
    writer.member("more", step?.inShort.more ?? 0)
    writer.key("sign_offs")
    writer.array { writer in for signOff in version.entry.signOffs { write(signOff, &writer) } }
    writer.key("removed")
    writer.array { writer in
      for (redaction, edition) in chapter.removed {
        writer.object { writer in
          writer.member("file", redaction.file)
          writer.member("edition", edition)
          writer.member("on", redaction.on.text)
          writer.member("role", redaction.role)
          writer.member("because", redaction.because)
          writer.member("was", redaction.was)
        }
      }
    }
  }
  return writer.finish()
}

func write(_ signOff: SignOff, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.member("role", signOff.role)
    writer.member("by", signOff.by)
    writer.member("on", signOff.on.text)
  }
}
