import Findings
import Reading
import Testing

@Suite struct YamlTests {
  @Test func guessesNothingAndKeepsEveryPlace() throws {
    let text = source(
      """
      # Café
      yes: no   # comment
      "näme": 'it''s'
      version: 1.10
      when: 2026-03
      blank:
      empty: ""
      list: [a, {b: "c\\td"}, []]
      groups:
        - one: ~
          two: |
            Text
              more

        - >-
          folded
          on
      last: two
        lines

      """)
    let (node, findings) = readYAML(text)
    #expect(lines(findings) == "")
    #expect(
      try dump(#require(node), of: text) == """
        map <yes: no   # comment
        "näme": 'it''s'
        version: 1.10
        when: 2026-03
        blank:
        empty: ""
        list: [a, {b: "c\\td"}, []]
        groups:
          - one: ~
            two: |
              Text
                more

          - >-
            folded
            on
        last: two
          lines>
          yes <yes>:
            plain "no" <no>
          näme <"näme">:
            single "it\\'s" <'it''s'>
          version <version>:
            plain "1.10" <1.10>
          when <when>:
            plain "2026-03" <2026-03>
          blank <blank>:
            plain "" <>
          empty <empty>:
            double "" <"">
          list <list>:
            list <[a, {b: "c\\td"}, []]>
              plain "a" <a>
              map <{b: "c\\td"}>
                b <b>:
                  double "c\\td" <"c\\td">
              list <[]>
          groups <groups>:
            list <- one: ~
            two: |
              Text
                more

          - >-
            folded
            on>
              map <one: ~
            two: |
              Text
                more>
                one <one>:
                  plain "~" <~>
                two <two>:
                  literal "Text\\n  more\\n" <|
              Text
                more>
              folded "folded on" <>-
            folded
            on>
          last <last>:
            plain "two lines" <two
          lines>

        """)
  }

  /// Each file breaks one rule; findings as `code line:column+length`.
  @Test(arguments: [
    ("a: &x 1\nb: 2", "yaml.anchor 1:4+4\n"),
    ("a: 1\nb: *a", "yaml.alias 2:4+2\n"),
    ("a: !!str 1\nb: ! c", "yaml.tag 1:4+7\nyaml.tag 2:4+3\n"),
    ("a: !x [1]", "yaml.tag 1:4+4\n"),
    ("%YAML 1.1\n---\na: 1", "yaml.directive 1:1+9\n"),
    ("a: 1\n---\nb: 2", "yaml.documents 2:1+3\n"),
    ("a: 1\nä: 1\nä: 2\na: 3", "yaml.duplicate 3:1+1\nyaml.duplicate 4:1+1\n"),
    ("a:\n\tb: 1", "yaml.tab 2:1+1\n"),
    ("a:\n  \tb: 1", "yaml.tab 2:3+1\n"),
    ("[a]: b", "yaml.key 1:1+1\n"),
    ("? a\n: b", "yaml.key 1:1+1\n"),
    ("{? a: b}", "yaml.key 1:2+1\n"),
    (": b", "yaml.key 1:1+1\n"),
    ("*a : b", "yaml.alias 1:1+2\nyaml.key 1:1+2\n"),
    ("a: \"b", "yaml.quote 1:4+1\n"),
    ("a: \"b\nc: \"d\"", "yaml.quote-late 1:4+1\n"),
    ("a:\n  b: \"c\n  d: \"e\"\nf: g", "yaml.quote-late 2:6+1\n"),
    ("a:\n  b: \"c\n    d \"e\" f", "yaml.quote-late 2:6+1\n"),
    ("a: 'b\nc: it's", "yaml.quote-after 2:6+1\n"),
    ("a: 'It's a finder'", "yaml.quote-after 1:7+1\n"),
    ("a: \"Finder\" of things", "yaml.quote-after 1:11+1\n"),
    ("a: \"b\n  c\", and so on", "yaml.quote-after 2:4+1\n"),
    ("a: \"b\nc\"", "yaml.indentation 2:1+1\n"),
    ("a: \"b\nc\" # d", "yaml.indentation 2:1+1\n"),
    ("note: Note: this", "yaml.colon 1:11+1\n"),
    ("a: [b\nc: d", "yaml.bracket 2:2+1\n"),
    ("a: 1\n  b: 2", "yaml.colon 2:4+1\n"),
    ("a:\n    b: 1\n  c: 2", "yaml.indentation 3:3+1\n"),
    ("a: b\nc\nd: e", "yaml.key-colon 2:1+1\n"),
    ("a: @b", "yaml.character 1:4+1\n"),
    ("a: [-]", "yaml.character 1:5+1\n"),
    ("a: \"x\"#y", "yaml.comment 1:7+1\n"),
    ("a: |#y\n  b", "yaml.comment 1:5+1\n"),
    ("a: [b,\nc]", "yaml.indentation 2:1+1\n"),
    ("a: \"\\0\"", "yaml.escape 1:4+4\n"),
    ("a: \"\\u202E\"", "yaml.escape 1:4+8\n"),
    ("a: \"\\uD800\"", "yaml.syntax 1:7+1\n"),
    ("# nothing", "yaml.empty 1:1+9\n"),
    (" \n", "file.empty 1:1+1\n"),
    ("\u{FEFF}a: 1", "file.byte-order-mark 1:1+1\n"),
    ("a: \u{0}", "text.control 1:4+1\n"),
    ("a: \u{85}b\u{1B}", "text.control 1:4+1\ntext.control 1:6+1\n"),
    ("a: é\u{202E}b", "text.direction 1:5+1\n"),
    ("a: b\u{200B}c", "text.invisible 1:5+1\n"),
    ("a: 1\rb: 2", "text.line-end 1:5+1\n"),
  ])
  func refuses(text: String, expected: String) {
    let (_, findings) = readYAML(source(text))
    #expect(lines(findings) == expected)
    #expect(findings.allSatisfy { Rule.named($0.code) != nil && !$0.told.summary.contains("{") && !$0.told.why.contains("{") })
  }

  @Test(arguments: [
    [0x61, 0xFF], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    [0xFF, 0xFE, 0x61, 0x00], [0xF5, 0x80, 0x80, 0x80], [0x80],
  ])
  func refusesWhatIsNoUTF8(bytes: [UInt8]) {
    let (node, findings) = readYAML(Source(path: "a.yaml", bytes: bytes))
    #expect(node == nil)
    #expect(findings.map(\.code) == ["text.encoding"])
  }

  @Test func acceptsEveryCharacterUTF8CanSpell() {
    for value in [UInt32(0xA0), 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFD] {
      let text = Unicode.Scalar(value).map { "a: b\(Character($0))c" } ?? ""
      let (node, findings) = readYAML(source(text))
      #expect(lines(findings) == "")
      #expect(node?["a"]?.scalar?.text.unicodeScalars.dropFirst().first?.value == value)
    }
  }

  @Test func stopsAtTheLimitOfNesting() {
    var limits = Limits()
    limits.nesting = 3
    #expect(lines(readYAML(source("[[[a]]]"), limits: limits).findings) == "")
    #expect(lines(readYAML(source("[[[[a]]]]"), limits: limits).findings) == "yaml.nesting 1:4+1\n")
    #expect(lines(readYAML(source("a:\n- - b: c"), limits: limits).findings) == "yaml.nesting 2:5+1\n")
  }

  @Test func sumsUpWhatIsOverTheLimitOfFindings() {
    var limits = Limits()
    limits.findings = 2
    let (_, findings) = readYAML(source("a: *x\nb: *x\nc: *x\nd: *x"), limits: limits)
    #expect(lines(findings) == "yaml.alias 1:4+2\nyaml.alias 2:4+2\nfile.many 3:4+2\n")
    #expect(findings.last?.told.summary == "2 more problems are not listed")
  }

  /// 64 KiB each of what takes libyaml seconds, gigabytes, or means something else than it looks.
  @Test(arguments: [
    Repeated("["), Repeated("{a: "), Repeated("- "), Repeated("? "), Repeated("[{"), Repeated("&x ", head: "a: "),
    Repeated("%TAG ! tag:x\n"), Repeated("!x "), Repeated("*a, ", head: "a: &a [", tail: "]"), Repeated("---\n"),
    Repeated("a: b\n"), Repeated("\\", head: "\""), Repeated("\""), Repeated("\n ", head: "a: ", tail: "\""),
    Repeated(","), Repeated("|"), Repeated(": "), Repeated("a:\n"), Repeated("9", head: "a: >"),
    Repeated((0..<32).map { String(repeating: " ", count: $0) + "- a:\n" }.joined()),
  ])
  func refusesHostileText(hostile: Repeated) {
    #expect(!readYAML(source(hostile.text)).findings.isEmpty)
  }
}
