/// What stands as the build before saw and made it: a look at the disk tells it before anything is read.
package struct Standing: Sendable {
  let memory: Memory
  /// The tools of which all stands, what they are made from and what was made of them.
  let tools: Set<String>
  /// The folders in which those are written.
  let files: [String: ToolFiles]
  /// The groups of what spans tools of which all stands.
  let spanning: Set<Spanning>

  /// Nothing where there is no memory, or nothing stands yet in the place that is built into.
  package init?(_ keeper: MemoryKeeper, of root: Folder, into target: String, threads: Int) {
    guard let memory = keeper.memory, let place = try? Folder(opening: target) else { return nil }
    let known = Array(memory.tools.values)
    let looks = parallel(known.count, threads: threads) { number -> (stands: Bool, files: ToolFiles?) in
      guard let look = try? known[number].look(), look.made.stand(in: place.descriptor),
        look.seen.allSatisfy({ $0.stand(in: root.descriptor) })
      else { return (false, nil) }
      return (true, look.drafts.map { ToolFiles(id: known[number].id, standing: $0, isPlain: look.isPlain) })
    }
    var (tools, files): (Set<String>, [String: ToolFiles]) = ([], [:])
    for (tool, look) in zip(known, looks) where look.stands {
      tools.insert(tool.id)
      files[tool.id] = look.files
    }
    self.memory = memory
    self.tools = tools
    self.files = files
    spanning = Set(
      memory.spanning.filter { _, group in
        var made = MarkedNames(in: "")
        for file in group.output.made { made.add(file.path, file.mark) }
        return made.stand(in: place.descriptor)
      }.keys)
  }

  /// Whether everything stands that the memory tells of.
  var isWhole: Bool { tools.count == memory.tools.count && spanning.count == memory.spanning.count }

  /// Whether a tool stands, and is written where it was, or nowhere as then.
  func holds(_ tool: String, written: Bool) -> Bool { tools.contains(tool) && (files[tool] != nil) == written }
}
