import Bytes

/// Findings as a SARIF 2.1.0 report: one run, its rules with their help, one result a finding.
///
/// Only rules that were broken are listed. Columns count Unicode code points, as everywhere here. Addresses are relative
/// to the register's root.
func sarif(_ findings: [Told], version: String) -> [UInt8] {
  var codes: [String] = []
  for code in findings.map(\.code).sorted() where code != codes.last { codes.append(code) }
  let numbers = Dictionary(
    codes.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  var json = JSONWriter()
  json.object { json in
    json.member("$schema", schema)
    json.member("version", "2.1.0")
    json.key("runs")
    json.array { json in
      json.object { json in
        json.key("tool")
        json.object { json in
          json.key("driver")
          json.object { json in
            json.member("name", "Gazette")
            json.member("version", version)
            json.key("rules")
            json.array { json in for code in codes { append(code, to: &json) } }
          }
        }
        json.member("columnKind", "unicodeCodePoints")
        json.key("results")
        json.array { json in
          for told in findings { append(told, numbers[told.code], to: &json) }
        }
      }
    }
  }
  return json.finish()
}

private let schema =
  "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/// One rule: what it asks, why, and how to put right what breaks it.
private func append(_ code: String, to json: inout JSONWriter) {
  json.object { json in
    json.member("id", code)
    guard let rule = Rule.named(code) else { return }
    text("shortDescription", sentence(Rule.general(rule.summary)), to: &json)
    text("fullDescription", sentence(Rule.general(rule.why)), to: &json)
    var help = [sentence("Why: " + Rule.general(rule.why))]
    help += rule.fixes.map { sentence("To put it right: " + Rule.general($0)) }
    if !rule.more.isEmpty { help.append(rule.more) }
    text("help", help.joined(separator: "\n\n"), to: &json)
    json.key("defaultConfiguration")
    json.object { $0.member("level", rule.severity.rawValue) }
  }
}

/// One result: the sentences of this case and where it stands.
private func append(_ told: Told, _ number: Int?, to json: inout JSONWriter) {
  var words = [sentence(told.label.map { told.summary + ": " + $0 } ?? told.summary)]
  if !told.why.isEmpty { words.append(sentence("Why: " + told.why)) }
  words += told.fixes.map { sentence("To put it right: " + $0) }
  json.object { json in
    json.member("ruleId", told.code)
    if let number { json.member("ruleIndex", number) }
    json.member("level", told.severity.rawValue)
    text("message", escaped(words.joined(separator: " ")), to: &json)
    json.key("locations")
    json.array { json in
      json.object { json in
        json.key("physicalLocation")
        json.object { json in
          json.key("artifactLocation")
          json.object { $0.member("uri", address(told.place.file)) }
          guard told.place.line > 0 else { return }
          let column = max(1, told.place.column)
          json.key("region")
          json.object { json in
            json.member("startLine", told.place.line)
            json.member("startColumn", column)
            json.member("endColumn", column + max(1, told.place.length))
          }
        }
      }
    }
  }
}

private func text(_ name: String, _ words: String, to json: inout JSONWriter) {
  json.key(name)
  json.object { $0.member("text", words) }
}

/// A sentence as readers of reports expect it: closed by a full stop.
private func sentence(_ words: String) -> String {
  words.hasSuffix(".") || words.hasSuffix("?") || words.hasSuffix("!") ? words : words + "."
}

/// A message in which braces and anything like a link are what they look like: SARIF reads `{0}` and `[words](address)` as its own.
private func escaped(_ words: String) -> String {
  var result = ""
  let links = words.utf8.indices.contains { index in
    words.utf8[index] == 0x5D && words.utf8[words.utf8.index(after: index)...].first == 0x28
  }
  for scalar in words.unicodeScalars {
    switch scalar {
    case "{": result += "{{"
    case "}": result += "}}"
    case "[" where links: result += "\\["
    case "]" where links: result += "\\]"
    case "\\" where links: result += "\\\\"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A path as a relative address: every byte that is not plainly allowed as `%XX`.
private func address(_ path: String) -> String {
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      bytes.append(byte)
    default:
      bytes.append(UInt8(ascii: "%"))
      for digit in [byte >> 4, byte & 15] {
        bytes.append(digit < 10 ? 0x30 + digit : 0x41 + digit - 10)
      }
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
