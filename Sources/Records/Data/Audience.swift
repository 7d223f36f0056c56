package import Findings
import Reading

/// One of the readers a tool has a page for: what it leads with, in which words.
package struct Audience: Sendable {
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
  package let sections: [AudienceSection]
}

package struct AudienceSection: Sendable {
  package enum When: String, Sendable, CaseIterable { case retired, live }

  package let id: String
  package let label: String
  package let topics: [String]
  package let blocks: [String]
  package let when: When?
  /// Whether its first answer stands at the top of the page, before anything else.
  package let brief: Bool
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
    if let audience = readAudience(&map) {
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

private func readAudience(_ map: inout MapReader) -> Audience? {
  let id = map.text("id", required: true)
  let label = map.text("label", required: true)
  let heading = map.text("heading", required: true)
  let address = map.scalar("address")?.text
  let order = map.number("order")?.value
  let age = map.number("reading_age")?.value
  let longest = map.number("longest_sentence")?.value
  let lead = map.text("lead")
  let sections = map.list("sections", required: true).compactMap { node in
    map.nested(node, what: "a section") { map -> AudienceSection? in
      let id = map.text("id", required: true)
      let label = map.text("label", required: true)
      let when = map.choice("when", of: AudienceSection.When.allCases.map(\.rawValue))
      let brief = map.flag("brief")
      let topics = map.texts("topics")
      let blocks = map.texts("blocks")
      guard let id, let label else { return nil }
      return AudienceSection(
        id: id, label: label, topics: topics, blocks: blocks,
        when: when.flatMap(AudienceSection.When.init(rawValue:)), brief: brief)
    }
  }
  guard let id, let label, let heading else { return nil }
  return Audience(
    id: id, label: label, heading: stripFor(heading), address: address ?? id,
    order: Int(order ?? 0), readingAge: age.flatMap { $0 > 0 ? Int($0) : nil },
    longestSentence: longest.flatMap { $0 > 0 ? Int($0) : nil }, lead: lead ?? "",
    sections: sections)
}

/// `For affected people` → `affected people`.
func stripFor(_ heading: String) -> String {
  let words = heading.split(separator: " ", maxSplits: 1)
  guard words.count == 2, words[0].lowercased() == "for" else { return heading }
  return String(words[1])
}
