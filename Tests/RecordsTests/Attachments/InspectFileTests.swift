import Findings
import Records
import Testing

/// What stands beside documents: SVG pictures that do more than show themselves, and files that are something else.
@Suite struct InspectFileTests {
  private func found(_ name: String, _ bytes: [UInt8]) -> [String] {
    inspectFile(Source(path: "Content/tools/t/\(name)", bytes: bytes)).map { finding in
      let more = finding.facts.filter { $0.key != "file" && $0.key != "mark" }.values.sorted().joined(separator: " ")
      return more.isEmpty ? finding.code : "\(finding.code): \(more)"
    }
  }

  private func svg(_ inside: String) -> [String] {
    found("a.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\(inside)</svg>\n".utf8))
  }

  @Test(arguments: [
    "<title>Where the information goes</title><rect width=\"3\" height=\"3\" fill=\"url(#g)\"/>",
    "<use href=\"#a\"/><use xlink:href=\"#a\"/><a href=\"#b\"/>", "<image href=\"data:image/png;base64,AAAA\"/>",
    "<style>rect { fill: #1d5c63; mask: url('#m') }</style>", "<text>on top of one another = 3</text>",
    "<!-- <script>nothing runs in a comment</script> -->",
    "<style><![CDATA[ rect > g { content: '<'; fill: url(#g) } ]]></style>",
    "<text aria-label=\"One council&#39;s &#8211; or&#10;two\">A &#38; B</text>",
    "<?note a > b \" c?>", "<path d=\"M0 0L1 1\" stroke-width=\"2\"/>",
  ])
  func leavesAPlainPictureAlone(_ inside: String) {
    #expect(svg(inside) == [])
  }

  @Test(arguments: [
    ("<script>go()</script>", "attachment.active: a program"), ("<SCRIPT>go()</SCRIPT>", "attachment.active: a program"),
    ("<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>", "attachment.active: a program"),
    ("<rect\nonload = 'go()'/>", "attachment.active: a program that runs by itself"),
    ("<rect a='>' ONCLICK=\"go()\"/>", "attachment.active: a program that runs by itself"),
    ("<a href=\" javascript:go()\"/>", "attachment.active: a program behind a link"),
    ("<set attributeName=\"href\" to=\"javascript:go()\"/>", "attachment.active: an animation that changes where a link leads"),
    ("<animate attributeName='x:href' values='#a;javascript:go()'/>", "attachment.active: an animation that changes where a link leads"),
    ("<desc><![CDATA[\"]]></desc><script>go()</script><desc><![CDATA[\"]]></desc>", "attachment.active: a program"),
    ("<?a \"?><script>go()</script><?b \"?>", "attachment.active: a program"),
    ("<style><![CDATA[ rect { fill: url(//example.org/a) } ]]></style>", "attachment.outside: //example.org/a"),
    ("<style>rect{fill:u&#114;l(#a)}</style>", "attachment.active: a letter by its number, which can hide a program or an address"),
    ("<a href=\"#a&#x0A;b\"/>", "attachment.active: a letter by its number, which can hide a program or an address"),
    ("<foreignObject><p/></foreignObject>", "attachment.active: content that is no picture"),
    ("<iframe/>", "attachment.active: content that is no picture"),
    ("<image href=\"//example.org/a.png\"/>", "attachment.outside: //example.org/a.png"),
    ("<image href='data:image/svg+xml,<svg/>'/>", "attachment.outside: data:image/svg+xml,<svg/>"),
    ("<use xlink:href=\"b.svg#a\"/>", "attachment.outside: b.svg#a"),
    ("<rect fill=\"URL( 'https://example.org/a' )\"/>", "attachment.outside: https://example.org/a"),
    ("<style>@import 'a.css';</style>", "attachment.outside: @import"),
    ("<metadata><dc:creator><cc:Agent/></dc:creator></metadata>", "attachment.author"),
    ("<g sodipodi:docname=\"plan.svg\"/>", "attachment.author"),
    ("<desc>NHS 943 476 5919</desc>", "privacy.nhs-number: 94…19"),
  ])
  func findsWhatAPictureDoes(_ inside: String, _ expected: String) {
    #expect(svg(inside) == [expected])
  }

  @Test(arguments: [
    ("a.png", "GIF89a", "attachment.type: a GIF picture"), ("a.jpg", "plain words", "attachment.type: text"),
    ("a.pdf", "", "attachment.type: empty"), ("a.csv", "MZ\u{0}", "attachment.type: a program"),
    ("a.svg", "%PDF-1.7", "attachment.type: a PDF document"), ("a.svg", "just words", "attachment.type: text"),
    ("a.docx", "\u{89}PNG", "attachment.type: text"), ("a.PNG", "%PDF-", "attachment.type: a PDF document"),
  ])
  func seesWhatAFileIsNot(_ name: String, _ text: String, _ expected: String) {
    #expect(found(name, Array(text.utf8)) == [expected])
  }

  @Test func looksThroughTables() {
    #expect(
      found("a.csv", Array("Area,Pupils,Reading score\nNorth,3,2\nSouth,30,4\n\"East, far\",\"2\",1\n".utf8)) == [
        "privacy.small-number: 3", "privacy.small-number: 2",
      ])
    #expect(found("a.unknown", [0, 1, 2]) == [])
  }

  /// Nothing of a picture's or an archive's own numbers is believed: whatever the bytes, it ends without a trap.
  @Test func survivesWhatIsBroken() {
    var made = MadeUp(seed: 7)
    let starts: [(String, [UInt8])] = [
      ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE1, 0, 60] + Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 2, 0]),
      ("a.jpg", [0xFF, 0xD8, 0xFF, 0xE1, 0, 60] + Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 2]),
      ("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 40] + Array("eXIfII*\0".utf8) + [8, 0, 0, 0]),
      ("a.webp", Array("RIFF\0\0\0\0WEBPEXIF".utf8) + [40, 0, 0, 0] + Array("II*\0".utf8) + [8, 0, 0, 0]),
      ("a.docx", [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 40) + [0x50, 0x4B, 0x05, 0x06]),
      ("a.pdf", Array("%PDF- 1 0 obj << /ObjStm /FlateDecode >>\nstream\nxx".utf8)),
      ("a.svg", Array("<svg ".utf8)),
    ]
    for (name, start) in starts {
      for _ in 0..<300 {
        let tail = (0..<made.below(90)).map { _ in UInt8(made.below(4) == 0 ? made.below(256) : made.below(20)) }
        #expect(found(name, start + tail).count < 100)
      }
    }
  }
}
