import Bytes
package import Findings
import Ledger
package import Records

/// A register as it stands on the disk: what may be written in it, its ordinary pages, and which files each tool has.
///
/// The tools' files are named but not read: each tool is read, checked and let go by itself (`read(_:)`), so that a register of any size
/// needs the memory of a few tools.
package struct RegisterFiles: Sendable {
  package let root: Folder
  package let vocabulary: Vocabulary
  /// `Content/pages/*.md`, by name.
  package let pages: [Source]
  package let tools: [ToolFiles]
  /// Where each tool stands among them.
  private let places: [String: Int]
  /// Every file that is read for the whole register, under the name it has below an edition's `source/`; sorted by byte.
  package let common: [Source]

  init(root: Folder, vocabulary: Vocabulary, pages: [Source], tools: [ToolFiles], common: [Source]) {
    self.root = root
    self.vocabulary = vocabulary
    self.pages = pages
    self.tools = tools
    self.common = common
    places = Dictionary(
      tools.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  package func tool(_ id: String) -> ToolFiles? { places[id].map { tools[$0] } }

  /// Whether there is a tool of this name or, as `tool/document`, a document: what one tool may name of another.
  package func holds(_ name: String) -> Bool {
    guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")) else { return places[name] != nil }
    guard let tool = tool(String(name[..<slash])) else { return false }
    let file = "\(tool.path)\(name[slash...]).md"
    return !name[name.utf8.index(after: slash)...].contains("/") && tool.files.contains { $0.path.equalsByBytes(file) }
  }
}

/// The files of one tool's folder.
package struct ToolFiles: Sendable {
  package let id: String
  /// All that stands in the folder, and the folder itself.
  let standing: MarkedNames
  /// Whether nothing is wrong with what stands there, as far as names and sorts of file go.
  let isPlain: Bool

  /// What the path of every tool's folder begins with.
  static let above = "Content/tools/"

  /// Such as `Content/tools/early-help-finder`.
  package var path: String { standing.folder }

  /// By the bytes of their path; paths are relative to the register's root.
  package var files: [DiskEntry] {
    var files: [DiskEntry] = []
    standing.forEach { name, mark in
      if name.utf8.last != UInt8(ascii: "/") { files.append(mark.entry(path + "/" + name, .file)) }
    }
    return files
  }
}

/// Reads what a register says of itself, with everything wrong in it.
///
/// - Parameters:
///   - root: the register's folder, which holds `Content/`.
///   - shipped: the folder whose `Content/` brings kinds, audiences and measures with the program; a file of the same name in the
///     register goes before it.
///   - threads: how many tools' folders are looked at at once.
///   - standing: what is known to stand as it did, which is not looked at again.
/// - Returns: nothing where `register.yaml` cannot be read or there are no kinds at all.
package func load(
  root: Folder, shipped: Folder?, threads: Int, standing: Standing? = nil
) -> (register: RegisterFiles?, findings: [Finding]) {
  var loading = Loading(root: root, shipped: shipped, threads: threads, standing: standing)
  return (loading.register(), loading.findings)
}

private struct Loading {
  let root: Folder
  let shipped: Folder?
  let threads: Int
  let standing: Standing?
  var findings: [Finding] = []
  /// All but those of tools.
  private var files: [DiskEntry] = []
  private var common: [Source] = []

  init(root: Folder, shipped: Folder?, threads: Int, standing: Standing?) {
    self.root = root
    self.shipped = shipped
    self.threads = threads
    self.standing = standing
  }

  mutating func register() -> RegisterFiles? {
    let content: Folder
    do { content = try root.folder("Content") } catch {
      findings.append(error.isNothing ? Finding("register.missing", at: .file("Content")) : error.finding)
      return nil
    }
    let (files, found) = survey(content, at: "Content", leaving: "tools")
    self.files = files
    findings += found + unreadFindings(files)
    let tools = tools(in: content)
    guard let settings = settings() else { return nil }
    let (audiences, audienceFindings) = readAudiences(folder("Content/audiences", ".yaml"))
    let readers = audienceFindings.isEmpty ? audiences.map(\.id) : nil
    let (kinds, kindFindings) = readKinds(folder("Content/kinds", ".yaml"), for: readers)
    guard !kinds.isEmpty else {
      // Of every document it would be said that its kind is unknown.
      findings += kindFindings.isEmpty ? [Finding("register.no-kinds", at: .file("Content/kinds"))] : kindFindings
      return nil
    }
    findings += kindFindings + audienceFindings
    let metrics = metrics()
    let pages = files.map(\.path).filter(isPage).compactMap { source($0, in: root, settings.fileLimit) }
    let (ordinary, wrong) = readPages(pages, limits: settings.limits)
    findings += wrong + redirectFindings(settings, tools: tools, pages: ordinary.map(\.id)) + signOffFindings(settings, kinds)
    let logo = logo(settings)
    common += pages + [logo].compactMap { $0 }
    common.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let vocabulary = Vocabulary(settings: settings, kinds: kinds, audiences: audiences, metrics: metrics)
    let own = Set(self.files.map(\.path))
    findings += common.filter { own.contains($0.path) }.flatMap { $0.path == logo?.path ? inspectFile($0) : checkCommon($0) }
    return RegisterFiles(
      root: root, vocabulary: vocabulary, pages: pages, tools: tools, common: common)
  }

  private mutating func settings() -> Settings? {
    let path = "Content/register.yaml"
    guard let source = source(path, in: root, Settings.defaultFileLimit) else { return nil }
    common.append(source)
    let (settings, found) = readSettings(source)
    findings += found
    return settings
  }

  /// The register's own logo, which is frozen with its settings: a picture right in `Content/`.
  private mutating func logo(_ settings: Settings) -> Source? {
    guard let name = settings.theme.logo else { return nil }
    let path = "Content/" + name
    let isPicture = (name.hasSuffix(".svg") || name.hasSuffix(".png")) && !name.contains("/")
    guard isPicture, files.contains(where: { $0.path == path }) else {
      findings.append(Finding("theme.logo", at: .file("Content/register.yaml"), ["file": name]))
      return nil
    }
    return source(path, in: root, settings.fileLimit)
  }

  private mutating func metrics() -> [Metric] {
    let path = "Content/metrics.yaml"
    let own = files.contains { $0.path == path }
    guard let place = own ? root : shipped, let source = source(path, in: place, Settings.defaultFileLimit) else {
      return []
    }
    common.append(source)
    let (metrics, found) = readMetrics(source)
    findings += found
    return metrics
  }

  /// The files of a folder: the register's own, and of the program's those that the register does not have.
  ///
  /// They are data of the program's own sort, so the register's limit for what it publishes is not theirs.
  private mutating func folder(_ path: String, _ suffix: String) -> [Source] {
    let below: (String) -> Bool = { name in
      name.hasPrefix(path + "/") && name.hasSuffix(suffix) && !name.dropFirst(path.count + 1).contains("/")
    }
    var places: [String: Folder] = [:]
    if let shipped, let opened = open(path, in: shipped) {
      for entry in opened.list(hidden: false).files where below(path + "/" + entry.path) {
        places[path + "/" + entry.path] = shipped
      }
    }
    for entry in files where below(entry.path) { places[entry.path] = root }
    let sources = places.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.compactMap {
      source($0.key, in: $0.value, Settings.defaultFileLimit)
    }
    common += sources
    return sources
  }

  private mutating func source(_ path: String, in folder: Folder, _ limit: Int) -> Source? {
    let (source, found) = folder.source(path, limit: limit)
    findings += found
    return source
  }

  /// A folder that need not be there; one that cannot be looked into is told of, for what it holds would be missing without a word.
  private mutating func open(_ path: String, in folder: Folder) -> Folder? {
    do { return try folder.folder(path) } catch {
      if !error.isAbsence { findings.append(error.finding) }
      return nil
    }
  }

  /// Each tool's folder with its files; what else stands among them is told.
  private mutating func tools(in content: Folder) -> [ToolFiles] {
    let above = "Content/tools"
    guard let tools = open("tools", in: content) else { return [] }
    let (entries, found) = surveyFlat(tools, at: above)
    findings += found + unreadFindings(entries.filter { $0.kind == .file })
    let folders = entries.filter { $0.kind == .folder }
    let surveyed = parallel(folders.count, threads: threads) { [standing] number -> (tool: ToolFiles?, findings: [Finding]) in
      let id = String(folders[number].path.dropFirst(ToolFiles.above.utf8.count))
      if let known = standing?.files[id], known.isPlain { return (known, []) }
      do throws(DiskError) { return tool(id, as: folders[number], try tools.folder(id)) } catch { return (nil, [error.finding]) }
    }
    for tool in surveyed { findings += tool.findings }
    return surveyed.compactMap(\.tool)
  }
}

/// One tool's folder; no tool where there are no files in it.
private func tool(_ id: String, as entry: DiskEntry, _ folder: Folder) -> (tool: ToolFiles?, findings: [Finding]) {
  let (entries, found) = surveyAll(folder, at: entry.path)
  let files = entries.filter { $0.kind == .file }
  let findings = found + unreadFindings(files)
  guard !files.isEmpty else { return (nil, findings) }
  var standing = MarkedNames(in: entry.path)
  standing.add(MarkedNames.itself, Mark(entry))
  for entry in entries where entry.kind == .file || entry.kind == .folder {
    let name = entry.path(in: standing.folder)
    standing.add(entry.kind == .folder ? name + "/" : name, Mark(entry))
  }
  return (ToolFiles(id: id, standing: standing, isPlain: findings.isEmpty), findings)
}
