import Foundation
import Ground
import Ledger
import Publishing
import Testing

@Suite struct DiskSiteTests {
  /// A site of one edition, made with coreutils alone.
  private func site() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("editions/1/edition.json", "{}\n")
    try scratch.write("tools/a/versions/1/source/record.md", "a record\n")
    try scratch.write("index.html", "<h1>Register</h1>\n")
    try scratch.shell(
      """
      sha256sum editions/1/edition.json tools/a/versions/1/source/record.md > editions/1/SHA256SUMS
      sha256sum editions/1/SHA256SUMS > LEDGER
      """)
    try seal(scratch)
    return scratch
  }

  private func seal(_ scratch: Scratch) throws {
    try scratch.shell(
      "find . -type f ! -path ./SHA256SUMS -printf '%P\\n' | LC_ALL=C sort | xargs sha256sum > .sums; mv .sums SHA256SUMS; sed -i '/ .sums$/d' SHA256SUMS"
    )
  }

  private func told(_ scratch: Scratch) throws -> [String] {
    let copy = try Folder(opening: scratch.path).siteCopy(threads: 3)
    return try verify(copy).map { "\($0.kind) \($0.file)" }
  }

  @Test func whatCoreutilsSealedVerifies() throws {
    let scratch = try site()
    #expect(try told(scratch) == [])
    #expect(
      try scratch.shell(
        "sha256sum --check --strict --quiet LEDGER editions/1/SHA256SUMS SHA256SUMS") == "")
  }

  @Test(arguments: [
    ("echo >> tools/a/versions/1/source/record.md", "altered tools/a/versions/1/source/record.md"),
    ("echo > tools/a/versions/1/source/.DS_Store", "unlisted tools/a/versions/1/source/.DS_Store"),
    ("ln -sf /etc/hostname index.html", "irregular index.html"),
    ("mv index.html Index.html", "missing index.html"),
    ("mkfifo pipe", "irregular pipe"),
    ("echo > caf\u{E9}", "unplain caf\u{E9}"),
    ("echo > $'bad\\xff'", "unplain bad\u{FFFD}"),
    ("rm LEDGER; mkdir LEDGER", "missing LEDGER"),
    ("rm -r editions", "missing editions/1/SHA256SUMS"),
  ])
  func whatWasDoneByHandIsNamed(_ change: String, _ flaw: String) throws {
    let scratch = try site()
    try scratch.shell(change)
    #expect(try told(scratch).first == flaw)
  }
}
