import Bytes
import Foundation
import Records
import Testing

@testable import Editions

@Suite struct PatchTests {
  @Test func isAJSONPatchWithTests() {
    let from = Canon.map(of: [
      ("a/b", .text("one")), ("gone", .number(1)), ("list", .list([.text("x"), .text("y"), .text("z")])),
    ])
    let to = Canon.map(of: [
      ("a/b", .text("two")), ("list", .list([.text("y"), .text("z"), .text("new")])), ("m~", .empty),
    ])
    let patch = Patch(from: from, to: to)
    var writer = JSONWriter(pretty: false)
    patch.write(to: &writer)
    #expect(
      String(decoding: writer.finish(), as: UTF8.self)
        == #"[{"op":"test","path":"/a~1b","value":"one"},{"op":"replace","path":"/a~1b","value":"two"},"#
        + #"{"op":"test","path":"/gone","value":1},{"op":"remove","path":"/gone"},"#
        + #"{"op":"test","path":"/list/0","value":"x"},{"op":"remove","path":"/list/0"},"#
        + #"{"op":"add","path":"/list/2","value":"new"},{"op":"add","path":"/m~0","value":{}}]"# + "\n")
    #expect(apply(patch, to: from) == to)
  }

  @Test func stopsAtWhatDoesNotFit() {
    let value = Canon.map(of: [("a", .text("one")), ("l", .list([]))])
    let misfits: [Patch.Step] = [
      .test(path: ["a"], .text("two")), .test(path: ["b"], .text("one")), .remove(path: ["b"]),
      .replace(path: ["b"], .empty), .add(path: ["a"], .empty), .add(path: ["l", "1"], .empty),
      .remove(path: ["l", "0"]), .remove(path: ["l", "x"]), .add(path: ["a", "b"], .empty),
    ]
    for step in misfits { #expect(apply(Patch(steps: [step]), to: value) == nil) }
  }

  @Test func twoSpellingsOfALetterAreTwoTexts() {
    let (one, two) = (Canon.text("e\u{301}"), Canon.text("\u{e9}"))
    #expect(one != two)
    #expect(Patch(from: one, to: two).steps.count == 2)
  }

  @Test func makesOneValueIntoAnother() {
    var random = Seeded(1)
    for _ in 0..<4000 {
      let (from, to) = (value(&random, 3), value(&random, 3))
      #expect(apply(Patch(from: from, to: to), to: from) == to)
    }
  }

  /// The JSON as others read it: parsed anew, applied to the parsed canonical form, it gives the bytes of the other form.
  @Test func makesOneToolIntoAnother() throws {
    var random = Seeded(2)
    let vocabulary = try Shipped.vocabulary()
    var tools: [Tool] = []
    for _ in 0..<60 { tools.append(try Generated.tool(&random, vocabulary)) }
    let forms = tools.map { canonical($0) }
    for from in forms {
      for to in forms where apply(Patch(from: from, to: to), to: from) != to {
        Issue.record("no way from \(from) to \(to)")
      }
    }
    for _ in 0..<100 {
      guard let one = tools.randomElement(using: &random), let two = tools.randomElement(using: &random)
      else { continue }
      var writer = JSONWriter()
      let changes: Changes = changes(from: one, to: two, with: vocabulary)
      for change in changes.list { checkWords(change) }
      write(changes, from: "1", to: "2", into: &writer)
      let json = try parsed(writer.finish())
      let steps = try #require((json as? [String: Any])?["patch"] as? [[String: Any]])
      let result = apply(Patch(steps: try steps.map(step)), to: try canon(parsed(canonical(one).spelled())))
      #expect(result?.spelled() == canonical(two).spelled())
    }
  }

  /// Words before and after give the answers back exactly, at every depth.
  private func checkWords(_ change: Change) {
    if case .words(let words) = change.detail {
      #expect(Array(words.before.utf8) == Array((change.before?.text ?? "").utf8))
      #expect(Array(words.after.utf8) == Array((change.after?.text ?? "").utf8))
    }
    for part in change.parts { checkWords(part) }
  }

  private func value(_ random: inout Seeded, _ depth: Int) -> Canon {
    let names = ["a", "b", "c/d", "e~f", "é", "e\u{301}", ""]
    switch Int.random(in: 0..<(depth == 0 ? 2 : 4), using: &random) {
    case 0: return .text(names.randomElement(using: &random) ?? "")
    case 1: return .number(Int.random(in: -2..<3, using: &random))
    case 2: return .list((0..<Int.random(in: 0..<5, using: &random)).map { _ in value(&random, depth - 1) })
    default:
      return .map(
        of: (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          (names.randomElement(using: &random) ?? "", value(&random, depth - 1))
        })
    }
  }

  // MARK: reading JSON as others do

  private func parsed(_ bytes: [UInt8]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
  }

  private func canon(_ json: Any) throws -> Canon {
    if let text = json as? String { return .text(text) }
    if let number = json as? Int { return .number(number) }
    if let list = json as? [Any] { return .list(try list.map(canon)) }
    let map = try #require(json as? [String: Any])
    return .map(of: try map.map { ($0.key, try canon($0.value)) })
  }

  private func step(_ json: [String: Any]) throws -> Patch.Step {
    let path = try #require(json["path"] as? String).split(separator: "/", omittingEmptySubsequences: false)
      .dropFirst().map { String($0).replacing("~1", with: "/").replacing("~0", with: "~") }
    let value = try json["value"].map(canon)
    switch json["op"] as? String {
    case "test": return .test(path: path, try #require(value))
    case "add": return .add(path: path, try #require(value))
    case "replace": return .replace(path: path, try #require(value))
    default: return .remove(path: path)
    }
  }
}
