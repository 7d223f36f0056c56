import Bytes
import Editions
import Ledger

/// All that a tool was made from and all that was made of it, by which the disk is asked whether anything is different.
struct Look: Sendable, Packed {
  /// The tool's folder, where it is written, and those of its versions; by their paths in the register.
  let seen: [MarkedNames]
  /// Whether nothing was wrong with what stands in the tool's folder: then it is known without being listed.
  let isPlain: Bool
  /// By its path on the site.
  let made: MarkedNames

  init(seen: [MarkedNames], isPlain: Bool, made: MarkedNames) {
    self.seen = seen
    self.isPlain = isPlain
    self.made = made
  }

  /// The tool's folder among what was seen.
  var drafts: MarkedNames? { seen.first { $0.folder.hasPrefix(ToolFiles.above) } }

  /// What was seen of its versions.
  var frozen: [MarkedNames] { seen.filter { !$0.folder.hasPrefix(ToolFiles.above) } }

  func hasSameNames(as other: Look) -> Bool {
    seen.count == other.seen.count && zip(seen, other.seen).allSatisfy { $0.hasSameNames(as: $1) }
  }

  func pack(into packer: inout Packer) {
    packer.put(seen)
    packer.put(isPlain)
    packer.put(made)
  }
}

extension Look {
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    seen = try unpacker.next()
    isPlain = try unpacker.next()
    made = try unpacker.next()
  }
}

extension SiteBuild {
  /// What a tool is made from as the disk tells it now; `made` is what was made of it.
  func look(at id: String, made: MarkedNames) -> Look {
    guard let drafts = input.drafts else { return Look(seen: [], isPlain: false, made: made) }
    let tool = drafts.tool(id)
    var seen = tool.map { [$0.standing.known(since: input.start)] } ?? []
    if let site = input.frozen.site {
      for version in input.frozen.history.versions(of: id) {
        seen.append(site.names(in: version.entry.sourceFolder, called: Folder.frozen, since: input.start))
      }
    }
    return Look(seen: seen, isPlain: tool?.isPlain ?? true, made: made)
  }
}

extension MarkedNames {
  /// What was made of a tool: all of it stands in the tool's folder of the site.
  init(of tool: String, _ made: [Made]) {
    self.init(in: "tools/" + tool)
    for file in made { add(file.path.dropFirst(folder.utf8.count + 1), file.mark) }
  }
}
