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
  /// What could be written at each edition, from the first.
  private let vocabularies: [Vocabulary?]
  /// What may be written now.
  private let now: Vocabulary?
  private let site: Site?
  private let pages: [OrdinaryPage]

  init(_ input: SiteInput) {
    self.input = input
    let drafts = input.drafts
    vocabularies = SiteBuild.vocabularies(input.frozen)
    now = drafts?.register.vocabulary ?? vocabularies.last ?? nil
    let sources = drafts?.register.pages ?? input.frozen.newestCommon.pages
    let pages = now.map { readPages(sources, limits: $0.settings.limits).0 } ?? []
    self.pages = pages
    site = now.map { now in
      Site(
        settings: now.settings, history: input.frozen.history, day: input.day, isPreview: drafts != nil,
        languages: input.theme.languages, assets: input.theme.assetNames,
        links: pages.map { Site.PageLink(label: $0.title, address: $0.id + "/") })
    }
  }

  /// Editions that changed no common file share one reading.
  private static func vocabularies(_ frozen: Frozen) -> [Vocabulary?] {
    var result: [Vocabulary?] = []
    for (edition, common) in zip(frozen.history.editions, frozen.common) {
      let isSame = edition.changed.isEmpty && edition.removed.isEmpty
      result.append(isSame ? result.last ?? nil : common.vocabulary().vocabulary)
    }
    return result
  }

  /// The ids of every tool, published or draft, sorted by byte.
  var tools: [String] {
    var ids = Set(input.frozen.history.tools)
    for tool in input.drafts?.register.tools ?? [] { ids.insert(tool.id) }
    return ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Every page of one tool: what holds now, and each version for ever.
  func tool(_ id: String, into share: inout Share, _ sink: any SiteSink) {
    guard let site else { return }
    let versions = input.frozen.history.versions(of: id)
    let newest = versions.last?.number ?? 0
    for version in versions {
      guard let vocabulary = vocabularies[version.edition - 1],
        let tool = gather(input.frozen.folder(id, version: version.number), with: vocabulary).0
      else {
        let facts = ["tool": id, "version": String(version.number)]
        let path = ProofPath.source(of: id, version: version.number)
        share.findings.append(Finding("edition.unshowable", at: .file("Site/" + path), facts))
        continue
      }
      var places: [Subject.Place] = [.version]
      if version.number == newest, !isDraft(id), !isMoved(id) { places.append(.current) }
      for place in places {
        let subject = Subject(
          tool: tool, vocabulary: vocabulary, version: version, place: place, newest: newest,
          count: versions.count, isDraft: false)
        put(subject, findings: accepts(subject, site) ? check(subject) : [], site, into: &share, sink)
      }
    }
    if isDraft(id) { draft(id, newest: newest, count: versions.count, site, into: &share, sink) }
  }

  /// Whether the tool's own address only says where it went.
  private func isMoved(_ id: String) -> Bool { now?.settings.redirects[id] != nil }

  /// Whether the register lets a warning of this tool pass, so that it must be looked for to be told.
  private func accepts(_ subject: Subject, _ site: Site) -> Bool {
    subject.place == .current && site.settings.accepted.contains { $0.file.contains("tools/\(subject.tool.id)/") }
  }

  /// What the checks find in a published version, with places as they were in the drafts.
  private func check(_ subject: Subject) -> [Finding] {
    let (tool, vocabulary) = (subject.tool, subject.vocabulary)
    let frozen = "tools/\(tool.id)/versions/\(subject.version?.number ?? 0)/source/"
    return Records.check(CheckContext(tool: tool, vocabulary: vocabulary, today: input.day)).map { finding in
      var finding = finding
      guard finding.place.file.hasPrefix(frozen) else { return finding }
      finding.place.file = "Content/tools/\(tool.id)/" + finding.place.file.dropFirst(frozen.utf8.count)
      return finding
    }
  }

  private func isDraft(_ id: String) -> Bool { input.drafts?.changed.contains(id) ?? false }

  private func draft(
    _ id: String, newest: Int, count: Int, _ site: Site, into share: inout Share, _ sink: any SiteSink
  ) {
    guard let register = input.drafts?.register, let files = register.tools.first(where: { $0.id == id })
    else { return }
    let (tool, findings) = examine(files, of: register, on: input.day)
    share.findings += findings
    guard let tool else { return }
    let subject = Subject(
      tool: tool, vocabulary: register.vocabulary, version: nil, place: .current, newest: newest,
      count: count, isDraft: true)
    put(subject, findings: findings, site, into: &share, sink)
  }

  /// One set of a tool's pages; the set that holds now leaves the tool's summary behind.
  private func put(
    _ subject: Subject, findings: [Finding], _ site: Site, into share: inout Share, _ sink: any SiteSink
  ) {
    let composed = compose(subject, in: site)
    put(composed, into: &share, sink)
    guard subject.place == .current, let record = composed.files.first else { return }
    share.summaries.append(summarise(subject, findings: findings, record: record, in: site))
  }

  /// What spans tools, and the theme's assets.
  func common(into share: inout Share, _ sink: any SiteSink) {
    if let site, let now {
      put(compose(register: share.summaries, pages: pages, with: now, in: site), into: &share, sink)
    }
    for asset in input.theme.assets { put(asset.path, asset.bytes, into: &share, sink) }
  }

  private func put(_ composed: Composed, into share: inout Share, _ sink: any SiteSink) {
    for file in composed.files { put(file.path, file.bytes, into: &share, sink) }
    for page in composed.pages {
      guard let library = input.theme.library(page.lang) else { continue }
      var bytes: [UInt8] = []
      if let wrong = library.render(page.template, page.model, into: &bytes) {
        share.findings.append(wrong)
        continue
      }
      put(page.path, bytes, into: &share, sink)
      share.pages += 1
    }
  }

  private func put(_ path: String, _ bytes: [UInt8], into share: inout Share, _ sink: any SiteSink) {
    guard share.failure == nil else { return }
    do throws(DiskError) {
      try sink.put(path, bytes)
      share.made.append(path)
    } catch { share.failure = error }
  }
}
