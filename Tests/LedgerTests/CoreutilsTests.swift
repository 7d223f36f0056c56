import Foundation
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

/// A folder of a test's own, gone when the test is.
final class Scratch {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gazette-ledger-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    let file = path + "/" + name
    let folder = file.split(separator: "/").dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: "/" + folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
  }

  /// Runs a line of shell in the folder; its output, and what it complained of.
  func shell(_ line: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
