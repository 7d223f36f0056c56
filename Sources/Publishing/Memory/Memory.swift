import Bytes
import Findings
import Ledger

/// What a build remembers for the next one: of each tool what it was made from and what was made.
///
/// It stands in two files under `.gazette/`, one of them the tools' leavings, which are read only where something changed. A memory
/// that is lost, damaged or another program's is no memory: it costs time, never truth.
struct Memory: Sendable {
  /// All that every page is made from: settings, kinds, audiences, measures, pages, theme, program.
  var common: Mark
  /// The tools in the order of their ids, each to be read by itself.
  private(set) var tools: [String: PackedTool] = [:]
  var whole = Whole()

  /// A tool's part, not yet read.
  struct PackedTool: Sendable {
    let bytes: ArraySlice<UInt8>
    let mark: Mark

    /// Nothing where the bytes are not those that were written.
    func read() -> ToolMemory? {
      guard bytes.withUnsafeBytes({ Mark(Digest(of: $0)) }) == mark else { return nil }
      var unpacker = Unpacker(bytes)
      return try? unpacker.next(ToolMemory.self)
    }
  }

  /// What a build as a whole came to.
  struct Whole: Sendable {
    /// What pages that span tools were made from, beside what tools left for them, and with that.
    var ground = Mark.none
    var spanning = Mark.none
    var made: [Made] = []
    var pages = 0
    /// What is wrong with the theme, told anew each time and so not remembered.
    var findings: [Finding] = []
  }

  init(common: Mark) { self.common = common }

  func tool(_ id: String) -> ToolMemory? { tools[id]?.read() }

  /// What was made and is not known to have been taken over; nothing where that cannot be told.
  func made(but built: Built) -> Set<String>? {
    var paths: Set<String> = built.keptSpanning ? [] : Set(whole.made.map(\.path))
    for (id, packed) in tools where !built.kept.contains(id) {
      guard let tool = packed.read() else { return nil }
      paths.formUnion(tool.made.map(\.path))
    }
    return paths
  }
}

extension Memory {
  private static let form = "gazette memory 1"

  /// In bytes, with a mark over each part.
  static func write(_ common: Mark, _ whole: Whole, _ tools: [ToolMemory]) -> [UInt8] {
    var packer = Packer()
    packer.put(form)
    packer.put(common)
    packer.put(whole.ground)
    packer.put(whole.spanning)
    packer.put(whole.made)
    packer.put(whole.pages)
    packer.put(tools.count)
    for tool in tools {
      var part = Packer()
      part.put(tool)
      packer.put(tool.id)
      packer.put(Mark(Digest(of: part.bytes)))
      packer.put(PackedBytes(part.bytes[...]))
    }
    return packer.bytes
  }

  /// Nothing where these are not the bytes of a memory.
  init?(_ bytes: [UInt8]) {
    var unpacker = Unpacker(bytes)
    do throws(Unpacker.Damaged) {
      guard try unpacker.next(String.self) == Memory.form else { return nil }
      common = try unpacker.next()
      whole.ground = try unpacker.next()
      whole.spanning = try unpacker.next()
      whole.made = try unpacker.next()
      whole.pages = try unpacker.next()
      for _ in 0..<(try unpacker.next(Int.self)) {
        let id = try unpacker.next(String.self)
        let mark = try unpacker.next(Mark.self)
        tools[id] = PackedTool(bytes: try unpacker.next(PackedBytes.self).bytes, mark: mark)
      }
      guard unpacker.isAtEnd else { return nil }
    } catch { return nil }
  }
}
