import Ground
import Ledger
import Testing

/// What we write, read by the tools an auditor has.
@Suite struct CoreutilsTests {
  @Test func sha256sumAcceptsASumsFile() throws {
    let folder = try Scratch()
    var lines: [SumsFile.Line] = []
    for path in ["a", "B/c d.md", "B/é".replacing("é", with: "e"), "x/y/z", " lead", "a'b", "*star"] {
      try folder.write(path, "content of \(path)\n")
      lines.append(SumsFile.Line(digest: Digest(of: "content of \(path)\n"), path: path))
    }
    let sums = try SumsFile.listing(lines).get()
    try folder.write("SHA256SUMS", String(decoding: sums.bytes, as: UTF8.self))
    let checked = try folder.shell("sha256sum --check --strict --quiet SHA256SUMS")
    #expect(checked == "")
    let made = try folder.shell(
      "find . -type f ! -name SHA256SUMS -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum")
    #expect(made == String(decoding: sums.bytes, as: UTF8.self))
  }

  @Test func sha256sumMakesTheDigestOfATool() throws {
    let folder = try Scratch()
    var lines: [SumsFile.Line] = []
    for path in ["record.md", "dpia.md", "Sign.png", "sub/page.md", "sign-offs.yaml", "a\\b", "a\rb"] {
      try folder.write(path, "content of \(path)\n")
      lines.append(SumsFile.Line(digest: Digest(of: "content of \(path)\n"), path: path))
    }
    try folder.write(".DS_Store", "an editor's own")
    let pipeline = """
      find . -type f ! -name '.*' ! -path ./sign-offs.yaml -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum
      """
    #expect(try folder.shell(pipeline) == "\(toolDigest(lines).text)  -\n")
    #expect(toolDigest(lines.reversed()) == toolDigest(lines))
  }
}
