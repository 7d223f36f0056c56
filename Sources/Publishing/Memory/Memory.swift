import Bytes
import Findings
import Ledger

/// What a build remembers for the next one: of each tool what it was made from and what was made.
///
/// It stands in one file under `.gazette/`, each part of it under a mark of its own. A memory that is lost, damaged or another
/// program's is no memory: it costs time, never truth.
struct Memory: Sendable {
  /// All that every page is made from: settings, kinds, audiences, measures, pages, theme, program.
  let common: Mark
  /// The tools by their ids, each to be read by itself.
  private var parts: [String: MarkedBytes] = [:]
  let whole: Whole

  /// What a build as a whole came to.
  struct Whole: Sendable {
    /// What pages that span tools were made from, beside what tools left for them, and with that.
    var ground = Mark.none
    var spanning = Mark.none
    var made: [Made] = []
    var pages = 0
    /// Why pages that span tools could not be made.
    var findings: [Finding] = []
  }

  var tools: Dictionary<String, MarkedBytes>.Keys { parts.keys }

  /// Nothing where there is none, or its bytes are not those that were written.
  func tool(_ id: String) -> ToolMemory? { parts[id]?.read(ToolMemory.self) }

  /// What was made and is not known to have been taken over; nothing where that cannot be told.
  func made(but built: Built) -> Set<String>? {
    var paths: Set<String> = built.keptSpanning ? [] : Set(whole.made.map(\.path))
    for id in tools where !built.kept.contains(id) {
      guard let tool = tool(id) else { return nil }
      paths.formUnion(tool.made.map(\.path))
    }
    return paths
  }
}

extension Memory.Whole: Packed {
  func pack(into packer: inout Packer) {
    packer.put(ground)
    packer.put(spanning)
    packer.put(made)
    packer.put(pages)
    packer.put(findings)
  }

  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    ground = try unpacker.next()
    spanning = try unpacker.next()
    made = try unpacker.next()
    pages = try unpacker.next()
    findings = try unpacker.next()
  }
}

extension Memory {
  private static let form = "gazette memory 2"

  /// In bytes, with a mark over each part.
  static func write(_ common: Mark, _ whole: Whole, _ tools: [ToolMemory]) -> [UInt8] {
    var packer = Packer()
    packer.put(form)
    packer.put(common)
    packer.put(MarkedBytes(whole))
    packer.put(tools.count)
    for tool in tools {
      packer.put(tool.id)
      packer.put(MarkedBytes(tool))
    }
    return packer.bytes
  }

  /// Nothing where these are not the bytes of a memory.
  init?(_ bytes: [UInt8]) {
    var unpacker = Unpacker(bytes)
    do throws(Unpacker.Damaged) {
      guard try unpacker.next(String.self) == Memory.form else { return nil }
      common = try unpacker.next()
      guard let whole = try unpacker.next(MarkedBytes.self).read(Whole.self) else { return nil }
      self.whole = whole
      let count = try unpacker.next(Int.self)
      guard count >= 0 else { return nil }
      for _ in 0..<count {
        let id = try unpacker.next(String.self)
        parts[id] = try unpacker.next(MarkedBytes.self)
      }
      guard unpacker.isAtEnd else { return nil }
    } catch { return nil }
  }
}
