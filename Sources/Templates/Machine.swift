import Bytes
import Typesetting

/// Why a page could not be finished.
enum Stop: Error {
  case tooLong(at: Int)
  case tooDeep(at: Int)
  case tooMuch(at: Int)
  case noChoice(String, at: Int)
}

/// Runs instructions over a model.
///
/// The model outlives the run and does not change, so the stack of contexts holds where its objects lie and not the objects:
/// a lookup counts no references. Sections and calls recurse, at most `deepest` times.
struct Machine {
  typealias Frame = UnsafeBufferPointer<Entry>

  private let code: UnsafeBufferPointer<Instruction>
  private let literals: UnsafeBufferPointer<UInt8>
  private let library: Library
  private let limit: Int
  private let item = Name.item.hash

  private(set) var out: [UInt8]
  private var frames: ContiguousArray<Frame> = []
  private var depth = 0
  /// Turns of sections and calls so far: a template that prints nothing must end as well.
  private var turns = 0

  /// The indentation in force: the bytes of `spaces` from `spaceStart`.
  private var spaces: [UInt8] = []
  private var spaceStart = 0

  private static let deepest = 200
  private static let mostTurns = 1 << 22

  init(
    _ library: Library, _ code: UnsafeBufferPointer<Instruction>,
    _ literals: UnsafeBufferPointer<UInt8>, out: consuming [UInt8], limit: Int
  ) {
    self.library = library
    self.code = code
    self.literals = literals
    self.out = out
    self.limit = self.out.count + limit
    frames.reserveCapacity(16)
  }

  mutating func render(_ routine: Int, _ model: Object) throws(Stop) {
    try within(model) { machine throws(Stop) in try machine.run(machine.library.routines[routine]) }
  }

  private mutating func run(_ routine: Routine) throws(Stop) {
    try run(Int(routine.start), Int(routine.end))
  }

  private mutating func run(_ start: Int, _ end: Int) throws(Stop) {
    depth += 1
    defer { depth -= 1 }
    turns += 1
    if depth > Machine.deepest { throw .tooDeep(at: start - 1) }
    if turns > Machine.mostTurns { throw .tooMuch(at: start - 1) }
    var index = start
    while index < end {
      switch code[index] {
      case .text(let start, let count):
        let bytes = literals[Int(start)..<Int(start) + Int(count)]
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes))
      case .value(let reference):
        printEscaped(reference)
        if out.count > limit { throw .tooLong(at: index) }
      case .markup(let reference):
        printMarkup(reference)
        if out.count > limit { throw .tooLong(at: index) }
      case .section(let reference, let length):
        try section(reference, index + 1, index + 1 + Int(length))
        if out.count > limit { throw .tooLong(at: index) }
        index += Int(length)
      case .inverted(let reference, let length):
        if isTrue(reference) { index += Int(length) }
      case .indent:
        out.append(contentsOf: spaces[spaceStart...])
      case .call(let routine):
        try call(Int(routine), at: index)
      case .callIndented(let routine, let start, let count, let fresh):
        let added = literals[Int(start)..<Int(start) + Int(count)]
        try indented(added, fresh: fresh) { machine throws(Stop) in
          try machine.call(Int(routine), at: index)
        }
      case .choose(let choice):
        try choose(library.choices[Int(choice)], at: index)
      }
      index += 1
    }
  }

  private mutating func call(_ routine: Int, at index: Int) throws(Stop) {
    if out.count > limit { throw .tooLong(at: index) }
    if depth >= Machine.deepest { throw .tooDeep(at: index) }
    if turns >= Machine.mostTurns { throw .tooMuch(at: index) }
    try run(library.routines[routine])
  }

  private mutating func indented(
    _ added: Slice<UnsafeBufferPointer<UInt8>>, fresh: Bool,
    _ body: (inout Machine) throws(Stop) -> Void
  ) throws(Stop) {
    let (start, count) = (spaceStart, spaces.count)
    if fresh { spaceStart = count }
    spaces.append(contentsOf: added)
    defer {
      spaceStart = start
      spaces.removeLast(spaces.count - count)
    }
    try body(&self)
  }

  private mutating func choose(_ choice: Choice, at index: Int) throws(Stop) {
    guard case .text(let name) = value(choice.reference), !name.isEmpty else { return }
    guard let found = library.tables[choice.table].index(of: Name.hash(name)) else {
      if library.lenient { return }
      throw .noChoice(name, at: index)
    }
    guard let indent = choice.indent else { return try call(Int(library.tables[choice.table].flat[found]), at: index) }
    try indented(literals[indent], fresh: choice.fresh) { machine throws(Stop) in
      try machine.call(Int(machine.library.tables[choice.table].indented[found]), at: index)
    }
  }
}

/// Sections.
extension Machine {
  private mutating func section(_ reference: Reference, _ start: Int, _ end: Int) throws(Stop) {
    switch value(reference) {
    case .none, .flag(false): return
    case .flag(true): try run(start, end)
    case .object(let object):
      try within(object) { machine throws(Stop) in try machine.run(start, end) }
    case .list(let list):
      for object in list {
        try within(object) { machine throws(Stop) in try machine.run(start, end) }
        if out.count > limit { throw .tooLong(at: start - 1) }
      }
    case let value:
      guard value.isTrue else { return }
      try within(Object(item: value)) { machine throws(Stop) in try machine.run(start, end) }
    }
  }

  /// Runs something with an object's names in front of all others.
  private mutating func within(
    _ object: Object, _ body: (inout Machine) throws(Stop) -> Void
  ) throws(Stop) {
    try object.entries.withUnsafeBufferPointer { entries throws(Stop) in
      frames.append(entries)
      defer { frames.removeLast() }
      try body(&self)
    }
  }
}

/// Lookups, and printing what they find.
extension Machine {
  private func find(_ hash: UInt64) -> UnsafePointer<Entry>? {
    var level = frames.count
    while level > 0 {
      level -= 1
      if let found = Machine.find(hash, in: frames[level]) { return found }
    }
    return nil
  }

  private static func find(_ hash: UInt64, in frame: Frame) -> UnsafePointer<Entry>? {
    guard var entry = frame.baseAddress else { return nil }
    let end = entry + frame.count
    while entry < end {
      if entry.pointee.0.hash == hash { return entry }
      entry += 1
    }
    return nil
  }

  private func value(_ reference: Reference) -> Value { entry(reference)?.pointee.1 ?? .none }

  /// What a name stands for; `{{.}}` is looked for in the innermost object only.
  private func entry(_ reference: Reference) -> UnsafePointer<Entry>? {
    if reference == .item { return frames.last.flatMap { Machine.find(item, in: $0) } }
    return reference.isDotted ? dotted(reference) : find(reference.bits)
  }

  /// The first part is looked for outwards, each further one only in what was found.
  private func dotted(_ reference: Reference) -> UnsafePointer<Entry>? {
    var found = find(library.parts[reference.start])
    for part in 1..<reference.count {
      guard case .object(let object) = found?.pointee.1 else { return nil }
      let hash = library.parts[reference.start + part]
      found = object.entries.withUnsafeBufferPointer { Machine.find(hash, in: $0) }
    }
    return found
  }

  private func isTrue(_ reference: Reference) -> Bool { entry(reference)?.pointee.1.isTrue ?? false }

  /// Prints where a value lies, without a copy of it.
  private mutating func printEscaped(_ reference: Reference) {
    guard let entry = entry(reference) else { return }
    switch entry.pointee.1 {
    case .text(let text): out.appendHTML(text)
    case .markup(let markup): markup.bytes.withUnsafeBufferPointer { out.appendHTML($0) }
    case .none, .flag, .list, .object: break
    }
  }

  private mutating func printMarkup(_ reference: Reference) {
    guard let entry = entry(reference) else { return }
    switch entry.pointee.1 {
    case .markup(let markup): out.append(contentsOf: markup.bytes)
    case .text(let text): out.appendHTML(text)
    case .none, .flag, .list, .object: break
    }
  }
}
