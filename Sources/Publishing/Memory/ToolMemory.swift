import Bytes
import Editions
import Findings
import Ledger
import Records
import Views

/// The pieces of what is remembered of a tool: each is read by whoever needs it.
enum Piece: Hashable {
  /// What the tool was made from and came to, for the next build, and the files of both.
  case making, look
  /// What it leaves behind for what spans tools: its summary, the news of its versions, the words it is found by, its parts of the
  /// files of data.
  case summary, news, words
  case data(SpanningPart)

  static let all: [Piece] = [.making, .look, .summary, .news, .words] + SpanningPart.allCases.map { .data($0) }

  var place: Int {
    switch self {
    case .making: 0
    case .look: 1
    case .summary: 2
    case .news: 3
    case .words: 4
    case .data(let part): 5 + part.rawValue
    }
  }
}

/// What a build remembers of one tool: where the pieces stand, and by what each is known again.
struct ToolMemory: Sendable {
  let id: String
  private let leavings: Leavings
  private let start: Int
  /// In the order of `Piece.all`.
  private let pieces: [(length: Int, mark: Mark)]

  /// Leaves the pieces of a tool that was made.
  init(
    _ id: String, _ making: Making, _ look: Look, _ leaving: Leaving?, _ news: [News], in leavings: Leavings
  ) throws(DiskError) {
    let packed: [[UInt8]] = [
      Packer(making).bytes, Packer(look).bytes, leaving.map { Packer($0.summary).bytes } ?? [], Packer(news.map { PackedNews($0) }).bytes,
      leaving?.words ?? [],
    ]
    let all = packed + (leaving?.data ?? SpanningPart.allCases.map { _ in [] })
    try self.init(id, all.map { $0[...] }, in: leavings)
  }

  private init(_ id: String, _ packed: [ArraySlice<UInt8>], in leavings: Leavings) throws(DiskError) {
    var whole: [UInt8] = []
    for piece in packed { whole += piece }
    let pieces = packed.map { bytes in (bytes.count, bytes.withUnsafeBytes { Mark(Digest(of: $0)) }) }
    self.init(id, pieces, at: try leavings.add(whole), in: leavings)
  }

  private init(_ id: String, _ pieces: [(length: Int, mark: Mark)], at stretch: Stretch, in leavings: Leavings) {
    self.id = id
    self.pieces = pieces
    self.leavings = leavings
    start = stretch.offset
  }

  /// Where all pieces stand.
  private var whole: Stretch { Stretch(offset: start, length: pieces.reduce(0) { $0 + $1.length }) }

  func mark(of piece: Piece) -> Mark { pieces[piece.place].mark }

  func isEmpty(_ piece: Piece) -> Bool { pieces[piece.place].length == 0 }

  /// A piece as it was left; where it is not, `damage`.
  func read(_ piece: Piece) throws(DiskError) -> [UInt8] {
    let offset = pieces[..<piece.place].reduce(start) { $0 + $1.length }
    let bytes = try leavings.read(Stretch(offset: offset, length: pieces[piece.place].length))
    guard Mark(Digest(of: bytes)) == mark(of: piece) else { throw leavings.damage }
    return bytes
  }

  func read<Value: Packed>(_ piece: Piece, as _: Value.Type, sharing shared: SharedValues? = nil) throws(DiskError) -> Value {
    var unpacker = Unpacker(try read(piece), sharing: shared)
    do { return try unpacker.next() } catch { throw leavings.damage }
  }

  /// Nothing where it is not what was left.
  var making: Making? { try? read(.making, as: Making.self) }

  func look() throws(DiskError) -> Look { try read(.look, as: Look.self) }

  private func readAll() throws(DiskError) -> [ArraySlice<UInt8>] {
    var rest = try leavings.read(whole)[...]
    var all: [ArraySlice<UInt8>] = []
    for piece in pieces {
      let bytes = rest.prefix(piece.length)
      guard bytes.withUnsafeBytes({ Mark(Digest(of: $0)) }) == piece.mark else { throw leavings.damage }
      all.append(bytes)
      rest = rest.dropFirst(piece.length)
    }
    return all
  }

  /// The same pieces with another look, among some leavings.
  func looking(_ look: Look, in other: Leavings) throws(DiskError) -> ToolMemory {
    var all = try readAll()
    all[Piece.look.place] = Packer(look).bytes[...]
    return try ToolMemory(id, all, in: other)
  }

  /// The same pieces among other leavings, as they are: each goes on being known by its mark.
  func moved(to other: Leavings) throws(DiskError) -> ToolMemory {
    ToolMemory(id, pieces, at: try other.add(leavings.read(whole)), in: other)
  }

  /// How much of the leavings it takes.
  var size: Int { whole.length }
}

extension ToolMemory {
  func pack(into packer: inout Packer) {
    packer.put(id)
    packer.put(start)
    for piece in pieces {
      packer.put(piece.length)
      packer.put(piece.mark)
    }
  }

  init(from unpacker: inout Unpacker, in leavings: Leavings) throws(Unpacker.Damaged) {
    self.leavings = leavings
    id = try unpacker.next()
    start = try unpacker.next()
    var pieces: [(length: Int, mark: Mark)] = []
    pieces.reserveCapacity(Piece.all.count)
    for _ in Piece.all { pieces.append((try unpacker.next(), try unpacker.next())) }
    // What was damaged may name any place; none is read beyond the file.
    let end = pieces.reduce(start) { $0.addingReportingOverflow(max(0, $1.length)).partialValue }
    guard start >= 0, pieces.allSatisfy({ (0...leavings.size).contains($0.length) }), (start...max(start, leavings.size)).contains(end)
    else { throw Unpacker.Damaged() }
    self.pieces = pieces
  }
}

/// What a tool was made from, beside its files, and what it came to.
struct Making: Sendable, Packed {
  /// What the register's history says of the tool.
  let past: Mark
  /// What its drafts come to; nothing where there are none.
  let content: Mark?
  /// Between which days it comes out the same.
  let days: DaySpan
  /// Which names of other tools and their documents it asked for, and whether they were there.
  let asked: [String: Bool]
  let pages: Int
  let findings: [Finding]

  func pack(into packer: inout Packer) {
    packer.put(past)
    packer.put(content)
    packer.put(days)
    packer.put(asked)
    packer.put(pages)
    packer.put(findings)
  }
}

extension Making {
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    past = try unpacker.next()
    content = try unpacker.next()
    days = try unpacker.next()
    asked = try unpacker.next()
    pages = try unpacker.next()
    findings = try unpacker.next()
  }
}
