import Bytes
package import Editions
package import Records

/// One tool as one set of pages tells it: its documents, what they could say then, and which version it is.
///
/// It never changes and is passed on by reference: each part of each page holds it.
package final class Subject: Sendable {
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
  /// The tool's own folder in the site.
  let home: String
  /// The folder below which this set of pages stands.
  let base: String

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
    home = "tools/\(tool.id)/"
    base = place == .version ? home + (version.map { "versions/\($0.number)/" } ?? "") : home
    evaluations = tool.evaluations(with: vocabulary)
    let standing = Standing(evaluations)
    self.standing = standing
    speaking = tool.all.filter { $0.kind.role == .record || ($0.holds && !standing.isOvertaken($0)) }
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

extension Subject {
  /// A document's figures with where they come from, also where they are not relied on any more.
  func evaluation(_ document: Document) -> Evaluation? { evaluations.first { $0.document === document } }

  /// The figures of any document.
  func outcomes(of document: Document) -> [Outcome] {
    evaluation(document)?.outcomes ?? readOutcomes(document, vocabulary)
  }
}

extension Tool {
  /// The organisation that its record names, else the register's first publisher.
  func organisation(in settings: Settings) -> String {
    record.text(.organisation) ?? settings.publishers.first?.name ?? ""
  }
}
