import Bytes
import Editions
import Findings
import Ground
import Reading
import Records
import Testing

@testable import Views

/// Registers of tools made in a few lines, told by what they leave behind.
enum Made {
  /// The data files that ship, under settings of a few lines.
  static func vocabulary(_ settings: String = settings) throws -> Vocabulary {
    let (vocabulary, findings) = try Checkout.read(Source(path: "Content/register.yaml", bytes: Array(settings.utf8)))
    #expect(findings == [])
    return vocabulary
  }

  static let settings = """
    title: A register
    describe: What it holds.
    address: https://example.org/register/
    languages: [en, cy]
    publishers:
      - {id: council, name: Example County Council, type: Local authority, address: https://example.org/}
      - {id: police, name: Example Police}
    withheld_grounds: [{id: commercial, label: Commercial, describe: Would harm a business.}]
    theme: {name: civic, licence: {name: Open Licence, address: https://example.org/licence/}}
    """

  static func site(_ vocabulary: Vocabulary, history: History = .none, day: String = "2026-11-20") throws -> Site {
    Site(
      settings: vocabulary.settings, history: history, day: try #require(Day(day)), isPreview: history.editions.isEmpty,
      languages: [Language(code: "en"), Language(code: "cy")], assets: [:], links: [])
  }

  static func subject(
    _ id: String, _ documents: [String: String], _ vocabulary: Vocabulary, version: Version? = nil
  ) throws -> Subject {
    let sources = documents.sorted { $0.key < $1.key }.map { name, text in
      Source(path: "Content/tools/\(id)/\(name).md", bytes: Array(text.utf8))
    }
    let (tool, _) = gather(ToolFolder(id: id, path: "Content/tools/" + id, documents: sources, attachments: []), with: vocabulary)
    return Subject(
      tool: try #require(tool), vocabulary: vocabulary, version: version, place: .current, newest: version?.number ?? 0,
      count: version?.number ?? 0, isDraft: version == nil)
  }

  /// A tool by its name and what else its record's front matter says.
  static func summary(_ id: String, name: String, _ front: String = "", _ vocabulary: Vocabulary, body: String = "") throws -> Summary {
    let record = "---\nkind: atrs-4.0\nname: \(name)\n\(front)\n---\n\(body)"
    let subject = try subject(id, ["record": record], vocabulary)
    let site = try site(vocabulary)
    return summarise(subject, findings: [], record: recordFile(subject, in: site).listed, in: site)
  }

  static func view(_ tools: [Summary], _ vocabulary: Vocabulary, history: History = .none) throws -> RegisterView {
    RegisterView(tools, with: vocabulary, in: try site(vocabulary, history: history))
  }

  /// A tool of which only the words count.
  static func found(_ id: String, by terms: [String: Int], _ vocabulary: Vocabulary) throws -> Summary {
    var bytes: [UInt8] = []
    for (word, weight) in terms.sorted(by: { $0.key < $1.key }) { bytes += Array("\(weight)\(word)\n".utf8) }
    return Summary(
      id: id, name: id, lang: "en", sentence: "", organisation: "Example Police", phase: nil, decides: nil, isRetired: false,
      isDeprecated: false, version: nil, kind: "atrs-4.0", standard: nil, facets: [],
      answers: Column.all.map { _ in Summary.Answer(state: "missing", because: nil, texts: []) }, documents: [], reviews: [],
      shares: [], missing: [], tally: Summary.Tally(), headline: Summary.Headline(), accepted: [], deadLinks: [],
      terms: bytes, evaluations: [],
      recordSize: 0, recordDigest: "")
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
