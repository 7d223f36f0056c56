import Bytes
import Findings
import Ledger

/// What a build remembers for the next one: of each tool, and of each group of what spans tools, what it was made from and what was made.
///
/// It stands in one file under `.gazette/`: what the tools left, then where each piece of it stands, then where that stands. A memory that
/// is lost, damaged or another program's is no memory: it costs time, never truth.
struct Memory: Sendable {
  /// All that every page is made from: settings, kinds, audiences, measures, pages, theme, program.
  let common: Mark
  let spanning: [Spanning: Spanned]
  let tools: [String: ToolMemory]

  init(common: Mark, spanning: [Spanning: Spanned], tools: [ToolMemory]) {
    self.common = common
    self.spanning = spanning
    self.tools = Dictionary(tools.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What was made and is not known to have been taken over; nothing where that cannot be told.
  func made(but built: Built) -> Set<String>? {
    var paths: Set<String> = []
    for (group, spanned) in spanning where !built.keptSpanning.contains(group) { paths.formUnion(spanned.output.made.map(\.path)) }
    for (id, tool) in tools where !built.kept.contains(id) {
      guard let making = tool.making else { return nil }
      paths.formUnion(making.output.made.map(\.path))
    }
    return paths
  }
}

extension Memory {
  private static let form = "gazette memory 3"
  /// How many bytes at the end of the file tell where the list stands.
  private static let tail = 16 + Mark.size

  /// Writes the memory below what was left, with the pieces of those tools that left them elsewhere.
  func write(to leavings: Leavings) throws(DiskError) {
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
    for (_, tool) in tools.sorted(by: { $0.key.precedesByBytes($1.key) }) { try tool.moved(to: leavings).pack(into: &packer) }
    let list = try leavings.add(packer.bytes)
    var tail: [UInt8] = []
    for number in [list.offset, list.length] { withUnsafeBytes(of: UInt64(number).littleEndian) { tail += $0 } }
    Mark(Digest(of: packer.bytes)).withBytes { tail += $0 }
    _ = try leavings.add(tail)
  }

  /// Nothing where the file does not end as a memory does.
  init?(_ leavings: Leavings) {
    let start = leavings.size - Memory.tail
    guard start >= 0, let tail = try? leavings.read(Stretch(offset: start, length: Memory.tail)) else { return nil }
    let (offset, length) = tail.withUnsafeBytes { bytes in
      (
        UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)),
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
    guard offset <= UInt64(start), length <= UInt64(start) - offset,
      let list = try? leavings.read(Stretch(offset: Int(offset), length: Int(length))),
      tail.withUnsafeBytes({ Mark(Digest(of: list)).isWritten(at: $0, 16) })
    else { return nil }
    var unpacker = Unpacker(list)
    do throws(Unpacker.Damaged) {
      guard try unpacker.next(String.self) == Memory.form else { return nil }
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
