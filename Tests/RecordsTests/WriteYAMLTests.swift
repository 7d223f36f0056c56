import Findings
import Reading
import Records
import Testing

/// Values written the one way, and read again as what they were.
@Suite struct WriteYAMLTests {
  private func read(_ text: String) throws -> Node {
    let (node, findings) = readYAML(Source(path: "a.yaml", bytes: Array(text.utf8)))
    #expect(Shipped.told(findings) == "", "\(text)")
    return try #require(node)
  }

  private func write(_ node: Node) -> String {
    (node.map ?? []).flatMap { writeYAML($0.key.text, $0.value) }.joined(separator: "\n") + "\n"
  }

  @Test func hasOneSpellingForEachValue() throws {
    let typed = """
      plain:    Early Help
      'n': 412
      quoted: 'no'
      number: 0.80
      version: "2.10"
      colon: 'Early help: the finder'
      hash: "a #b, a#b"
      folded: >
        Two lines
        made one.
      literal: |
        First.

          Indented.
        Last.
      blank:
      empty: ""
      short: [South West, "Wales", "a, b"]
      nothing: []
      state: {withheld: commercial, because: "A price: it is theirs"}
      see: {see: beta-2026}
      group:
      - {name: One, role: "- builds"}
      - name: Two
        role: |
          Several
          lines.
        parts: [1, 2]
      contact: {role: Team, email: team@example.org}

      """
    let written = """
      plain: Early Help
      n: 412
      quoted: "no"
      number: 0.80
      version: "2.10"
      colon: "Early help: the finder"
      hash: "a #b, a#b"
      folded: Two lines made one.
      literal: |
        First.

          Indented.
        Last.
      blank:
      empty: ""
      short: [South West, Wales, "a, b"]
      nothing: []
      state: {withheld: commercial, because: "A price: it is theirs"}
      see: {see: beta-2026}
      group:
        - name: One
          role: "- builds"
        - name: Two
          role: |
            Several
            lines.
          parts: [1, 2]
      contact:
        role: Team
        email: team@example.org

      """
    #expect(write(try read(typed)) == written)
    #expect(write(try read(written)) == written)
  }

  /// Texts that YAML could take for something else, alone and in a list.
  @Test(arguments: [
    "a", " a", "a ", "- a", "-a", "-5", "?", "? a", ":", "a:", "a: b", "a:b", "#", "a #b", "a#b", "[a]", "]", "{a}", "a, b",
    "&a", "*a", "!a", "|", ">", "'", "\"", "a\"b", "a\\b", "%a", "@a", "`a", "---", "...", "~", "null", "Yes", "NO", "true",
    "2026-03-14", "1.10", "0x1F", "£5", "“a”", "…", "a\tb", "a\nb", "\na", " a\nb", "\ta\nb", "a\n\nb", "a \nb", "a\n  b\nc",
    "- a\n- b", "# a\nb", "---\na", "a\n---\nb", "a: b\nc: d", "<<", "=", "https://example.org/a?b=c#d", "a:\nb",
  ])
  func everyTextIsReadAgainAsItWas(_ text: String) throws {
    let span = Span(start: 0, length: 0)
    let scalar = Node(span: span, content: .scalar(Scalar(text: text, span: span)))
    let value = Node(span: span, content: .list([scalar, scalar]))
    let inState = Node(
      span: span, content: .map([Entry(key: Scalar(text: "unknown", span: span), value: scalar)]))
    for node in [scalar, value, inState, Node(span: span, content: .list([inState, value]))] {
      let written = writeYAML("key", node).joined(separator: "\n") + "\n"
      let again = try #require(try read(written)["key"])
      #expect(texts(again) == texts(node), "\(written)")
    }
  }

  private func texts(_ node: Node) -> [String] {
    switch node.content {
    case .scalar(let scalar):
      var text = Substring(scalar.text)
      while text.last == "\n" { text.removeLast() }
      return [String(text)]
    case .list(let nodes): return nodes.flatMap(texts)
    case .map(let entries): return entries.flatMap { [$0.key.text] + texts($0.value) }
    }
  }
}
