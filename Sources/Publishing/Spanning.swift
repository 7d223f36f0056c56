import Bytes
import Editions
import Findings
import Ledger
import Views

/// What spans tools, in groups that are each taken over or made by themselves.
enum Spanning: String, CaseIterable, Sendable {
  case data, search, history, lists

  /// The pieces of each tool that a group is made from.
  var reads: [Piece] {
    switch self {
    case .data: SpanningPart.allCases.map { .data($0) } + [.news]
    case .search: [.words, .summary]
    case .history, .lists: [.summary, .news]
    }
  }
}

/// What a group came to.
struct Spanned: Sendable, Packed {
  /// What it was made from.
  let mark: Mark
  var output = Output()

  init(_ mark: Mark) { self.mark = mark }

  func pack(into packer: inout Packer) {
    packer.put(mark)
    packer.put(output)
  }
}

extension Spanned {
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    mark = try unpacker.next()
    output = try unpacker.next()
  }
}

extension SiteBuild {
  /// Every group of what spans tools: as the build before left it where no tool left anything else for it, or made anew.
  func spanning(
    _ tools: [ToolMemory], _ old: [Spanning: Spanned], _ sink: any SiteSink, standing: Standing? = nil
  ) throws(DiskError) -> (groups: [Spanning: Spanned], kept: Set<Spanning>) {
    if input.shard != nil { return ([:], []) }
    var groups: [Spanning: Spanned] = [:]
    var kept: Set<Spanning> = []
    for group in Spanning.allCases {
      let mark = mark(of: group, tools)
      groups[group] = Spanned(mark)
      guard let known = old[group], known.mark == mark else { continue }
      let stands = standing?.spanning.contains(group) ?? false
      guard try stands ? true : sink.keep(known.output.made) else { continue }
      groups[group] = known
      kept.insert(group)
    }
    let tasks = try tasks(for: Spanning.allCases.filter { !kept.contains($0) }, tools)
    let shares = parallel(tasks.count, threads: input.threads) { number -> Share in
      var share = Share()
      do throws(DiskError) { try tasks[number].work(&share, sink) } catch { share.failure = share.failure ?? error }
      return share
    }
    if let failure = shares.lazy.compactMap(\.failure).first { throw failure }
    for (task, share) in zip(tasks, shares) { groups[task.group]?.output.add(share.output) }
    return (groups, kept)
  }

  /// By which a group is known: the day it tells, the history, and what each tool left for it.
  private func mark(of group: Spanning, _ tools: [ToolMemory]) -> Mark {
    var packer = Packer()
    packer.put(mark)
    packer.put(input.day)
    packer.put(input.frozen.history.newestHash ?? "")
    for tool in tools {
      packer.put(tool.id)
      for piece in group.reads { packer.put(tool.mark(of: piece)) }
    }
    return Mark(Digest(of: packer.bytes))
  }

  private typealias Task = (group: Spanning, work: @Sendable (inout Share, any SiteSink) throws(DiskError) -> Void)

  /// What is to be made of some groups, the longest pieces of work first.
  private func tasks(for groups: [Spanning], _ tools: [ToolMemory]) throws(DiskError) -> [Task] {
    var tasks: [Task] = []
    if groups.contains(.lists) { tasks.append((.lists, { share, sink in assets(into: &share, sink) })) }
    guard !groups.isEmpty, let view = try register(tools) else { return tasks }
    for group in groups {
      switch group {
      case .data: tasks.append((.data, { share, sink throws(DiskError) in try data(of: view, tools, into: &share, sink) }))
      case .search: tasks.append((.search, { share, sink throws(DiskError) in try search(view, tools, into: &share, sink) }))
      case .history:
        let history = RegisterHistory(news: view.news, proofs: proofs)
        tasks.append((.history, { share, sink in put(compose(history, of: view), into: &share, sink) }))
      case .lists:
        tasks.append(
          (
            .lists,
            { share, sink throws(DiskError) in
              try view.sitemaps { file throws(DiskError) in try put(file, into: &share, sink) }
            }
          ))
        for part in view.lists { tasks.append((.lists, { share, sink in put(part(), into: &share, sink) })) }
      }
    }
    return tasks
  }

  /// The register as its tools left it; nothing where there are no settings to show it by.
  private func register(_ tools: [ToolMemory]) throws(DiskError) -> RegisterView? {
    let shared = SharedValues()
    let left = parallel(tools.count, threads: input.threads) { number -> Result<(Summary?, [PackedNews]), DiskError> in
      do throws(DiskError) {
        let tool = tools[number]
        let summary = try tool.isEmpty(.summary) ? nil : tool.read(.summary, as: Summary.self, sharing: shared)
        return .success((summary, try tool.read(.news, as: [PackedNews].self, sharing: shared)))
      } catch { return .failure(error) }
    }
    var (summaries, news): ([Summary], [News]) = ([], [])
    for one in left {
      let (summary, packed) = try one.get()
      if let summary { summaries.append(summary) }
      news += packed.compactMap { $0.news(in: input.frozen.history) }
    }
    return view(of: summaries, news)
  }

  /// The files of data: those with a part of every tool and that of every version, then what names them.
  private func data(of view: RegisterView, _ tools: [ToolMemory], into share: inout Share, _ sink: any SiteSink) throws(DiskError) {
    var files: [DataFile] = []
    for file in view.dataFiles { files.append(try pour(file, tools, into: &share, sink)) }
    var releases = Releases(view, from: sink, threads: input.threads)
    if !releases.isEmpty {
      files.append(try pour(DataFile.releases, into: &share, sink) { () throws(DiskError) in try releases.piece() })
    }
    let catalogue = try pour(view.catalogue(files), tools, into: &share, sink)
    put(view.data(about: files + [catalogue]), into: &share, sink)
  }

  private func pour(
    _ file: SpanningFile, _ tools: [ToolMemory], into share: inout Share, _ sink: any SiteSink
  ) throws(DiskError) -> DataFile {
    var pieces = [file.head]
    var rest = tools[...].filter { !$0.isEmpty(.data(file.part)) }[...]
    var isFirst = true
    var isOver = false
    return try pour(file.path, into: &share, sink) { () throws(DiskError) in
      if let piece = pieces.popLast() { return piece }
      guard let tool = rest.popFirst() else {
        defer { isOver = true }
        return isOver ? nil : file.tail
      }
      let part = try tool.read(.data(file.part))
      defer { isFirst = false }
      return isFirst ? part : file.between + part
    }
  }

  private func pour(
    _ path: String, into share: inout Share, _ sink: any SiteSink, _ next: Pieces
  ) throws(DiskError) -> DataFile {
    let (poured, mark) = try sink.pour(path, next)
    share.output.made.append(Made(path: path, mark: mark))
    return DataFile(path: path, size: poured.size, digest: poured.digest.text)
  }

  private func search(_ view: RegisterView, _ tools: [ToolMemory], into share: inout Share, _ sink: any SiteSink) throws(DiskError) {
    let byID = Dictionary(tools.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var index = SearchIndex(view)
    for summary in view.tools { index.add(try byID[summary.id]?.read(.words) ?? []) }
    try index.files { file throws(DiskError) in try put(file, into: &share, sink) }
  }

  private func put(_ file: SiteFile, into share: inout Share, _ sink: any SiteSink) throws(DiskError) {
    share.output.made.append(Made(path: file.path, mark: try sink.put(file.path, file.bytes)))
  }
}
