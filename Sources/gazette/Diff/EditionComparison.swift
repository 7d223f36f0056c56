import Bytes
import Editions
import Findings
import Publishing
import Records
import Views

/// What a register published between two editions, a tool at a time.
struct EditionComparison {
  let archive: Archive
  /// 0 for nothing at all.
  let before: Int
  let after: Int

  struct ToolDifference {
    let tool: String
    let from: Version?
    let to: Version?
  }

  /// The tools whose newest version is another, by id.
  var differences: [ToolDifference] {
    let history = archive.frozen.history
    return history.tools.compactMap { id in
      let versions = history.versions(of: id)
      let from = versions.last { $0.edition <= before }
      let to = versions.last { $0.edition <= after }
      return from?.number == to?.number ? nil : ToolDifference(tool: id, from: from, to: to)
    }
  }

  func text(width: Int, colour: Bool) -> String {
    let manual = Manual(width: width, colour: colour)
    var text = before == 0 ? "edition \(after)" : "edition \(before) → edition \(after)"
    text = manual.bold(text) + "\n"
    for edition in between { text += told(edition) }
    for difference in differences { text += "\n" + told(difference, manual, width, colour) }
    return text
  }

  private var between: [Edition] {
    let (low, high) = (min(before, after), max(before, after))
    return archive.frozen.history.editions.filter { $0.number > low && $0.number <= high }
  }

  private func told(_ edition: Edition) -> String {
    var lines = ["edition \(edition.number), \(edition.date.text)" + (edition.note.isEmpty ? "" : ": \(edition.note)")]
    lines += edition.changed.map { "  common file: \($0)" }
    lines += edition.removed.map { "  common file gone: \($0)" }
    lines += edition.redactions.map { redaction in
      "  removed: \(redaction.file) of \(redaction.tool) version \(redaction.version): \(redaction.because)"
    }
    if edition.number == 1, edition.changed.count > 3 {
      lines = [lines[0], "  \(counted(edition.changed.count, "common file"))"]
    }
    return lines.map { printable($0) + "\n" }.joined()
  }

  private func told(_ difference: ToolDifference, _ manual: Manual, _ width: Int, _ colour: Bool) -> String {
    guard let to = difference.to else {
      return manual.bold(difference.tool) + ": not published yet in edition \(after)\n"
    }
    let chapter = archive.chapter(to)
    let name = manual.bold(printable(chapter?.tool?.name ?? difference.tool)) + " (\(difference.tool)): "
    guard let from = difference.from else {
      return name + "published for the first time, as version \(to.number)\n"
    }
    let head = name + "version \(from.number) → version \(to.number)\n"
    guard let chapter, let older = archive.chapter(from), let step = Step(from: older, to: chapter) else {
      return head + "  One of them can no longer be read, because its record was removed.\n"
    }
    return head + ChangeText(step.changes, with: chapter.vocabulary, width: width, colour: colour).text
  }

  /// One tool's changes as one line.
  func json(_ tool: String, from: Version?, to: Version) -> [UInt8] {
    let chapter = archive.chapter(to)
    let older = from.flatMap { archive.chapter($0) }
    let vocabulary = chapter?.vocabulary ?? older?.vocabulary
    guard let vocabulary, chapter?.tool != nil || older?.tool != nil else { return [] }
    let all = changes(
      from: older?.tool, to: chapter?.tool, with: vocabulary,
      redacted: Redacted(before: older?.gone ?? [], after: chapter?.gone ?? []))
    var writer = JSONWriter(pretty: false)
    write(all, from: from.map { String($0.number) }, to: String(to.number), into: &writer)
    return writer.finish()
  }
}
