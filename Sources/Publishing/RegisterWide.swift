package import Findings
package import Records

/// The files that speak for a whole register, by their name below `Content/` or below an edition's `source/`: settings, kinds, audiences,
/// measures, ordinary pages.
package struct CommonFiles: Sendable {
  package private(set) var files: [String: Source]

  package init(_ files: [String: Source] = [:]) { self.files = files }

  /// From sources of the drafts, whose paths begin with `Content/`.
  package init(drafts: [Source]) {
    files = Dictionary(
      drafts.map { (String($0.path.dropFirst("Content/".utf8.count)), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  package var names: [String] { files.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// These files with an edition's own in their place and without those it took away.
  package func overlaid(with changed: [String: Source], without removed: [String]) -> CommonFiles {
    var result = files.merging(changed) { _, newer in newer }
    for name in removed { result[name] = nil }
    return CommonFiles(result)
  }

  /// What may be written by these files; nothing where they hold no settings.
  package func vocabulary() -> (vocabulary: Vocabulary?, findings: [Finding]) {
    guard let settingsFile = files["register.yaml"] else { return (nil, []) }
    let (settings, one) = readSettings(settingsFile)
    let (audiences, three) = readAudiences(folder("audiences/"))
    let (kinds, two) = readKinds(folder("kinds/"), for: three.isEmpty ? audiences.map(\.id) : nil)
    let (metrics, four) = files["metrics.yaml"].map { readMetrics($0) } ?? ([], [])
    guard let settings else { return (nil, one + two + three + four) }
    return (
      Vocabulary(settings: settings, kinds: kinds, audiences: audiences, metrics: metrics),
      one + two + three + four
    )
  }

  /// The ordinary pages, by name.
  package var pages: [Source] { folder("pages/") }

  private func folder(_ prefix: String) -> [Source] {
    names.filter { $0.hasPrefix(prefix) }.compactMap { files[$0] }
  }
}
