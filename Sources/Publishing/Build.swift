package import Bytes
import Editions
package import Findings
import Ledger
import Records
import Templates
import Views

/// What a site is made from: what is frozen, perhaps the drafts beside it, and the theme.
///
/// A site is a function of this value, so a preview, a publication and a verification are one build into three places.
package struct SiteInput: Sendable {
  /// What stands frozen; in a publication with the edition that is being made.
  package let frozen: Frozen
  /// The drafts, where they are shown: each tool whose files differ from its newest version.
  package let drafts: Drafts?
  package let theme: Theme
  package let day: Day
  package let threads: Int

  package init(frozen: Frozen, drafts: Drafts?, theme: Theme, day: Day, threads: Int) {
    self.frozen = frozen
    self.drafts = drafts
    self.theme = theme
    self.day = day
    self.threads = threads
  }
}

/// A register's drafts and which of its tools differ from what was published.
package struct Drafts: Sendable {
  package let register: RegisterFiles
  package let changed: Set<String>

  package init(register: RegisterFiles, changed: Set<String>) {
    self.register = register
    self.changed = changed
  }
}

/// Where the files of a site go: onto a preview's folder, a stage, or a comparison.
package protocol SiteSink: Sendable {
  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError)
  /// Puts a file that is made piece by piece and never held whole.
  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> Poured
  /// A file that was put.
  func read(_ path: String) throws(DiskError) -> [UInt8]
}

/// What a build did.
package struct Built: Sendable {
  package var pages = 0
  package var made: [String] = []
  package var findings: [Finding] = []
}

/// Makes every file of a site that is made from others: pages, data, feeds, assets.
///
/// Read → understand → compose → render, a tool at a time on all cores. A tool whose draft has no record is left out with its findings.
package func buildSite(
  _ input: SiteInput, into sink: any SiteSink, told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(DiskError) -> Built {
  let build = SiteBuild(input)
  let tools = build.tools
  let shares = parallel(tools.count, threads: input.threads) { number -> Share in
    var share = Share()
    build.tool(tools[number], into: &share, sink)
    told(number + 1, tools.count)
    return share
  }
  var whole = Share()
  for share in shares { whole.join(share) }
  build.common(into: &whole, sink)
  if let failure = whole.failure { throw failure }
  return Built(pages: whole.pages, made: whole.made, findings: whole.findings)
}

/// What one piece of a build came to.
struct Share: Sendable {
  var pages = 0
  var made: [String] = []
  var findings: [Finding] = []
  /// Of each tool whose pages hold now.
  var summaries: [Summary] = []
  /// Each published version in short, for what spans tools.
  var news: [News] = []
  var failure: DiskError?

  mutating func join(_ other: Share) {
    pages += other.pages
    made += other.made
    findings += other.findings
    summaries += other.summaries
    news += other.news
    failure = failure ?? other.failure
  }
}
