import Bytes
package import Editions
package import Records

/// One tool as one set of pages tells it: its documents, what they could say then, and which version it is.
package struct Subject: Sendable {
  /// Where its pages stand.
  package enum Place: Sendable, Hashable {
    /// At the tool's own address: what holds now.
    case current
    /// Below `versions/<n>/`, for ever.
    case version
  }

  package let tool: Tool
  package let vocabulary: Vocabulary
  /// Nothing in a preview of a tool that would get a new version.
  package let version: Version?
  package let place: Place
  /// The number of the tool's newest version; 0 where it was never published.
  package let newest: Int
  /// How many versions there are.
  package let count: Int
  package let isDraft: Bool
  /// Which fields changed with this version.
  let changed: ChangeMarks
  /// The files this version lost: for each where in the site its link leads instead.
  let lost: [String: String]
  /// The tool's evaluations, oldest first.
  let evaluations: [Evaluation]
  /// What they say now.
  let standing: Standing
  /// The documents that audiences are told: neither withdrawn nor replaced, and no evaluation whose every figure was measured again.
  let speaking: [Document]

  package init(
    tool: Tool, vocabulary: Vocabulary, version: Version?, place: Place, newest: Int, count: Int, isDraft: Bool,
    changed: ChangeMarks = .none, lost: [String: String] = [:]
  ) {
    self.tool = tool
    self.vocabulary = vocabulary
    self.version = version
    self.place = place
    self.newest = newest
    self.count = count
    self.isDraft = isDraft
    self.changed = changed
    self.lost = lost
    evaluations = tool.evaluations(with: vocabulary)
    let standing = Standing(evaluations)
    self.standing = standing
    speaking = tool.all.filter { $0.kind.role == .record || ($0.holds && !standing.isOvertaken($0)) }
  }

  /// The tool's own folder in the site.
  var home: String { "tools/\(tool.id)/" }

  /// The folder below which this set of pages stands.
  var base: String {
    guard place == .version, let version else { return home }
    return home + "versions/\(version.number)/"
  }

  func address(_ audience: Audience) -> String {
    audience.address.isEmpty ? base : base + audience.address + "/"
  }

  func address(ofDocument id: String) -> String { base + "documents/\(id)/" }

  /// Where the files of this version stand frozen; in a preview, where they would.
  var source: String { home + "versions/\(version?.number ?? newest + 1)/source/" }

  var isSuperseded: Bool {
    guard let version else { return false }
    return version.number < newest
  }
}
