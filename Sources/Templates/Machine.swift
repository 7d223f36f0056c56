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
/// Sections and calls recurse, at most `deepest` times. Whatever can print a thing again or print what the theme does not hold looks at the
/// limit; so from one look to the next no more text is printed than the library has, which is bounded too.
struct Machine: ~Copyable {
  private let code: UnsafeBufferPointer<Instruction>
  private let literals: UnsafeBufferPointer<UInt8>
  private let routines: UnsafeBufferPointer<Routine>
  private let choices: UnsafeBufferPointer<Choice>
  private let tables: UnsafeBufferPointer<Table>
  private let lenient: Bool
  private let limit: Int

  private(set) var out = Galley(room: 1 << 16)
  /// One for each section that is open, and the model's own: no more than things that run.
  private var contexts: Contexts
  private var depth = 0
  /// Turns of sections and calls so far: a template that prints nothing must end as well.
  private var turns = 0

  /// The indentation in force: the bytes of `spaces` from `spaceStart`.
  private var spaces: [UInt8] = []
  private var spaceStart = 0

  private static let deepest = 200
  private static let mostTurns = 1 << 22

  /// - Parameter program: outlives the machine.
  init(_ program: Program, limit: Int) {
    code = program.code
    literals = program.literals
    contexts = Contexts(program.parts, deepest: Machine.deepest + 2)
    routines = program.routines
    choices = program.choices
    tables = program.tables
    lenient = program.lenient
    self.limit = limit
  }

  deinit { contexts.deallocate() }

  mutating func render(_ routine: Int, _ model: Object) throws(Stop) {
    let routine = routines[routine]
    try within(Contexts.Frame(model.entries), Int(routine.start), Int(routine.end))
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
        out.append(Int(start)..<Int(start) + Int(count), of: literals)
      case .value(let reference):
        contexts.entry(reference)?.pointee.printEscaped(into: &out)
        if out.count > limit { throw .tooLong(at: index) }
      case .markup(let reference):
        contexts.entry(reference)?.pointee.printMarkup(into: &out)
        if out.count > limit { throw .tooLong(at: index) }
      case .section(let reference, let length):
        try section(reference, index + 1, index + 1 + Int(length))
        if out.count > limit { throw .tooLong(at: index) }
        index += Int(length)
      case .inverted(let reference, let length):
        if contexts.isTrue(reference) { index += Int(length) }
      case .indent:
        spaces.withUnsafeBufferPointer { out.append(UnsafeBufferPointer(rebasing: $0[spaceStart...])) }
        if out.count > limit { throw .tooLong(at: index) }
      case .call(let routine):
        try call(Int(routine), at: index)
      case .callIndented(let routine, let start, let count, let fresh):
        let added = literals[Int(start)..<Int(start) + Int(count)]
        try indented(added, fresh: fresh, at: index) { machine throws(Stop) in
          try machine.call(Int(routine), at: index)
        }
      case .choose(let choice):
        try choose(choices[Int(choice)], at: index)
      }
      index += 1
    }
  }

  private mutating func call(_ routine: Int, at index: Int) throws(Stop) {
    if out.count > limit { throw .tooLong(at: index) }
    if depth >= Machine.deepest { throw .tooDeep(at: index) }
    if turns >= Machine.mostTurns { throw .tooMuch(at: index) }
    try run(routines[routine])
  }

  private mutating func indented(
    _ added: Slice<UnsafeBufferPointer<UInt8>>, fresh: Bool, at index: Int,
    _ body: (inout Machine) throws(Stop) -> Void
  ) throws(Stop) {
    let (start, count) = (spaceStart, spaces.count)
    if count + added.count > limit { throw .tooLong(at: index) }
    if fresh { spaceStart = count }
    spaces.append(contentsOf: added)
    defer {
      spaceStart = start
      spaces.removeLast(spaces.count - count)
    }
    try body(&self)
  }

  private mutating func choose(_ choice: Choice, at index: Int) throws(Stop) {
    guard let entry = contexts.entry(choice.reference), let name = entry.pointee.choice else { return }
    let table = tables[choice.table]
    guard let found = table.names.number(of: name) else {
      if lenient { return }
      throw .noChoice(entry.pointee.text, at: index)
    }
    guard let indent = choice.indent else { return try call(Int(table.flat[found]), at: index) }
    let routine = Int(table.indented[found])
    try indented(literals[indent], fresh: choice.fresh, at: index) { machine throws(Stop) in
      try machine.call(routine, at: index)
    }
  }
}

/// Sections.
extension Machine {
  private mutating func section(_ reference: Reference, _ start: Int, _ end: Int) throws(Stop) {
    guard let entry = contexts.entry(reference) else { return }
    switch entry.pointee.inside {
    case .nothing: return
    case .once: try run(start, end)
    case .item: try within(Contexts.Frame(item: entry), start, end)
    case .object(let frame): try within(frame, start, end)
    case .list(let objects):
      for index in objects.indices {
        try within(objects[index].frame, start, end)
        if out.count > limit { throw .tooLong(at: start - 1) }
      }
    }
  }

  /// Runs something with an object's names in front of all others.
  private mutating func within(_ frame: Contexts.Frame, _ start: Int, _ end: Int) throws(Stop) {
    contexts.push(frame)
    defer { contexts.pop() }
    try run(start, end)
  }
}
