import Foundation

/// What a run of the built program left: exactly what people, scripts and terminals get.
struct Outcome: Equatable {
  var exit: Int32
  var output: String
  var errors: String
}

/// Runs the program that was built with these tests.
///
/// - Parameters:
///   - words: what follows `gazette`.
///   - environment: added to a bare one, so that no setting of this machine matters.
func gazette(_ words: String..., environment: [String: String] = [:]) throws -> Outcome {
  try gazette(words, environment: environment)
}

func gazette(_ words: [String], environment: [String: String] = [:]) throws -> Outcome {
  try run(programPath, words, environment)
}

/// Runs a line of shell in which `$GAZETTE` is the program.
func shell(_ line: String, environment: [String: String] = [:]) throws -> Outcome {
  try run("/bin/sh", ["-c", line], environment)
}

/// The program stands beside the test bundle.
let programPath: String = {
  let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
  let beside = bundle.appendingPathComponent("gazette").path
  if FileManager.default.isExecutableFile(atPath: beside) { return beside }
  return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent(".build/debug/gazette").path
}()

private func run(
  _ path: String, _ words: [String], _ environment: [String: String]
) throws -> Outcome {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("gazette-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let streams = ["out", "err"].map { folder.appendingPathComponent($0) }
  for stream in streams { try Data().write(to: stream) }

  let process = Process()
  process.executableURL = URL(fileURLWithPath: path)
  process.arguments = words
  process.environment = ["PATH": "/usr/bin:/bin", "LC_ALL": "C", "GAZETTE": programPath]
    .merging(environment) { _, new in new }
  process.standardInput = FileHandle.nullDevice
  process.standardOutput = try FileHandle(forWritingTo: streams[0])
  process.standardError = try FileHandle(forWritingTo: streams[1])
  try process.run()
  process.waitUntilExit()
  let texts = try streams.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  return Outcome(exit: process.terminationStatus, output: texts[0], errors: texts[1])
}
