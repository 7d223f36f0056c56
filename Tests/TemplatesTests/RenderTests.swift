import Findings
import Testing
import Typesetting

@testable import Templates

/// What pages are made of templates and models, to the byte.
@Suite struct RenderTests {
  @Test func escapesTextAndPrintsMarkupAsItIs() {
    let model: Object = [
      "text": "a < b & \"c\" > 'd'", "markup": .markup(.empty), "number": .number(-12),
    ]
    #expect(
      page("{{text}}|{{{markup}}}|{{number}}", model) == "a &lt; b &amp; &quot;c&quot; &gt; 'd'||-12")
  }

  /// No template can print what was not made as markup; and where it should print markup as text, that is escaped too.
  @Test func escapesTextWhereMarkupIsAskedFor() {
    #expect(page("{{{text}}} {{&text}}", ["text": "<b>"]) == "&lt;b&gt; &lt;b&gt;")
  }

  @Test func takesEmptyForNo() {
    let model: Object = [
      "none": .none, "no": false, "text": "", "markup": .markup(.empty), "list": .list([]),
      "yes": true, "object": .object([:]),
    ]
    let names = ["none", "no", "text", "markup", "list", "yes", "object", "missing"]
    let template = names.map { "{{#\($0)}}\($0) {{/\($0)}}{{^\($0)}}not \($0) {{/\($0)}}" }
    #expect(
      page(template.joined(), model)
        == "not none not no not text not markup not list yes object not missing ")
  }

  @Test func looksOutwardsAndNeverIntoWhatIsInside() {
    let model: Object = [
      "title": "out", "inner": .object(["name": "in", "deep": .object(["name": "deepest"])]),
    ]
    #expect(
      page("{{#inner}}{{title}} {{name}} {{deep.name}} {{deep.title}}{{/inner}} {{name}}", model)
        == "out in deepest  ")
  }

  @Test func repeatsForEachItem() {
    let model: Object = [
      "words": .texts(["a", "<b>"]), "rows": .list([["n": "1"], ["n": "2"], [:]]), "n": "0",
    ]
    #expect(
      page("{{#words}}[{{.}}]{{/words}}{{#rows}}({{n}}){{/rows}}", model) == "[a][&lt;b&gt;](1)(2)(0)")
  }

  @Test func indentsAPartialThatHasALineToItself() {
    #expect(
      page(
        "<ul>\n  {{>item}}\n</ul>\n", ["text": "one\ntwo"],
        ["item": "<li>\n\n{{>inner}}\n</li>\n", "inner": "{{text}}\n{{#text}}\nlast\n{{/text}}\n"]) == """
          <ul>
            <li>

            one
          two
            last
            </li>
          </ul>

          """)
  }

  @Test func indentsATreeAsDeepAsItGrows() {
    let model: Object = [
      "name": "a",
      "nodes": .list([
        ["name": "b", "nodes": .list([["name": "c", "nodes": .list([])]])],
        ["name": "d", "nodes": .list([])],
      ]),
    ]
    let node = "<li>{{name}}</li>\n{{#nodes}}\n  {{>node}}\n{{/nodes}}\n"
    #expect(
      page("{{>node}}\n", model, ["node": node]) == """
        <li>a</li>
          <li>b</li>
            <li>c</li>
          <li>d</li>

        """)
  }

  @Test func choosesATemplateByTheData() {
    let model: Object = [
      "fields": .list([
        ["label": "Name", "template": "field/text"], ["label": "Since", "template": "field/date"],
        ["label": "Nothing"],
      ])
    ]
    #expect(
      page(
        "<dl>\n{{#fields}}\n  {{>*template}}\n{{/fields}}\n</dl>\n", model,
        [
          "field/text": "<dt>{{label}}</dt>\n<dd>text</dd>\n",
          "field/date": "<dt>{{label}}</dt>\n{{>part}}\n", "part": "<dd>\n  date\n</dd>\n",
        ]) == """
          <dl>
            <dt>Name</dt>
            <dd>text</dd>
            <dt>Since</dt>
            <dd>
              date
            </dd>
          </dl>

          """)
  }

  /// What a page fills in its layout is not meant for a field that happens to have a block of that name.
  @Test func keepsAPagesBlocksFromWhatTheDataChooses() {
    let parts = [
      "layout": "{{$title}}layout{{/title}}|{{$main}}{{/main}}",
      "field": "{{$title}}field{{/title}}",
      "wide": "{{$note}}no note{{/note}}, {{$title}}wide{{/title}}",
    ]
    #expect(
      page(
        "{{<layout}}{{$title}}page{{/title}}{{$main}}{{>*one}} {{>field}} {{<*two}}{{$note}}a note{{/note}}{{/*two}}{{/main}}{{/layout}}",
        ["one": "field", "two": "wide"], parts) == "page|field field a note, wide")
  }

  @Test func putsWordsWhereTheyAreUsed() {
    let words = ["skip": "Skip to {{place}}\n", "place": "content"]
    #expect(
      page("<a title=\"{{>words/skip}}\">{{>words/place}}</a>\n", ["place": "\"x\""], words: words)
        == "<a title=\"Skip to &quot;x&quot;\">content</a>\n")
  }

  @Test func addsToWhatIsThere() throws {
    let library = try #require(library(["page": "<p>{{x}}</p>"], [:], ["x": "1"]).0)
    var out = Array("before".utf8)
    #expect(library.render("page", ["x": "2"], into: &out) == nil)
    #expect(library.render("page", ["x": "3"], into: &out) == nil)
    #expect(String(decoding: out, as: UTF8.self) == "before<p>2</p><p>3</p>")
  }

  @Test func leavesTheBufferAloneWhenItStops() throws {
    let library = try #require(
      library(["page": "{{#list}}{{x}}{{/list}}"], [:], ["list": .list([[:]]), "x": "1"]).0)
    var out = Array("before".utf8)
    let model: Object = ["list": .list(Array(repeating: [:], count: 200)), "x": "1234567890"]
    #expect(library.render("page", model, limit: 1999, into: &out)?.code == "template.too-long")
    #expect(String(decoding: out, as: UTF8.self) == "before")
    #expect(library.render("page", model, limit: 2000, into: &out) == nil)
    #expect(out.count == 2006)
    #expect(library.render("none", model, into: &out)?.code == "theme.no-page")
  }

  @Test func namesATemplateThatTheDataWantsAndThatIsNotThere() throws {
    let library = try #require(library(["page": "{{>*x}}", "a": ""], [:], ["x": "a"]).0)
    var out: [UInt8] = []
    let found = library.render("page", ["x": "field/new"], into: &out)
    #expect(found?.told.summary == "the data names a template 'field/new', and there is none")
  }

  @Test func givesTheSameBytesOnEveryThread() async throws {
    let parts = ["page": "{{#a}}\n  {{>*t}}\n{{/a}}\n", "t": "<p>{{x}}</p>\n{{#y}}\n{{>t}}\n{{/y}}\n"]
    let deep: Object = ["x": "in & out", "y": .list([["x": "1", "y": .list([])]])]
    let model: Object = ["a": .list(Array(repeating: deep, count: 50)), "t": "t"]
    let library = try #require(library(parts, [:], model).0)
    let pages = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<16 {
        group.addTask {
          var out: [UInt8] = []
          return library.render("page", model, into: &out) == nil ? out : []
        }
      }
      return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(pages.count == 1)
    #expect(pages.first?.count == 50 * "  <p>in &amp; out</p>\n  <p>1</p>\n".utf8.count)
  }
}

/// A page and its parts compiled without a sample, rendered.
private func page(
  _ template: String, _ model: Object, _ parts: [String: String] = [:],
  words: [String: String] = [:]
) -> String {
  let (library, findings) = library(parts.merging(["page": template]) { $1 }, words, nil)
  guard let library else { return findings.map(\.told.summary).joined(separator: "\n") }
  var out: [UInt8] = []
  let stopped = library.render("page", model, into: &out)
  return stopped?.told.summary ?? String(decoding: out, as: UTF8.self)
}

private func library(
  _ templates: [String: String], _ words: [String: String], _ sample: Object?
) -> (Library?, [Finding]) {
  compile(
    templates.reduce(into: [:]) { $0[$1.key] = Source(path: $1.key, bytes: Array($1.value.utf8)) },
    words: words.map { key, text in
      let source = Source(path: "en.yaml", bytes: Array(text.utf8))
      return Word(
        key: key, text: text, source: source, span: Span(start: 0, length: source.bytes.count))
    },
    samples: sample.map { [Sample("page", $0, names: [])] } ?? [])
}
