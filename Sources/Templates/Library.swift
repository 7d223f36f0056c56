import Findings

/// A theme's templates in one language, compiled: what pages are rendered from.
///
/// It never changes, so any number of threads may render from it at once; a reference, as each page asks for it.
package final class Library: Sendable {
  let code: ContiguousArray<Instruction>
  let literals: ContiguousArray<UInt8>
  let parts: ContiguousArray<UInt64>
  let routines: ContiguousArray<Routine>
  let choices: ContiguousArray<Choice>
  /// The first is of templates with no block filled, which pages are found in.
  let tables: [Table]
  /// Whether a template that the data names and that is not there renders as nothing, as the specification has it.
  let lenient: Bool

  /// For findings only.
  private let marks: ContiguousArray<Mark>
  private let origins: [Origin]

  /// Joins what a linker made; routines follow each other, and calls hold the number of a routine.
  init(_ linker: Linker, _ tables: [Table], lenient: Bool) {
    var code: ContiguousArray<Instruction> = []
    var marks: ContiguousArray<Mark> = []
    var routines: ContiguousArray<Routine> = []
    for built in linker.built {
      let start = UInt32(code.count)
      code.append(contentsOf: built.code)
      marks.append(contentsOf: built.marks)
      routines.append(Routine(start: start, end: UInt32(code.count)))
    }
    self.code = code
    self.marks = marks
    self.routines = routines
    literals = ContiguousArray(linker.literals)
    parts = linker.parts
    choices = ContiguousArray(linker.choices)
    origins = linker.templates.map(\.origin)
    self.tables = tables
    self.lenient = lenient
  }

  /// What a machine runs, where it lies.
  func running<Result>(_ body: (Program) -> Result) -> Result {
    code.withUnsafeBufferPointer { code in
      literals.withUnsafeBufferPointer { literals in
        parts.withUnsafeBufferPointer { parts in
          routines.withUnsafeBufferPointer { routines in
            choices.withUnsafeBufferPointer { choices in
              tables.withUnsafeBufferPointer { tables in
                body(
                  Program(
                    code: code, literals: literals, parts: parts, routines: routines, choices: choices, tables: tables,
                    lenient: lenient))
              }
            }
          }
        }
      }
    }
  }

  /// Where the tag of an instruction stands.
  func place(of instruction: Int) -> Place {
    guard marks.indices.contains(instruction) else { return .file("") }
    let mark = marks[instruction]
    return origins[Int(mark.template)].place(mark.range)
  }
}

/// A library as a machine reads it: where its parts lie, so that no step counts references. The library outlives it.
struct Program {
  let code: UnsafeBufferPointer<Instruction>
  let literals: UnsafeBufferPointer<UInt8>
  let parts: UnsafeBufferPointer<UInt64>
  let routines: UnsafeBufferPointer<Routine>
  let choices: UnsafeBufferPointer<Choice>
  let tables: UnsafeBufferPointer<Table>
  let lenient: Bool
}
