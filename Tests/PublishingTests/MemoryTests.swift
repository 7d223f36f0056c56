import Bytes
import Findings
import Ledger
import Testing

@testable import Publishing

@Suite struct MemoryTests {
  private let bytes: [UInt8] = {
    let whole = Memory.Whole(
      ground: Mark(Digest(of: "ground")), spanning: Mark(Digest(of: "spanning")),
      made: [Made(path: "index.html", mark: Mark(Digest(of: "page")))], pages: 3,
      findings: [Finding("template.endless", at: .file("quality.mustache"), ["page": "quality"])])
    guard let day = Day(year: 2026, month: 11, day: 20) else { return [] }
    var share = Share()
    share.made = [Made(path: "tools/finder/index.html", mark: .none)]
    let tool = ToolMemory("finder", past: .none, content: nil, seen: [], days: DaySpan(only: day), asked: [:], share)
    return Memory.write(Mark(Digest(of: "common")), whole, [tool])
  }()

  @Test func givesBackWhatWasPutIn() throws {
    let memory = try #require(Memory(bytes))
    #expect(memory.common == Mark(Digest(of: "common")))
    #expect(memory.whole.made.map(\.path) == ["index.html"] && memory.whole.pages == 3)
    #expect(memory.whole.findings.map(\.told.summary) == ["the page 'quality' does not come to an end"])
    #expect(memory.tools.sorted() == ["finder"])
    #expect(memory.tool("finder")?.made.map(\.path) == ["tools/finder/index.html"])
  }

  /// Whatever bit is other: there is no memory, or it is another register's, or it knows nothing of the tool, or it says the same.
  @Test func whatWasDamagedIsNotBelieved() {
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << bit
        guard let memory = Memory(damaged), let tool = memory.tool("finder") else { continue }
        let isTheSame = memory.common != Mark(Digest(of: "common")) || Memory.write(memory.common, memory.whole, [tool]) == bytes
        #expect(isTheSame, "bit \(bit) of byte \(place)")
      }
    }
  }
}
