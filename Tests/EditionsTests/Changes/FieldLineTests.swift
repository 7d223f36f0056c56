import Bytes
import Records
import Testing

@testable import Editions

@Suite struct FieldLineTests {
  @Test func tellsWhatEachFieldSaidAndWhen() throws {
    let texts = [
      "---\nkind: atrs-1.1\nname: A\n---\n## Scope\nHow.\n\n## Human decisions\nNobody.\n",
      "---\nkind: atrs-2.1\nname: A\nannex: Old.\n---\n## Scope\nHow.\n\n## Human decisions and review\nNobody.\n",
      "---\nkind: atrs-4.0\nname: A\n---\n## Detailed description\nHow.\n\n## Human review\nA person.\n\n### For end users\nYou.\n",
      "---\nkind: atrs-4.0\nname: A\n---\n## Detailed description\nHow.\n\n## Human review\nA person.\n",
    ]
    let versions = try texts.enumerated().map { ($0 + 1, try Shipped.tool([("record", $1)])) }
    let lines = fieldLines(of: versions.map { (number: $0.0, tool: $0.1) }, with: try Shipped.vocabulary())
    let told = lines.map { line in
      let stretches = line.stretches.map { "\($0.first)-\($0.last) \($0.answer?.text ?? "-")" }
      return ([line.field, line.audience].compactMap { $0 } + stretches).joined(separator: " | ")
    }
    #expect(
      told == [
        "human_review | 1-2 Nobody. | 3-4 A person.",
        "human_review | end-users | 1-2 - | 3-3 You. | 4-4 -",
        "annex | 1-1 - | 2-2 Old. | 3-4 -",
      ])
  }

  @Test func shownByBlocks() {
    let change = compareText(
      "One is here.\n\nTwo is gone now.\n\nThree and\n\nfour.\n- a\n- b", "One is here.\n\nThree and four.\n- a\n- c")
    let told = change.shownBlocks().map { block in
      block.map { piece in
        switch piece {
        case .run(let run): "\(run.kind.rawValue) '\(run.text)'"
        case .folded(_, let words): "… \(words)"
        }
      }.joined(separator: ", ")
    }
    #expect(
      told == [
        "kept 'One is here.'", "removed 'Two is gone now.'", "kept 'Three and', added ' ', kept 'four.'",
        "kept '- a'", "kept '- ', removed 'b', added 'c'",
      ])
  }

  @Test func theJSONOfOneChange() throws {
    let one = try Shipped.tool([("record", "---\nkind: atrs-4.0\nname: A\n---\n## Description\nIt helps.\n")])
    let two = try Shipped.tool([("record", "---\nkind: atrs-4.0\nname: A\n---\n## Description\nIt helped.\n")])
    var writer = JSONWriter()
    write(changes(from: one, to: two, with: try Shipped.vocabulary()), from: "1", to: "draft", into: &writer)
    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == """
        {
          "tool": "finder",
          "from": "1",
          "to": "draft",
          "happening": "changed",
          "unchanged": 1,
          "changes": [
            {
              "subject": "field",
              "action": "changed",
              "document": "record",
              "field": "description",
              "ref": "1.2",
              "label": "Description",
              "weight": "foremost",
              "before": {
                "state": "given",
                "text": "It helps."
              },
              "after": {
                "state": "given",
                "text": "It helped."
              },
              "words": [
                {
                  "kept": "It "
                },
                {
                  "removed": "helps"
                },
                {
                  "added": "helped"
                },
                {
                  "kept": "."
                }
              ]
            }
          ],
          "patch": [
            {
              "op": "test",
              "path": "/documents/record/fields/description/value",
              "value": "It helps."
            },
            {
              "op": "replace",
              "path": "/documents/record/fields/description/value",
              "value": "It helped."
            }
          ]
        }

        """)
  }
}
