import Foundation
import Ground
import Publishing
import Testing

@Suite struct StageTests {
  private func publish(_ scratch: Scratch, _ files: [String: String]) throws -> [String: Written] {
    let stage = try Stage(for: scratch.path + "/Site")
    var written: [String: Written] = [:]
    for (path, text) in files { written[path] = try stage.write(path, Array(text.utf8)) }
    #expect(try stage.commit() == .atOnce)
    return written
  }

  @Test func aPublishWritesWhatChangedAndLinksTheRest() throws {
    let scratch = try Scratch()
    #expect(
      try publish(scratch, ["a/b/same": "1", "a/gone": "2", "c": "3"])
        == ["a/b/same": .made, "a/gone": .made, "c": .made])
    let before = try scratch.shell("stat -c %i Site/a/b/same")
    #expect(
      try publish(scratch, ["a/b/same": "1", "c": "4", "d/e": "5"])
        == ["a/b/same": .kept, "c": .changed, "d/e": .made])
    #expect(try scratch.shell("stat -c %i Site/a/b/same") == before)
    #expect(try scratch.shell("cd Site; find . -type f | sort | xargs cat") == "145")
    #expect(try scratch.shell("ls -A; find . -type f -links +1") == "Site\n")
  }

  @Test func whatIsKeptIsNotRead() throws {
    let scratch = try Scratch()
    _ = try publish(scratch, ["tools/a/versions/1/source/record.md": "frozen", "b": "x"])
    let stage = try Stage(for: scratch.path + "/Site/")
    try stage.keep("tools/a/versions/1/source/record.md")
    let error = #expect(throws: DiskError.self) { try stage.keep("none") }
    #expect(error?.number == ENOENT)
    try stage.commit()
    #expect(try scratch.shell("find Site -type f") == "Site/tools/a/versions/1/source/record.md\n")
  }

  @Test func theSiteStandsUntilTheExchange() throws {
    let scratch = try Scratch()
    _ = try publish(scratch, ["a": "old"])
    let stage = try Stage(for: scratch.path + "/Site")
    _ = try stage.write("a", Array("new".utf8))
    #expect(try scratch.shell("cat Site/a") == "old")
    let twice = #expect(throws: DiskError.self) { try stage.write("a", [1]) }
    #expect(twice?.number == EEXIST)
    stage.abandon()
    #expect(try scratch.shell("ls -A; cat Site/a") == "Site\nold")
  }

  @Test func aLinkedSiteIsExchangedWhereItStands() throws {
    let scratch = try Scratch()
    try scratch.shell("mkdir -p www/real; chmod 2775 www/real; ln -s www/real Site")
    _ = try publish(scratch, ["a": "new"])
    #expect(
      try scratch.shell("readlink Site; cat www/real/a; stat -c ' %a' www/real; ls -A www")
        == "www/real\nnew 2775\nreal\n")
  }

  @Test(arguments: [
    // What was left, and the site that comes of it.
    ("mkdir .Site.next; echo half > .Site.next/a", "old"),
    ("mv Site .Site.old; mkdir .Site.next; echo new > .Site.next/a; touch .Site.swap", "new"),
    ("mv Site .Site.old; mkdir .Site.next; echo half > .Site.next/a", "old"),
    ("mv Site .Site.old; touch .Site.swap", "old"),
    ("mkdir .Site.next; echo new > .Site.next/a; touch .Site.swap", "old"),
    ("mkdir .Site.old; echo older > .Site.old/a; touch .Site.swap", "old"),
    ("mkdir .Site.next; echo new > .Site.next/a; touch .Site.copy; echo x > Site/b.new", "new"),
    ("touch .Site.copy", "old"),
    ("ln -s / .Site.next; ln -s / .Site.old; ln -s / .Site.swap", "old"),
  ])
  func leftoversArePutRight(_ left: String, _ site: String) throws {
    let scratch = try Scratch()
    try scratch.shell("mkdir Site; echo old > Site/a; " + left)
    let stage = try Stage(for: scratch.path + "/Site")
    #expect(try scratch.shell("cat Site/*") == site + "\n")
    stage.abandon()
    #expect(try scratch.shell("ls -A") == "Site\n")
  }

  @Test func aSiteThatIsAFileIsRefused() throws {
    let scratch = try Scratch()
    try scratch.write("Site", "not a folder")
    let path = scratch.path + "/Site"
    let error = #expect(throws: DiskError.self) { try Stage(for: path) }
    #expect(error?.number == ENOTDIR)
    #expect(try scratch.shell("cat Site; ls -A") == "not a folderSite\n")
  }
}

@Suite struct LockTests {
  private func holder(_ outcome: Lock.Outcome) -> String? {
    if case .busy(let holder) = outcome { return "\(holder.process) \(holder.saying)" }
    return nil
  }

  @Test func oneAtATime() throws {
    let scratch = try Scratch()
    do {
      let first = try Lock.take(under: scratch.path, saying: "publish since 10:02")
      #expect(holder(first) == nil)
      for _ in 0..<2 {
        let second = try Lock.take(under: scratch.path, saying: "redact since 10:03")
        #expect(holder(second) == "\(getpid()) publish since 10:02")
      }
    }
    #expect(holder(try Lock.take(under: scratch.path, saying: "later")) == nil)
  }

  @Test func aFileLeftByTheDeadIsNotInTheWay() throws {
    let scratch = try Scratch()
    try scratch.write(".gazette/lock", "1\npublish since last year, and rather a long line\n")
    let taken = try Lock.take(under: scratch.path, saying: "now\nhere")
    #expect(holder(taken) == nil)
    #expect(try scratch.shell("cat .gazette/lock") == "\(getpid())\nnow here\n")
    withExtendedLifetime(taken) {}
  }

  @Test func aHolderWithoutANameIsStillOne() throws {
    let scratch = try Scratch()
    try scratch.write(".gazette/lock", "")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    process.arguments = [scratch.path + "/.gazette/lock", "sh", "-c", "echo held; exec cat"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    _ = output.fileHandleForReading.availableData
    #expect(holder(try Lock.take(under: scratch.path, saying: "me")) == "0 ")
    // However the holder ends, the lock ends with it.
    try scratch.shell("kill -9 $(pgrep -P \(process.processIdentifier)) \(process.processIdentifier)")
    process.waitUntilExit()
    // The system may still be taking away the one that was not waited for.
    var left = 500
    while left > 0, try holder(Lock.take(under: scratch.path, saying: "me")) != nil {
      usleep(10_000)
      left -= 1
    }
    #expect(left > 0)
  }
}
