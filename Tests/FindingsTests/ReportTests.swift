import Foundation
import Testing

@testable import Findings

@Suite struct ReportTests {
  static let place = Place(
    file: "Content/tools/a b/récord.md", line: 14, column: 13, length: 3, excerpt: "x: \"3rd\"")

  static let findings = [
    Finding("yaml.syntax", at: place, ["problem": "an {odd} one, see [this](that)"]),
    Finding(
      "file.unreadable", at: .file("Content/b.md"), ["file": "b.md", "reason": "not allowed"]),
    Finding("yaml.syntax", at: place, ["problem": "an {odd} one, see [this](that)"]),
    Finding(
      "yaml.syntax", at: Place(file: "Content/b.md", line: 2, column: 1, length: 1),
      ["problem": "a tab"]),
  ]

  @Test func tellsTheSameInWhateverOrderItWasFound() {
    for format in Format.allCases {
      let one = report(Self.findings, as: format, version: "1.0.0")
      let other = report(Self.findings.reversed(), as: format, version: "1.0.0")
      #expect(one == other)
    }
    #expect(
      inOrder(Self.findings).map(\.place.address) == [
        "Content/b.md", "Content/b.md:2:1", "Content/tools/a b/récord.md:14:13",
      ])
  }

  @Test func isSilentWithoutFindings() {
    #expect(report([], as: .text, version: "1.0.0") == [])
    #expect(report([], as: .json, version: "1.0.0") == [])
    #expect(closing([Finding]()) == nil)
  }

  @Test func writesOneObjectALine() {
    var told = date(at: Self.place, ["field": "review_due", "write": "2027-05-03"])
    told.summary = "quotes \" and \\"
    let whole = Told(
      code: "a.b", severity: .note, place: .file("a"), summary: "s", label: nil, why: "w", fixes: []
    )
    #expect(
      String(decoding: jsonLines([told, whole]), as: UTF8.self) == """
        {"code":"sample.date","severity":"error","file":"Content/tools/a b/récord.md","line":14,\
        "column":13,"length":3,"summary":"quotes \\" and \\\\","label":"write 2027-05-03",\
        "why":"readers are shown when a record is overdue",\
        "fixes":["write the year, the month and the day"]}
        {"code":"a.b","severity":"note","file":"a","summary":"s","why":"w","fixes":[]}

        """)
  }

  @Test(arguments: [
    (1, 0, 0, 1, "1 error in 1 file; publishing is blocked until the error is put right."),
    (
      3, 2, 0, 2,
      "3 errors and 2 warnings in 2 files; publishing is blocked until the errors are put right."
    ),
    (
      2, 1, 1, 1,
      "2 errors, 1 warning and 1 note in 1 file; publishing is blocked until the errors are put right."
    ),
    (0, 2, 0, 2, "2 warnings in 2 files; nothing blocks publishing."),
    (0, 0, 1, 1, "1 note in 1 file; nothing blocks publishing."),
  ])
  func closesWithACount(_ errors: Int, _ warnings: Int, _ notes: Int, _ files: Int, _ line: String) {
    let severities: [Severity] =
      Array(repeating: .error, count: errors) + Array(repeating: .warning, count: warnings)
      + Array(repeating: .note, count: notes)
    let told = severities.enumerated().map { index, severity in
      Told(
        code: "a.b", severity: severity, place: Place(file: "f\(index % files)", line: index),
        summary: "s", label: nil, why: "w", fixes: [])
    }
    #expect(closing(told) == line)
  }
}

/// The report's structure, member by member, as SARIF 2.1.0 wants it.
@Suite struct SarifTests {
  @Test func writesTheWholeReport() {
    let told = date(at: ReportTests.place, ["field": "on", "write": "2027-05-03"])
    let text = String(decoding: sarif([told], version: "1.2.3"), as: UTF8.self)
    #expect(
      text == """
        {
          "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "Gazette",
                  "version": "1.2.3",
                  "rules": [
                    {
                      "id": "sample.date"
                    }
                  ]
                }
              },
              "columnKind": "unicodeCodePoints",
              "results": [
                {
                  "ruleId": "sample.date",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "'on' takes a date as YYYY-MM-DD: write 2027-05-03. Why: readers are shown when a record is overdue. To put it right: write the year, the month and the day."
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "Content/tools/a%20b/r%C3%A9cord.md"
                        },
                        "region": {
                          "startLine": 14,
                          "startColumn": 13,
                          "endColumn": 16
                        }
                      }
                    }
                  ]
                }
              ]
            }
          ]
        }

        """)
  }

  @Test func namesEachRuleOnceWithItsHelp() throws {
    let run = try run(ReportTests.findings)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let ids = rules.compactMap { $0["id"] as? String }
    #expect(ids == ["file.unreadable", "yaml.syntax"])
    for rule in rules {
      for member in ["shortDescription", "fullDescription", "help"] {
        let text = try #require((rule[member] as? [String: Any])?["text"] as? String)
        #expect(!text.isEmpty)
      }
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(level == "error")
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 3)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
  }

  @Test func leavesOutTheRegionOfAWholeFile() throws {
    let results = try #require(try run(ReportTests.findings)["results"] as? [[String: Any]])
    let regions = results.map { result in
      ((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])?[
        "region"] != nil
    }
    #expect(regions == [false, true, true])
  }

  @Test func keepsBracesAndBracketsWhatTheyAre() throws {
    let results = try #require(try run(ReportTests.findings)["results"] as? [[String: Any]])
    let text = (results[2]["message"] as? [String: Any])?["text"] as? String
    #expect(text?.contains("an {{odd}} one, see \\[this\\](that). Why:") == true)
  }

  @Test func isAReportWithoutResultsWhenAllIsWell() throws {
    let run = try run([])
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }

  private func run(_ findings: [Finding]) throws -> [String: Any] {
    let data = Data(report(findings, as: .sarif, version: "1.2.3"))
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }
}
