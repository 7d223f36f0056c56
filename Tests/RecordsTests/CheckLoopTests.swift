import Bytes
import Findings
import Foundation
import Records
import Testing

/// Every rule of the program by an example: a tiny register that breaks it, and what a person is told.
///
/// `Checks/<code>/` holds the files that differ from `Checks/_base/`, laid out like `Content/`, and `expected.txt`, the console's text
/// for all findings. A second case of one code is `<code>+<what>`. A line `@repeat 300 lines text` stands for that many lines, and
/// `@repeat 300 inline text` makes the line before it longer. `RECORD=1` writes what is told now, and fails.
@Suite struct CheckLoopTests {
  @Test(arguments: CheckCase.all) func tellsWhatIsWrong(_ example: CheckCase) throws {
    let told = try example.told()
    let path = example.folder + "/expected.txt"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(told.utf8).write(to: URL(fileURLWithPath: path))
      Issue.record("\(example.name): expected.txt was written anew")
      return
    }
    let expected = try String(contentsOfFile: path, encoding: .utf8)
    #expect(told == expected)
    #expect(example.name == "none" || expected.contains("[\(example.code)]"), "the example shows its own rule")
  }

  /// A rule without an example fails, unless another module's tests have it.
  @Test(arguments: Rule.all) func hasAnExample(_ rule: Rule) {
    let family = rule.code.prefix { $0 != "." } + "."
    let here = CheckCase.all.contains { $0.code == rule.code }
    let elsewhere = CheckLoopTests.elsewhere.contains { $0 == rule.code || $0 == family }
    #expect(here != elsewhere, "\(rule.code) has one example, here or in the tests of the module that finds it")
  }

  /// Rules that no pure function of this module finds: they need the disk, a theme, what was published, or a command.
  private static let elsewhere = [
    "address.", "approve.", "edition.", "page.", "proof.", "publish.", "redact.", "redirect.", "sign-off.", "site.", "template.", "theme.",
    "register.missing", "register.no-kinds", "register.unapproved", "tool.unknown", "file.unreadable", "file.link", "file.folder",
    "file.special", "file.large", "file.unread", "file.attached", "file.many", "file.name", "file.letters", "file.twin",
  ]
}

/// One folder of `Checks/`.
struct CheckCase: Sendable, CustomTestStringConvertible {
  let name: String

  var code: String { String(name.prefix { $0 != "+" }) }
  var folder: String { CheckCase.root + "/" + name }
  var testDescription: String { name }

  static let root: String = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Checks"

  static let all: [CheckCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { $0 != "_base" && !$0.hasPrefix(".") }.sorted().map { CheckCase(name: $0) }
  }()

  /// Everything that is told about the register, as a person reads it.
  func told() throws -> String {
    var out: [UInt8] = []
    Console().append(try findings().sorted(by: Finding.inOrder).map(\.told), to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func findings() throws -> [Finding] {
    let files = try files()
    func sources(_ folder: String) -> [Source] { files.filter { $0.path.hasPrefix("Content/" + folder + "/") } }
    func source(_ name: String) throws -> Source { try #require(files.first { $0.path == "Content/" + name }) }
    let (settings, one) = readSettings(try source("register.yaml"))
    let (audiences, two) = readAudiences(sources("audiences"))
    let (kinds, three) = readKinds(sources("kinds"), for: audiences.map(\.id))
    let (metrics, four) = readMetrics(try source("metrics.yaml"))
    var findings = one + two + three + four
    guard let settings else { return findings }
    let vocabulary = Vocabulary(settings: settings, kinds: kinds, audiences: audiences, metrics: metrics)
    let day = try #require(Day("2026-06-01"))
    for folder in folders(files) {
      let (tool, wrong) = gather(folder, with: vocabulary)
      findings += wrong
      if let tool {
        findings += check(CheckContext(tool: tool, vocabulary: vocabulary, today: day, holds: { ["t", "t/record"].contains($0) }))
      }
    }
    for file in files where file.path.hasPrefix("Content/tools/") && !file.path.hasSuffix(".md") { findings += inspectFile(file) }
    return accept(findings, by: settings).open
  }

  private func folders(_ files: [Source]) -> [ToolFolder] {
    var byTool: [String: [Source]] = [:]
    for file in files {
      let parts = file.path.split(separator: "/").map(String.init)
      if parts.count == 4, parts[1] == "tools" { byTool[parts[2], default: []].append(file) }
    }
    return byTool.sorted { $0.key < $1.key }.map { id, files in
      ToolFolder(
        id: id, path: "Content/tools/" + id, documents: files.filter { $0.path.hasSuffix(".md") },
        attachments: files.filter { !$0.path.hasSuffix(".md") }.map {
          Attachment(name: String($0.path.split(separator: "/").last ?? ""), size: $0.bytes.count)
        })
    }
  }

  /// The base's files, and the example's own in their place.
  private func files() throws -> [Source] {
    var files: [String: [UInt8]] = [:]
    for folder in [CheckCase.root + "/_base", folder] {
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name != "expected.txt" {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: folder + "/" + name, isDirectory: &isFolder)
        if isFolder.boolValue { continue }
        files["Content/" + name] = expanded([UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
      }
    }
    return files.sorted { $0.key < $1.key }.map { Source(path: $0.key, bytes: $0.value) }
  }

  private func expanded(_ bytes: [UInt8]) -> [UInt8] {
    let mark = Array("@repeat ".utf8)
    guard bytes.starts(with: mark) || bytes.firstRange(of: [0x0A] + mark) != nil else { return bytes }
    var result: [UInt8] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard line.starts(with: mark) else {
        result += line + [0x0A]
        continue
      }
      let parts = line.dropFirst(mark.count).split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
      let count = Int(String(decoding: parts[0], as: UTF8.self)) ?? 0
      let lines = parts[1].elementsEqual("lines".utf8)
      if !lines { result.removeLast() }
      for _ in 0..<count { result += parts[2] + (lines ? [0x0A] : []) }
      if !lines { result.append(0x0A) }
    }
    result.removeLast()
    return result
  }
}
