import Bytes
import Findings

/// Puts parsed templates together into one run of instructions.
///
/// A template becomes a routine for each way it is used: with these blocks filled, at this indentation, at this place in HTML.
/// Equal uses share a routine. What inheritance means is settled here; rendering knows nothing of blocks.
struct Linker {
  /// A way to use a template.
  struct Use: Hashable {
    var template: Int
    var fillings: Int
    /// Whether an indentation known only at rendering goes before each line.
    var live: Bool
    /// What goes before each line after that.
    var lead: [UInt8]
    var standing: Standing
  }

  struct Built {
    var code: [Instruction] = []
    var marks: [Mark] = []
    /// Where in HTML the routine ends; while it is being made, where it starts is the best guess.
    var end: Standing
    var guessed = false
  }

  /// One routine calling another, for finding circles.
  struct Edge {
    var from: Int
    var to: Int
    var template: Int
    var tag: Range<Int>
  }

  let templates: [Template]
  let index: [String: Int]
  var blocks: Blocks
  var findings: Set<Finding> = []

  private(set) var built: [Built] = []
  private(set) var used: [Use] = []
  private var numbers: [Use: Int] = [:]
  /// Templates that can come back to themselves by their own tags.
  private let circular: [Bool]
  /// Calls that no section stands before.
  private(set) var edges: [Edge] = []
  private(set) var literals: [UInt8] = []
  private(set) var parts: ContiguousArray<UInt64> = []
  private var references: [Path: Reference] = [:]
  private(set) var choices: [Choice] = []
  private var tableNumbers: [Int: Int] = [:]
  private(set) var tableFillings: [Int] = []
  /// Tables of which templates are also used with an indentation.
  private(set) var indentedTables: Set<Int> = []

  /// The routine being written.
  var writer = Writer()
  private var isFull = false
  /// Whether some section left its place in HTML, so that what follows is no longer known.
  var isLost = false

  private static let mostInstructions = 1 << 17
  private static let mostBytes = 16 << 20
  private static let mostRoutines = 1 << 14
  /// Sections, blocks and calls within each other while compiling.
  static let deepest = 128
  var depth = 0
  private var instructions = 0

  init(_ templates: [Template], index: [String: Int]) {
    self.templates = templates
    self.index = index
    blocks = Blocks(templates, index: index)
    circular = Linker.circular(templates, index)
  }

  /// The routine for a use, made now if it is the first of its kind.
  mutating func routine(_ use: Use) -> Int {
    if let known = numbers[use] {
      if writer.open.contains(known) { built[known].guessed = true }
      return known
    }
    let number = built.count
    numbers[use] = number
    built.append(Built(end: use.standing))
    used.append(use)
    let caller = writer
    writer = Writer(routine: number, open: caller.open + [number], standing: use.standing)
    lay(
      templates[use.template].nodes,
      Setting(
        template: use.template, fillings: use.fillings, live: use.live, lead: use.lead, strip: []))
    flush()
    if built[number].guessed, writer.standing.settled != use.standing.settled {
      report("template.branches-call", use.template, 0..<0, ["name": templates[use.template].name])
    }
    built[number].code = writer.code
    built[number].marks = writer.marks
    built[number].end = templates[use.template].isSound ? writer.standing : use.standing
    writer = caller
    return number
  }

  /// Which templates call themselves, directly or through others.
  private static func circular(_ templates: [Template], _ index: [String: Int]) -> [Bool] {
    let calls = templates.map { $0.calls.compactMap { index[$0] } }
    return templates.indices.map { start in
      var seen: Set<Int> = []
      var open = calls[start]
      while let next = open.popLast() {
        if next == start { return true }
        if seen.insert(next).inserted { open += calls[next] }
      }
      return false
    }
  }

  func isCircular(_ template: Int) -> Bool { circular[template] }
}

/// What the routine being written has so far.
struct Writer {
  var routine = -1
  /// The routines being written, outermost first.
  var open: [Int] = []
  var code: [Instruction] = []
  var marks: [Mark] = []
  /// Bytes not yet made an instruction, and the tag or text they began with.
  var pending: [UInt8] = []
  var standing = Standing.text
  /// How many sections are open that may end.
  var sections = 0
  /// Whether the next line begins within one, and so has nothing before it.
  var midLine = false
}

/// Where an instruction came from.
struct Mark: Sendable {
  var template: Int32
  var start: Int32
  var end: Int32

  init(_ template: Int, _ tag: Range<Int>) {
    self.template = Int32(clamping: template)
    start = Int32(clamping: tag.lowerBound)
    end = Int32(clamping: tag.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// Writing instructions.
extension Linker {
  mutating func text(_ bytes: ArraySlice<UInt8>) {
    guard !isFull else { return }
    writer.standing.take(bytes)
    writer.pending.append(contentsOf: bytes)
  }

  mutating func flush() {
    guard !writer.pending.isEmpty else { return }
    let start = literals.count
    literals.append(contentsOf: writer.pending)
    writer.code.append(.text(start: UInt32(start), count: UInt32(literals.count - start)))
    writer.marks.append(Mark(0, 0..<0))
    writer.pending.removeAll(keepingCapacity: true)
    instructions += 1
  }

  /// Appends an instruction for a tag, and says where it went.
  @discardableResult
  mutating func emit(_ instruction: Instruction, _ template: Int, _ tag: Range<Int>) -> Int {
    flush()
    writer.code.append(instruction)
    writer.marks.append(Mark(template, tag))
    instructions += 1
    return writer.code.count - 1
  }

  /// Whether there is room for more; where there is none, says so once.
  mutating func hasRoom(_ template: Int, _ tag: Range<Int>) -> Bool {
    if isFull { return false }
    if depth > Linker.deepest {
      report("template.deep-calls", template, tag, ["limit": String(Linker.deepest)])
      return false
    }
    return isSmallEnough(template, tag)
  }

  /// Whether all that was put together so far may grow; where it may not, says so once.
  mutating func isSmallEnough(_ template: Int, _ tag: Range<Int>) -> Bool {
    if isFull { return false }
    let size = literals.count + writer.pending.count
    guard
      instructions < Linker.mostInstructions, size < Linker.mostBytes,
      built.count < Linker.mostRoutines
    else {
      isFull = true
      report("template.too-large", template, tag, ["name": templates[template].name])
      return false
    }
    return true
  }

  mutating func literal(_ bytes: [UInt8]) -> Range<Int> {
    let start = literals.count
    literals += bytes
    return start..<literals.count
  }

  mutating func reference(_ path: Path) -> Reference {
    if path.isItem { return .item }
    if path.parts.count == 1 { return Reference(path.parts[0]) }
    if let known = references[path] { return known }
    let reference = Reference(partsAt: parts.count, count: path.parts.count & 0x7FFF)
    parts.append(contentsOf: path.parts.lazy.map(\.bits))
    references[path] = reference
    return reference
  }

  mutating func choice(_ choice: Choice) -> UInt32 {
    choices.append(choice)
    return UInt32(choices.count - 1)
  }

  /// The table of all templates with these blocks filled.
  mutating func table(_ fillings: Int, indented: Bool) -> Int {
    let number = tableNumbers[fillings] ?? tableFillings.count
    if number == tableFillings.count {
      tableNumbers[fillings] = number
      tableFillings.append(fillings)
    }
    if indented { indentedTables.insert(number) }
    return number
  }

  mutating func call(from template: Int, _ tag: Range<Int>, to routine: Int) {
    guard writer.sections == 0, writer.routine >= 0 else { return }
    edges.append(Edge(from: writer.routine, to: routine, template: template, tag: tag))
  }

  mutating func report(
    _ code: String, _ template: Int, _ range: Range<Int>, _ facts: [String: String] = [:]
  ) {
    guard templates[template].isSound else { return }
    findings.insert(Finding(code, at: templates[template].place(range), facts))
  }
}
