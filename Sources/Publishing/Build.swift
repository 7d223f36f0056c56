package import Bytes
import Editions
import Findings
package import Ledger
import Records
import Templates
import Views

/// What a site is made from: what is frozen, perhaps the drafts beside it, the theme and the program.
///
/// A site is a function of this value, so a preview, a publication and a verification are one build into three places.
package struct SiteInput: Sendable {
  /// What stands frozen; in a publication with the edition that is being made.
  package let frozen: Frozen
  /// The drafts, where they are shown: each tool whose files differ from its newest version.
  package let drafts: RegisterFiles?
  package let theme: Theme
  package let day: Day
  package let threads: Int
  /// By which a memory knows this program again; nothing where nothing is to be remembered.
  let program: Digest?
  /// When the build began, by the clock of the disk that its files stand on.
  let start: Int64
  /// The part of the tools that is made, where not all are.
  let shard: Shard?

  package init(
    frozen: Frozen, drafts: RegisterFiles?, theme: Theme, day: Day, threads: Int, program: Digest? = nil,
    start: Int64 = .max, shard: Shard? = nil
  ) {
    self.frozen = frozen
    self.drafts = drafts
    self.theme = theme
    self.day = day
    self.threads = threads
    self.program = program
    self.start = start
    self.shard = shard
  }
}

/// Where the files of a site go: onto a preview's folder, a stage, or a comparison.
protocol SiteSink: Sendable {
  /// Puts a file there; what it is known again by.
  func put(_ path: String, _ bytes: [UInt8]) throws(DiskError) -> Mark
  /// Takes over files of the build before, all or none: where one no longer stands as it was made, nothing is taken over, for all will
  /// be put anew.
  func keep(_ files: [Made]) throws(DiskError) -> Bool
  /// Puts a file that is made piece by piece and never held whole.
  func pour(_ path: String, _ next: Pieces) throws(DiskError) -> (Poured, Mark)
  /// A file that was put.
  func read(_ path: String) throws(DiskError) -> [UInt8]
}

/// What a build did.
struct Built: Sendable {
  let pages: Int
  let findings: [Finding]
  /// What was made, and what the next build may go by.
  let memory: Memory
  /// Whether all of that is what this build went by.
  let isSame: Bool
  /// The tools and groups that were taken over from the build before.
  let kept: Set<String>
  let keptSpanning: Set<Spanning>
}

/// Makes every file of a site that is made from others: pages, data, feeds, assets.
///
/// Read → understand → compose → render, a tool at a time on all cores. A tool whose draft has no record is left out with its findings.
/// - Parameters:
///   - leavings: where the tools leave what those who span them need, and the next build.
///   - memory: of the build before, into the same place; what has not changed since is taken over.
///   - standing: what is known to stand as it did then, and need not be asked for.
func buildSite(
  _ input: SiteInput, into sink: any SiteSink, leaving leavings: Leavings, recalling memory: Memory? = nil,
  standing: Standing? = nil, told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(DiskError) -> Built {
  let build = SiteBuild(input)
  let tools = build.tools
  let memory = memory?.common == build.mark ? memory : nil
  let shares = parallel(tools.count, threads: input.threads) { number -> Share in
    let share = build.share(of: tools[number], memory, standing, sink, leavings)
    told(number + 1, tools.count)
    return share
  }
  if let failure = shares.lazy.compactMap(\.failure).first { throw failure }
  let remembered = shares.compactMap(\.memory)
  var pages = shares.reduce(0) { $0 + $1.output.pages }
  var findings = shares.flatMap(\.output.findings)
  let keptTools = Set(shares.lazy.filter(\.isKept).compactMap { $0.memory?.id })
  let areSame = remembered.count == memory?.tools.count && shares.allSatisfy(\.isSame)
  let (groups, kept) = try build.spanning(remembered, memory?.spanning ?? [:], sink, standing: standing)
  // What was made without a frozen file that stands there and could not be read is another site.
  try input.frozen.site?.sound()
  for output in Spanning.allCases.compactMap({ groups[$0]?.output }) {
    pages += output.pages
    findings += output.findings
  }
  return Built(
    pages: pages, findings: findings, memory: Memory(common: build.mark, spanning: groups, tools: remembered, in: leavings),
    isSame: areSame && kept.count == groups.count, kept: keptTools, keptSpanning: kept)
}

/// What one piece of a build came to.
struct Share: Sendable {
  var output = Output()
  /// What a tool leaves for what spans tools, where its pages hold now.
  var leaving: Leaving?
  /// Each published version in short, for what spans tools.
  var news: [News] = []
  /// What the next build may go by.
  var memory: ToolMemory?
  /// Whether the tool was taken over from the build before, and whether nothing about it even looks different.
  var isKept = false
  var isSame = false
  var failure: DiskError?
}

extension SiteBuild {
  /// A tool as the build before left it, or made anew.
  ///
  /// Files, news and the like stand among the leavings then and nowhere else, so that a register is never held whole.
  fileprivate func share(
    of id: String, _ memory: Memory?, _ standing: Standing?, _ sink: any SiteSink, _ leavings: Leavings
  ) -> Share {
    var share = Share()
    do throws(DiskError) {
      if let (memory, making, isSame) = try recall(id, memory, standing, sink, leavings) {
        share.output.pages = making.pages
        share.output.findings = making.findings
        share.memory = memory
        share.isKept = true
        share.isSame = isSame
      } else if let making = tool(id, into: &share, sink) {
        let look = look(at: id, made: MarkedNames(of: id, share.output.made))
        share.memory = try ToolMemory(id, making, look, share.leaving, share.news, in: leavings)
        share.output.made = []
        share.leaving = nil
        share.news = []
      }
    } catch { share.failure = share.failure ?? error }
    return share
  }
}
