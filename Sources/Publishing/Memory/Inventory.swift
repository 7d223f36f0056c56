import Ledger

/// Every file of a build by its path. What spans tools is held; the files of a tool are asked where it left them.
///
/// It is quick for whoever asks tool by tool.
struct Inventory {
  private let memory: Memory
  private let spanning: Set<String>
  /// The tool that was asked for last, with its files.
  private var last: (id: Substring, files: Set<String>)?

  init(_ memory: Memory) {
    self.memory = memory
    spanning = Set(memory.spanning.values.flatMap(\.output.made).map(\.path))
  }

  mutating func holds(_ path: String) throws(DiskError) -> Bool {
    if spanning.contains(path) { return true }
    guard path.hasPrefix("tools/") else { return false }
    let id = path.dropFirst("tools/".utf8.count).prefix { $0 != "/" }
    if let last, last.id == id { return last.files.contains(path) }
    let made = try memory.tools[String(id)]?.look().made.files ?? []
    let files = Set(made.map(\.path))
    last = (id, files)
    return files.contains(path)
  }
}
