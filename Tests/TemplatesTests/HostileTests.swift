import Findings
import Testing
import Typesetting

@testable import Templates

/// Themes that nobody would write: whatever they say, they are compiled or refused, rendered or stopped, and never twice differently.
@Suite struct HostileTests {
  private static let bits = [
    "{{", "}}", "{{{", "}}}", "#", "^", "/", ">", "<", "$", "*", "a", "b", "c", ".", "a.b", "!", "=",
    "{{=| |=}}", "|", "|=a b=|", "\n", "\r\n", " ", "  ", "\t", "<p>", "<a href=\"", "\"", "'", "=",
    "<script>", "</script>", "<!--", "-->", "style=", "é", "{{#a}}", "{{/a}}", "{{>b}}", "{{>*c}}",
    "{{<a}}", "{{$b}}", "{{/b}}", "{{<*c}}", "{{/*c}}", "{{^b}}", "{{.}}", "{{#c}}", "{{/c}}",
  ]

  private static let model: Object = [
    "a": .list([["a": "x<", "c": "a", "b": .list([])], ["b": "y", "c": "b"], [:]]),
    "b": .object(["a": true, "b": .markup(.empty)]), "c": "b",
  ]

  @Test(arguments: 0..<10) func survivesRandomThemes(_ seed: Int) {
    var random = Sequence(seed)
    for _ in 0..<20 {
      var sources: [String: Source] = [:]
      for name in ["a", "b", "c", "page"] {
        let bytes = (0..<random.next(30)).flatMap { _ -> [UInt8] in
          let odd = random.next(40) == 0
          return odd ? [UInt8(random.next(256))] : Array(Self.bits[random.next(Self.bits.count)].utf8)
        }
        sources[name] = Source(path: name, bytes: bytes)
      }
      #expect(outcome(sources) == outcome(sources))
    }
  }

  /// Everything said of a theme, and what its page renders as although it may have been refused.
  private func outcome(_ sources: [String: Source]) -> String {
    let (library, findings) = assemble(sources, samples: [Sample("page", Self.model, names: ["a", "b", "c"])])
    var out: [UInt8] = []
    Console().append(findings.map(\.told), to: &out)
    let stopped = library.render("page", Self.model, limit: 100_000, into: &out)
    return String(decoding: out, as: UTF8.self) + (stopped?.told.summary ?? "")
  }

  /// Each part calls the next twice and prints nothing: four thousand million calls.
  @Test func stopsWhatPrintsNothing() throws {
    var sources: [String: Source] = [:]
    for part in 0..<32 {
      let next = part == 31 ? "" : "{{>part\(part + 1)}}{{>part\(part + 1)}}"
      let name = part == 0 ? "page" : "part\(part)"
      sources[name] = Source(path: name, bytes: Array(next.utf8))
    }
    let library = try #require(compile(sources, samples: [Sample("page", [:], names: [])]).0)
    var out: [UInt8] = []
    #expect(library.render("page", [:], into: &out)?.code == "template.endless")
  }

  private func compiled(_ parts: [String: String], _ model: Object, _ names: Set<String> = []) -> (Library?, [Finding]) {
    let sources = parts.map { name, text in (name, Source(path: name, bytes: Array(text.utf8))) }
    return compile(Dictionary(uniqueKeysWithValues: sources), samples: [Sample("page", model, names: names)])
  }

  private func indented(_ spaces: Int, _ tag: String) -> String { String(repeating: " ", count: spaces) + tag + "\n" }

  /// A page within itself, far to the right: gigabytes of spaces before the next call.
  @Test(.timeLimit(.minutes(2))) func stopsIndentation() throws {
    let page = String(repeating: "x\n", count: 50_000) + "{{#a}}\n" + indented(60_000, "{{>page}}") + "{{/a}}\n"
    let library = try #require(compiled(["page": page], ["a": true], ["a"]).0)
    var out: [UInt8] = []
    #expect(library.render("page", ["a": true], limit: 1 << 20, into: &out)?.code == "template.too-long")
  }

  @Test(.timeLimit(.minutes(2))) func refusesIndentationThatIsWrittenOut() {
    let part = String(repeating: "x\n", count: 50_000)
    #expect(compiled(["page": indented(60_000, "{{>part}}"), "part": part], [:]).1.map(\.code) == ["template.too-large"])
  }

  @Test func indentsAsFarAsIsWritten() throws {
    let page = "x\n{{#a}}\n" + indented(70_000, "{{>page}}") + "{{/a}}\n"
    let model: Object = ["a": .list([["a": false]])]
    let library = try #require(compiled(["page": page], model, ["a"]).0)
    var out: [UInt8] = []
    #expect(library.render("page", model, into: &out) == nil)
    #expect(String(decoding: out, as: UTF8.self) == "x\n" + indented(70_000, "x"))
  }

  /// Whatever stands before it, what a browser takes for a script holds no tags.
  @Test(arguments: [
    "<!--><script>-->{{a}}</script>", "<!---><script>-->{{a}}</script>", "<!-- --!><script>-->{{a}}</script>",
    "<!----><script>{{a}}</script>", "<!-- - --><script>{{a}}</script>", "<!-- ---><script>{{a}}</script>",
    "<!-- --!---><script>{{a}}</script>", "<?-- ?><script>-->{{a}}</script>", "<!-x--><script>-->{{a}}</script>",
    "<!><script>{{a}}</script>", "<!-><script>{{a}}</script>", "<!a b=\"><script>\">{{a}}</script>",
    "</ a=\"><script>\">{{a}}</script>", "</!--><script>-->{{a}}</script>", "</><script>{{a}}</script>",
    "<a b=><script>{{a}}</script>", "<script><!-- <script></script>{{a}}", "<script><!-- </script><p>{{a}}",
    "<iframe><!--</iframe><script>-->{{a}}</script>", "<xmp><a b=\"</xmp><script>{{a}}\"",
  ])
  func noTagStandsInAScript(_ page: String) {
    #expect(compiled(["page": page], ["a": "x"], ["a"]).1.map(\.code).contains("template.in-script"), "\(page)")
  }

  /// A name is one name to a browser, whatever a section cuts off it.
  @Test(arguments: [
    "<scr{{#a}}{{/a}}ipt>{{a}}</script>", "<{{#a}}{{/a}}script>{{a}}", "<a on{{#a}}{{/a}}click=\"{{a}}\">",
    "<a {{#a}}on{{/a}}click=\"{{a}}\">", "<a {{^a}}b on{{/a}}click=\"{{a}}\">", "<a onclick {{#a}}{{/a}}=\"><p>{{a}}\">",
    "<a onclick{{#a}} {{/a}}=\"><p>{{a}}\">", "<a{{#a}} onclick {{/a}}=\"><p>{{a}}\">", "</{{#a}}{{/a}}! b=\"><script>\">{{a}}",
  ])
  func noNameIsPutTogether(_ page: String) {
    #expect(!compiled(["page": page], ["a": "x"], ["a"]).1.isEmpty, "\(page)")
  }

  @Test(arguments: [
    "<p{{#a}} class=\"x\"{{/a}} id=\"y\">{{a}}</p>", "<p{{#a}} hidden{{/a}}>{{a}}</p>", "<i{{#a}} a{{/a}}{{^a}} b{{/a}} c=\"{{a}}\"/>",
    "<p {{#a}}class=\"{{a}}\" {{/a}}id=\"y\">{{a}}</p>", "<p b {{#a}}c=\"{{a}}\"{{/a}} d>{{a}}", "<p b{{#a}}/{{/a}}>{{a}}",
    "<!-- a <!-- b --><p>{{a}}</p>", "<!--!> a --><p>{{a}}</p>", "<!---!> a --><p>{{a}}</p>", "<!--- a -- > --!a --><p>{{a}}</p>",
    "<!doctype html><p>{{a}}</p>", "<?xml version=\"1.0\"?><p>{{a}}</p>", "<style><!-- p {} --></style><p>{{a}}</p>",
    "<script>a < b; \"<!-\"</script ><p>{{a}}</p>", "<p>a</p\n>{{a}}", "<img alt=\"{{a}}\"/>{{a}}",
  ])
  func tagsStandWhereTextIsRead(_ page: String) {
    #expect(compiled(["page": page], ["a": "x"], ["a"]).1.map(\.code) == [], "\(page)")
  }
}

/// Numbers that look random and are the same in every run.
private struct Sequence {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &+ 88_172_645_463_325_252 }

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
