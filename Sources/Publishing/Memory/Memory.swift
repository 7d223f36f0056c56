import Bytes
import Findings
import Ledger

/// What a build remembers for the next one: of each tool, and of each group of what spans tools, what it was made from and what was made.
///
/// It stands in two files: what the tools left, to which every build adds, and a list of where each piece of it stands, which every build
/// writes anew. A memory that is lost, damaged or another program's is no memory: it costs time, never truth.
struct Memory: Sendable {
  /// All that every page is made from: settings, kinds, audiences, measures, pages, theme, program.
  let common: Mark
  let spanning: [Spanning: Spanned]
  let tools: [String: ToolMemory]
  /// Where the tools left what is remembered of them.
  let leavings: Leavings
  /// By which the list is known again; nothing where it was not yet written.
  private(set) var mark = Mark.none

  init(common: Mark, spanning: [Spanning: Spanned], tools: [ToolMemory], in leavings: Leavings) {
    self.common = common
    self.spanning = spanning
    self.tools = Dictionary(tools.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.leavings = leavings
  }

  /// Whether more than half of what was left is remembered by nobody any more.
  var isMostlyDead: Bool { tools.values.reduce(0) { $0 + $1.size } < leavings.size / 2 }

  /// Hands out each file that was made and is not known to have been taken over.
  func eachMade(but built: Built, _ use: (String) throws(DiskError) -> Void) throws(DiskError) {
    for (group, spanned) in spanning where !built.keptSpanning.contains(group) {
      for file in spanned.output.made { try use(file.path) }
    }
    for (id, tool) in tools where !built.kept.contains(id) {
      for file in try tool.look().made.files { try use(file.path) }
    }
  }

  /// The same with all that is remembered among new leavings.
  func moved(to new: Leavings) throws(DiskError) -> Memory {
    var moved: [ToolMemory] = []
    for (_, tool) in tools.sorted(by: { $0.key.precedesByBytes($1.key) }) { moved.append(try tool.moved(to: new)) }
    return Memory(common: common, spanning: spanning, tools: moved, in: new)
  }
}

extension Memory {
  private static let form = "gazette memory 4"

  /// Where each piece stands.
  ///
  /// - Returns: the list and the mark it has.
  func list() -> (bytes: [UInt8], mark: Mark) {
    var packer = Packer()
    packer.put(Memory.form)
    packer.put(common)
    packer.put(spanning.count)
    for group in Spanning.allCases {
      guard let spanned = spanning[group] else { continue }
      packer.put(group.rawValue)
      packer.put(spanned)
    }
    packer.put(tools.count)
    for (_, tool) in tools.sorted(by: { $0.key.precedesByBytes($1.key) }) { tool.pack(into: &packer) }
    let marked = MarkedBytes(packer)
    return (Packer(marked).bytes, marked.mark)
  }

  /// Nothing where this is no list of what stands among these leavings.
  init?(_ list: [UInt8], in leavings: Leavings) {
    self.leavings = leavings
    var list = Unpacker(list)
    do throws(Unpacker.Damaged) {
      let marked = try list.next(MarkedBytes.self)
      guard var unpacker = marked.unpacker, list.isAtEnd, try unpacker.next(String.self) == Memory.form else { return nil }
      mark = marked.mark
      common = try unpacker.next()
      var spanning: [Spanning: Spanned] = [:]
      for _ in 0..<max(0, try unpacker.next(Int.self)) {
        guard let group = Spanning(rawValue: try unpacker.next()) else { return nil }
        spanning[group] = try unpacker.next(Spanned.self)
      }
      self.spanning = spanning
      var tools: [String: ToolMemory] = [:]
      for _ in 0..<max(0, try unpacker.next(Int.self)) {
        let tool = try ToolMemory(from: &unpacker, in: leavings)
        tools[tool.id] = tool
      }
      self.tools = tools
      guard unpacker.isAtEnd else { return nil }
    } catch { return nil }
  }
}
