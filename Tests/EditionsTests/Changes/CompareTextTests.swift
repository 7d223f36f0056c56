import Testing

@testable import Editions

@Suite struct CompareTextTests {
  static let table: [(before: String, after: String, told: String)] = [
    ("", "", ""),
    ("", "New.", "{+New.+}"),
    ("Old.", "", "[-Old.-]"),
    ("The same.", "The same.", "The same."),
    ("A person allways decides.", "A person always decides.", "A person [-allways-]{+always+} decides."),
    ("It costs £1,000.50 a year.", "It costs £1,200.50 a year.", "It costs £[-1,000.50-]{+1,200.50+} a year."),
    ("It’s the council’s tool.", "It’s the trust’s tool.", "It’s the [-council’s-]{+trust’s+} tool."),
    ("Kept for two years", "Kept for two long years", "Kept for two {+long +}years"),
    ("A follow-up call", "A follow-on call", "A follow-[-up-]{+on+} call"),
    // A line broken elsewhere is no change that a reader sees.
    ("One two\nthree four.", "One two three\nfour.", "One two~\n~ ~three~ ~\n~four."),
    // But a line that begins a list is.
    ("Reads:\n- one\n- two", "Reads:\n- one\n- three", "Reads:\n- one\n- [-two-]{+three+}"),
    // Sentences that have nothing in common do not become confetti.
    (
      "It is kept. The score is a number from one to ten that a computer makes.",
      "It is kept. Practitioners see a list of families, and the reasons for each of them.",
      "It is kept. [-The score is a number from one to ten that a computer makes-]{+Practitioners see a list of families, and the reasons for each of them+}."
    ),
    // Sentence taken out.
    ("One is here. Two is there. Three is gone.", "One is here. Three is gone.", "One is here. [-Two is there. -]Three is gone."),
    // Paragraphs that changed places.
    (
      "First paragraph says this much.\n\nSecond paragraph says something else.\n\nEnd.",
      "Second paragraph says something else.\n\nFirst paragraph says this much.\n\nEnd.",
      "<1 First paragraph says this much.\n\n 1>Second paragraph says something else.\n\n>1 First paragraph says this much.\n\n 1<End."
    ),
    // Combining marks stay with their letter; two spellings of one letter are a change.
    ("cafe\u{301} noir", "caf\u{e9} noir", "[-cafe\u{301}-]{+caf\u{e9}+} noir"),
    ("a e\u{301}", "a e", "a [-e\u{301}-]{+e+}"),
    // Right to left.
    ("الطفل في المدرسة", "الطفل في البيت", "الطفل في [-المدرسة-]{+البيت+}"),
    ("שלום עולם. טוב.", "שלום חבר. טוב.", "שלום [-עולם-]{+חבר+}. טוב."),
    // Scripts without spaces.
    ("子供は学校へ行く。", "子供は病院へ行く。", "子供は[-学校-]{+病院+}へ行く。"),
    ("เด็กไป", "เด็กมา", "เด็ก[-ไป-]{+มา+}"),
    // Emoji made of several characters are one.
    ("Family 👨‍👩‍👧 here", "Family 👨‍👩‍👦 here", "Family [-👨‍👩‍👧-]{+👨‍👩‍👦+} here"),
    ("🇬🇧🇫🇷", "🇬🇧🇩🇪", "🇬🇧[-🇫🇷-]{+🇩🇪+}"),
    ("one\r\ntwo", "one\ntwo", "one~\r\n~\n~two"),
  ]

  @Test(arguments: table.indices)
  func tells(_ index: Int) {
    let row = CompareTextTests.table[index]
    let change = compareText(row.before, row.after)
    #expect(change.told == row.told)
    #expect(Array(change.before.utf8) == Array(row.before.utf8))
    #expect(Array(change.after.utf8) == Array(row.after.utf8))
  }

  @Test func givesBackBothTextsWhateverTheyAre() {
    var random = Seeded(7)
    for _ in 0..<3000 {
      let before = text(&random)
      let after = Bool.random(using: &random) ? text(&random) : edited(before, &random)
      let change = compareText(before, after)
      #expect(Array(change.before.utf8) == Array(before.utf8))
      #expect(Array(change.after.utf8) == Array(after.utf8))
      #expect(compareText(before, after) == change)
    }
  }

  @Test func noRunSplitsAGrapheme() {
    var random = Seeded(11)
    for _ in 0..<500 {
      let (before, after) = (text(&random), text(&random))
      let tokens = Tokens(before)
      #expect(tokens.list.map { tokens.text($0, before) }.joined() == before)
      #expect(
        tokens.list.reduce(0) { $0 + String(decoding: tokens.bytes[$1.start..<$1.end], as: UTF8.self).count }
          == before.count)
      _ = after
    }
  }

  /// Words, marks, spaces and blocks as they come.
  private func text(_ random: inout Seeded) -> String {
    let pieces = [
      "the", "child", "score", "council’s", "0.81", "e\u{301}", "\u{301}", "👨‍👩‍👧", "شكرا", "學校", " ", " ", " ", "  ", "\n",
      "\n\n", "\r\n", ".", "? ", "! ", "- ", "**", "|", "#", "\n# Head\n", "\\\n", "\u{a0}", "Aa. Bb cc dd ee.\n\n",
      "Ff gg hh ii jj.\n\n", "",
    ]
    return (0..<Int.random(in: 0..<40, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }

  private func edited(_ text: String, _ random: inout Seeded) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 0..<4, using: &random) where !scalars.isEmpty {
      let place = Int.random(in: scalars.indices, using: &random)
      if Bool.random(using: &random) { scalars.remove(at: place) } else { scalars.insert("x", at: place) }
    }
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars)
    return result
  }
}

extension Tokens {
  fileprivate func text(_ token: Token, _ whole: String) -> String {
    String(decoding: bytes[token.start..<token.end], as: UTF8.self)
  }
}

@Suite struct AlignmentTests {
  @Test func findsALongestCommonPartOfShortSequences() {
    var random = Seeded(3)
    for _ in 0..<2000 {
      let one = (0..<Int.random(in: 0..<12, using: &random)).map { _ in Int32.random(in: 0..<4, using: &random) }
      let two = (0..<Int.random(in: 0..<12, using: &random)).map { _ in Int32.random(in: 0..<4, using: &random) }
      let pairs = Alignment(one, two, names: 4).pairs
      #expect(pairs.count == longest(one, two))
      #expect(pairs.allSatisfy { one[$0.before] == two[$0.after] })
      #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.before < $1.before && $0.after < $1.after })
    }
  }

  /// Whatever two long sequences are, the work grows with their length only.
  @Test(arguments: ["nothing", "few", "same", "turned", "periodic", "once"])
  func effortIsNearLinear(_ shape: String) {
    var random = Seeded(5)
    let count = 60_000
    let one = (0..<count).map { Int32(shape == "few" ? Int.random(in: 0..<20, using: &random) : shape == "periodic" ? $0 % 7 : $0) }
    let two: [Int32] =
      switch shape {
      case "nothing": one.map { $0 + Int32(count) }
      case "few": (0..<count).map { _ in Int32.random(in: 0..<20, using: &random) }
      case "turned": one.reversed()
      case "periodic": (0..<count).map { Int32($0 % 5) }
      case "once": one.shuffled(using: &random)
      default: one
      }
    let alignment = Alignment(one, two, names: 2 * count)
    #expect(alignment.effort < 600 * 2 * count)
    #expect(alignment.pairs.count == ["nothing": 0, "same": count, "turned": 1][shape] ?? alignment.pairs.count)
  }

  private func longest(_ one: [Int32], _ two: [Int32]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: two.count + 1), count: one.count + 1)
    for x in one.indices {
      for y in two.indices {
        table[x + 1][y + 1] = one[x] == two[y] ? table[x][y] + 1 : max(table[x][y + 1], table[x + 1][y])
      }
    }
    return table[one.count][two.count]
  }
}
