import Bytes
import Testing

@Suite struct FilledTests {
  @Test(arguments: [
    ("", ""), ("no name", "no name"), ("{one}", "1"), ("a {one}, {two}{one} b", "a 1, {one}1 b"),
    ("é{one}\u{301}", "é1\u{301}"), ("{{one}}", "{one}"), ("{{see: {one}}}", "{see: 1}"), ("{{{one}}}", "{1}"),
    ("} {one} }} {", "} 1 } {"), ("{one", "{one"), ("{}", "empty"),
    ("{none}", nil), ("{one} {none}", nil), ("{ one}", nil),
  ])
  func replacesNames(_ text: String, _ expected: String?) {
    let parts = ["one": "1", "two": "{one}", "": "empty"]
    #expect(filled(text) { parts[$0] } == expected)
  }
}
