import Findings
import Foundation
import Ground
import Testing

@testable import Templates
@testable import Typesetting

/// The cases of the Mustache specification, but for lambdas, which no theme here can have.
@Suite struct SpecificationTests {
  static let files = [
    "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
    "~dynamic-names", "~inheritance",
  ]

  @Test(.enabled(if: Suites.expected), arguments: files)
  func everyCaseRenders(_ file: String) throws {
    let cases = try SpecificationCase.read(file)
    #expect(!cases.isEmpty)
    for one in cases {
      #expect(one.rendered == one.expected, "\(file): \(one.name): \(one.template)")
    }
  }

  @Test(.enabled(if: Suites.expected))
  func noCaseIsLeftOut() throws {
    #expect(try Self.files.map { try SpecificationCase.read($0).count }.reduce(0, +) == 184)
  }
}

/// One case of the specification.
private struct SpecificationCase {
  var name: String
  var template: String
  var partials: [String: String]
  var data: Any
  var expected: String

  static func read(_ file: String) throws -> [SpecificationCase] {
    let folder = try #require(Suites.root, "\(Suites.missing)").appendingPathComponent("mustache")
    let data = try Data(contentsOf: folder.appendingPathComponent(file + ".json"))
    let suite = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let tests = try #require(suite["tests"] as? [[String: Any]])
    return try tests.map { test in
      SpecificationCase(
        name: try #require(test["name"] as? String),
        template: try #require(test["template"] as? String),
        partials: test["partials"] as? [String: String] ?? [:], data: test["data"] ?? NSNull(),
        expected: try #require(test["expected"] as? String))
    }
  }

  var rendered: String {
    var sources: [String: Source] = [:]
    for (name, text) in partials { sources[name] = Source(path: name, bytes: Array(text.utf8)) }
    sources["(page)"] = Source(path: "(page)", bytes: Array(template.utf8))
    let (library, _) = assemble(sources, lenient: true)
    var out: [UInt8] = []
    let model = data is [String: Any] ? object(data) : Object(item: value(data, "."))
    let finding = library.render("(page)", model, into: &out)
    return finding.map { "stopped: " + $0.code } ?? String(decoding: out, as: UTF8.self)
  }

  /// The specification prints any text unescaped; here only markup is, so that is what such a text is made.
  private func isPrintedRaw(_ name: String) -> Bool {
    ([template] + partials.values).contains { text in
      ["{{{\(name)}}}", "{{{ \(name) }}}", "{{&\(name)}}", "{{& \(name) }}", "{{&\(name) }}"]
        .contains { text.contains($0) }
        || text.contains(".\(name)}}}") || text.contains("{{&") && text.contains(".\(name)}}")
    }
  }

  private func object(_ data: Any) -> Object {
    guard let members = data as? [String: Any] else { return Object(item: value(data, ".")) }
    var object = Object()
    for (name, member) in members.sorted(by: { $0.key < $1.key }) {
      object[Name(name)] = value(member, name)
    }
    return object
  }

  private func value(_ data: Any, _ name: String) -> Value {
    switch data {
    case let list as [Any]: return .list(list.map(object))
    case is [String: Any]: return .object(object(data))
    case let text as String: return plain(text, name)
    case let number as NSNumber:
      if isBoolean(number) { return .flag(number.boolValue) }
      return plain(number.description, name)
    default: return .none
    }
  }

  private func plain(_ text: String, _ name: String) -> Value {
    isPrintedRaw(name) ? .markup(Markup(Array(text.utf8))) : .text(text)
  }
}

private func isBoolean(_ number: NSNumber) -> Bool {
  String(cString: number.objCType) == "c"
}
