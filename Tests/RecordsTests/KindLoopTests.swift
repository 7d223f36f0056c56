import Bytes
import Findings
import Ground
import Reading
import Records
import Testing

/// What every kind that ships keeps to, found by going through all of them: nothing here names a field.
@Suite struct KindLoopTests {
  /// Read once for all kinds and tests.
  private static let shipped = Result { try Checkout.shipped().0 }

  static let kinds: [String] = {
    guard case .success(let vocabulary) = shipped else { return [] }
    return vocabulary.kinds.map(\.id)
  }()

  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Self.shipped.get() }

  @Test func thereAreKinds() throws { #expect(Self.kinds == vocabulary.kinds.map(\.id) && !Self.kinds.isEmpty) }

  private func kind(_ id: String) throws -> Kind { try #require(vocabulary.kind(id)) }

  private func source(_ name: String, _ text: String) -> Source {
    Source(path: "Content/tools/finder/\(name).md", bytes: Array(text.utf8))
  }

  /// A document of a kind in which every field that is asked has its example for an answer.
  private func filled(_ kind: Kind, _ changes: [String: String] = [:]) throws -> String {
    var answers = Dictionary(
      kind.fields.compactMap { field in field.example.map { (field.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    // No example is an older document of the same tool.
    answers["supersedes"] = nil
    let nowhere = Span(start: 0, length: 0)
    for (id, text) in changes {
      answers[id] = Node(span: nowhere, content: .scalar(Scalar(text: text, span: nowhere)))
    }
    let all = try understood(scaffold(of: kind, for: [], answers: answers)).document
    for field in kind.fields where !all.asks(field) { answers[field.id] = nil }
    return scaffold(of: kind, for: [], answers: answers)
  }

  private func understood(_ text: String) throws -> (document: Document, findings: [Finding]) {
    let (draft, unread) = read(source("document", text))
    #expect(Shipped.told(unread) == "")
    let (document, findings) = understand(try #require(draft), with: vocabulary)
    return (try #require(document), findings)
  }

  /// Everything found in a tool of these documents, its record made of examples where none is given.
  private func check(_ documents: [String: String], on day: String = "2026-04-01") throws -> [Finding] {
    var documents = documents
    if documents["record"] == nil { documents["record"] = try filled(try kind("atrs-4.0")) }
    let folder = ToolFolder(
      id: "finder", path: "Content/tools/finder",
      documents: documents.sorted { $0.key < $1.key }.map { source($0.key, $0.value) },
      attachments: ["for-young-people.pdf", "information-flow.svg"].map { Attachment(name: $0, size: 1) })
    let (tool, findings) = gather(folder, with: vocabulary)
    let today = try #require(Day(day))
    let context = CheckContext(tool: try #require(tool), vocabulary: vocabulary, today: today)
    return findings + Records.check(context)
  }

  @Test(arguments: kinds) func aNewDocumentIsOneFindingForEachFieldThatIsNeeded(_ id: String) throws {
    let kind = try kind(id)
    let text = scaffold(of: kind, for: vocabulary.audiences)
    let name = kind.role == .record ? "record" : "new"
    let found = try check([name: text]).filter { $0.place.file.hasSuffix("/\(name).md") }
    let needed = kind.fields.filter { $0.required && $0.askedWhen.isEmpty }
    #expect(!needed.isEmpty)
    #expect(
      found.map { "\($0.code) \($0.facts["field"] ?? "")" }.sorted()
        == needed.map { "field.to-write \($0.id)" }.sorted())
    for finding in found { #expect(finding.told.summary == "'\(finding.facts["label"] ?? "")' is still to write") }
    for field in kind.fields { #expect(text.contains("\n\(field.id):\n") || text.contains("\n## \(field.heading)\n")) }
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { $0.last != " " })
  }

  @Test(arguments: kinds) func aNewDocumentIsCleanOnceItIsFilledInWithTheExamples(_ id: String) throws {
    let kind = try kind(id)
    let (document, findings) = try understood(filled(kind))
    #expect(Shipped.told(findings) == "")
    for (field, value) in zip(kind.fields, document.values) {
      #expect((value.state != .missing) == (document.asks(field) && field.id != "supersedes"), "\(field.id)")
    }
  }

  /// The examples of all kinds tell one story, so together they are one tool; the notice of its end makes another.
  @Test func theExamplesTogetherAreACleanTool() throws {
    let names = ["dpia": "data-protection", "evaluation": "beta-2026"]
    var living: [String: String] = [:]
    for kind in vocabulary.kinds where kind.role != .record && kind.role != .notice {
      living[names[kind.id] ?? kind.id] = try filled(kind)
    }
    let toldOfLiving = Shipped.told(try check(living))
    #expect(toldOfLiving == "")
    var ended = living
    for kind in vocabulary.kinds where kind.role == .notice { ended[kind.id] = try filled(kind) }
    ended["record"] = try filled(try kind("atrs-4.0"), ["phase": "Retired"])
    ended["evaluation-2028"] = try filled(try kind("evaluation"))
    let toldOfEnded = Shipped.told(try check(ended, on: "2028-06-01"))
    #expect(toldOfEnded == "")
  }

  @Test(arguments: kinds) func theLinesOfAGroupAreCleanOnceTheirMarksAreTakenAway(_ id: String) throws {
    let kind = try kind(id)
    var isOpen = false
    var lines: [Substring] = []
    for line in scaffold(of: kind, for: []).split(separator: "\n", omittingEmptySubsequences: false) {
      isOpen = line.hasPrefix("#  ") ? isOpen : line.hasSuffix(":") && !line.hasPrefix("#")
      lines.append(isOpen && line.hasPrefix("#") ? line.dropFirst() : line)
    }
    let text = lines.joined(separator: "\n")
    let (document, findings) = try understood(text)
    #expect(Shipped.told(findings) == "")
    for (field, value) in zip(kind.fields, document.values) where field.type.hasParts || field.type == .contact {
      #expect(value.isGiven && (value.items.count == 1 || field.type == .contact), "\(field.id)")
    }
    let name = kind.role == .record ? "record" : "new"
    #expect(Shipped.told(try check([name: text]).filter { $0.code == "field.missing-part" }) == "")
  }

  @Test(arguments: kinds) func everyExampleRoundTrips(_ id: String) throws {
    for field in try kind(id).fields {
      for (field, example) in ([field] + field.fields).compactMap({ field in field.example.map { (field, $0) } }) {
        let written = writeYAML(field.id, example).joined(separator: "\n") + "\n"
        let (again, findings) = readYAML(Source(path: "example", bytes: Array(written.utf8)))
        #expect(Shipped.told(findings) == "", "\(written)")
        let read = try #require(again?[field.id])
        #expect(meaning(read) == meaning(example), "\(written)")
        #expect(writeYAML(field.id, read).joined(separator: "\n") + "\n" == written)
      }
    }
  }

  @Test(arguments: kinds) func everyFieldIsShownToSomebody(_ id: String) throws {
    let kind = try kind(id)
    for field in kind.fields {
      #expect(!field.audiences.isEmpty, "\(field.id)")
      for reader in field.audiences {
        let audience = try #require(vocabulary.audiences.first { $0.id == reader }, "\(field.id) is for \(reader)")
        guard kind.role == .record, let topic = field.topic else { continue }
        #expect(
          audience.sections.contains { $0.topics.contains(topic) || $0.blocks.contains("all-fields") },
          "\(reader) never see \(field.id), whose topic is \(topic)")
      }
    }
  }
}

/// What a node says, without its places and how it was written.
private func meaning(_ node: Node) -> String {
  switch node.content {
  case .scalar(let scalar):
    var text = Substring(scalar.text)
    while text.last == "\n" { text.removeLast() }
    return "'\(text)'"
  case .list(let nodes): return "[" + nodes.map(meaning).joined(separator: ", ") + "]"
  case .map(let entries):
    return "{" + entries.map { "\($0.key.text): \(meaning($0.value))" }.joined(separator: ", ") + "}"
  }
}
