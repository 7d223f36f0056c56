import Findings
import Foundation
import Testing
import Typesetting

@testable import Templates

/// Every finding about templates, to the letter as a person reads it.
///
/// Each rule has a file in `Tests/Cases/templates`: a tiny theme, one `## name` before each template or word, and what is said
/// of it. Every theme is held against the same page. `RECORD=1` writes what is said now, and fails.
@Suite struct RefusalTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Cases/templates")

  static let codes = Rule.all.map(\.code).filter {
    $0.hasPrefix("template.") || $0 == "theme.no-page"
  }

  @Test(arguments: codes) func saysWhatIsWrong(_ code: String) throws {
    let file = Self.folder.appendingPathComponent(code + ".txt")
    let theme = try TinyTheme([UInt8](Data(contentsOf: file)))
    let said = theme.said
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(theme.bytes(expecting: said)).write(to: file)
      Issue.record("recorded \(code)")
    }
    #expect(said == theme.expected)
    #expect(said.contains("[\(code)]"))
  }

  @Test func hasNoCaseWithoutARule() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(files) == Set(Self.codes.map { $0 + ".txt" }))
  }
}

/// The templates of one case, and what is to be said of them.
private struct TinyTheme {
  private var parts: [(name: String, bytes: [UInt8])] = []
  var expected = ""

  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: "## ".utf8) {
        parts.append((String(decoding: line.dropFirst(3), as: UTF8.self), []))
      } else if !parts.isEmpty {
        parts[parts.count - 1].bytes += line + [0x0A]
      }
    }
    // The split gives one more piece after the last line.
    if let last = parts.popLast() {
      expected = String(decoding: last.bytes.dropLast(), as: UTF8.self)
    }
  }

  func bytes(expecting said: String) -> [UInt8] {
    let themes = parts.flatMap { Array("## \($0.name)\n".utf8) + $0.bytes }
    return themes + Array("## findings\n\(said)".utf8)
  }

  /// Everything found when the theme is compiled and its page rendered, printed.
  var said: String {
    var sources: [String: Source] = [:]
    var words: [Word] = []
    for (name, bytes) in parts {
      let source = Source(path: name + ".mustache", bytes: bytes)
      if name.hasPrefix("words/") {
        let span = Span(start: 0, length: bytes.count - 1)
        let text = String(decoding: bytes.dropLast(), as: UTF8.self)
        words.append(Word(key: String(name.dropFirst(6)), text: text, source: source, span: span))
      } else {
        sources[name] = source
      }
    }
    var (library, findings) = compile(
      sources, words: words, samples: [Sample("page", TinyTheme.model, names: TinyTheme.names)])
    var page: [UInt8] = []
    if let found = library?.render("page", TinyTheme.model, limit: 1000, into: &page) {
      findings.append(found)
    }
    var out: [UInt8] = []
    Console().append(findings.map(\.told), to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private static let names = ["title", "body", "kind", "retired", "site", "name", "base", "nothing", "tools", "template", "tags"]

  private static let model: Object = [
    "title": "A title", "body": .markup(.empty), "kind": "text", "retired": false,
    "site": .object(["name": "Register", "base": "/"]), "nothing": .list([]),
    "tools": .list([
      ["name": "One", "template": "fields/date", "tags": .texts(["a", "b"])],
      ["name": "Two", "template": "fields/time", "tags": .texts([])],
    ]),
  ]
}
