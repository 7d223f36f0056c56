import Testing

@testable import Findings

/// The printer's exact text. Stands beside `Console`; the words of each real rule are the business of other tests.
@Suite struct ConsoleTests {
  @Test func printsTheWholeOfAFinding() {
    let place = Source(
      path: "Content/tools/finder/record.md", text: "\n\nreview_due: 3rd May 2027\n"
    )
    .place(Span(start: 14, length: 12))
    #expect(
      console([date(at: place, ["field": "review_due", "write": "2027-05-03"])]) == """
        error: 'review_due' takes a date as YYYY-MM-DD
         --> Content/tools/finder/record.md:3:13
           |
         3 | review_due: 3rd May 2027
           |             ^^^^^^^^^^^^ write 2027-05-03
           = why: readers are shown when a record is overdue
           = fix: write the year, the month and the day
           [sample.date]

        """)
  }

  @Test func leavesOutWhatHasNoFacts() {
    #expect(
      console([date(at: .file("Content/register.yaml"), ["field": "on"])]) == """
        error: 'on' takes a date as YYYY-MM-DD
         --> Content/register.yaml
           = why: readers are shown when a record is overdue
           = fix: write the year, the month and the day
           [sample.date]

        """)
  }

  @Test func putsAnEmptyLineBetweenTwo() {
    let one = Told(
      code: "a.b", severity: .warning, place: .file("a"), summary: "one", label: "beside", why: "",
      fixes: [])
    var two = one
    two.severity = .note
    two.place = Place(file: "b", line: 1000, column: 1, length: 1)
    #expect(
      console([one, two]) == """
        warning: one
         --> a
           = beside
           [a.b]

        note: one
           --> b:1000:1
             |
        1000 |
             | ^ beside
             [a.b]

        """)
  }

  @Test(arguments: [
    ("plain: word", 7, 4, "plain: word", "       ^^^^"),
    ("\tword", 1, 4, "    word", "    ^^^^"),
    ("a\tb\tword", 4, 4, "a   b   word", "        ^^^^"),
    ("東京: word", 4, 4, "東京: word", "      ^^^^"),
    ("東京", 1, 1, "東京", "  ^^"),
    ("cafe\u{301}: word", 7, 4, "cafe\u{301}: word", "      ^^^^"),
    ("e\u{301}a", 1, 2, "e\u{301}a", "^^"),
    ("👩🏽‍💻 word", 5, 4, "👩🏽‍💻 word", "   ^^^^"),
    ("❤️ word", 3, 4, "❤️ word", "   ^^^^"),
    ("🇬🇧 word", 3, 4, "🇬🇧 word", "   ^^^^"),
    ("ﾊﾛｰ word", 4, 4, "ﾊﾛｰ word", "    ^^^^"),
    ("a\u{200B}b", 2, 1, "a\u{200B}b", " ^"),
    ("\u{1B}[31mred", 5, 3, "\u{FFFD}[31mred", "     ^^^"),
    ("a\u{202E}b", 2, 1, "a\u{FFFD}b", "  ^"),
    ("end", 3, 1, "end", "   ^"),
    ("end", 99, 5, "end", "   ^"),
    ("end", 1, 99, "end", " ^^"),
    ("", 0, 1, "", "^"),
  ])
  func putsTheCaretUnderTheText(
    _ line: String, _ column: Int, _ length: Int, _ text: String, _ caret: String
  ) {
    let place = Place(
      file: "a.md", line: 1, column: column + 1, length: length, excerpt: line)
    let lines = console([told(at: place)]).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3] == (text.isEmpty ? " 1 |" : " 1 | " + text))
    #expect(lines[4] == "   | " + caret)
  }

  @Test func showsOfALongLineWhatIsAboutTheCaret() {
    let long = (0..<40).map { "word\($0)" }.joined(separator: " ")
    func shown(_ column: Int, _ length: Int) -> [Substring] {
      let place = Place(file: "a.md", line: 1, column: column, length: length, excerpt: long)
      return console([told(at: place)], width: 45).split(separator: "\n")[3...4].map { $0 }
    }
    #expect(shown(1, 5) == [" 1 | word0 word1 word2 word3 word4 word5 wor…", "   | ^^^^^"])
    #expect(
      shown(124, 6) == [
        " 1 | …rd17 word18 word19 word20 word21 word2…", "   |              ^^^^^^",
      ])
    #expect(
      shown(264, 6) == [
        " 1 | …d34 word35 word36 word37 word38 word39",
        "   |                                  ^^^^^^",
      ])
    #expect(
      shown(1, 500) == [
        " 1 | word0 word1 word2 word3 word4 word5 wor…",
        "   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
      ])
  }

  @Test func showsALineOfAMegabyteAboutTheCaret() {
    let text =
      String(repeating: "é", count: 300_000) + "HERE" + String(repeating: "é", count: 300_000)
    let place = Source(path: "a.md", text: text).place(Span(start: 600_000, length: 4))
    #expect(place.column == 300_001)
    #expect(place.excerpt.utf8.count <= 4000)
    #expect(
      console([told(at: place)], width: 45).split(separator: "\n")[1...4].joined(separator: "\n")
        == """
         --> a.md:1:300001
           |
         1 | …ééééééééééééHEREéééééééééééééééééééééé…
           |              ^^^^
        """)
  }

  @Test func coloursOnlyWhenAsked() {
    let place = Place(file: "a.md", line: 1, column: 1, length: 2, excerpt: "ab")
    var out: [UInt8] = []
    Console(colour: true).append([told(at: place)], to: &out)
    #expect(
      String(decoding: out, as: UTF8.self).split(separator: "\u{1B}").map(String.init) == [
        "[1;31merror:", "[0m", "[1m something", "[0m\n", "[2m -->", "[0m a.md:1:1\n", "[2m   |",
        "[0m\n", "[2m 1 |", "[0m ab\n", "[2m   |", "[0m ", "[1;31m^^", "[0m\n", "[2m   [a.b]",
        "[0m\n",
      ])
    #expect(!console([told(at: place)]).contains("\u{1B}"))
  }

  @Test func neverSendsAFilesCommandsToTheTerminal() {
    var finding = told(at: .file("a\u{1B}]0;title\u{7}.md"))
    finding.summary = "two\nlines\u{9B}2J"
    finding.fixes = ["ring\u{7}"]
    #expect(
      console([finding]) == """
        error: two lines\u{FFFD}2J
         --> a\u{FFFD}]0;title\u{FFFD}.md
           = fix: ring\u{FFFD}
           [a.b]

        """)
  }
}

private func told(at place: Place) -> Told {
  Told(
    code: "a.b", severity: .error, place: place, summary: "something", label: nil, why: "",
    fixes: []
  )
}

func date(at place: Place, _ facts: [String: String]) -> Told {
  Finding("sample.date", at: place, facts).told(
    by: Rule(
      "sample.date", .error, "'{field}' takes a date as YYYY-MM-DD", labels: ["write {write}"],
      why: "readers are shown when a record is overdue",
      fixes: ["write the year, the month and the day", "or leave out '{other}'"]))
}

private func console(_ findings: [Told], width: Int = 120) -> String {
  var out: [UInt8] = []
  Console(width: width).append(findings, to: &out)
  return String(decoding: out, as: UTF8.self)
}

extension Source {
  init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}
