import Findings
import Foundation
import Ground
import Publishing
import Testing

@Suite struct DiskTests {
  @Test func readsFilesAndNothingElse() throws {
    let scratch = try Scratch()
    try scratch.write("Content/tools/a/record.md", "hello")
    try scratch.write("Content/empty.md", "")
    try scratch.write("secret", "not for the public")
    try scratch.shell("mkfifo Content/pipe.md; ln -s ../secret Content/out.md; ln -s loop Content/loop; ln -s tools Content/in")
    let root = try Folder(opening: scratch.path)
    #expect(try root.read("Content/tools/a/record.md", limit: 5) == Array("hello".utf8))
    #expect(try root.read("Content/empty.md", limit: 0) == [])
    let content = try root.folder("Content")
    #expect(try content.read("tools/a/record.md", limit: 100) == Array("hello".utf8))
    for (path, number, call) in [
      ("Content/tools/a/record.md", EFBIG, "read"), ("Content/tools", EISDIR, "read"),
      ("Content/pipe.md", ENXIO, "read"), ("Content/out.md", ELOOP, "open"),
      ("Content/loop", ELOOP, "open"), ("Content/none.md", ENOENT, "open"),
      ("Content/in/a/record.md", ENOTDIR, "open"), ("../secret", EINVAL, "open"),
      ("Content/../secret", EINVAL, "open"), ("/etc/passwd", EINVAL, "open"),
      ("Content//empty.md", EINVAL, "open"), ("", EINVAL, "open"), ("a\0b", EINVAL, "open"),
    ] {
      let error = #expect(throws: DiskError.self) { try root.read(path, limit: 4) }
      #expect(error == DiskError(path: path, call: call, number: number))
    }
  }

  @Test func listsByByteAndFollowsNoLink() throws {
    let scratch = try Scratch()
    for path in ["b", "a/b", "a-b", "a/c/d", "B", ".hidden", "a/.DS_Store"] {
      try scratch.write(path, path)
    }
    try scratch.shell("ln -s /etc outside; ln -s . self; mkfifo pipe")
    let root = try Folder(opening: scratch.path)
    let listing = root.list(hidden: false)
    #expect(
      listing.entries.map(\.path) == [
        "B", "a", "a-b", "a/b", "a/c", "a/c/d", "b", "outside", "pipe", "self",
      ])
    #expect(listing.files.map(\.path) == ["B", "a-b", "a/b", "a/c/d", "b"])
    #expect(listing.entries.last?.kind == .link("."))
    #expect(listing.errors.isEmpty)
    #expect(root.list(hidden: true).files.map(\.path).prefix(2) == [".hidden", "B"])
  }

  @Test func findingsOfARegister() throws {
    let scratch = try Scratch()
    for path in ["a.md", "A.md", "caf\u{E9}.md", "cafe\u{301}.md", "new\nline.md", "what?.md", "end. "] {
      try scratch.write("Content/\(path)", path)
    }
    try scratch.shell(
      "cd Content; ln -s /etc/passwd out.md; mkdir folder.md; mkfifo pipe; printf x > $'bad\\xff.md'")
    let content = try Folder(opening: scratch.path).folder("Content")
    let (files, findings) = survey(content, at: "Content")
    #expect(files.count == 7)
    let told = findings.sorted(by: Finding.inOrder).map { "\($0.code) \($0.told.summary)" }
    #expect(
      told == [
        "file.twin the names 'Content/a.md' and 'Content/A.md' differ only in capital letters or in how a letter is stored",
        "file.name the name 'Content/bad\u{FFFD}.md' has a character that not every computer can keep",
        "file.letters the name 'Content/cafe\u{301}.md' has a letter outside a to z",
        "file.letters the name 'Content/caf\u{E9}.md' has a letter outside a to z",
        "file.twin the names 'Content/caf\u{E9}.md' and 'Content/cafe\u{301}.md' differ only in capital letters or in how a letter is stored",
        "file.name the name 'Content/end. ' has a character that not every computer can keep",
        "file.folder 'Content/folder.md' is a folder where a file should be",
        "file.name the name 'Content/new?line.md' has a character that not every computer can keep",
        "file.link 'Content/out.md' is a link, not a file",
        "file.special 'Content/pipe' is a pipe or a device, not a file",
        "file.name the name 'Content/what?.md' has a character that not every computer can keep",
      ])
  }

  @Test func sourcesThatCannotBeReadAreFindings() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", String(repeating: "x", count: 3000))
    try scratch.write("b.md", "b")
    let root = try Folder(opening: scratch.path)
    #expect(root.source("b.md", limit: 2048).0?.bytes == [0x62])
    #expect(
      root.source("a.md", limit: 2048).1.map(\.told.fixes) == [
        ["make it smaller than 2 KiB, or split it", "publish it elsewhere and link to it"]
      ])
    #expect(
      root.source("none.md", limit: 1).1.map(\.told.summary) == [
        "'none.md' cannot be read: No such file or directory"
      ])
  }

  @Test(arguments: [
    ("a", ".", "a"), ("a/b", "a", "b"), ("../a/b.md", "../a", "b.md"), ("/a", "/", "a"), ("/a/b", "/a", "b"), ("a/", "a", ""),
    ("/", "/", ""),
  ])
  func aPathIsAFolderAndAName(_ path: String, _ folder: String, _ name: String) {
    #expect(folderAndName(path) == (folder, name))
  }

  @Test func writesOnlyWhatDiffersAndRemovesTheRest() throws {
    let scratch = try Scratch()
    let made = scratch.path + "/out/preview"
    let long = [UInt8](repeating: 7, count: 100_000)
    do {
      let tree = try FileTree(at: made)
      #expect(try tree.write("a/b/c.html", [1]) == .made)
      #expect(try tree.write("a/d.html", long) == .made)
      #expect(try tree.write("e.html", []) == .made)
      #expect(try tree.removeAll(but: ["a/b/c.html", "a/d.html", "e.html"]) == [])
    }
    let before = try scratch.shell("cd out/preview; find . -type f -printf '%P %i\\n' | sort")

    let again = try FileTree(at: made)
    #expect(try again.write("a/d.html", long) == .kept)
    #expect(try again.write("e.html", []) == .kept)
    #expect(try again.write("a/b/c.html", [1]) == .kept)
    #expect(try scratch.shell("cd out/preview; find . -type f -printf '%P %i\\n' | sort") == before)

    #expect(try again.write("a/d.html", long.dropLast() + [8]) == .changed)
    #expect(try again.write("e.html", [1]) == .changed)
    #expect(try again.removeAll(but: ["a/d.html", "e.html"]) == ["a/b/c.html"])
    #expect(
      try scratch.shell("cd out/preview; find . | sort")
        == ".\n./.gazette-build\n./a\n./a/d.html\n./e.html\n")
  }

  @Test func oneBuildsAtATime() throws {
    let scratch = try Scratch()
    let place = scratch.path + "/out"
    do {
      let tree = try FileTree(at: place).alone()
      let busy = #expect(throws: DiskError.self) { try FileTree(at: place).alone() }
      #expect(busy?.text == "another build is writing here; wait until it has ended")
      #expect(busy.map { $0.path.hasSuffix("/out") } == true, "\(busy?.path ?? "")")
      #expect(try tree.write("a.html", [1]) == .made)
    }
    #expect(try FileTree(at: place).alone().write("a.html", [1]) == .kept)
  }

  @Test func takesNoFolderThatHoldsSomebodysFiles() throws {
    let scratch = try Scratch()
    try scratch.write("letters/aunt.txt", "dear")
    let path = scratch.path + "/letters"
    let error = #expect(throws: DiskError.self) { try FileTree(at: path) }
    #expect(error == DiskError(path: path, call: "build into", number: ENOTEMPTY))
    #expect(try scratch.shell("ls -A letters") == "aunt.txt\n")
  }

  @Test func aLinkOrFolderInTheWayIsReplacedNotFollowed() throws {
    let scratch = try Scratch()
    try scratch.write("secret", "keep")
    let tree = try FileTree(at: scratch.path + "/out")
    try scratch.shell("ln -s ../secret out/a.html; mkdir -p out/b.html/c; ln -s ../../secret out/b.html/d; mkfifo out/p")
    for name in ["a.html", "b.html", "p"] { #expect(try tree.write(name, [0x78]) == .changed) }
    #expect(try scratch.shell("cat secret out/a.html out/b.html out/p") == "keepxxx")
  }
}
