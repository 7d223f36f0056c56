import Testing

@testable import Findings

/// What every rule of the program keeps to, so that findings read as one voice.
@Suite struct RuleTests {
  @Test(arguments: Rule.all) func keepsToTheHouseStyle(_ rule: Rule) {
    #expect(isCode(rule.code), "a code is 'family.name' in lower-case letters and hyphens")
    #expect(!rule.why.isEmpty, "a rule says why it matters")
    #expect(!rule.fixes.isEmpty, "a rule says how to put it right")
    for sentence in [rule.summary, rule.why] + rule.labels + rule.fixes {
      #expect(problems(sentence) == [], "in: \(sentence)")
    }
    for line in rule.more.split(separator: "\n") {
      #expect(line.last != " ", "no spaces at the end of a line, in: \(line)")
    }
    #expect(rule.more.isEmpty || ".`".contains(rule.more.last ?? " "), "'more' is whole sentences")
  }

  @Test func namesEachRuleOnce() {
    let codes = Rule.all.map(\.code)
    #expect(codes.count == Set(codes).count)
    #expect(Rule.all.allSatisfy { Rule.named($0.code)?.summary == $0.summary })
  }

  @Test(arguments: [
    ("", ["is empty"]),
    ("ends here.", ["ends with a full stop"]),
    ("two  spaces ", ["has two spaces in a row", "begins or ends with a space"]),
    ("a {Field} and {two words} and {open", ["'{Field}'", "'{two words}'", "has an open brace"]),
    ("a {field_2} and {{not_applicable: why}}", []),
    ("please write", ["says 'please'"]),
  ])
  func seesWhatBreaksTheStyle(_ sentence: String, _ expected: [String]) {
    #expect(problems(sentence) == expected)
  }

  @Test func fillsInFacts() {
    let rule = Rule(
      "a.b", .note, "'{one}' is {two}", labels: ["near '{near}'", "plain {{one}}"], why: "{one}",
      fixes: ["write {three}", "write {{see: {two}}}"])
    let told = Finding("a.b", at: .file("a"), ["one": "{two}", "two": "2"]).told(by: rule)
    #expect(told.summary == "'{two}' is 2")
    #expect(told.label == "plain {one}")
    #expect(told.why == "{two}")
    #expect(told.fixes == ["write {see: 2}"])
    #expect(Rule.general("'{the_field}' {{is}} {two}") == "'<the field>' {is} <two>")
  }

  @Test func tellsAnUnknownCodeAsItIs() {
    let told = Finding("no.such", at: .file("a")).told
    #expect(told.summary == "no.such")
    #expect(told.severity == .error)
  }
}

private func isCode(_ code: String) -> Bool {
  let parts = code.split(separator: ".", omittingEmptySubsequences: false)
  return parts.count == 2
    && parts.allSatisfy { part in
      part.first != "-" && part.last != "-" && !part.isEmpty
        && part.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }
    }
}

/// What is wrong with a sentence of a rule.
private func problems(_ sentence: String) -> [String] {
  var problems: [String] = []
  if sentence.isEmpty { problems.append("is empty") }
  if sentence.hasSuffix(".") { problems.append("ends with a full stop") }
  if sentence.contains("  ") { problems.append("has two spaces in a row") }
  if sentence.hasPrefix(" ") || sentence.hasSuffix(" ") {
    problems.append("begins or ends with a space")
  }
  if sentence.lowercased().contains("please") { problems.append("says 'please'") }
  let plain = sentence.split(separator: "{{", omittingEmptySubsequences: false).joined()
  for piece in plain.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
    guard let close = piece.firstIndex(of: "}") else {
      problems.append("has an open brace")
      continue
    }
    let name = piece[..<close]
    let fits = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
    }
    if !fits || name.isEmpty { problems.append("'{\(name)}'") }
  }
  return problems
}
