import Bytes
import Records
import Testing

@testable import Views

@Suite struct SearchTests {
  @Test(arguments: [
    ("Early Help Finder", ["early", "help", "finder"]),
    ("Children's and children’s", ["childrens", "and", "childrens"]),
    ("Ymgynghori â’r tŷ, Café ÉCOLE", ["ymgynghori", "ar", "ty", "cafe", "ecole"]),
    ("a I x 4 42 v2.1", ["42", "v2"]),
    ("under_score-and/slash", ["under", "score", "and", "slash"]),
    ("日本語 한국", ["日本語", "한국".decomposed]),
    ("", []),
  ])
  func wordsAreCutAsTheScriptCutsThem(_ typed: String, _ words: [String]) {
    var found = SearchWords()
    found.add(typed, weight: 1)
    #expect(found.inOrder.map { Array($0.unicodeScalars) } == words.map { Array($0.unicodeScalars) })
  }

  /// The run of bytes says what a table of words would say.
  @Test func eachWordStandsOnceWithItsBestWeight() {
    let texts = [
      "Early help, early.", "Café and help", "EARLY café zebra zebras", "help's ’ a b", "longer-than-eight longer-than-nine", "",
    ]
    var found = SearchWords()
    var weights: [String: Int] = [:]
    for (number, text) in texts.enumerated() {
      let weight = [1, 8, 2, 3, 1, 1][number]
      found.add(text, weight: weight)
      var words = SearchWords()
      words.add(text, weight: weight)
      for word in words.inOrder { weights[word] = max(weights[word] ?? 0, weight) }
    }
    let lines = weights.sorted { $0.key.precedesByBytes($1.key) }.map { "\($0.value)\($0.key)\n" }.joined()
    #expect(String(decoding: found.lines, as: UTF8.self) == lines)
    #expect(lines.contains("2early\n") && lines.contains("8cafe\n") && lines.contains("3helps\n"))
  }

  @Test func everyFileToTheLetter() throws {
    let vocabulary = try Made.vocabulary()
    let tools = [
      try Made.leaving(
        "b", name: "Zebra Finder", "organisation_name: Example Police\nphase: Production\none_sentence_description: Finds.", vocabulary),
      try Made.leaving("a", name: "apple", "lang: cy\norganisation_name: Other\nphase: Retired", vocabulary),
    ]
    let files = try Made.search(tools, vocabulary)
    let written = files.map { "== \($0.path)\n\(text($0.bytes))" }.sorted().joined()
    #expect(
      written == """
        == search/facets/organisation.json
        {
        "other":[0],
        "police":[1]
        }
        == search/facets/phase.json
        {
        "production":[1],
        "retired":[0]
        }
        == search/index.json
        {
          "block": 4,
          "common": [],
          "prefixes": {
            "ap": 22,
            "ex": 24,
            "fi": 42,
            "ot": 22,
            "po": 23,
            "pr": 27,
            "re": 24,
            "ze": 22
          },
          "tools": 2
        }
        == search/terms/ap.json
        {
        "apple":{"8":[0]}
        }
        == search/terms/ex.json
        {
        "example":{"3":[1]}
        }
        == search/terms/fi.json
        {
        "finder":{"8":[1]},
        "finds":{"2":[1]}
        }
        == search/terms/ot.json
        {
        "other":{"3":[0]}
        }
        == search/terms/po.json
        {
        "police":{"3":[1]}
        }
        == search/terms/pr.json
        {
        "production":{"1":[1]}
        }
        == search/terms/re.json
        {
        "retired":{"1":[0]}
        }
        == search/terms/ze.json
        {
        "zebra":{"8":[1]}
        }
        == search/tools/0.json
        [
        {"id":"a","label":"apple","lang":"cy","organisation":"Other","phase_id":"retired","status":"ended","summary":""},
        {"id":"b","label":"Zebra Finder","lang":null,"organisation":"Example Police","phase_id":"production","status":"in_use",\
        "summary":"Finds."}
        ]

        """)
  }

  @Test func aFileThatGrowsTooLargeIsCutByTheNextLetter() throws {
    let vocabulary = try Made.vocabulary()
    var terms = ["co": 1, "été": 1]
    for number in 0..<2000 { terms["con" + String(number + 10_000)] = 1 }
    terms["cold"] = 8
    let files = try Made.search([Made.found("a", by: terms, vocabulary)], vocabulary).filter { $0.path.hasPrefix("search/terms/") }
    let names = files.map { String($0.path.dropFirst("search/terms/".count).dropLast(".json".count)) }
    #expect(names == ["_t", "co", "col", "con10", "con11"])
    #expect(files.allSatisfy { $0.bytes.count <= SearchIndex.largestFile })
  }

  @Test func oneQueryOnTenThousandToolsReadsLessThanAHundredKilobytes() throws {
    let vocabulary = try Made.vocabulary()
    var dice = Dice(state: 7)
    let words = (0..<4000).map { _ in dice.word() }
    let tools = (0..<10_000).map { number -> Leaving in
      var terms: [String: Int] = [:]
      for _ in 0..<40 { terms[words[dice.rank(words.count)]] = 1 }
      for _ in 0..<4 { terms[words[dice.rank(words.count)]] = 3 }
      return Made.found("tool-\(number)", by: terms, vocabulary)
    }
    let files = try Made.search(tools, vocabulary)
    let sizes = Dictionary(files.map { ($0.path, $0.bytes.count) }, uniquingKeysWith: { first, _ in first })
    let names = files.filter { $0.path.hasPrefix("search/terms/") }.map { $0.path.dropFirst(13).dropLast(5) }
    let start = try #require(sizes["search/index.json"])
    let card = try #require(sizes["search/tools/0.json"])
    #expect(start > 1000 && names.count > 100)
    for word in words.prefix(400) {
      for typed in [word, String(word.prefix(4)), String(word.prefix(2))] {
        let read = names.filter { typed.hasPrefix($0) || typed.count > 2 && $0.hasPrefix(typed) }
        let bytes = read.reduce(0) { $0 + (sizes["search/terms/\($1).json"] ?? 0) }
        #expect(start + bytes + 12 * card < 100_000, "\(typed): \(read.count) files, \(bytes) bytes")
      }
    }
  }
}

/// Numbers that look thrown, the same each time.
private struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  mutating func word() -> String {
    let letters = Array("etaoinshrdlucmfwypvbgkjqxz")
    return String((0..<(3 + Int(next() % 7))).map { _ in letters[rank(letters.count)] })
  }

  /// Low numbers often, high ones seldom, as words are used.
  mutating func rank(_ count: Int) -> Int {
    let share = Double(next() % 1_000_000) / 1_000_000
    return min(count - 1, Int(Double(count) * share * share * share))
  }
}

extension String {
  fileprivate var decomposed: String { String(String.UnicodeScalarView(folded(self).unicodeScalars)) }
}
