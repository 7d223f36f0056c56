package import Bytes

/// Every edition of a register in order, and what each tool's versions are.
package struct History: Sendable {
  /// From the first to the newest.
  package private(set) var editions: [Edition]
  /// The hash of each edition's `SHA256SUMS`, in the same order.
  package private(set) var hashes: [String]
  private var byTool: [String: [Version]] = [:]

  package static let none = History(editions: [], hashes: [])

  package init(editions: [Edition], hashes: [String]) {
    self.editions = editions
    self.hashes = hashes
    for (edition, hash) in zip(editions, hashes) {
      for tool in edition.tools {
        byTool[tool.tool, default: []].append(
          Version(entry: tool, edition: edition.number, date: edition.date, editionHash: hash))
      }
    }
  }

  package var newest: Edition? { editions.last }
  package var newestHash: String? { hashes.last }
  package func edition(_ number: Int) -> Edition? { editions.first { $0.number == number } }

  /// A tool's versions from the first to the newest.
  package func versions(of tool: String) -> [Version] { byTool[tool] ?? [] }

  /// The ids of every tool that was ever published, sorted by byte.
  package var tools: [String] {
    byTool.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  package var redactions: [Redaction] { editions.flatMap(\.redactions) }
}

/// One tool's documents as they were published: its number, when, in which edition, and what was said of the change.
package struct Version: Sendable, Hashable {
  package let entry: EditionTool
  package let edition: Int
  package let date: Day
  package let editionHash: String

  package init(entry: EditionTool, edition: Int, date: Day, editionHash: String) {
    self.entry = entry
    self.edition = edition
    self.date = date
    self.editionHash = editionHash
  }

  package var number: Int { entry.version }
}
