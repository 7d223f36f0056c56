import Findings
import Reading
import Testing
import Typesetting

/// A text set as a page would carry it.
func html(_ text: String, _ setting: Setting = Setting(prefix: "x-")) -> String {
  let source = Source(path: "a.md", bytes: Array(text.utf8))
  let (passage, _) = readMarkdown(source, in: Span(start: 0, length: source.bytes.count))
  return String(decoding: typeset(passage.tree, setting).bytes, as: UTF8.self)
}

@Suite struct TypesetTests {
  @Test func setsEachBlockOnItsLine() {
    #expect(
      html(
        """
        Two
        lines & *more* `a<b>`.  
        Third.

        - tight
          1. inner
        - next

        3) loose

        4) item

        > quoted
        > > twice

        ```swift x
        let a = "1" < 2

        ```
        ***
        """) == """
          <p>Two lines &amp; <em>more</em> <code>a&lt;b&gt;</code>.<br>Third.</p>
          <ul>
          <li>tight
          <ol>
          <li>inner</li>
          </ol>
          </li>
          <li>next</li>
          </ul>
          <ol start="3">
          <li>
          <p>loose</p>
          </li>
          <li>
          <p>item</p>
          </li>
          </ol>
          <blockquote>
          <p>quoted</p>
          <blockquote>
          <p>twice</p>
          </blockquote>
          </blockquote>
          <pre><code class="language-swift">let a = &quot;1&quot; &lt; 2

          </code></pre>
          <hr>

          """)
  }

  @Test(.timeLimit(.minutes(2))) func namesEveryHeading() {
    let lines = html("#### a\n#### a-2\n" + String(repeating: "#### a\n", count: 9_000)).split(separator: "\n")
    let ids = lines.map { $0.split(separator: "\"")[1] }
    #expect(Set(ids).count == 9_002)
    #expect(ids.prefix(4) == ["x-a", "x-a-2", "x-a-3", "x-a-4"] && ids.last == "x-a-9002")
  }

  @Test func setsTablesWithTheirHeads() {
    #expect(
      html("| Group | n \"all\" | c |\n|:--|--:|:-:|\n| *a* | 1 |\n\n| only |\n|---|\n") == """
        <div class="scroll" role="region" tabindex="0" aria-label="Table: Group, n &quot;all&quot;, c">
        <table>
        <thead>
        <tr>
        <th scope="col">Group</th>
        <th scope="col" class="right">n &quot;all&quot;</th>
        <th scope="col" class="center">c</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td><em>a</em></td>
        <td class="right">1</td>
        <td class="center"></td>
        </tr>
        </tbody>
        </table>
        </div>
        <div class="scroll" role="region" tabindex="0" aria-label="Table: only">
        <table>
        <thead>
        <tr>
        <th scope="col">only</th>
        </tr>
        </thead>
        </table>
        </div>

        """)
  }

  @Test func setsNotesUnderTheText() {
    #expect(
      html("One[^a] two[^b] one[^a].\n\n[^a]: First\n[^b]: Second\n\n    - list\n") == """
        <p>One<sup><a id="x-mark-1" href="#x-note-1" role="doc-noteref">1</a></sup> two<sup><a id="x-mark-2" href="#x-note-2" role="doc-noteref">2</a></sup> one<sup><a id="x-mark-1-2" href="#x-note-1" role="doc-noteref">1</a></sup>.</p>
        <section class="notes" role="doc-endnotes" aria-label="Notes">
        <ol>
        <li id="x-note-1">
        <p>First <a href="#x-mark-1" role="doc-backlink" aria-label="Back to the text 1">↩</a> <a href="#x-mark-1-2" role="doc-backlink" aria-label="Back to the text 1.2">↩</a></p>
        </li>
        <li id="x-note-2">
        <p>Second</p>
        <ul>
        <li>list</li>
        </ul>
        <p><a href="#x-mark-2" role="doc-backlink" aria-label="Back to the text 2">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func setsHeadingsUnderThePages() {
    #expect(
      html(
        "#### A & b\n\n###### C\n\n##### A b\n\n### Gŵr’s 1.2\n\n### !!\n\n[to](#a-b-2) [off](#elsewhere)", Setting(level: 3, prefix: "p-"))
          == """
          <h4 id="p-a-b">A &amp; b</h4>
          <h5 id="p-c">C</h5>
          <h5 id="p-a-b-2">A b</h5>
          <h4 id="p-gŵrs-1-2">Gŵr’s 1.2</h4>
          <h4 id="p-part">!!</h4>
          <p><a href="#p-a-b-2">to</a> <a href="#elsewhere">off</a></p>

          """)
  }

  @Test func letsThroughGoodAddressesOnly() {
    #expect(
      html(
        """
        [a](https://a.example/ä?b=c&d='e'#f "T<i>\\"tle") [b](javascript:x) [*c*](//d.example) ![e *f*](g.png) ![h](data:image/png;x)
        [](i.md) <j@k.example> <b>l</b> [![m](n.png)](o.md) [p]() [q](drop.md)

        <script>r</script>
        """,
        Setting(resolve: { address, use in
          address == "drop.md" ? nil : use == .picture ? "files/" + address : address
        })) == """
          <p><a href="https://a.example/%C3%A4?b=c&amp;d=&#x27;e&#x27;#f" title="T&lt;i&gt;&quot;tle">a</a> b <em>c</em> <img src="files/g.png" alt="e f"> h <a href="i.md">i.md</a> <a href="mailto:j@k.example">j@k.example</a> &lt;b&gt;l&lt;/b&gt; <a href="o.md"><img src="files/n.png" alt="m"></a> p q</p>
          <p>&lt;script&gt;r&lt;/script&gt;</p>

          """)
  }

  @Test func setsPlainText() {
    #expect(String(decoding: typeset(text: "<a> & \"b\"").bytes, as: UTF8.self) == "&lt;a&gt; &amp; &quot;b&quot;")
    #expect([typeset(text: "a"), .empty, typeset(text: "b")].joined() == typeset(text: "ab"))
  }
}
