import Records
import Testing

@testable import Editions

/// What becomes of figures from one version to the next.
extension ChangesTests {
  @Test func figuresWithTheirThreshold() throws {
    let evaluation = { (recall: String, small: String) in
      """
      ---
      kind: evaluation
      title: Summer
      results:
        - {metric: false-positive-rate, value: 0.12, n: 900, threshold: 0.10}
        - {metric: recall, value: \(recall), n: 412, threshold: 0.80}
        - {metric: recall, characteristic: Age, group: 0 to 4, value: \(small), n: 4}
      ---
      """
    }
    let before = [("record", record), ("beta", evaluation("0.74", "0.5"))]
    let after = [
      ("record", record),
      ("beta", evaluation("0.81", "0.75").replacing("value: 0.12", with: "value: 0.09")),
    ]
    let found = try told(before, after)
    #expect(
      found == """
        changed
        foremost field beta.results 'Results' changed
          item beta 'False-positive rate' changed: 0.12 missed → 0.09 met better 0.03 turned
            field beta.results.value 'Result' changed: 0.12 → 0.09 down 0.03
          item beta 'Recall' changed: 0.74 missed → 0.81 met better 0.07 turned
            field beta.results.value 'Result' changed: 0.74 → 0.81 up 0.07
          item beta 'Recall, Age: 0 to 4' changed: suppressed: Fewer than 10 → suppressed: Fewer than 10

        """)
  }

  /// What becomes of a figure that is not shown is told by its state, its ground and its reason.
  @Test func figuresThatAreNotShown() throws {
    let evaluation = { (recall: String) in
      "---\nkind: evaluation\ntitle: Summer\nresults:\n  - {metric: recall, \(recall)}\n---\n"
    }
    let steps = [
      "value: 0.74, n: 412, threshold: 0.80", "value: {not_measured: Nobody counted.}",
      "value: {withheld: security, because: It helps thieves.}", "value: {withheld: commercial, because: It helps thieves.}",
      "value: {withheld: commercial, because: It is theirs.}", "suppressed: Small numbers",
      "suppressed: Withheld, note: A court forbids it.",
    ]
    var list: [String] = []
    for (one, other) in zip(steps, steps.dropFirst()) {
      let found = try told([("record", record), ("beta", evaluation(one))], [("record", record), ("beta", evaluation(other))])
      list.append(found.firstMatch(of: #/ {2}item beta 'Recall' changed: (.*)\n/#).map { String($0.1) } ?? found)
    }
    #expect(
      list == [
        "0.74 missed → not_measured: Nobody counted. turned",
        "not_measured: Nobody counted. → withheld: security: It helps thieves.",
        "withheld: security: It helps thieves. → withheld: commercial: It helps thieves.",
        "withheld: commercial: It helps thieves. → withheld: commercial: It is theirs.",
        "withheld: commercial: It is theirs. → suppressed: Small numbers",
        "suppressed: Small numbers → withheld: A court forbids it.",
      ])
  }
}
