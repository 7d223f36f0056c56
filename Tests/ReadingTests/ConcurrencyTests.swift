import Findings
import Reading
import Testing

@Suite struct ConcurrencyTests {
  /// The same text read on many threads at once gives the same trees; the thread sanitizer sees whether they share anything.
  @Test func readsOnManyThreadsAtOnce() async {
    let text = source(
      """
      ---
      name: "Early help"
      list: [a, {b: c}]
      ---
      ## Table and ~~tildes~~
      | a | b |
      |:--|--:|
      | ~1~ | www.example.org[^1] |

      - [ ] task `code` **strong** *em* <https://example.org> a@example.org

      [^1]: A note with a [link][l].

      [l]: https://example.org "Title"
      """)
    let expected = said(text)
    let all = await withTaskGroup(of: String.self) { group in
      for _ in 0..<32 { group.addTask { said(text) } }
      var all: Set<String> = []
      for await one in group { all.insert(one) }
      return all
    }
    #expect(all == [expected])
  }
}

private func said(_ source: Source) -> String {
  var result = ""
  for _ in 0..<8 {
    let (draft, findings) = read(source)
    result = lines(findings)
    for section in draft?.sections ?? [] { result += section.heading.text + "\n" + section.general.tree.dump }
  }
  return result
}
