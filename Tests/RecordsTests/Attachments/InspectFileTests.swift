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
  }

  /// Words that nobody sees in a picture or a document are public all the same.
  @Test func looksThroughWhatIsHidden() {
    func chunk(_ name: String, _ data: String) -> [UInt8] {
      [0, 0, 0, UInt8(data.utf8.count)] + Array((name + data).utf8) + [0, 0, 0, 0]
    }
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    #expect(found("a.png", png + chunk("tEXt", "Comment\0NHS number 4010232137")) == ["privacy.nhs-number: 40…37"])
    #expect(found("a.png", png + chunk("iTXt", "Comment\0\0\0\0\0jane@gmail.com")) == ["privacy.personal-email: ja…om"])
    #expect(found("a.jpg", [0xFF, 0xD8, 0xFF, 0xFE, 0, 16] + Array("jane@gmail.com".utf8)) == ["privacy.personal-email: ja…om"])
    #expect(svg("<text>401 <tspan font-weight=\"bold\">023</tspan> 2137</text>") == ["privacy.nhs-number: 40…37"])
    let title = "%PDF-1.7\n1 0 obj << /Title (Notes on NHS 401 023 2137 \\(a child\\)) >>"
    #expect(found("a.pdf", Array(title.utf8)) == ["attachment.not-read", "privacy.nhs-number: 40…37"])
    let wide = "%PDF-1.7\n1 0 obj << /Title <FEFF" + "jane@gmail.com".utf8.map { "00" + String($0, radix: 16) }.joined() + "> >>"
    #expect(found("a.pdf", Array(wide.utf8)) == ["attachment.not-read", "privacy.personal-email: ja…om"])
  }

  /// The words of an office file are joined where only their look parts them, and not from one cell to the next.
  @Test(arguments: [
    ("a.docx", "word/document.xml", "<w:p><w:r><w:t>401 </w:t></w:r><w:r><w:t>023 2137</w:t></w:r></w:p>", ["privacy.nhs-number: 40…37"]),
    ("a.xlsx", "xl/sharedStrings.xml", "<si><t>jane@gmail.com</t></si>", ["privacy.personal-email: ja…om"]),
    ("a.xlsx", "xl/worksheets/sheet1.xml", "<row><c><v>401</v></c><c><v>023</v></c><c><v>2137</v></c></row>", []),
    ("a.odt", "content.xml", "<text:p>born on<text:s/>3 <text:span>May</text:span> 2014</text:p>", ["privacy.birth-date: 3 …14"]),
  ])
  func looksThroughOfficeFiles(_ name: String, _ part: String, _ text: String, _ expected: [String]) {
    #expect(found(name, archive(part, text)) == expected)
  }

  /// A ZIP archive of one part that is not packed.
  private func archive(_ name: String, _ text: String) -> [UInt8] {
    func number(_ value: Int, _ length: Int) -> [UInt8] { (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    let (name, text) = (Array(name.utf8), Array(text.utf8))
    let sizes = number(0, 12) + number(text.count, 4) + number(text.count, 4) + number(name.count, 2)
    let local = [0x50, 0x4B, 0x03, 0x04] + number(20, 2) + number(0, 12) + number(text.count, 4) + number(text.count, 4)
    let head = local + number(name.count, 2) + number(0, 2) + name + text
    let listed = [0x50, 0x4B, 0x01, 0x02] + number(20, 2) + number(20, 2) + sizes + number(0, 16) + name
    let end = [0x50, 0x4B, 0x05, 0x06] + number(0, 4) + number(1, 2) + number(1, 2)
    return head + listed + end + number(listed.count, 4) + number(head.count, 4) + number(0, 2)
  }

  /// Whatever a file is called, its words are looked through; what cannot be read is said to be unread, and a program is refused.
  @Test(arguments: [
    ("a.eml", "From: jane@gmail.com", "privacy.personal-email: ja…om"), ("a.vcf", "TEL:07911 123456", "privacy.mobile: 07…56"),
    ("a.unknown", "Her NHS number: 4010232137", "privacy.nhs-number: 40…37"), ("LICENCE", "ring 07911 123456", "privacy.mobile: 07…56"),
    ("a.rtf", "{\\rtf1 jane@gmail.com}", "privacy.personal-email: ja…om"), ("a.log", "password: hunter2hunter2", "privacy.secret: hu…r2"),
    ("a.zip", "PK\u{03}\u{04}", "attachment.not-read"), ("a.dat", "\0\u{01}\u{02}", "attachment.not-read"),
    ("a.exe", "MZ\0\0", "attachment.active: a page or program that a reader's computer would run"),
    ("tool", "\u{7F}ELF", "attachment.active: a page or program that a reader's computer would run"),
  ])
  func looksIntoEveryFile(_ name: String, _ text: String, _ expected: String) {
    #expect(found(name, Array(text.utf8)) == [expected])
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
