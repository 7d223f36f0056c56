import Bytes
import Findings
import Foundation
import Ground
import Ledger
import Publishing
import Records
import Testing

/// A tool is what its files held when they were read, whatever happens to them afterwards.
@Suite struct ToolBytesTests {
  private let scratch: Scratch
  private let register: RegisterFiles
  private let day: Day

  init() throws {
    scratch = try Scratch()
    try scratch.write("Content/register.yaml", Data(Checkout.source("Content/register.yaml").bytes))
    try scratch.write("Content/tools/finder/record.md", "---\nkind: atrs-4.0\nname: Finder\n---\n")
    try scratch.write("Content/tools/finder/notes/plan.txt", "a plan")
    try scratch.write("Content/tools/finder/sign-offs.yaml", "[]\n")
    let root = try Folder(opening: scratch.path)
    register = try #require(load(root: root, shipped: try Folder(opening: Checkout.root), threads: 1).register)
    day = try #require(Day("2026-11-20"))
  }

  @Test func whatIsCheckedIsWhatIsSigned() throws {
    let files = try #require(register.tool("finder"))
    let bytes = register.read(files)
    try scratch.write("Content/tools/finder/record.md", "---\nkind: atrs-4.0\nname: Another\n---\n")
    #expect(examine(bytes, of: register, on: day).tool?.name == "Finder")
    #expect(register.read(files).digest != bytes.digest)
    #expect(examine(register.read(files), of: register, on: day).tool?.name == "Another")
  }

  @Test func theDigestIsThatOfCoreutils() throws {
    let files = try #require(register.tool("finder"))
    let line =
      "find . -type f ! -name '.*' ! -path ./sign-offs.yaml -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum > ../../../sum"
    try scratch.shell("cd Content/tools/finder && \(line)")
    let sum = try String(contentsOfFile: scratch.path + "/sum", encoding: .utf8)
    #expect(register.read(files).digest.text == sum.prefix(64))
  }

  @Test func whatCannotBeReadIsNamedAndTheRestIsThere() throws {
    let files = try #require(register.tool("finder"))
    try scratch.shell("rm Content/tools/finder/notes/plan.txt")
    let bytes = register.read(files)
    #expect(bytes.unread.map(\.code) == ["file.unreadable"])
    #expect(bytes.unread.map(\.place.file) == ["Content/tools/finder/notes/plan.txt"])
    #expect(bytes.bytes("record.md") != nil)
    #expect(bytes.folder.attachments.map(\.name) == ["notes/plan.txt"])
    #expect(bytes.folder.attachments.map(\.digest) == [nil])
  }
}
