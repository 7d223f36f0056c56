import Reading
import Testing

/// Addresses that lead to what stands beside a document, taken apart.
@Suite struct FileAddressTests {
  @Test(arguments: [
    ("map.pdf", "map.pdf", ""), ("./map.pdf#page=2", "map.pdf", "#page=2"), ("a/b.md?q=1#x?y", "a/b.md", "?q=1#x?y"),
    ("beta.md#a:b", "beta.md", "#a:b"), ("?q=a:b", "", "?q=a:b"), ("../", "../", ""), ("./", "", ""), ("caf\u{e9}.md", "caf\u{e9}.md", ""),
  ])
  func isAPathAndWhatIsAskedOfIt(_ address: String, _ path: String, _ rest: String) throws {
    let file = try #require(FileAddress(address))
    #expect(file.path == path && file.rest == rest)
  }

  @Test(arguments: ["", "#a", "/a", "//a", "https://example.org/", "mailto:a@example.org", "a:b.md", "javascript:x", " a", "a\u{9}b"])
  func isNothingElse(_ address: String) { #expect(FileAddress(address) == nil) }
}
