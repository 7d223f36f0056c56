import Findings
import Ground
import Reading
import Records
import Testing

/// `Content/README.md` tells whoever adds a kind, an audience or a measure every key there is.
struct ContentGuideTests {
  private static let path = "Content/README.md"

  @Test func everyKeyIsExplained() throws {
    let sources =
      try Checkout.folder("Content/kinds") + Checkout.folder("Content/audiences") + [Checkout.source("Content/metrics.yaml")]
    let used = sources.reduce(into: Set<String>()) { keys, source in gather(readYAML(source).node, into: &keys) }
    // The one list that `metrics.yaml` is.
    #expect(used.subtracting(try told()).sorted() == ["metrics"])
  }

  @Test func itsExampleIsAKind() throws {
    let fence = try #require(text().split(separator: "```yaml\n").dropFirst().first)
    let example = fence.split(separator: "```").first ?? ""
    let kind = Source(path: "Content/kinds/site-visit.yaml", bytes: Array(example.utf8))
    let (kinds, findings) = readKinds(try Checkout.folder("Content/kinds") + [kind], for: try Checkout.vocabulary().audiences.map(\.id))
    #expect(findings.map(\.code) == [])
    #expect(kinds.first { $0.id == "site-visit" }?.label == "Site visit")
  }

  private func text() throws -> String { String(decoding: try Checkout.source(Self.path).bytes, as: UTF8.self) }

  /// What stands between backquotes in the tables.
  private func told() throws -> Set<String> {
    let rows = try text().split(separator: "\n").filter { $0.hasPrefix("| `") }
    return Set(
      rows.flatMap { row in
        row.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      })
  }

  /// All keys but those that name fields or belong to an example.
  private func gather(_ node: Node?, into keys: inout Set<String>) {
    switch node?.content {
    case .list(let nodes): for node in nodes { gather(node, into: &keys) }
    case .map(let entries):
      for entry in entries {
        keys.insert(entry.key.text)
        if !["when", "required_when", "asked_when", "needs_record", "example", "standard"].contains(entry.key.text) {
          gather(entry.value, into: &keys)
        }
      }
    case .scalar, nil: break
    }
  }
}
