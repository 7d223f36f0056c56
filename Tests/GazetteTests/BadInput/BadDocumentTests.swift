import Foundation
import Testing

/// Documents that no publisher would write: each is a finding where it is wrong, and its neighbours are checked all the same.
///
/// All stand in one register that is checked once; each case looks at what was found in its own tool's folder.
@Suite(.timeLimit(.minutes(2))) struct BadDocumentTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    /// Place, code and summary of each finding, without the folder.
    var found: [String]
    var testDescription: String { name }
  }

  private static let run = Result {
    let register = try TemporaryRegister()
    try register.write("Content/kinds/note.yaml", Data(noteKind.utf8))
    for bad in cases {
      try register.write("Content/tools/\(bad.name)/record.md", "---\nkind: note\nname: A tool\n---\n")
      try register.write("Content/tools/\(bad.name)/bad.md", Data(bad.bytes))
      try register.write("Content/tools/\(bad.name)/next.md", "---\nkind: page\nday: 2026-02-31\n---\n")
    }
    try register.write("Content/kinds/page.yaml", Data(pageKind.utf8))
    return try register.check().split(separator: "\n").map(String.init)
  }

  @Test(arguments: cases) func isFoundWhereItIsWrong(_ bad: Case) throws {
    let folder = "Content/tools/\(bad.name)/"
    // That nobody declared these documents free of personal data is a note with a case of its own.
    let found = try Self.run.get().filter { $0.hasPrefix(folder) && !$0.contains("privacy.undeclared") }
      .map { String($0.dropFirst(folder.count)) }
    let next = "next.md:3:6 field.date: 'day' takes a date as YYYY-MM-DD"
    #expect(found == bad.found.map { "bad.md" + $0 } + [next])
  }

  @Test func nothingElseIsFound() throws {
    #expect(try Self.run.get().filter { !$0.hasPrefix("Content/tools/") } == [])
  }

  private static func page(_ name: String, _ front: String, _ body: String = "", _ found: String...) -> Case {
    Case(name: name, bytes: Array("---\nkind: page\n\(front)\n---\n\(body)\n".utf8), found: found)
  }

  private static func raw(_ name: String, _ text: String, _ found: String...) -> Case {
    Case(name: name, bytes: Array(text.utf8), found: found)
  }

  static let cases: [Case] = [
    // What a file is made of.
    Case(name: "no-bytes", bytes: [], found: [":1:1 file.empty: the file is empty"]),
    raw("blank", " \n\n", ":1:1 file.empty: the file is empty"),
    Case(
      name: "latin-1", bytes: Array("---\nkind: page\ntitle: Caf".utf8) + [0xE9] + Array("\n---\n".utf8),
      found: [":3:11 text.encoding: the file is not UTF-8 text"]),
    Case(
      name: "utf-16", bytes: [0xFF, 0xFE] + Array("---\nkind".utf8).flatMap { [$0, 0] },
      found: [":1:1 text.encoding: the file is not UTF-8 text"]),
    raw(
      "byte-order-mark", "\u{FEFF}---\nkind: page\n---\n", ":1:1 file.byte-order-mark: the file starts with an invisible byte order mark"),
    raw("windows-lines", "---\r\nkind: page\r\ntext: |\r\n  One.\r\n---\r\n\r\n## More\r\n\r\nTwo.\r\n"),
    raw(
      "old-mac-lines", "---\rkind: page\r---\r", ":1:4 text.line-end: this line ends with a lone carriage return",
      ":1:15 text.line-end: this line ends with a lone carriage return",
      ":1:19 text.line-end: this line ends with a lone carriage return"),
    page("nul", "title: a\0b", "", ":3:9 text.control: the control character U+0000 stands here"),
    page("escape", "title: a\u{1B}[31mb", "", ":3:9 text.control: the control character U+001B stands here"),
    page("right-to-left", "title: a\u{202E}b", "", ":3:9 text.direction: the character U+202E turns the direction of the text"),
    page("zero-width", "", "## More\n\na\u{200B}b", ":7:2 text.invisible: the invisible character U+200B stands here"),

    // Front matter.
    raw("no-front-matter", "## More\n", ":1:1 file.front-matter: the document does not start with a line '---'"),
    raw(
      "open-front-matter", "---\nkind: page\n\n## More\n",
      ":1:1 file.front-matter-open: the facts at the top of the document are never closed"),
    raw("only-rules", "---\n---\n", ":2:1 yaml.empty: nothing is written here"),
    raw("a-list", "---\n- kind\n---\n", ":2:1 yaml.not-fields: this should be a list of facts written as `name: value`"),
    page("tab", "text:\n\ta: b", "", ":4:1 yaml.tab: a tab stands where spaces belong"),
    page("twice", "title: a\ntitle: b", "", ":4:1 yaml.duplicate: 'title' is given twice in the same place"),
    page("anchor", "title: &a b", "", ":3:8 yaml.anchor: '&a b' starts with a label ('&'), which is not used here"),
    page("alias", "title: *a", "", ":3:8 yaml.alias: '*a' points at a value elsewhere, which is not followed"),
    page("tag", "title: !!int 3", "", ":3:8 yaml.tag: '!!int 3' starts with a type ('!'), which is not used here"),
    page("quote", "title: \"a", "", ":3:8 yaml.quote: a quotation mark is opened and never closed"),
    page("bracket", "links: [a, b", "", ":4:1 yaml.bracket: a list or map in brackets is not closed with ']'"),
    page("colon", "title: a: b", "", ":3:9 yaml.colon: a value that has a colon and a space in it needs quotes"),
    page(
      "directive", "%YAML 1.1", "", ":3:1 yaml.directive: a line that starts with '%' is an instruction to YAML, and none is followed here"),
    page(
      "nested-lists", "title: " + String(repeating: "[", count: 100_000), "",
      ":3:31 yaml.nesting: values are nested more than 24 deep"),
    page(
      "nested-maps", (0..<1000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"), "",
      ":27:25 yaml.nesting: values are nested more than 24 deep"),

    // Kinds, fields and values.
    raw("no-kind", "---\ntitle: A\n---\n", ":2:1 document.no-kind: this document does not say what kind it is"),
    raw("unknown-kind", "---\nkind: pgae\n---\n", ":2:7 document.unknown-kind: there is no kind 'pgae'"),
    raw("kind-of-kinds", "---\nkind: [page, note]\n---\n", ":2:1 document.no-kind: this document does not say what kind it is"),
    raw("envelope", "---\nkind: envelope\n---\n", ":2:7 document.unknown-kind: there is no kind 'envelope'"),
    page("no-such-day", "day: 2026-02-30", "", ":3:6 field.date: 'day' takes a date as YYYY-MM-DD"),
    page("no-leap-year", "day: 2100-02-29", "", ":3:6 field.date: 'day' takes a date as YYYY-MM-DD"),
    page("year-nought", "day: 0000-01-01", "", ":3:6 field.date: 'day' takes a date as YYYY-MM-DD"),
    page("other-digits", "day: ２０２６-01-01", "", ":3:6 field.date: 'day' takes a date as YYYY-MM-DD"),
    page("huge-number", "count: 1e999", "", ":3:8 field.number: 'count' takes a number, not '1e999'"),
    page("not-a-number", "count: nan", "", ":3:8 field.number: 'count' takes a number, not 'nan'"),

    // Texts.
    page("stray-text", "", "Above.\n\n## More\n\nBelow.", ":5:1 heading.missing: this text stands under no heading"),
    page(
      "html", "", "## More\n\n<b>bold</b>", ":7:1 markdown.html: HTML code is not used in texts",
      ":7:8 markdown.html: HTML code is not used in texts"),
    page("comment", "", "## More\n\n<!-- a note -->", ":7:1 markdown.comment: a comment in a text would be public"),
    page("open-fence", "", "## More\n\n```\n## Lost", ":7:1 markdown.fence: a block of code is opened and never closed"),
    page("script-link", "", "## More\n\n[a](javascript:b)", ":7:1 link.scheme: 'javascript:b' is not an address a public page may link to"),
    page(
      "quotes-beyond-reading", "", "## More\n\n" + String(repeating: ">", count: 100_000),
      ":7:1 markdown.length: this text is 100000 bytes long; the limit is 65536"),
    page(
      "nested-quotes", "", "## More\n\n" + String(repeating: ">", count: 60_000),
      ":7:1 markdown.nesting: lists or quotations are nested more than 24 deep"),
    page(
      "nested-links", "", "## More\n\n" + String(repeating: "[", count: 64_000),
      ":7:1 markdown.delimiters: the same mark stands more than 120 times in a row"),
    page(
      "emphasis", "", "## More\n\n" + String(repeating: "*a_", count: 20_000)),
    page(
      "long-text", "", "## More\n\n" + String(repeating: "word ", count: 20_000),
      ":7:1 markdown.length: this text is 99999 bytes long; the limit is 65536"),
    page("one-line", "title: " + String(repeating: "a", count: 1_000_000)),
  ]
}

/// A record that asks for nothing but a name.
private let noteKind = """
  id: note
  label: Note
  role: record
  describe: A tool in a word.
  sections: [{id: all, label: All, topic: what-it-is, audiences: [public, affected-people, end-users, senior-leaders, technical]}]
  fields:
    - {id: name, section: all, label: Name, type: text, required: true, means: name, help: Its name., example: A tool}

  """

/// A document that asks for nothing.
private let pageKind = """
  id: page
  label: Page
  role: process
  describe: Anything.
  fields:
    - {id: title, label: Title, type: text, means: title, audiences: [technical], help: A name., example: A}
    - {id: day, label: Day, type: date, audiences: [technical], help: A day., example: 2026-03-14}
    - {id: count, label: Count, type: number, audiences: [technical], help: A number., example: 3}
    - {id: links, label: Links, type: links, audiences: [technical], help: Documents., example: [next]}
    - {id: text, label: Text, type: prose, audiences: [technical], help: A text., example: Some text.}
    - {id: more, label: More, type: prose, audiences: [technical], help: A text., example: Some text.}

  """
