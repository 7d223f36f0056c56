import Bytes
import Findings
import Ground
import Reading
import Testing

@testable import Records

/// Files of some hundred kilobytes that nobody writes but to stop the program: each takes no longer than its length asks.
@Suite(.timeLimit(.minutes(2))) struct HugeFileTests {
  private func source(_ text: String, _ name: String = "a.md") -> Source {
    Source(path: "Content/tools/finder/\(name)", bytes: Array(text.utf8))
  }

  private func many(_ text: String, _ count: Int = 50_000) -> String { String(repeating: text, count: count) }

  /// What is told of a tool by its record and another document, in the smallest register there is.
  private func told(_ front: String = "", body: String = "", other: String = "") throws -> [Finding] {
    let base = "Tests/RecordsTests/Checks/_base/"
    let vocabulary = Vocabulary(
      settings: try #require(readSettings(try Checkout.source(base + "register.yaml")).0),
      kinds: readKinds(try Checkout.folder(base + "kinds"), for: nil).0,
      audiences: readAudiences(try Checkout.folder(base + "audiences")).0,
      metrics: readMetrics(try Checkout.source(base + "metrics.yaml")).0)
    let record = "---\nkind: tool\n\(front)\n---\n\(body)"
    let texts = [("record", record)] + (other.isEmpty ? [] : [("other", "---\n\(other)---\n")])
    let tool = try #require(gather(Checkout.finder(texts), with: vocabulary).0)
    return check(CheckContext(tool: tool, vocabulary: vocabulary, today: try #require(Day("2026-06-01"))))
  }

  @Test(arguments: [("a://", 0), ("https://a.org/", 0), ("http://", 100), ("https://a.local/", 100), (#"S:\a-"#, 100), (#"\\"#, 0)])
  func addressesWithoutEnd(_ text: String, _ count: Int) {
    #expect(scanAddresses(source(many(text))).count == count)
  }

  @Test func tokensWithoutEnd() {
    #expect(scanPrivacy(source(many("eyJ-"))).count == 0)
    #expect(scanPrivacy(source(many("eyJ-") + ".ey" + many("a") + "?")).count == 0)
  }

  @Test func cellsAfterManySpaces() {
    #expect(scanPrivacy(source(many(" ") + many("a|") + "\n|-|\n")).count == 0)
  }

  @Test func streamsThatAreNone() {
    let found = inspectFile(source("%PDF-1.7\n" + many("/FlateDecode/ObjStm stream\n", 200_000), "a.pdf"))
    #expect(found.map(\.code) == ["attachment.not-read"])
  }

  /// Ten thousand names of one stream.
  @Test func oneFileUnderManyNames() {
    func number(_ value: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(value >> (8 * $0) & 0xFF) } }
    let stored = [UInt8(ascii: "<")] + [UInt8](repeating: 0x20, count: 1 << 22)
    let local = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + stored
    let name = Array("word/document.xml".utf8)
    let entry =
      [0x50, 0x4B, 0x01, 0x02] + [UInt8](repeating: 0, count: 16) + number(stored.count, 4) + number(stored.count, 4)
      + number(name.count, 2) + [UInt8](repeating: 0, count: 16) + name
    let entries = [[UInt8]](repeating: entry, count: 10_000).flatMap { $0 }
    let end =
      [0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 4) + number(10_000, 2) + number(10_000, 2) + number(entries.count, 4)
      + number(local.count, 4) + [0, 0]
    let found = inspectFile(Source(path: "a.docx", bytes: local + entries + end))
    #expect(found.map(\.code) == ["attachment.not-read"])
  }

  @Test func programsInAPicture() {
    let found = inspectFile(source("<svg>" + many("<script/>"), "a.svg"))
    #expect(found.count == 201 && found.last?.facts["count"] == "49800", "\(found.count)")
  }

  @Test func initialsThatNobodyExplains() throws {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)
    let words = (0..<3_000).map { number in "Q" + [676, 26, 1].map { letters[number / $0 % 26] }.joined() }
    let found = try told("# \(many("words ", 200_000))", body: "## Description\n\n\(words.joined(separator: " and "))\n")
    #expect(found.filter { $0.code == "reading.initials" }.count == 3_000)
    let shouted = try told(body: "## Description\n\n\(many("AB ", 20_000))\n")
    #expect(!shouted.contains { $0.code == "reading.initials" })
  }

  @Test func groupsComparedWithNobody() throws {
    let figures = (0..<4_000).map { number in
      "  - {metric: recall, value: 0.5, n: 99, characteristic: Age, group: Group \(number), reference_group: Grop \(number)}\n"
    }
    let found = try told(other: "kind: evaluation\ntitle: A test\nresults:\n" + figures.joined())
    #expect(found.contains { $0.code == "figures.reference" } && found.contains { $0.code == "file.many" })
  }

  @Test func risksWithoutMeasures() throws {
    let items = { (key: String, word: String) in "\(key):\n" + (0..<4_000).map { "  - {risk: \(word) \($0)}\n" }.joined() }
    let found = try told(other: "kind: assessment\ntitle: A test\n" + items("risks", "Leak") + items("measures", "Leek"))
    #expect(found.contains { $0.code == "document.rule" } && found.contains { $0.code == "file.many" })
    #expect(found.filter { $0.severity == .error && $0.place.file.hasSuffix("other.md") }.count == 201)
  }

  @Test func findingsBesideManyNumbers() {
    let numbers = (0..<6_000).map { "07700 9\(10_000 + $0)" }
    let source = source(numbers.joined(separator: "\n"))
    let findings = numbers.indices.map { line in
      Finding("field.cut", at: source.place(Span(start: 13 * line, length: 12)), ["field": numbers[line]])
    }
    let veiled = veiled(findings + scanPrivacy(source), of: [source])
    #expect(veiled.count == 6_021)
    #expect(veiled.prefix(6_000).allSatisfy { $0.place.excerpt == "07*** ****" + $0.place.excerpt.suffix(2) })
    #expect(veiled.prefix(6_000).allSatisfy { ($0.facts["field"] ?? "").hasPrefix("07…") })
  }
}
