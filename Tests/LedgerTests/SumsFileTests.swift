import Ledger
import Testing

private let zeros = String(repeating: "0", count: 64)
private let ones = String(repeating: "1", count: 64)

private func lines(_ paths: [String]) -> [SumsFile.Line] {
  paths.map { SumsFile.Line(digest: Digest(of: $0), path: $0) }
}

@Suite struct SumsFileTests {
  @Test func sortsByByteAndReadsItsOwnSpelling() throws {
    let sums = try SumsFile.listing(lines(["b", "a/b", "a-b", "a", "B", "a b"])).get()
    #expect(sums.lines.map(\.path) == ["B", "a", "a b", "a-b", "a/b", "b"])
    #expect(try SumsFile.reading(sums.bytes).get() == sums)
    for line in sums.lines { #expect(sums[line.path] == line.digest) }
    for path in ["", "A", "aa", "a/", "c"] { #expect(sums[path] == nil) }
  }

  /// Each spelling that is not the one: its text, the line and the reason.
  @Test(
    arguments: [
      ("", 1, .empty),
      ("\n", 1, .digest),
      ("\(zeros)  a", 1, .unterminated),
      ("\(zeros)  a\n\(ones)  b", 2, .unterminated),
      ("\(zeros)  a\r\n", 1, .carriageReturn),
      ("\(zeros)  a\r\n\(ones)  b\n", 1, .carriageReturn),
      ("\(zeros)  a\n\n", 2, .digest),
      ("\(zeros)  a\n ", 2, .digest),
      ("\(zeros)  a\n\u{0}", 2, .digest),
      ("\u{FEFF}\(zeros)  a\n", 1, .digest),
      (" \(zeros)  a\n", 1, .digest),
      ("\\\(zeros)  a\n", 1, .digest),
      ("# comment\n", 1, .digest),
      ("SHA256 (a) = \(zeros)\n", 1, .digest),
      ("\(zeros.dropLast())  a\n", 1, .digest),
      ("\(zeros.dropLast())A  a\n", 1, .digest),
      ("\(zeros)0  a\n", 1, .spaces),
      ("\(zeros) a\n", 1, .spaces),
      ("\(zeros) *a\n", 1, .spaces),
      ("\(zeros)\t\ta\n", 1, .spaces),
      ("\(zeros)\n", 1, .spaces),
      ("\(zeros)  \n", 1, .name(.empty)),
      ("\(zeros)  a\n\(ones)  a\n", 2, .duplicate),
      ("\(zeros)  a\n\(zeros)  a\n", 2, .duplicate),
      ("\(zeros)  b\n\(ones)  a\n", 2, .unsorted),
      ("\(zeros)  a\n\(ones)  c\n\(ones)  b\n", 3, .unsorted),
      ("\(zeros)  /etc/passwd\n", 1, .name(.absolute)),
      ("\(zeros)  ../a\n", 1, .name(.step)),
      ("\(zeros)  a/../b\n", 1, .name(.step)),
      ("\(zeros)  a/..\n", 1, .name(.step)),
      ("\(zeros)  ..\n", 1, .name(.step)),
      ("\(zeros)  .\n", 1, .name(.step)),
      ("\(zeros)  ./a\n", 1, .name(.step)),
      ("\(zeros)  a//b\n", 1, .name(.step)),
      ("\(zeros)  a/\n", 1, .name(.step)),
      ("\(zeros)  -\n", 1, .name(.dash)),
      ("\(zeros)  a\\b\n", 1, .name(.backslash)),
      ("\(zeros)  a\u{7}b\n", 1, .name(.control)),
      ("\(zeros)  a\u{0}b\n", 1, .name(.control)),
      ("\(zeros)  a\u{7F}\n", 1, .name(.control)),
      ("\(zeros)  a\rb\n", 1, .name(.control)),
      ("\(zeros)  caf\u{E9}\n", 1, .name(.foreign)),
      ("\(zeros)  cafe\u{301}\n", 1, .name(.foreign)),
      ("\(zeros)  \u{212A}\n", 1, .name(.foreign)),
    ] as [(String, Int, SumsFile.Reason)])
  func refusesEveryOtherSpelling(_ text: String, _ line: Int, _ reason: SumsFile.Reason) {
    #expect(
      SumsFile.reading(Array(text.utf8)) == .failure(SumsFile.Mistake(line: line, reason: reason)))
  }

  @Test(
    arguments: [
      ([], 1, .empty), (["a", "b", "a"], 3, .duplicate), (["a", "b\n"], 2, .name(.control)),
      (["a", ""], 2, .name(.empty)),
    ] as [([String], Int, SumsFile.Reason)])
  func refusesToWriteWhatItWouldNotRead(
    _ paths: [String], _ line: Int, _ reason: SumsFile.Reason
  ) {
    #expect(
      SumsFile.listing(lines(paths)) == .failure(SumsFile.Mistake(line: line, reason: reason)))
  }

  @Test(arguments: ["...", "..a", "a..b/c.", ".hidden", "a/.b", "--", "a -", " ", "*a", "a'b\"c"])
  func plainNamesThatOnlyLookOdd(_ path: String) { #expect(nameFault(of: path) == nil) }

  /// No single changed byte gives a second spelling of the same list.
  @Test func everyChangedByteIsAnotherListOrNone() throws {
    let sums = try SumsFile.listing(lines(["a", "b/c"])).get()
    var accepted = 0
    var ambiguous: [Int] = []
    for index in sums.bytes.indices {
      let byte = sums.bytes[index]
      let others = (0..<8).map { byte ^ 1 << $0 } + Array("\n\r \0\\/.aAfF09".utf8)
      for value in others where value != byte {
        var bytes = sums.bytes
        bytes[index] = value
        guard case .success(let other) = SumsFile.reading(bytes) else { continue }
        accepted += 1
        if other == sums || other.bytes != bytes { ambiguous.append(index) }
      }
    }
    #expect(ambiguous == [])
    #expect(accepted > 128 * 3)
  }

  @Test func aLedgerHasEditionsInOrder() throws {
    var ledger = LedgerFile()
    for number in 1...12 {
      ledger.append(Digest(of: "edition \(number)"))
      #expect(try LedgerFile.reading(ledger.bytes).get() == ledger)
    }
    #expect(ledger[10] == Digest(of: "edition 10"))
    #expect(ledger[0] == nil && ledger[13] == nil)
    let text = String(decoding: ledger.bytes, as: UTF8.self)
    for (from, to, line) in [
      ("editions/2/", "editions/1/", 2), ("editions/2/", "editions/02/", 2),
      ("editions/1/", "editions/0/", 1), ("editions/12/", "editions/13/", 12),
      ("editions/9/SHA256SUMS", "editions/9/SHA256SUMS.sig", 9),
    ] {
      let changed = text.split(separator: from, maxSplits: 1).joined(separator: to)
      #expect(
        LedgerFile.reading(Array(changed.utf8))
          == .failure(SumsFile.Mistake(line: line, reason: .sequence)))
    }
  }
}
