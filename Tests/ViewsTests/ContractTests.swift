import Bytes
import Editions
import Foundation
import Ground
import Records
import Templates
import Testing
import Views

/// What Views makes is what the theme's samples show: at every place the same names, none missing and none unknown.
///
/// A place is the nearest object that names its template and the names from there, because that is how templates come to it.
@Suite struct ContractTests {
  @Test func everyModelHasTheNamesOfItsSample() throws {
    var wanted = try Shapes.samples()
    for tool in try Sample.tools() {
      let version = Version(
        entry: EditionTool(
          tool: tool.id, version: 2, digest: String(repeating: "0", count: 64), change: "Says more.", significance: "minor",
          signOffs: [
            SignOff(role: "corporate-communications", by: "Head of communications", on: try #require(Day("2026-11-19")), digest: "")
          ]), edition: 2, date: try #require(Day("2026-11-20")), editionHash: String(repeating: "1", count: 64))
      let edition = Edition(
        number: 2, date: version.date, note: "", previous: nil, generator: "gazette", theme: Edition.Theme(name: "civic", digest: ""),
        tools: [version.entry], changed: [], removed: [], redactions: [])
      let history = History(editions: [edition], hashes: [version.editionHash])
      for page in try Sample.pages(tool) { wanted.compare(page) }
      for page in try Sample.pages(tool, version: version, newest: 3, history: history) { wanted.compare(page) }
    }
    #expect(wanted.differences.sorted().joined(separator: "\n") == "")
  }

  @Test func pagesOfTheRegisterHaveTheNamesOfTheirSamples() throws {
    var wanted = try Shapes.samples()
    for page in try Sample.register() { wanted.compare(page) }
    #expect(wanted.differences.sorted().joined(separator: "\n") == "")
  }

  @Test func pagesOfAStoryHaveTheNamesOfTheirSamples() throws {
    var wanted = try Shapes.samples()
    let (story, site) = try StoryPagesTests.story(4)
    for page in compose(story, in: site).pages where page.template != "version-changes" { wanted.compare(page) }
    #expect(wanted.differences.sorted().joined(separator: "\n") == "")
  }

  @Test func samplesAgreeAmongThemselves() throws {
    #expect(try Shapes.samples().differences.sorted().joined(separator: "\n") == "")
  }
}

/// The names at each place of a model.
private struct Shapes {
  private var names: [String: Set<String>] = [:]
  private(set) var differences: Set<String> = []

  static func samples() throws -> Shapes {
    var shapes = Shapes()
    for name in try Checkout.names("Themes/civic/models", ".json") {
      let data = try Data(contentsOf: URL(fileURLWithPath: Checkout.root + "/Themes/civic/models/" + name))
      shapes.learn(try JSONSerialization.jsonObject(with: data), "", name)
    }
    return shapes
  }

  private mutating func learn(_ value: Any, _ place: String, _ file: String) {
    if let object = value as? [String: Any] {
      let template = object["template"] as? String
      // A change stands alone with its field, or inside the change of a group without one.
      if template?.hasPrefix("changes/") == true { return }
      let place = template.map { "<\($0)>" } ?? place
      let own = Set(object.keys)
      if let known = names[place], known != own {
        differences.insert("\(file): \(place): \(known.symmetricDifference(own).sorted())")
      }
      names[place] = own
      for (key, inner) in object { learn(inner, place + "." + key, file) }
    } else if let list = value as? [Any] {
      for inner in list { learn(inner, place, file) }
    }
  }

  mutating func compare(_ page: Page) { compare(page.model, "") }

  private mutating func compare(_ object: Object, _ place: String) {
    let place = object.text("template").map { "<\($0)>" } ?? place
    let own = Set(object.names.map(\.typed)).subtracting(["."])
    if let known = names[place] {
      let missing = known.subtracting(own).sorted()
      let unknown = own.subtracting(known).sorted()
      if !missing.isEmpty || !unknown.isEmpty {
        differences.insert("\(place): missing \(missing), unknown \(unknown)")
      }
    } else if !own.isEmpty {
      differences.insert("\(place): no sample has it")
    }
    for name in object.names {
      switch object[name] {
      case .object(let inner): compare(inner, place + "." + name.typed)
      case .list(let list): for inner in list { compare(inner, place + "." + name.typed) }
      default: break
      }
    }
  }
}
