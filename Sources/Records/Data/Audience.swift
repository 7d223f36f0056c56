package import Findings
import Reading

/// One of the readers a tool has a page for: what it leads with, in which words.
///
/// A class that never changes: every text knows its audiences, and a reference costs next to nothing.
package final class Audience: Sendable {
  package let id: String
  package let label: String
  /// What a publisher writes as `### For affected people`, without the "For".
  package let heading: String
  /// The folder of its page below the tool's; empty for the public.
  package let address: String
  package let order: Int
  /// The reading age its texts aim at; nothing where there is no target.
  package let readingAge: Int?
  package let longestSentence: Int?
  package let lead: String
  /// Whether its readers meet fields and measures by their plain names, and shares as so many in a hundred.
  package let isPlain: Bool
  package let sections: [AudienceSection]

  init?(_ map: inout MapReader) {
    let id = map.text("id", required: true)
    let label = map.text("label", required: true)
    let heading = map.text("heading", required: true)
    let address = map.scalar("address")?.text
    order = Int(map.number("order")?.value ?? 0)
    readingAge = map.number("reading_age").flatMap { $0.value > 0 ? Int($0.value) : nil }
    longestSentence = map.number("longest_sentence").flatMap { $0.value > 0 ? Int($0.value) : nil }
    lead = map.text("lead") ?? ""
    isPlain = map.flag("plain")
    sections = map.list("sections", required: true).compactMap { node in
      map.nested(node, what: "a section") { AudienceSection(&$0) }
    }
    guard let id, let label, let heading else { return nil }
    self.id = id
    self.label = label
    self.heading = stripFor(heading)
    self.address = address ?? id
  }
}

/// A part of an audience's page. A class that never changes, like an audience.
package final class AudienceSection: Sendable {
  package enum When: String, Sendable, CaseIterable { case retired, live }

  package let id: String
  package let label: String
  /// What it is called where the tool has ended, if not the same.
  package let labelEnded: String?
  package let topics: [String]
  package let blocks: [String]
  package let when: When?
  /// Whether its first answer stands at the top of the page, before anything else.
  package let brief: Bool

  init?(_ map: inout MapReader) {
    let id = map.text("id", required: true)
    let label = map.text("label", required: true)
    labelEnded = map.text("label_ended")
    when = map.choice("when", of: When.allCases.map(\.rawValue)).flatMap(When.init(rawValue:))
    brief = map.flag("brief")
    topics = map.texts("topics")
    blocks = map.texts("blocks")
    guard let id, let label else { return nil }
    self.id = id
    self.label = label
  }
}

/// The audiences of a register, in their order.
package func readAudiences(_ sources: [Source]) -> ([Audience], [Finding]) {
  var findings: [Finding] = []
  var audiences: [Audience] = []
  for source in sources {
    let (node, found) = readYAML(source)
    findings += found
    guard let node,
      var map = MapReader(node, in: source, what: "an audience", findings: &findings)
    else { continue }
    if let audience = Audience(&map) {
      if audiences.contains(where: { $0.id == audience.id || $0.address == audience.address }) {
        map.add("kind.twice", map.span, ["what": "audience", "value": audience.id])
      } else {
        audiences.append(audience)
      }
    }
    findings += map.finish()
  }
  audiences.sort { ($0.order, $0.id) < ($1.order, $1.id) }
  return (audiences, findings)
}

/// `For affected people` → `affected people`.
func stripFor(_ heading: String) -> String {
  let words = heading.split(separator: " ", maxSplits: 1)
  guard words.count == 2, words[0].lowercased() == "for" else { return heading }
  return String(words[1])
}
