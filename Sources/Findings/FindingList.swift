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

extension [Finding] {
  /// The same, with the errors of each file that are over a limit summed up at the end.
  package func summedUp(limit: Int) -> [Finding] {
    if count <= limit { return self }
    var errors: [String: Int] = [:]
    var over: [Place] = []
    var result = filter { finding in
      guard finding.severity == .error else { return true }
      let count = errors[finding.place.file, default: 0] + 1
      errors[finding.place.file] = count
      if count == limit + 1 { over.append(finding.place) }
      return count <= limit
    }
    for place in over {
      result.append(Finding("file.many", at: place, ["count": String((errors[place.file] ?? 0) - limit)]))
    }
    return result
  }
}
