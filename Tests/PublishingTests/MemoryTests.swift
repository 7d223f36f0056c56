import Bytes
import Findings
import Ledger
import Testing
import Views

@testable import Publishing

@Suite struct MemoryTests {
  private let day = Day(year: 2026, month: 11, day: 20)

  private func tool(_ id: String, in leavings: Leavings) throws -> ToolMemory {
    var share = Share()
    share.output.made = [Made(path: "tools/\(id)/index.html", mark: .none)]
    share.output.findings = [Finding("template.endless", at: .file("tool.mustache"), ["page": "tool"])]
    let making = Making(
      id, past: .none, content: nil, seen: [], days: DaySpan(only: try #require(day)), asked: ["other": true], share)
    return try ToolMemory(making, nil, [], in: leavings)
  }

  private func written() throws -> [UInt8] {
    var lists = Spanned(Mark(Digest(of: "lists")))
    lists.output.made = [Made(path: "index.html", mark: Mark(Digest(of: "page")))]
    lists.output.pages = 3
    lists.output.findings = [Finding("template.endless", at: .file("quality.mustache"), ["page": "quality"])]
    let elsewhere = try Leavings()
    let leavings = try Leavings()
    let tools = [try tool("here", in: leavings), try tool("finder", in: elsewhere)]
    try Memory(common: Mark(Digest(of: "common")), spanning: [.lists: lists], tools: tools).write(to: leavings)
    return try leavings.read(Stretch(offset: 0, length: leavings.size))
  }

  private func memory(_ bytes: [UInt8]) throws -> Memory? {
    let leavings = try Leavings()
    _ = try leavings.add(bytes)
    return Memory(leavings)
  }

  @Test func givesBackWhatWasPutIn() throws {
    let memory = try #require(try memory(written()))
    #expect(memory.common == Mark(Digest(of: "common")))
    let lists = try #require(memory.spanning[.lists])
    #expect(lists.mark == Mark(Digest(of: "lists")) && lists.output.made.map(\.path) == ["index.html"] && lists.output.pages == 3)
    #expect(lists.output.findings.map(\.told.summary) == ["the page 'quality' does not come to an end"])
    #expect(memory.spanning.count == 1 && memory.tools.keys.sorted() == ["finder", "here"])
    for id in ["finder", "here"] {
      let making = try #require(memory.tools[id]?.making)
      #expect(making.id == id && making.output.made.map(\.path) == ["tools/\(id)/index.html"] && making.asked == ["other": true])
      #expect(making.output.findings.map(\.told.summary) == ["the page 'tool' does not come to an end"])
    }
  }

  /// Whatever bit is other: there is no memory, or it knows nothing of a tool.
  @Test func whatWasDamagedIsNotBelieved() throws {
    let bytes = try written()
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << bit
        let known = try memory(damaged)?.tools.values.filter { $0.making != nil } ?? []
        #expect(known.count < 2, "bit \(bit) of byte \(place)")
      }
    }
  }

  @Test func whatWasCutOffIsNotBelieved() throws {
    let bytes = try written()
    for count in bytes.indices { #expect(try memory(Array(bytes[..<count])) == nil, "\(count) bytes") }
  }
}
