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
  /// What the tool's evaluations say now.
  let standing: Standing
  /// The documents that audiences are told: neither withdrawn nor replaced, and no evaluation whose every figure was measured again.
  let speaking: [Document]
  /// What they say, by topic; in each the record's first.
  let answers: [String: [TopicAnswer]]
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
    let standing = Standing(tool.evaluations)
    self.standing = standing
    speaking = tool.all.filter { $0.kind.role == .record || ($0.holds && !standing.isOvertaken($0)) }
    answers = TopicAnswer.byTopic(speaking)
  }

  func address(_ audience: Audience) -> String {
    audience.address.isEmpty ? base : base + audience.address + "/"
  }

  /// The record's page is the tool's own.
  func address(ofDocument id: String) -> String { id == tool.record.id ? base : base + "documents/\(id)/" }

  /// Where the files of this version stand frozen; in a preview, where they would.
  var source: String { home + "versions/\(version?.number ?? newest + 1)/source/" }

  var isSuperseded: Bool {
    guard let version else { return false }
    return version.number < newest
  }
}

/// A field of a topic, and what a document says there.
final class TopicAnswer: Sendable {
  let document: Document
  let field: Field
  let value: Records.Value

  private init(_ document: Document, _ field: Field, _ value: Records.Value) {
    (self.document, self.field, self.value) = (document, field, value)
  }

  static func byTopic(_ documents: [Document]) -> [String: [TopicAnswer]] {
    var answers: [String: [TopicAnswer]] = [:]
    for document in documents {
      for (field, value) in zip(document.kind.fields, document.values) {
        if let topic = field.topic { answers[topic, default: []].append(TopicAnswer(document, field, value)) }
      }
    }
    return answers
  }
}

extension Subject {
  /// A document's figures with where they come from, also where they are not relied on any more.
  func evaluation(_ document: Document) -> Evaluation? { tool.evaluations.first { $0.document === document } }

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
