import Findings
import Ground
import Reading
import Records
import Testing

/// A file in which everything is wrong is told of as far as anybody would read, and takes no longer than its length asks.
@Suite struct ManyMistakesTests {
  private func told(_ front: String) throws -> [Finding] {
    let source = Source(path: "Content/tools/finder/record.md", bytes: Array("---\nkind: atrs-4.0\n\(front)---\n".utf8))
    var limits = Limits()
    limits.file = 10 << 20
    let (draft, unread) = read(source, limits: limits)
    #expect(unread.isEmpty)
    return understand(try #require(draft), with: try Checkout.shipped().0).1
  }

  @Test func namesThatAreNone() throws {
    let found = try told((0..<50_000).map { "k\($0): v\n" }.joined())
    #expect(found.count == 201)
    #expect(found.filter { $0.code == "field.unknown" }.count == 200)
    let last = try #require(found.last)
    #expect(Shipped.told([last]) == "Content/tools/finder/record.md:203:1 file.many: 49800 more problems are not listed")
  }

  /// Warnings can be accepted, so no number of them becomes an error.
  @Test func manyWarnings() throws {
    let found = try told("models:\n" + (0..<260).map { "  - model_name: Number \($0) #\n" }.joined())
    #expect(found.filter { $0.code == "field.cut" }.count == 260)
    #expect(!found.contains { $0.code == "file.many" }, "\(found.count)")
  }

  @Test func partsThatAreNone() throws {
    let found = try told("models:\n" + (0..<20_000).map { "  - {p\($0): v}\n" }.joined())
    #expect(found.count == 201 && found.last?.code == "file.many", "\(found.count)")
  }
}
