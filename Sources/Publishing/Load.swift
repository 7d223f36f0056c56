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
  /// Every tool and, as `tool/document`, every document: what one tool may name of another.
  package let names: Set<String>
  /// Every file that is read for the whole register, under the name it has below an edition's `source/`; sorted by byte.
  package let common: [Source]
}

/// The files of one tool's folder.
package struct ToolFiles: Sendable {
  package let id: String
  /// Such as `Content/tools/early-help-finder`.
  package let path: String
  /// By the bytes of their path; paths are relative to the register's root.
  package let files: [DiskEntry]

  fileprivate var names: [String] {
    [id]
      + files.compactMap { entry in
        let name = entry.path.dropFirst(path.utf8.count + 1)
        return name.hasSuffix(".md") && !name.contains("/") ? "\(id)/\(name.dropLast(3))" : nil
      }
  }
}

/// Reads what a register says of itself, with everything wrong in it.
///
/// - Parameters:
///   - root: the register's folder, which holds `Content/`.
///   - shipped: the folder whose `Content/` brings kinds, audiences and measures with the program; a file of the same name in the
///     register goes before it.
/// - Returns: nothing where `register.yaml` cannot be read or there are no kinds at all.
package func load(root: Folder, shipped: Folder?) -> (register: RegisterFiles?, findings: [Finding]) {
  var loading = Loading(root: root, shipped: shipped)
  return (loading.register(), loading.findings)
}

private struct Loading {
  let root: Folder
  let shipped: Folder?
  var findings: [Finding] = []
  private var files: [DiskEntry] = []
  private var common: [Source] = []

  init(root: Folder, shipped: Folder?) {
    self.root = root
    self.shipped = shipped
  }

  mutating func register() -> RegisterFiles? {
    guard let content = open("Content", in: root) else {
      findings.append(Finding("register.missing", at: .file("Content")))
      return nil
    }
    let (files, found) = survey(content, at: "Content")
    self.files = files
    findings += found + unreadFindings(files)
    guard let settings = settings() else { return nil }
    let (kinds, kindFindings) = readKinds(folder("Content/kinds", ".yaml"))
    let (audiences, audienceFindings) = readAudiences(folder("Content/audiences", ".yaml"))
    findings += kindFindings + audienceFindings
    let metrics = metrics()
    let pages = files.map(\.path).filter { isPage($0) }.compactMap { source($0, in: root, settings.fileLimit) }
    let (ordinary, wrong) = readPages(pages, limits: settings.limits)
    let tools = tools()
    findings += wrong + redirectFindings(settings, tools: tools, pages: ordinary.map(\.id))
    common += pages
    common.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let vocabulary = Vocabulary(settings: settings, kinds: kinds, audiences: audiences, metrics: metrics)
    let own = Set(self.files.map(\.path))
    findings += common.filter { own.contains($0.path) }.flatMap(checkCommon)
    return RegisterFiles(
      root: root, vocabulary: vocabulary, pages: pages, tools: tools, names: Set(tools.flatMap(\.names)), common: common)
  }

  private mutating func settings() -> Settings? {
    let path = "Content/register.yaml"
    guard let source = source(path, in: root, Settings.defaultFileLimit) else { return nil }
    common.append(source)
    let (settings, found) = readSettings(source)
    findings += found
    return settings
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

  private func open(_ path: String, in folder: Folder) -> Folder? {
    do { return try folder.folder(path) } catch { return nil }
  }

  private func isPage(_ path: String) -> Bool {
    path.hasPrefix("Content/pages/") && path.hasSuffix(".md")
  }

  private func tools() -> [ToolFiles] {
    var byTool: [String: [DiskEntry]] = [:]
    for entry in files {
      let parts = entry.path.split(separator: "/", maxSplits: 3).map(String.init)
      guard parts.count == 4, parts[1] == "tools" else { continue }
      byTool[parts[2], default: []].append(entry)
    }
    return byTool.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
      ToolFiles(id: $0.key, path: "Content/tools/" + $0.key, files: $0.value)
    }
  }
}

extension RegisterFiles {
  /// Reads one tool's folder: its documents whole, its attachments by name, size and digest.
  package func read(_ tool: ToolFiles) -> (folder: ToolFolder, findings: [Finding]) {
    var documents: [Source] = []
    var attachments: [Attachment] = []
    var findings: [Finding] = []
    for entry in tool.files {
      let name = String(entry.path.dropFirst(tool.path.count + 1))
      if name == "sign-offs.yaml" { continue }
      if name.hasSuffix(".md"), !name.contains("/") {
        let (source, found) = root.source(entry.path, limit: vocabulary.settings.fileLimit)
        findings += found
        if let source { documents.append(source) }
      } else {
        // What is wrong with the file itself is found where its bytes are wanted.
        let bytes = root.source(entry.path, limit: vocabulary.settings.fileLimit).0?.bytes
        let digest = bytes.map { Digest(of: $0).text }
        attachments.append(Attachment(name: name, size: bytes?.count ?? entry.size, digest: digest))
      }
    }
    return (
      ToolFolder(id: tool.id, path: tool.path, documents: documents, attachments: attachments), findings
    )
  }
}
