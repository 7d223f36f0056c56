import Bytes

/// How findings are told: to a person, line by line to a program, or to an editor and a continuous check.
package enum Format: String, Sendable, CaseIterable {
  case text, json, sarif
}

/// Tells findings in one format: sorted by `Finding.inOrder`, each once.
///
/// Same findings, same bytes, in whatever order they were made. No findings: nothing in text and JSON, a report with no results in SARIF.
/// - Parameters:
///   - version: the program's own, for the report that names its maker.
///   - asFound: whether to keep the order they are given in, where what was found first matters most.
package func report(
  _ findings: [Finding], as format: Format, console: Console = Console(), version: String,
  asFound: Bool = false
) -> [UInt8] {
  let told = (asFound ? findings : inOrder(findings)).map(\.told)
  switch format {
  case .text:
    var out: [UInt8] = []
    console.append(told, to: &out)
    return out
  case .json: return jsonLines(told)
  case .sarif: return sarif(told, version: version)
  }
}

/// Findings in the order they are printed, without those that say the same twice.
package func inOrder(_ findings: [Finding]) -> [Finding] {
  var result: [Finding] = []
  for finding in findings.sorted(by: Finding.inOrder) where finding != result.last {
    result.append(finding)
  }
  return result
}

/// The sentence that ends a check: how many, where, and what follows from it; nothing where there is no finding, or none of what is written.
///
/// `3 errors and 2 warnings in 2 files; publishing is blocked until the errors are put right.`
package func closing(_ findings: [Finding]) -> String? {
  closing(inOrder(findings).map(\.told))
}

func closing(_ findings: [Told]) -> String? {
  guard !findings.allSatisfy({ Rule.named($0.code)?.isOfCommand == true }) else { return nil }
  let errors = findings.count { $0.severity == .error }
  let counts = Severity.allCases.compactMap { severity -> String? in
    let number = findings.count { $0.severity == severity }
    return number == 0 ? nil : counted(number, severity.rawValue)
  }
  var listed = counts[0]
  for (index, count) in counts.enumerated().dropFirst() {
    listed += (index == counts.count - 1 ? " and " : ", ") + count
  }
  let files = Set(findings.map { Array($0.place.file.utf8) }).count
  let consequence =
    switch errors {
    case 0: "nothing blocks publishing."
    case 1: "publishing is blocked until the error is put right."
    default: "publishing is blocked until the errors are put right."
    }
  return listed + " in " + counted(files, "file") + "; " + consequence
}

/// `1 file`, `2 files`.
package func counted(_ number: Int, _ noun: String) -> String {
  String(number) + " " + noun + (number == 1 ? "" : "s")
}

/// Findings as JSON, one object a line.
///
/// `line`, `column` and `length` are left out for a whole file, and `label` where there is nothing to say at the place itself.
func jsonLines(_ findings: [Told]) -> [UInt8] {
  var out: [UInt8] = []
  for told in findings {
    var json = JSONWriter(pretty: false)
    json.object { json in
      json.member("code", told.code)
      json.member("severity", told.severity.rawValue)
      json.member("file", told.place.file)
      if told.place.line > 0 {
        json.member("line", told.place.line)
        json.member("column", told.place.column)
        json.member("length", told.place.length)
      }
      json.member("summary", told.summary)
      if let label = told.label { json.member("label", label) }
      json.member("why", told.why)
      json.key("fixes")
      json.array { json in for fix in told.fixes { json.string(fix) } }
    }
    out += json.finish()
  }
  return out
}
