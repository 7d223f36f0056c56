/// What a name in a template refers to, in one word.
///
/// `0` is `{{.}}`; an even number is the hash of a single name; an odd number is a dotted name: how many parts, and where they
/// stand in the library's table of parts.
struct Reference: Sendable, Hashable {
  var bits: UInt64

  static let item = Reference(bits: 0)

  init(bits: UInt64) { self.bits = bits }
  init(_ name: Name) { bits = name.bits }
  init(partsAt start: Int, count: Int) { bits = UInt64(start) << 16 | UInt64(count) << 1 | 1 }

  var isDotted: Bool { bits & 1 == 1 }
  var start: Int { Int(bits >> 16) }
  var count: Int { Int(bits >> 1) & 0x7FFF }
}

/// One step of a compiled template; sixteen bytes, so four share a line of the processor's cache.
///
/// A section is followed by its body, whose length it knows; text stands in the library's one run of literal bytes.
enum Instruction: Sendable {
  case text(start: UInt32, count: UInt32)
  /// Prints escaped.
  case value(Reference)
  /// Prints markup as it is, and anything else escaped.
  case markup(Reference)
  case section(Reference, length: UInt32)
  case inverted(Reference, length: UInt32)
  /// Starts a line of a template that was called with an indentation known only now.
  case indent
  case call(routine: UInt32)
  /// Calls with the literal bytes added to the indentation; after a fresh start where `fresh`.
  case callIndented(routine: UInt32, start: UInt32, count: UInt32, fresh: Bool)
  /// Calls the template that the data names: an index into the library's choices.
  case choose(UInt32)
}

/// A stretch of instructions that is run as a whole: a template as it is used in one way.
struct Routine: Sendable {
  var start: UInt32
  var end: UInt32

  static let empty = Routine(start: 0, end: 0)
}

/// A tag whose template is named by the data.
struct Choice: Sendable {
  var reference: Reference
  /// Which table of routines: those that know the blocks in force at the tag.
  var table: Int
  /// The indentation of a tag that has a line to itself, in the literal bytes; nothing within a line.
  var indent: Range<Int>?
  var fresh: Bool
}

/// Routines by the name of their template.
///
/// A class that never changes, so that looking into one while a page is rendered counts no more than one reference.
final class Table: Sendable {
  let names: NameIndex
  /// By the numbers of the names.
  let flat: ContiguousArray<UInt32>
  /// The same for where lines are indented; empty where nothing asks for them.
  let indented: ContiguousArray<UInt32>

  init(names: NameIndex, flat: ContiguousArray<UInt32>, indented: ContiguousArray<UInt32> = []) {
    self.names = names
    self.flat = flat
    self.indented = indented
  }
}
