import Bytes
import Editions
import Findings
import Ledger
import Records
import Templates
import Views

/// A build under way: what all tools have in common, worked out once.
struct SiteBuild: Sendable {
  let input: SiteInput
  /// By which a memory of the same register, theme and program is known.
  let mark: Mark
  private let archive: Archive
  /// What may be written now.
  private let now: Vocabulary?
  private let site: Site?
  private let pages: [OrdinaryPage]

  init(_ input: SiteInput) {
    self.input = input
    mark = input.common
    let drafts = input.drafts
    let archive = Archive(input.frozen)
    self.archive = archive
    now = drafts?.vocabulary ?? archive.vocabularies.last ?? nil
    let sources = drafts?.pages ?? input.frozen.newestCommon.pages
    let pages = now.map { readPages(sources, limits: $0.settings.limits).0 } ?? []
    self.pages = pages
    site = now.map { now in
      Site(
        settings: now.settings, history: input.frozen.history, day: input.day, isPreview: drafts != nil,
        languages: input.theme.languages, assets: input.theme.assetNames,
        links: pages.map { Site.PageLink(label: $0.title, address: $0.id + "/") },
        founded: archive.vocabularies.first??.settings)
    }
  }

  /// The ids of every tool, published or draft, sorted by byte.
  var tools: [String] {
    var ids = Set(input.frozen.history.tools)
    ids.formUnion((input.drafts?.tools ?? []).map(\.id))
    if let shard = input.shard { ids = ids.filter(shard.holds) }
    return ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Every page of one tool: what holds now, each version for ever, and how one became the other.
  ///
  /// - Returns: what the next build needs to know so as not to make them again.
  func tool(_ id: String, into share: inout Share, _ sink: any SiteSink) -> Making? {
    guard let site else { return nil }
    let bytes = read(id)
    let content = bytes?.digest
    let isDraft = content.map { !input.frozen.holds(id, $0) } ?? false
    let (draft, findings) = isDraft ? self.draft(bytes) : (nil, [])
    share.output.findings += findings
    let story = Story(tool: id, chapters: archive.chapters(of: id), draft: draft)
    share.output.findings += unshowable(story)
    for chapter in story.chapters {
      guard let subject = story.subject(of: chapter, at: .version) else { continue }
      put(subject, findings: [], site, into: &share, sink)
    }
    if let now = isDraft ? draft : story.chapters.last, let subject = story.subject(of: now, at: .current) {
      if isDraft || !isMoved(id) {
        let found = draft == nil && accepts(subject, site) ? check(subject) : findings
        // Nothing of a published tool is told again, but what accepts a warning of it is not there for nothing.
        if draft == nil, input.drafts != nil {
          share.output.findings += accept(found, by: site.settings).accepted.map(\.finding)
        }
        put(subject, findings: found, site, into: &share, sink)
      } else {
        // The pages say where the tool went; a program that follows its data finds the last of it.
        put(Composed(files: compose(subject, in: site).files), into: &share, sink)
      }
    }
    if draft != nil || !story.chapters.isEmpty {
      put(compose(story, in: site), into: &share, sink)
      share.news += story.news(in: site)
    }
    return making(of: story, content, share)
  }

  /// Whether the tool's own address only says where it went.
  private func isMoved(_ id: String) -> Bool { now?.settings.redirects[id] != nil }

  /// Whether the register lets a warning of this tool pass, so that it must be looked for to be told.
  private func accepts(_ subject: Subject, _ site: Site) -> Bool {
    subject.place == .current && site.settings.accepted.contains { $0.file.contains("tools/\(subject.tool.id)/") }
  }

  /// What is found in a published version, with places as they were in the drafts.
  private func check(_ subject: Subject) -> [Finding] {
    let (tool, vocabulary, version) = (subject.tool, subject.vocabulary, subject.version?.number ?? 0)
    let frozen = "tools/\(tool.id)/versions/\(version)/source/"
    let read = gather(input.frozen.folder(tool.id, version: version), with: vocabulary).1
    let found = read + Records.check(CheckContext(tool: tool, vocabulary: vocabulary, today: input.day))
    return found.map { finding in
      var finding = finding
      guard finding.place.file.hasPrefix(frozen) else { return finding }
      finding.place.file = "Content/tools/\(tool.id)/" + finding.place.file.dropFirst(frozen.utf8.count)
      return finding
    }
  }

  /// A tool's drafts.
  func read(_ id: String) -> ToolBytes? {
    guard let register = input.drafts, let folder = register.tool(id) else { return nil }
    return register.read(folder)
  }

  /// The tool as it is written now.
  private func draft(_ bytes: ToolBytes?) -> (chapter: Story.Chapter?, findings: [Finding]) {
    guard let register = input.drafts, let bytes else { return (nil, []) }
    let (tool, findings) = examine(bytes, of: register, on: input.day)
    return (tool.map { archive.draft($0, of: bytes, with: register.vocabulary) }, findings)
  }

  /// Versions that cannot be read any more, though nobody took their record out.
  private func unshowable(_ story: Story) -> [Finding] {
    let told = story.chapters.filter { $0.tool != nil || $0.gone.contains("record.md") }.map(\.number)
    return input.frozen.history.versions(of: story.tool).filter { !told.contains($0.number) }.map { version in
      let facts = ["tool": story.tool, "version": String(version.number)]
      let path = ProofPath.source(of: story.tool, version: version.number)
      return Finding("edition.unshowable", at: .file("Site/" + path), facts)
    }
  }

  /// One set of a tool's pages; the set that holds now is what the tool leaves for the register.
  private func put(
    _ subject: Subject, findings: [Finding], _ site: Site, into share: inout Share, _ sink: any SiteSink
  ) {
    let composed = compose(subject, in: site)
    put(composed, into: &share, sink)
    guard subject.place == .current, let now, let record = composed.record else { return }
    share.leaving = leave(subject, findings: findings, record: record, with: now, in: site)
  }

  /// The register as it stands, for what spans tools; nothing where there are no settings to show it by.
  func view(of summaries: [Summary], _ news: [News]) -> RegisterView? {
    guard let site, let now else { return nil }
    return RegisterView(summaries, news: news, pages: pages, moved: moved(now.settings), with: now, in: site)
  }

  /// The documents of each published tool that went elsewhere, whose addresses stay.
  private func moved(_ settings: Settings) -> [String: [String]] {
    var documents: [String: [String]] = [:]
    for id in settings.redirects.keys {
      guard let newest = input.frozen.history.versions(of: id).last else { continue }
      documents[id] = input.frozen.documents(of: id, version: newest.number)
    }
    return documents
  }

  var proofs: [EditionProof] { archive.proofs }

  func assets(into share: inout Share, _ sink: any SiteSink) {
    for asset in input.theme.assets { put(asset.path, asset.bytes, into: &share, sink) }
  }

  func put(_ composed: Composed, into share: inout Share, _ sink: any SiteSink) {
    for file in composed.files { put(file.path, file.bytes, into: &share, sink) }
    for page in composed.pages {
      guard let library = input.theme.library(page.lang) else { continue }
      var bytes: [UInt8] = []
      if let wrong = library.render(page.template, page.model, into: &bytes) {
        share.output.findings.append(wrong)
        continue
      }
      put(page.path, bytes, into: &share, sink)
      share.output.pages += 1
    }
  }

  private func put(_ path: String, _ bytes: [UInt8], into share: inout Share, _ sink: any SiteSink) {
    guard share.failure == nil else { return }
    do throws(DiskError) {
      share.output.made.append(Made(path: path, mark: try sink.put(path, bytes)))
    } catch { share.failure = error }
  }
}
