import Bytes
import Findings

/// What a build made, or a piece of one: a tool, a group of what spans tools, all of it.
struct Output: Sendable, Packed {
  var made: [Made] = []
  var pages = 0
  /// What is wrong with what it was made from, and why pages could not be made.
  var findings: [Finding] = []

  init() {}

  mutating func add(_ other: Output) {
    made += other.made
    pages += other.pages
    findings += other.findings
  }

  func pack(into packer: inout Packer) {
    packer.put(made)
    packer.put(pages)
    packer.put(findings)
  }
}

extension Output {
  init(from unpacker: inout Unpacker) throws(Unpacker.Damaged) {
    made = try unpacker.next()
    pages = try unpacker.next()
    findings = try unpacker.next()
  }
}
