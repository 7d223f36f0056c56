package import Bytes

/// What one tool leaves behind for the pages and files that span tools.
///
/// Small on purpose: a register of ten thousand tools holds ten thousand of these at once, and nothing of a tool's documents. What is only
/// passed on, a tool's rows of data and the words it is found by, is left beside it; see `Leaving`. It is passed on by reference: lists of
/// tools are sorted and cut.
package final class Summary: Sendable {
  package let id: String
  package let name: String
  package let lang: String
  /// The record's one sentence about the tool.
  package let sentence: String
  package let organisation: String
  package let phase: String?
  /// Whether it decides or advises, in the record's words.
  package let decides: String?
  package let isRetired: Bool
  package let isDeprecated: Bool
  /// Switched off for now.
  package let isPaused: Bool
  package let use: Use?
  /// Nothing in a preview of a tool that would get a new version.
  package let version: Version?
  /// By what the tool is filed, in the order of the record's fields.
  package let facets: [Filed]
  /// What the record answers where tools are put side by side.
  package let task: Answer
  package let decision: Answer
  package let documents: [Listed]
  /// The day by which the record is to be looked at again, also where nobody will because the tool has ended.
  package let reviewDue: Day?
  /// Every day by which something of the tool must be looked at again, the record's first.
  package let reviews: [Review]
  package let shares: [Share]
  /// Fields that are asked, listed for some reader and not answered, by their headings.
  package let missing: [String]
  package let tally: Tally
  /// Answers that are withheld, a field at a time.
  package let withheld: [Withheld]
  package let headline: Headline
  package let accepted: [Accepted]
  package let deadLinks: [DeadLink]

  init(
    id: String, name: String, lang: String, sentence: String, organisation: String, phase: String?, decides: String?,
    isRetired: Bool, isDeprecated: Bool, isPaused: Bool, use: Use?, version: Version?, facets: [Filed], task: Answer, decision: Answer,
    documents: [Listed], reviewDue: Day?, reviews: [Review], shares: [Share], missing: [String], tally: Tally, withheld: [Withheld],
    headline: Headline, accepted: [Accepted], deadLinks: [DeadLink]
  ) {
    self.id = id
    self.name = name
    self.lang = lang
    self.sentence = sentence
    self.organisation = organisation
    self.phase = phase
    self.decides = decides
    self.isRetired = isRetired
    self.isDeprecated = isDeprecated
    self.isPaused = isPaused
    self.use = use
    self.version = version
    self.facets = facets
    self.task = task
    self.decision = decision
    self.documents = documents
    self.reviewDue = reviewDue
    self.reviews = reviews
    self.shares = shares
    self.missing = missing
    self.tally = tally
    self.withheld = withheld
    self.headline = headline
    self.accepted = accepted
    self.deadLinks = deadLinks
  }

  /// The version as data names it.
  package struct Version: Sendable, Hashable {
    package let number: Int
    package let date: Day
    package let edition: Int
    /// When the first version was published.
    package let first: Day
    /// What changed, in the record's words.
    package let change: String
  }

  package struct Filed: Sendable, Hashable {
    package let facet: String
    package let values: [Value]

    /// A value in the record's words, and how addresses and data name it.
    package struct Value: Sendable, Hashable {
      package let id: String
      package let text: String
    }
  }

  /// One answer as data tells it: its texts, or the state that stands for them.
  package struct Answer: Sendable, Hashable {
    package let state: String
    package let because: String?
    package let texts: [String]
  }

  package struct Listed: Sendable, Hashable {
    package let id: String
    package let title: String
  }

  package struct Review: Sendable, Hashable {
    /// The document it is about; nothing for the record.
    package let document: String?
    package let title: String
    package let due: Day
  }

  /// How much of what an audience should be told is told.
  package struct Share: Sendable, Hashable {
    package let audience: String
    package let told: Int
    package let asked: Int

    /// In whole per cent, rounded down so that only a whole is 100.
    package var percent: Int { asked == 0 ? 100 : told * 100 / asked }
  }

  /// How many answers there are of each state.
  package struct Tally: Sendable, Hashable {
    package var states: [String: Int] = [:]
    /// Questions that may stay blank and do; those that may not are missing.
    package var blank = 0

    mutating func add(_ other: Tally) {
      states.merge(other.states) { $0 + $1 }
      blank += other.blank
    }
  }

  /// A field of which something is withheld on one ground.
  package struct Withheld: Sendable, Hashable {
    package let ground: String
    /// The document it stands in; nothing for the record.
    package let document: String?
    /// The field's heading, which names its place on a page as well.
    package let heading: String
    /// How often: of a group, several parts may be withheld.
    package var count: Int
  }

  /// What the evaluations that stand came to.
  package struct Headline: Sendable, Hashable {
    /// What was decided after the newest; nothing where there is none.
    package var decision: Answer?
    /// The state of the newest, where that is not final.
    package var status: String?
    package var met = 0
    package var missed = 0
    /// Thresholds without a result that is shown.
    package var untold = 0
    package var groups = 0
  }

  /// A link of a text to a file beside it that is not there.
  package struct DeadLink: Sendable, Hashable {
    package let address: String
    /// The document it stands in; nothing for the record.
    package let document: String?
    /// Whether the file was there and had to be removed after publication.
    package let wasRemoved: Bool
  }

  /// A warning that `register.yaml` lets pass, in the checks' words.
  package struct Accepted: Sendable, Hashable {
    package let code: String
    package let summary: String
    package let file: String
    package let because: String
    package let by: String
  }
}
