import Findings
import Reading

/// What may be written in a register and who reads it: its kinds, audiences, measures and settings, all of them data.
package struct Vocabulary: Sendable {
  package let settings: Settings
  package let kinds: [Kind]
  package let audiences: [Audience]
  package let metrics: [Metric]

  let readers: KnownReaders
  private let byID: [String: Kind]
  private let metricByID: [String: Metric]

  package init(settings: Settings, kinds: [Kind], audiences: [Audience], metrics: [Metric]) {
    self.settings = settings
    self.kinds = kinds
    self.audiences = audiences
    self.metrics = metrics
    readers = KnownReaders(kinds, audiences)
    byID = Dictionary(kinds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    metricByID = Dictionary(metrics.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package func kind(_ id: String) -> Kind? { byID[id] }
  package func metric(_ id: String) -> Metric? { metricByID[id] }

  /// The audience that a heading such as "affected people" names.
  package func audience(heading: String) -> Audience? {
    let wanted = anchorName(heading)
    return audiences.first { anchorName($0.heading) == wanted || $0.id == wanted }
  }
}
