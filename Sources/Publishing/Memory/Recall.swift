import Bytes
import Editions
import Findings
import Ledger
import Records
import Views

/// What can be taken over from the build before, a tool at a time.
extension SiteBuild {
  /// A tool as the build before left it: nothing it was made from has changed, and all that was made of it still stands.
  ///
  /// What stands is put with what is made (`sink.keep`). The cheapest question comes first, and a file is read only where the disk
  /// says that it was touched.
  /// - Returns: what is to be remembered of it now, and whether it does not even look different, too.
  func recall(
    _ id: String, _ memory: Memory?, _ standing: Standing?, _ sink: any SiteSink, _ leavings: Leavings
  ) throws(DiskError) -> (memory: ToolMemory, making: Making, isSame: Bool)? {
    guard let known = memory?.tools[id], let making = known.making, making.past == past(of: id), making.days.holds(input.day)
    else { return nil }
    for (name, wasThere) in making.asked where holds(name) != wasThere { return nil }
    if let standing, standing.holds(id, written: input.drafts?.tool(id) != nil) { return (known, making, true) }
    guard let before = try? known.look() else { return nil }
    let now = look(at: id, made: before.made)
    let isSame = before.seen == now.seen
    // Frozen files never change; where one looks changed, everything is looked at anew.
    if !isSame, !before.hasSameNames(as: now) || before.frozen != now.frozen || making.content != read(id).map({ Mark($0.digest) }) {
      return nil
    }
    guard try sink.keep(before.made.files) else { return nil }
    if isSame { return (known, making, true) }
    guard let touched = try? known.looking(now, in: leavings) else { return nil }
    return (touched, making, false)
  }

  /// What is to be remembered of a tool that was made.
  func making(of story: Story, _ content: Digest?, _ share: Share) -> Making {
    let chapters = story.chapters + [story.draft].compactMap { $0 }
    var turns: [Day] = []
    var asked: [String: Bool] = [:]
    for chapter in chapters {
      guard let tool = chapter.tool else { continue }
      turns += tool.turningDays(reviewedEvery: chapter.vocabulary.settings.reviewMonths)
      for name in tool.namesElsewhere { asked[name] = holds(name) }
    }
    let tellsToday = share.output.findings.contains { $0.facts["today"] != nil } || share.leaving?.summary.accepted.isEmpty == false
    return Making(
      past: past(of: story.tool), content: content.map { Mark($0) },
      days: tellsToday ? DaySpan(only: input.day) : DaySpan(around: input.day, turning: turns), asked: asked,
      pages: share.output.pages, findings: share.output.findings)
  }

  /// All that the register's history says of a tool: the edition of each version, and those in which something of it was redacted.
  ///
  /// An edition's hash stands for everything in it and before it.
  private func past(of id: String) -> Mark {
    let history = input.frozen.history
    var text = ""
    for version in history.versions(of: id) { text += "\(version.number) \(version.edition) \(version.editionHash)\n" }
    for (edition, hash) in zip(history.editions, history.hashes) {
      for redaction in edition.redactions where redaction.tool == id { text += "\(redaction.version) \(redaction.file) \(hash)\n" }
    }
    return Mark(Digest(of: text))
  }

  private func holds(_ name: String) -> Bool { input.drafts?.holds(name) ?? false }
}

extension SiteInput {
  /// By which a memory of this register, theme and program is known: all that every page is made from.
  var common: Mark {
    guard let program else { return .none }
    let sources = drafts?.common ?? frozen.newestCommon.names.compactMap { frozen.newestCommon.files[$0] }
    var text = "\(program) \(theme.digest) \(drafts == nil) \(frozen.history.editions.first?.date.text ?? "")\n"
    for source in sources { text += "\(Digest(of: source.bytes)) \(source.path)\n" }
    return Mark(Digest(of: text))
  }
}
