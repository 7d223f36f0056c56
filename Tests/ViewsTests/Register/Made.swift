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
    try leaving(id, name: name, front, vocabulary, body: body).summary
  }

  static func leaving(_ id: String, name: String, _ front: String = "", _ vocabulary: Vocabulary, body: String = "") throws -> Leaving {
    let record = "---\nkind: atrs-4.0\nname: \(name)\n\(front)\n---\n\(body)"
    let subject = try subject(id, ["record": record], vocabulary)
    return leave(subject, with: vocabulary, in: try site(vocabulary))
  }

  /// What a tool leaves of which nothing is accepted.
  static func leave(_ subject: Subject, _ findings: [Finding] = [], with vocabulary: Vocabulary, in site: Site) -> Leaving {
    Views.leave(subject, findings: findings, record: recordFile(subject, in: site).listed, with: vocabulary, in: site)
  }

  static func view(_ tools: [Summary], _ vocabulary: Vocabulary, history: History = .none) throws -> RegisterView {
    RegisterView(tools, with: vocabulary, in: try site(vocabulary, history: history))
  }

  /// A tool of which only the words count.
  static func found(_ id: String, by terms: [String: Int], _ vocabulary: Vocabulary) -> Leaving {
    var bytes: [UInt8] = []
    for (word, weight) in terms.sorted(by: { $0.key < $1.key }) { bytes += Array("\(weight)\(word)\n".utf8) }
    let nothing = Summary.Answer(state: "missing", because: nil, texts: [])
    let summary = Summary(
      id: id, name: id, lang: "en", sentence: "", organisation: "Example Police", phase: nil, decides: nil, isRetired: false,
      isDeprecated: false, isPaused: false, use: nil, version: nil, facets: [], task: nothing, decision: nothing, documents: [],
      reviewDue: nil, reviews: [], shares: [],
      missing: [], tally: Summary.Tally(), withheld: [], headline: Summary.Headline(), accepted: [], deadLinks: [])
    return Leaving(summary: summary, words: bytes, data: [])
  }

  /// The files of the search over some tools.
  static func search(_ tools: [Leaving], _ vocabulary: Vocabulary) throws -> [SiteFile] {
    let words = Dictionary(tools.map { ($0.summary.id, $0.words) }, uniquingKeysWith: { first, _ in first })
    let view = try view(tools.map(\.summary), vocabulary)
    var index = SearchIndex(view)
    for tool in view.tools { index.add(words[tool.id] ?? []) }
    var files: [SiteFile] = []
    index.files { files.append($0) }
    return files
  }

  /// A file of data as it is poured together from what the tools left.
  static func whole(_ file: SpanningFile, of tools: [Leaving]) -> SiteFile {
    let parts = tools.sorted { $0.summary.id < $1.summary.id }.map { $0.data[file.part.rawValue] }
    return SiteFile(path: file.path, bytes: file.head + Array(parts.joined(separator: file.between)) + file.tail)
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
