import Bytes
import Records
import Testing

@testable import Editions

/// What is told of groups whose keys do not help, of fields over several standards, of numbers, and what is folded.
@Suite struct MatchingTests {
  private func told(_ before: [(String, String)], _ after: [(String, String)]) throws -> String {
    let changes: Changes = changes(
      from: try Shipped.tool(before), to: try Shipped.tool(after), with: try Shipped.vocabulary())
    return changes.told
  }

  private func risks(_ items: String) -> [(String, String)] {
    [("record", "---\nkind: atrs-4.0\nname: A\nrisks: [\(items)]\n---\n")]
  }

  @Test func itemsInAnotherOrderAreReordered() throws {
    let found = try told(risks("{risk: One}, {risk: Two}"), risks("{risk: Two}, {risk: One}"))
    #expect(
      found == """
        notable field record.risks 'Risks and mitigations' reordered: Risk: One

        Risk: Two → Risk: Two

        Risk: One

        """)
  }

  @Test func repeatedAndMissingKeysArePairedByWhatTheySayThenByPosition() throws {
    let found = try told(
      risks("{risk: Same, description: Alpha}, {risk: Same, description: Beta}, {description: Gamma}"),
      risks("{risk: Same, description: Beta}, {risk: Same, description: Omega}, {description: Delta}"))
    #expect(
      found == """
        notable field record.risks 'Risks and mitigations' changed
          item record 'Same' changed
            field record.risks.description 'What could go wrong' changed: [-Alpha-]{+Omega+}
          item record '3' changed
            field record.risks.description 'What could go wrong' changed: [-Gamma-]{+Delta+}

        """)
  }

  @Test func aRenamedItemIsTheSameWhereItSaysTheSame() throws {
    let found = try told(
      risks("{risk: Wrong flags, description: A family may be listed that needs no help.}"),
      risks(
        "{risk: Wrongly listed, description: A family may be listed that needs no help.}, {risk: Stale data}"))
    #expect(
      found == """
        notable field record.risks 'Risks and mitigations' changed
          item record 'Wrongly listed' changed
            field record.risks.risk 'Risk' changed: [-Wrong flags-]{+Wrongly listed+}
          item record 'Stale data' added
            field record.risks.risk 'Risk' added: - → Stale data

        """)
  }

  @Test func fieldsAreFoundThroughThreeGenerations() throws {
    let vocabulary = try Shipped.vocabulary()
    let (oldest, newest) = (
      try #require(vocabulary.kind("atrs-1.1")), try #require(vocabulary.kind("atrs-4.0"))
    )
    let forward = FieldOrigins(of: newest, in: oldest, with: vocabulary)
    let back = FieldOrigins(of: oldest, in: newest, with: vocabulary)
    let review = try #require(newest.position(of: "human_review"))
    #expect(forward.whole[review] == [FieldPath("human_decisions")])
    let former = try #require(oldest.position(of: "human_decisions"))
    #expect(back.whole[former] == [FieldPath("human_review")])
    let risks = try #require(newest.position(of: "risks"))
    // The versions between had one text for all three.
    for id in ["risk", "description", "mitigation"] {
      let part = try #require(newest.fields[risks].position(of: id))
      #expect(forward.parts[risks][part] == [FieldPath("risks", id)])
    }
  }

  @Test func everyFieldOfARecordGoesSomewhereOrIsDroppedWithAReason() throws {
    let vocabulary = try Shipped.vocabulary()
    for kind in vocabulary.kinds {
      guard let older = kind.replaces.flatMap({ vocabulary.kind($0) }) else { continue }
      let origins = FieldOrigins(of: kind, in: older, with: vocabulary)
      let used = Set(origins.used.map(\.field))
      let lost = older.fields.filter { !$0.unlessKinds.contains(kind.id) }.map(\.id)
        .filter { !used.contains($0) && origins.dropped[$0] == nil }
      #expect(lost == [], "\(older.id) → \(kind.id)")
    }
  }

  @Test func aFieldToldInTheFrontMatterOrTheBodyIsTheSame() throws {
    let front = """
      ---
      kind: atrs-4.0
      name: A
      description: |
        > A quotation
        of two lines.

        - a list
      benefits: >
        Folded
        text.
      ---
      """
    let body = """
      ---
      kind: atrs-4.0
      name: A
      benefits: "Folded text."
      ---
      ## Description

      > A quotation
      of two lines.

      - a list

      """
    #expect(try told([("record", front)], [("record", body)]) == "")
    let canon = canonical(try Shipped.tool([("record", front)]))
    #expect(canon == canonical(try Shipped.tool([("record", body)])))
  }

  @Test(arguments: [
    ("0.74", "0.81", "up 0.07"), ("0.81", "0.74", "down 0.07"), ("1", "0.999", "down 0.001"),
    ("-3", "4.5", "up 7.5"), ("4.5", "-3", "down 7.5"), ("-2", "-3.25", "down 1.25"),
    ("1.0", "1", "same 0.0"), ("-0", "0", "same 0"), ("99", "100", "up 1"),
    ("12345678901234567890.5", "12345678901234567891.5", "up 1.0"),
  ])
  func numbersAreExact(_ before: String, _ after: String, _ told: String) throws {
    let change = NumberChange(
      before: try #require(Number(before)), after: try #require(Number(after)))
    #expect("\(change.direction.rawValue) \(change.by)" == told)
  }

  /// Short numbers are worked out in another way than long ones.
  @Test func numbersOfAnyLengthAreExact() throws {
    var seeded = Seeded(7)
    func next(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &seeded) }
    func made() -> String {
      let whole = (0..<1 + next(15)).map { _ in String(next(10)) }.joined()
      let fraction = (0..<next(12)).map { _ in String(next(10)) }.joined()
      return (next(4) == 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
    }
    /// In units of the twelfth decimal.
    func units(_ text: String) -> Int128 {
      let parts = text.split(separator: ".")
      let fraction = parts.count > 1 ? String(parts[1]) : ""
      let digits = parts[0].filter { $0 != "-" } + fraction + String(repeating: "0", count: 12 - fraction.count)
      return (text.hasPrefix("-") ? -1 : 1) * (Int128(digits) ?? 0)
    }
    for _ in 0..<20_000 {
      let (before, after) = (made(), made())
      let change = NumberChange(before: try #require(Number(before)), after: try #require(Number(after)))
      let difference = units(after) - units(before)
      let wanted: NumberChange.Direction = difference == 0 ? .same : difference < 0 ? .down : .up
      let decimals = [before, after].map { $0.split(separator: ".").dropFirst().first?.count ?? 0 }.max() ?? 0
      let shown = change.by.split(separator: ".")
      #expect(change.direction == wanted, "\(before) and \(after)")
      #expect(units(change.by) == Int128(difference.magnitude), "\(before) and \(after): \(change.by)")
      #expect((shown.dropFirst().first?.count ?? 0) == decimals, "\(before) and \(after): \(change.by)")
      #expect(shown[0] == "0" || shown[0].first != "0", "\(before) and \(after): \(change.by)")
    }
  }

  @Test func unchangedTextIsFolded() {
    let sentences = (1...12).map { "This is sentence \($0) and it says little." }
    var changed = sentences
    changed[6] = "This is sentence 7 and it says much."
    let change = compareText(sentences.joined(separator: " "), changed.joined(separator: " "))
    let told = change.folded().map { piece in
      switch piece {
      case .run(let run): "\(run.kind.rawValue): \(run.text)"
      case .folded(_, let words): "… \(words) words"
      }
    }
    #expect(
      told == [
        "… 40 words",
        "kept: This is sentence 6 and it says little. This is sentence 7 and it says ",
        "removed: little", "added: much", "kept: . This is sentence 8 and it says little. ",
        "… 32 words",
      ])
  }

  /// A line end that Markdown joins ends no block, also where a change begins or ends at it.
  @Test func aBrokenLineIsNoBlock() {
    let change = compareText("Disability and\nethnic group.\n\nOnce a year.", "Disability,\nethnic group and sex.\n\nOnce a year.")
    let blocks = change.shownBlocks().map { pieces in
      pieces.map { piece in
        switch piece {
        case .run(let run): "\(run.kind.rawValue): \(run.text)"
        case .folded(_, let words): "… \(words) words"
        }
      }.joined(separator: " | ")
    }
    #expect(
      blocks == [
        "kept: Disability | removed:  and | added: , | kept:  ethnic group | added:  and sex | kept: .",
        "kept: Once a year.",
      ])
  }

  @Test(.timeLimit(.minutes(2))) func aMegabyteWithNothingInCommonIsNoWork() {
    let one = (0..<170_000).map { "a\($0)" }.joined(separator: " ")
    let two = (0..<170_000).map { "b\($0)." }.joined(separator: " ")
    let change = compareText(one, two)
    #expect(change.runs.map(\.kind) == [.removed, .added])
  }

  @Test(.timeLimit(.minutes(2))) func longListsAreComparedInOneGo() {
    let list = ListChange((0..<30_000).map { "a\($0)" }, (15_000..<45_000).map { "a\($0)" } + ["a1", "e\u{301}"])
    #expect(list.added.count == 15_001 && list.removed.count == 14_999 && list.kept.count == 15_001)
  }

  @Test(.timeLimit(.minutes(2))) func manyItemsWithoutKeysArePairedByPosition() throws {
    let items: (String) -> String = { word in (0..<6_000).map { "{description: \(word)\($0)}" }.joined(separator: ", ") }
    let changes: Changes = changes(
      from: try Shipped.tool(risks(items("Alpha"))), to: try Shipped.tool(risks(items("Beta"))), with: try Shipped.vocabulary())
    #expect(changes.list.map(\.parts.count) == [6_000])
  }

  /// Each tool of the sample to each other: as different as two records can be.
  @Test func theSampleBecomesWhateverElseIsInTheSample() throws {
    let vocabulary = try Shipped.vocabulary()
    let tools = try Shipped.sample()
    #expect(tools.count > 1)
    let forms = tools.map { canonical($0) }
    for from in forms {
      for to in forms where apply(Patch(from: from, to: to), to: from) != to {
        Issue.record("no way from \(from["tool"] ?? .empty) to \(to["tool"] ?? .empty)")
      }
    }
    for (one, two) in zip(tools, tools.dropFirst()) {
      let changes: Changes = changes(from: one, to: two, with: vocabulary)
      #expect(apply(changes.patch, to: canonical(one)) == canonical(two))
      #expect(!changes.list.isEmpty)
    }
  }
}
