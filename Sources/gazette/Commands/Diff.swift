import Bytes
import Editions
import Findings
import Publishing
import Records
import Views

extension Command {
  static let diff = Command(
    name: "diff", purpose: .reading,
    summary: "Show what changed between two versions of a tool",
    about: """
      A and B are version numbers or 'draft'; without them, the newest version against what is written now. With one of them, that \
      version against what is written now. What matters most to a reader comes first; unchanged text is folded. On a terminal what \
      came is green and what went is red; elsewhere it stands in {+…+} and [-…-].

      With --edition K instead of a tool: what edition K changed, or with L what changed from edition K to edition L.
      """,
    arguments: [
      Argument("TOOL", .optional, "the tool's folder name; with --edition, the later edition"),
      Argument("A", .optional, "the version before: a number or 'draft'"),
      Argument("B", .optional, "the version after: a number or 'draft'"),
    ],
    options: [Option("--edition", .number(1...1_000_000), "compare the whole register as editions have it")],
    formats: ["text", "json", "html"],
    examples: [
      Example("gazette diff early-help-finder", "What publishing would change."),
      Example("gazette diff early-help-finder 3 5", "From version 3 to version 5."),
      Example("gazette diff early-help-finder 3 5 --format html", "The same as a page, to keep or to send."),
      Example("gazette diff --edition 4", "Everything edition 4 changed."),
    ],
    run: showDifference)
}

private func showDifference(_ invocation: Invocation, _ terminal: inout Terminal) throws(DiskError) -> Exit {
  let (opened, unread) = try OpenArchive.open(invocation)
  guard let opened else { return terminal.tell(unread, asResults: false) }
  if let edition = invocation.number("--edition") {
    return showEditions(from: edition, opened, invocation, &terminal)
  }
  guard let id = invocation.arguments.first else {
    return terminal.refuse(.missing(Argument("TOOL", .one, "the tool's folder name")), invocation)
  }
  let (story, findings) = opened.story(of: id)
  guard let story else { return terminal.tell(findings, asResults: false) }
  if story.draft == nil, findings.contains(where: { $0.severity == .error }) {
    return terminal.tell(findings, asResults: false)
  }
  switch sides(of: story, invocation) {
  case .failure(let wrong): return terminal.refuse(wrong.problem, invocation)
  case .success(let pair):
    guard let pair else {
      terminal.say(sameness(story))
      return .done
    }
    return try show(Difference(story: story, from: pair.0, to: pair.1), opened, invocation, &terminal)
  }
}

/// That there is nothing to compare, and why.
private func sameness(_ story: Story) -> String {
  guard let newest = story.chapters.last else { return "'\(story.tool)' has nothing to compare yet." }
  let gone = newest.takenOut.sorted { $0.precedesByBytes($1) }.joined(separator: ", ")
  return "What is written is version \(newest.number), byte for byte"
    + (gone.isEmpty ? "." : ", but for what was taken out of that: \(gone).")
}

/// Which two versions are meant; nothing where there is but one.
private func sides(
  of story: Story, _ invocation: Invocation
) -> Result<(Story.Chapter, Story.Chapter)?, UsageError> {
  let words = Array(invocation.arguments.dropFirst())
  let newest = story.chapters.last
  do throws(UsageError) {
    guard let first = words.first else {
      guard let draft = story.draft, let newest else { return .success(nil) }
      return .success((newest, draft))
    }
    let from = try side(first, of: story)
    let to = words.count == 2 ? try side(words[1], of: story) : story.draft ?? newest
    if words.count == 2, (first == "draft") == (words[1] == "draft"), let from, from.number == to?.number {
      throw UsageError(.other("both are \(first == "draft" ? "the draft" : "version \(from.number)")", near: nil))
    }
    guard let from, let to, from.number != to.number else { return .success(nil) }
    return .success((from, to))
  } catch { return .failure(error) }
}

private func side(_ word: String, of story: Story) throws(UsageError) -> Story.Chapter? {
  if word == "draft" { return story.draft ?? story.chapters.last }
  if let number = Int(word), let chapter = story.chapter(number) { return chapter }
  let count = story.chapters.count
  let there = count == 0 ? "it was never published" : count == 1 ? "it has version 1" : "it has versions 1 to \(count)"
  throw UsageError(.other("'\(story.tool)' has no version '\(word)'; \(there)", near: nil))
}

/// Two versions of a tool to be shown side by side.
struct Difference {
  let story: Story
  let from: Story.Chapter
  let to: Story.Chapter

  /// What a version is called: its number, or `draft`.
  static func name(_ chapter: Story.Chapter) -> String { chapter.version == nil ? "draft" : String(chapter.number) }

  static func title(_ chapter: Story.Chapter) -> String {
    guard let version = chapter.version else { return "draft" }
    return "version \(version.number) (\(version.date.text))"
  }
}

private func show(
  _ difference: Difference, _ opened: OpenArchive, _ invocation: Invocation, _ terminal: inout Terminal
) throws(DiskError) -> Exit {
  for chapter in [difference.from, difference.to] where chapter.tool == nil {
    let facts = ["tool": difference.story.tool, "version": String(chapter.number)]
    return terminal.tell([Finding("edition.unshowable", at: .file("Site/LEDGER"), facts)], asResults: false)
  }
  guard let step = Step(from: difference.from, to: difference.to) else { return .findings }
  tellRemoved(difference, &terminal)
  switch invocation.format {
  case "json": terminal.print(json(step, of: difference, pretty: true))
  case "html": return try showPage(step, of: difference, opened, invocation, &terminal)
  default:
    let names = "\(Difference.title(difference.from)) → \(Difference.title(difference.to))\n"
    terminal.print((difference.to.tool?.name).map { printable($0) + ": " } ?? "")
    terminal.print(names)
    terminal.print(text(step, difference, terminal))
  }
  return .done
}

private func text(_ step: Step, _ difference: Difference, _ terminal: Terminal) -> String {
  ChangeText(step.changes, with: difference.to.vocabulary, width: terminal.width, colour: terminal.colour).text
}

/// Says which files are not compared because they were taken out.
private func tellRemoved(_ difference: Difference, _ terminal: inout Terminal) {
  for chapter in [difference.from, difference.to] {
    for (redaction, edition) in chapter.removed where redaction.now == nil {
      terminal.say(
        "\(redaction.file) of version \(chapter.number) was removed on \(redaction.on.text) (edition \(edition)); what is left is compared."
      )
    }
  }
}

private func json(_ step: Step, of difference: Difference, pretty: Bool) -> [UInt8] {
  var writer = JSONWriter(pretty: pretty)
  write(step.changes, from: Difference.name(difference.from), to: Difference.name(difference.to), into: &writer)
  return writer.finish()
}

private func showPage(
  _ step: Step, of difference: Difference, _ opened: OpenArchive, _ invocation: Invocation,
  _ terminal: inout Terminal
) throws(DiskError) -> Exit {
  guard let register = opened.register else {
    return terminal.tell([Finding("register.missing", at: .file("Content"))], asResults: false)
  }
  let (theme, wrong) = try openTheme(invocation, register)
  guard let theme else { return terminal.tell(wrong, asResults: false) }
  let (page, finding) = comparisonPage(
    difference.story, step, opened.archive, register, theme, on: opened.day)
  guard let page else { return terminal.tell(finding.map { [$0] } ?? [], asResults: false) }
  terminal.print(page)
  return .done
}

// MARK: editions

private func showEditions(
  from edition: Int, _ opened: OpenArchive, _ invocation: Invocation, _ terminal: inout Terminal
) -> Exit {
  let history = opened.archive.frozen.history
  let words = invocation.arguments
  guard words.count <= 1, invocation.format != "html" else {
    let wrong = invocation.format == "html" ? "a whole edition cannot be shown as one page" : "'\(words[1])' is one word too many"
    return terminal.refuse(.other(wrong, near: nil), invocation)
  }
  let later = words.first.map { Int($0) } ?? edition
  let (before, after) = words.isEmpty ? (edition - 1, edition) : (edition, later ?? 0)
  for (number, word) in [(edition, String(edition)), (later ?? 0, words.first ?? "")] where history.edition(number) == nil {
    let count = history.editions.count
    let there = count == 0 ? "nothing was published yet" : count == 1 ? "there is edition 1" : "there are editions 1 to \(count)"
    return terminal.refuse(.other("there is no edition \(word); \(there)", near: nil), invocation)
  }
  if !words.isEmpty, before == after {
    return terminal.refuse(.other("both are edition \(edition)", near: nil), invocation)
  }
  let comparison = EditionComparison(archive: opened.archive, before: before, after: after)
  if invocation.format == "json" {
    for difference in comparison.differences {
      guard let to = difference.to else { continue }
      terminal.print(comparison.json(difference.tool, from: difference.from, to: to))
    }
  } else {
    terminal.print(comparison.text(width: terminal.width, colour: terminal.colour))
  }
  return .done
}
