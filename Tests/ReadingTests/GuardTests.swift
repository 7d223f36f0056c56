import Findings
import Reading
import Testing

/// What cmark cannot take is refused before it sees it, and what is let through stays small.
@Suite struct GuardTests {
  @Test(arguments: [
    ("markdown.length", Repeated("a ", size: 70_000)),
    ("markdown.nesting", Repeated("> ", size: 200)),
    ("markdown.nesting", Repeated(">", size: 60_000)),
    ("markdown.length", Repeated(">", size: 100_000)),
    ("markdown.nesting", Repeated("- ", size: 60)),
    ("markdown.nesting", Repeated("1. ", size: 90)),
    ("markdown.nesting", Repeated(" ", tail: "- a", size: 200)),
    ("markdown.delimiters", Repeated("[", size: 60_000)),
    ("markdown.length", Repeated("[", size: 100_000)),
    ("markdown.delimiters", Repeated("*", tail: "a", size: 60_000)),
    ("markdown.declarations", Repeated("<?", head: "a", size: 600)),
    ("markdown.declarations", Repeated("<!A ", size: 600)),
    ("markdown.declarations", Repeated("<![CDATA[", size: 600)),
    ("markdown.pipes", Repeated("|a", size: 200)),
    ("markdown.cells", Repeated("a\n", head: "|" + String(repeating: "a|", count: 50) + "\n|" + String(repeating: "-|", count: 50) + "\n")),
    ("markdown.table-line", Repeated("b", head: "|a|\n|-|\n|", tail: "|", size: 3000)),
    ("markdown.tables", Repeated("|-|-|\n", size: 6000)),
    ("markdown.definitions", Repeated("[a]: b\n", size: 3000)),
    ("markdown.definition", Repeated("b", head: "[a]: ", tail: "\n\n[a]", size: 3000)),
    ("markdown.definition", Repeated("[a]", head: "[a]: " + String(repeating: "b", count: 1900) + "\n\n", size: 30_000)),
  ])
  func refuses(code: String, hostile: Repeated) {
    let source = source(hostile.text)
    let (passage, findings) = readMarkdown(source, in: Span(start: 0, length: source.bytes.count))
    #expect(findings.first.map(\.code) == code)
    #expect(findings.allSatisfy { !$0.told.summary.contains("{") && !$0.told.fixes.isEmpty })
    #expect(passage.isEmpty)
  }

  /// 64 KB each of what is known to hurt; read or refused, the tree stays in proportion.
  @Test(arguments: [
    Repeated("*a **a "), Repeated("a**b", tail: "c* "), Repeated("[a"), Repeated("[a]("), Repeated("![["), Repeated("a <?"),
    Repeated("<a "), Repeated("<a><"), Repeated("</"), Repeated("&"), Repeated("&amp;"), Repeated("\\"), Repeated("`a``"),
    Repeated("|\n"), Repeated("|a\n"), Repeated("|a|\n|-|\n\n"), Repeated("a\n-\n"), Repeated("a\n|-\n"), Repeated("- a\n\n"),
    Repeated("1. a\n"), Repeated("> a\n"), Repeated("> "), Repeated("[^a]"), Repeated("[^a]: b\n"), Repeated("[^a]: [^b]\n\n"),
    Repeated("[a]: b\n"), Repeated("[a]", head: "[a]: b\n\n"), Repeated("<!-- a"), Repeated("<!--->"), Repeated("\t"),
    Repeated("- \t"), Repeated("#"), Repeated("# a\n"), Repeated("~~~\n"), Repeated("```a\n"), Repeated("_a__ "), Repeated("__a_ "),
    Repeated("<http:"), Repeated("a@b."), Repeated("http://a)"), Repeated("![](a)"), Repeated("\u{3000}*"), Repeated("é"),
    Repeated("  \n", head: "a"), Repeated("a  \n"), Repeated("a\\\n"), Repeated("[a](<b"), Repeated("[a](b \"c"),
    Repeated((0..<30).map { String(repeating: " ", count: $0) + "- a\n\n" }.joined()),
    Repeated((0..<24).map { String(repeating: "> ", count: $0) + "a\n" }.joined()),
    Repeated("a*", head: String(repeating: ">", count: 24)), Repeated("|-|-|\n", head: "|a|b|\n"),
    Repeated("x | y\n", head: "a | b\n-|-\n"),
  ])
  func survives(hostile: Repeated) {
    let text = hostile.text
    let source = source(text)
    let (passage, _) = readMarkdown(source, in: Span(start: 0, length: source.bytes.count))
    let size = passage.tree.words.count
    #expect(passage.tree.nodes.count <= 2 * text.utf8.count)
    #expect(size <= Limits().tree)
    for node in passage.tree.nodes {
      #expect(node.span.start >= 0 && node.span.length >= 0 && node.span.end <= source.bytes.count)
    }
  }

  @Test func letsThroughWhatPeopleWrite() {
    let table = "| a | b | c |\n|---|:-:|--:|\n" + String(repeating: "| one | two | three |\n", count: 500)
    let list = (0..<20).map { String(repeating: "   ", count: $0) + "1. level\n" }.joined()
    let links = (1...100).map { "[a\($0)]: https://example.org/a/path/to/some/page/number/\($0)\n" }.joined()
    let text = [table, list, String(repeating: "-", count: 500), "[a1] and [a2]", links].joined(separator: "\n\n")
    #expect(tree(text).findings == "")
  }
}
