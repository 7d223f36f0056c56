/// The objects whose names are in force, innermost last, and what a name stands for among them.
///
/// Held as where they lie: the model outlives the run and does not change, so a lookup counts no references.
struct Contexts {
  /// What a section puts in front of all names: an object's entries, or one plain value, which is `{{.}}`.
  struct Frame {
    var start: UnsafePointer<LentEntry>?
    var count = 0
    var item: UnsafePointer<LentEntry>?

    init(_ entries: borrowing [Entry]) {
      (start, count) = entries.withUnsafeBufferPointer { entries in
        (UnsafeRawPointer(entries.baseAddress)?.assumingMemoryBound(to: LentEntry.self), entries.count)
      }
    }

    init(item: UnsafePointer<LentEntry>) { self.item = item }

    func find(_ hash: UInt64) -> UnsafePointer<LentEntry>? {
      guard var entry = start else { return nil }
      let end = entry + count
      while entry < end {
        if entry.pointee.name.bits == hash { return entry }
        entry += 1
      }
      return nil
    }
  }

  private let frames: UnsafeMutablePointer<Frame>
  private let parts: UnsafeBufferPointer<UInt64>
  private let item = Name.item.bits
  private var level = 0

  /// - Parameter deepest: how many objects may be in force at once.
  init(_ parts: UnsafeBufferPointer<UInt64>, deepest: Int) {
    frames = .allocate(capacity: deepest)
    self.parts = parts
  }

  func deallocate() { frames.deallocate() }

  mutating func push(_ frame: Frame) {
    (frames + level).initialize(to: frame)
    level += 1
  }

  mutating func pop() { level -= 1 }

  /// What a name stands for; `{{.}}` is looked for in the innermost object only.
  func entry(_ reference: Reference) -> UnsafePointer<LentEntry>? {
    if reference == .item {
      let frame = frames[level - 1]
      return frame.item ?? frame.find(item)
    }
    return reference.isDotted ? dotted(reference) : find(reference.bits)
  }

  func isTrue(_ reference: Reference) -> Bool { entry(reference)?.pointee.isTrue ?? false }

  private func find(_ hash: UInt64) -> UnsafePointer<LentEntry>? {
    var level = level
    while level > 0 {
      level -= 1
      if let found = frames[level].find(hash) { return found }
    }
    return nil
  }

  /// The first part is looked for outwards, each further one only in what was found.
  private func dotted(_ reference: Reference) -> UnsafePointer<LentEntry>? {
    var found = find(parts[reference.start])
    for part in 1..<reference.count {
      guard case .object(let frame) = found?.pointee.inside else { return nil }
      found = frame.find(parts[reference.start + part])
    }
    return found
  }
}
