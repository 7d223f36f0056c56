import Bytes
import Editions
import Foundation
import Records
import Testing
import Typesetting

@testable import Views

@Suite struct DataTests {
  private let record = """
    ---
    kind: atrs-4.0
    name: Finder
    organisation_name: Example County Council
    phase: Production
    one_sentence_description: Finds "families", early.
    region: [Wales, South West]
    third_party_involvement: "No"
    website_url: {not_applicable: It has no page.}
    contact_email: {unknown: Nobody knows.}
    models:
      - model_name: Score
        model_version: {withheld: commercial, because: It is theirs.}
    ---
    ## Description
    All of *it*.

    ### For affected people
    Some.
    """

  private let evaluation = """
    ---
    kind: evaluation
    title: "A test, with a comma"
    period_end: 2026-03-31
    subjects: children
    results:
      - {metric: recall, value: 0.80, low: 0.7, high: 0.9, level: 95, n: 0412, threshold: 0.80}
      - {metric: recall, value: 0.5, n: 4, characteristic: Age, group: "0 to 4", threshold: 0.80}
    ---
    """

  private func subject(_ vocabulary: Vocabulary) throws -> Subject {
    try Made.subject("finder", ["record": record, "test": evaluation], vocabulary, version: try version())
  }

  private func version(_ number: Int = 2) throws -> Version {
    let entry = EditionTool(
      tool: "finder", version: number, digest: String(repeating: "0", count: 64), change: "Says more.", significance: "minor", signOffs: [])
    return Version(
      entry: entry, edition: number + 1, date: try #require(Day("2026-11-20")), editionHash: String(repeating: "1", count: 64))
  }

  private func line(_ name: String, of file: SiteFile) throws -> String {
    let lines = text(file.bytes).split(separator: "\n").map { $0.drop { $0 == " " } }
    let line = try #require(lines.first { $0.hasPrefix("\"\(name)\": ") }, "\(name) has no line")
    return String(line.hasSuffix(",") ? line.dropLast() : line)
  }

  @Test(arguments: [
    ("name", #""name": {"state":"given","value":"Finder"}"#),
    ("one_sentence_description", #""one_sentence_description": {"state":"given","value":"Finds \"families\", early."}"#),
    ("region", #""region": {"state":"given","value":["Wales","South West"]}"#),
    ("third_party_involvement", #""third_party_involvement": {"state":"given","value":"No"}"#),
    ("third_party", #""third_party": {"state":"not_asked"}"#),
    ("website_url", #""website_url": {"because":"It has no page.","state":"not_applicable"}"#),
    ("contact_email", #""contact_email": {"because":"Nobody knows.","state":"unknown"}"#),
    ("team", #""team": {"state":"missing"}"#),
    ("description", #""description": {"for":{"affected-people":"Some."},"state":"given","value":"All of *it*."}"#),
    (
      "models",
      """
      "models": {"state":"given","value":[{"model_name":{"state":"given","value":"Score"},\
      "model_version":{"because":"It is theirs.","ground":"commercial","state":"withheld"}}]}
      """
    ),
    (
      "results",
      """
      "results": {"state":"given","value":[{"high":{"state":"given","value":0.9},"level":{"state":"given","value":95},\
      "low":{"state":"given","value":0.7},"metric":{"state":"given","value":"recall"},"n":{"state":"given","value":412},\
      "threshold":{"state":"given","value":0.80},"value":{"state":"given","value":0.80}},\
      {"characteristic":{"state":"given","value":"Age"},"group":{"state":"given","value":"0 to 4"},\
      "metric":{"state":"given","value":"recall"},"n":{"state":"given","value":4},\
      "threshold":{"state":"given","value":0.80},"value":{"state":"given","value":0.5}}]}
      """
    ),
  ])
  func aFieldStandsOnOneLineWithItsState(_ name: String, _ wanted: String) throws {
    let vocabulary = try Made.vocabulary()
    let file = recordFile(try subject(vocabulary), in: try Made.site(vocabulary))
    #expect(file.path == "tools/finder/record.json")
    if name == "name" {
      #expect(text(file.bytes).contains(wanted))
    } else {
      #expect(try line(name, of: file) == wanted)
    }
  }

  @Test func aRecordSaysWhichVersionItIs() throws {
    let vocabulary = try Made.vocabulary()
    let file = text(recordFile(try subject(vocabulary), in: try Made.site(vocabulary)).bytes)
    #expect(
      file.hasPrefix(
        """
        {
          "$schema": "https://example.org/register/data/record.schema.json",
          "address": "https://example.org/register/tools/finder/",
          "attachments": [],
          "date": "2026-11-20",
          "documents": {
            "record": {
              "fields": {

        """))
    #expect(
      file.hasSuffix(
        """
              "intros": {},
              "kind": "evaluation",
              "lang": "en",
              "role": "evaluation",
              "source": "https://example.org/register/tools/finder/versions/2/source/test.md",
              "standard": null,
              "title": "A test, with a comma"
            }
          },
          "edition": 3,
          "form": "1.0",
          "id": "finder",
          "illustrative": false,
          "name": "Finder",
          "organisation": {"id":"council","name":"Example County Council"},
          "phase": "Production",
          "version": 2
        }

        """))
  }

  @Test func figuresAreRowsAndSmallGroupsAreHeldBack() throws {
    let vocabulary = try Made.vocabulary()
    let rows = text(evaluationRows(of: try subject(vocabulary)))
    #expect(
      rows == """
        finder,test,1,2,evaluation,"A test, with a comma",,,2026-03-31,recall,,,,given,0.80,0.7,0.9,95,412,0.80,met,,,,,,,,at-least,,share
        finder,test,2,2,evaluation,"A test, with a comma",,,2026-03-31,recall,Age,0 to 4,,suppressed,,,,,,0.80,,,,,Fewer than 10,,,,at-least,,share

        """)
  }

  /// A row says by itself whether its evaluation holds, and how its figure, its unit and its threshold are to be read.
  @Test func aRowOfAFigureStandsByItself() throws {
    let vocabulary = try Made.vocabulary()
    let evaluation = """
      ---
      kind: evaluation
      title: A test
      status: withdrawn
      results:
        - {metric: recall, value: {withheld: commercial, because: It is theirs.}, threshold: 0.80}
        - {metric: false-positive-rate, suppressed: Withheld, note: A court forbids it.}
        - {metric: calibration-slope, value: 1.3, threshold: 0.2}
        - {metric: time-saved, value: 12, threshold: 10}
      ---
      """
    let subject = try Made.subject("finder", ["record": record, "test": evaluation], vocabulary, version: try version())
    #expect(
      text(evaluationRows(of: subject)) == """
        finder,test,1,2,evaluation,A test,,,,recall,,,,withheld,,,,,,0.80,,,,,It is theirs.,,withdrawn,commercial,at-least,,share
        finder,test,2,2,evaluation,A test,,,,false-positive-rate,,,,withheld,,,,,,,,,,,A court forbids it.,A court forbids it.,withdrawn,,,,share
        finder,test,3,2,evaluation,A test,,,,calibration-slope,,,,given,1.3,,,,,0.2,missed,,,,,,withdrawn,,within,1,ratio
        finder,test,4,2,evaluation,A test,,,,time-saved,,,,given,12,,,,,10,met,,,,,,withdrawn,,at-least,,minutes

        """)
  }

  @Test func oneToolIsOneRowThatTellsBlankFromNo() throws {
    let vocabulary = try Made.vocabulary()
    let history = History(editions: [], hashes: [])
    let subject = try subject(vocabulary)
    let site = try Made.site(vocabulary, history: history)
    let leaving = Made.leave(subject, with: vocabulary, in: site)
    let summary = leaving.summary
    let table = try Made.view([summary], vocabulary).registerTable()
    let file = text(Made.whole(table.file, of: [leaving]).bytes)
    let lines = file.split(separator: "\n").map(String.init)
    #expect(lines.count == 2 && file.hasSuffix("\n"))
    #expect(
      lines[1] == """
        finder,Finder,council,Example County Council,"Finds ""families"", early.",given,Production,given,,missing,No,given,,missing,,\
        missing,,unknown,,not_applicable,Wales;South West,given,,missing,,missing,,missing,,missing,,missing,,missing,false,false,en,\
        Algorithmic Transparency Recording Standard,4.0,2,2026-11-20,3,2026-11-20,1,1,0,\
        \(summary.shares.map { String($0.percent) }.joined(separator: ",")),\
        https://example.org/register/tools/finder/,https://example.org/register/tools/finder/record.json
        """)
    #expect(lines[0].split(separator: ",").count == table.columns.count)
  }

  @Test(arguments: [0, 1, 2])
  func aFileWithAPartOfEveryToolIsOneDocument(_ count: Int) throws {
    let vocabulary = try Made.vocabulary()
    let tools = try ["b", "a"].prefix(count).map { try Made.leaving($0, name: "Finder", "", vocabulary) }
    let view = try Made.view(tools.map(\.summary), vocabulary)
    let register = text(Made.whole(view.registerFile(), of: tools).bytes)
    let catalogue = text(Made.whole(view.catalogue([]), of: tools).bytes)
    let inOrder = ["a", "b"].filter { id in tools.contains { $0.summary.id == id } }
    #expect(try members(of: register, "tools").map { $0["id"] as? String } == inOrder)
    #expect(try members(of: catalogue, "dcat:dataset").map { $0["dct:identifier"] as? String } == ["register"] + inOrder)
    // Laid out as if it had been written in one go.
    #expect(count == 0 ? register.contains("\"tools\": []\n}") : register.contains("\"tools\": [\n    {\n      \"address\""))
    #expect(register.hasSuffix(count == 0 ? "[]\n}\n" : "\n    }\n  ]\n}\n"))
    #expect(register.components(separatedBy: "\n    },\n    {\n").count == max(1, count))
  }

  private func members(of json: String, _ name: String) throws -> [[String: Any]] {
    let whole = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    return try #require(whole[name] as? [[String: Any]])
  }

  @Test func searchEnginesAreToldNothingThatEndsTheElement() throws {
    let vocabulary = try Made.vocabulary()
    let record = "---\nkind: atrs-4.0\nname: </script><script>alert(1)\none_sentence_description: A & B\n---\n"
    let subject = try Made.subject("finder", ["record": record], vocabulary)
    let markup = subject.structuredData(
      SiteFile(path: "tools/finder/record.json", bytes: Array("{}\n".utf8)).listed, in: try Made.site(vocabulary))
    #expect(
      text(markup.bytes) == """
        <script type="application/ld+json">{"@context":{"@vocab":"https://schema.org/"},\
        "@id":"https://example.org/register/tools/finder/#record","@type":"Dataset",\
        "about":{"@id":"https://example.org/register/tools/finder/#tool","@type":"SoftwareApplication",\
        "name":"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)"},\
        "creator":{"@type":"Organization","name":"Example County Council","url":"https://example.org/"},"description":"A \\u0026 B",\
        "distribution":{"@type":"DataDownload","contentSize":"3 B",\
        "contentUrl":"https://example.org/register/tools/finder/record.json","encodingFormat":"application/json",\
        "sha256":"ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356"},"identifier":"finder","inLanguage":"en",\
        "license":"https://example.org/licence/","name":"\\u003c/script\\u003e\\u003cscript\\u003ealert(1)",\
        "url":"https://example.org/register/tools/finder/"}</script>

        """)
  }
}
