import Foundation
import Testing

@testable import gazette

@Suite struct TerminalTests {
  @Test func aReaderThatHasGoneIsNoFailure() throws {
    let line = #"(sleep 0.2; "$GAZETTE" --help; echo "exit $?" >&2) | true"#
    #expect(try shell(line) == Outcome(exit: 0, output: "", errors: "exit 0\n"))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIs() throws {
    #expect(
      try shell(#""$GAZETTE" --help >/dev/full"#)
        == Outcome(
          exit: 4, output: "",
          errors: "gazette: results could not be written: No space left on device\n"))
  }

  @Test func aClosedStreamIs() throws {
    let outcome = try shell(#""$GAZETTE" version >&-"#)
    #expect(outcome.exit == 4)
    #expect(outcome.errors == "gazette: results could not be written: Bad file descriptor\n")
    #expect(try shell(#""$GAZETTE" versio 2>&-"#) == Outcome(exit: 2, output: "", errors: ""))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
    arguments: [
      ("", true), ("NO_COLOR=1 ", false), ("NO_COLOR= ", true), ("TERM=dumb ", false),
    ])
  func coloursOnATerminalUnlessToldNotTo(_ setting: String, _ colours: Bool) throws {
    func output(_ words: String) throws -> String {
      try shell(
        #"\#(setting)script -qec "$GAZETTE \#(words)" /dev/null"#, environment: ["TERM": "xterm"]
      ).output
    }
    #expect(try output("explain file.unreadable").contains("\u{1B}[1m") == colours)
    #expect(!(try output("explain file.unreadable --no-color").contains("\u{1B}")))
  }

  @Test func neverColoursIntoAPipe() throws {
    #expect(!(try gazette("explain", environment: ["TERM": "xterm"]).output.contains("\u{1B}")))
  }

  @Test func tellsHowFarWorkHasCome() {
    #expect(
      ProgressLine.line("Checking tools", 340, of: 1000, seconds: 12)
        == "Checking tools: 340 of 1,000, 12 s")
    #expect(
      ProgressLine.line("Writing pages", 999, of: 1_234_567, seconds: 185)
        == "Writing pages: 999 of 1,234,567, 3 min 5 s")
  }
}
