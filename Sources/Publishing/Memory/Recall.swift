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
    _ id: String, _ memory: Memory?, _ sink: any SiteSink, _ leavings: Leavings
  ) throws(DiskError) -> (memory: ToolMemory, making: Making, isSame: Bool)? {
    guard let known = memory?.tools[id], var making = known.making, making.past == past(of: id), making.days.holds(input.day)
    else { return nil }
    for (name, wasThere) in making.asked where holds(name) != wasThere { return nil }
    let seen = seen(of: id)
    let isSame = making.seen == seen
    // Frozen files never change; where one looks changed, everything is looked at anew.
    if !isSame,
      making.seen.map(\.path) != seen.map(\.path) || making.frozenSeen != seen.filter(\.isFrozen)
        || making.content != content(of: id).map({ Mark($0) })
    {
      return nil
    }
    guard try sink.keep(making.output.made) else { return nil }
    making.seen = seen
    return (isSame ? known : try known.moved(to: leavings, making), making, isSame)
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
      story.tool, past: past(of: story.tool), content: content.map { Mark($0) }, seen: seen(of: story.tool),
      days: tellsToday ? DaySpan(only: input.day) : DaySpan(around: input.day, turning: turns), asked: asked, share)
  }

  /// By which a memory of this register, theme and program is known: all that every page is made from.
  var mark: Mark {
    guard let program = input.program else { return .none }
    let sources = input.drafts?.common ?? input.frozen.newestCommon.names.compactMap { input.frozen.newestCommon.files[$0] }
    var text = "\(program) \(input.theme.digest) \(input.drafts == nil) \(input.frozen.history.editions.first?.date.text ?? "")\n"
    for source in sources { text += "\(Digest(of: source.bytes)) \(source.path)\n" }
    return Mark(Digest(of: text))
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

  /// The files a tool is made from as the disk tells them now.
  private func seen(of id: String) -> [Made] {
    let drafts = input.drafts?.tool(id)?.files.map { Made(path: $0.path, mark: Mark($0, since: input.start)) } ?? []
    guard input.drafts != nil, let site = input.frozen.site else { return drafts }
    let frozen = input.frozen.history.versions(of: id).flatMap { version -> [Made] in
      let path = version.entry.sourceFolder
      guard let folder = try? site.folder(path) else { return [] }
      return folder.list(hidden: false).files.map {
        Made(path: Made.frozen + path + "/" + $0.path, mark: Mark($0, since: input.start))
      }
    }
    return drafts + frozen
  }
}

extension Making {
  fileprivate var frozenSeen: [Made] { seen.filter(\.isFrozen) }
}

extension Made {
  fileprivate static let frozen = "Site/"
  fileprivate var isFrozen: Bool { path.hasPrefix(Made.frozen) }
}
