/// What is found in one file, up to a limit.
///
/// A hostile file can break a rule a million times; of errors over the limit only the first place and their number are kept, and said at
/// the end. Warnings are told however many there are, as a register may accept them.
package struct FindingList: Sendable {
  /// What is told by itself, in the order it was found.
  package private(set) var told: [Finding] = []
  private var errors = 0
  private var over: (place: Place, count: Int)?
  private let limit: Int

  package init(limit: Int) { self.limit = limit }

  /// Whether no error that is found from here on is told by itself.
  package var isFull: Bool { errors >= limit }

  /// - Parameter place: worked out only for what is told.
  package mutating func add(_ code: String, at place: @autoclosure () -> Place, _ facts: [String: String]) {
    if isFull, Rule.named(code)?.severity == .error {
      over = (over?.place ?? place(), (over?.count ?? 0) + 1)
    } else {
      add(Finding(code, at: place(), facts))
    }
  }

  /// Adds what was found, and counted, elsewhere.
  package mutating func add(_ finding: Finding) {
    if finding.severity == .error { errors += 1 }
    told.append(finding)
  }

  /// All of it, with how many errors are over the limit.
  package var all: [Finding] {
    over.map { told + [Finding("file.many", at: $0.place, ["count": String($0.count)])] } ?? told
  }
}
