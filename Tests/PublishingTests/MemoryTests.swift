import Bytes
import Findings
import Ground
import Ledger
import Testing
import Views

@testable import Publishing

@Suite struct MemoryTests {
  private let day = Day(year: 2026, month: 11, day: 20)

  private func tool(_ id: String, in leavings: Leavings) throws -> ToolMemory {
    let finding = Finding("template.endless", at: .file("tool.mustache"), ["page": "tool"])
    let making = Making(
      past: .none, content: nil, days: DaySpan(only: try #require(day)), asked: ["other": true], pages: 2, findings: [finding])
    let made = MarkedNames(of: id, [Made(path: "tools/\(id)/index.html", mark: Mark(Digest(of: id)))])
    return try ToolMemory(id, making, Look(seen: [], isPlain: true, made: made), nil, [], in: leavings)
  }

  /// The list, and what the tools left.
  private func written() throws -> (list: [UInt8], left: [UInt8]) {
    var lists = Spanned(Mark(Digest(of: "lists")))
    lists.output.made = [Made(path: "index.html", mark: Mark(Digest(of: "page")))]
    lists.output.pages = 3
    lists.output.findings = [Finding("template.endless", at: .file("quality.mustache"), ["page": "quality"])]
    let leavings = try Leavings()
    let tools = [try tool("here", in: leavings), try tool("finder", in: leavings)]
    let memory = Memory(common: Mark(Digest(of: "common")), spanning: [.lists: lists], tools: tools, in: leavings)
    return (memory.list().bytes, try leavings.read(Stretch(offset: 0, length: leavings.size)))
  }

  private func memory(_ list: [UInt8], _ left: [UInt8]) throws -> Memory? {
    let leavings = try Leavings()
    _ = try leavings.add(left)
    return Memory(list, in: leavings)
  }

  /// How many tools can be gone by.
  private func known(_ memory: Memory?) -> Int {
    memory?.tools.values.filter { tool in Piece.all.allSatisfy { (try? tool.read($0)) != nil } }.count ?? 0
  }

  @Test func givesBackWhatWasPutIn() throws {
    let (list, left) = try written()
    let memory = try #require(try memory(list, left))
    #expect(memory.common == Mark(Digest(of: "common")))
    let lists = try #require(memory.spanning[.lists])
    #expect(lists.mark == Mark(Digest(of: "lists")) && lists.output.made.map(\.path) == ["index.html"] && lists.output.pages == 3)
    #expect(lists.output.findings.map(\.told.summary) == ["the page 'quality' does not come to an end"])
    #expect(memory.spanning.count == 1 && memory.tools.keys.sorted() == ["finder", "here"])
    for id in ["finder", "here"] {
      let making = try #require(memory.tools[id]?.making)
      #expect(try memory.tools[id]?.look().made.files == [Made(path: "tools/\(id)/index.html", mark: Mark(Digest(of: id)))])
      #expect(making.pages == 2 && making.asked == ["other": true])
      #expect(making.findings.map(\.told.summary) == ["the page 'tool' does not come to an end"])
    }
  }

  /// Whatever bit is other: there is no memory, or it knows nothing of a tool.
  @Test func whatWasDamagedIsNotBelieved() throws {
    let (list, left) = try written()
    let leavings = try Leavings()
    _ = try leavings.add(left)
    eachDamage(of: list) { damaged, what in #expect(Memory(damaged, in: leavings) == nil, "list: \(what)") }
    try eachDamage(of: left) { damaged, what in
      let known = try known(memory(list, damaged))
      #expect(known < 2, "left: \(what)")
    }
  }

  private func eachDamage(of bytes: [UInt8], _ use: ([UInt8], String) throws -> Void) rethrows {
    for place in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[place] ^= 1 << bit
        try use(damaged, "bit \(bit) of byte \(place)")
      }
    }
  }

  @Test func whatWasCutOffIsNotBelieved() throws {
    let (list, left) = try written()
    for count in list.indices { #expect(try memory(Array(list[..<count]), left) == nil, "\(count) bytes of the list") }
    for count in left.indices { #expect(try known(memory(list, Array(left[..<count]))) < 2, "\(count) bytes of what was left") }
  }

  /// What nobody remembers any more is left behind once it is most of what stands there, and all else goes on as it was.
  @Test func movesWhatIsRemembered() throws {
    let leavings = try Leavings()
    let tools = [try tool("here", in: leavings), try tool("finder", in: leavings)]
    let memory = Memory(common: .none, spanning: [:], tools: tools, in: leavings)
    #expect(!memory.isMostlyDead)
    _ = try leavings.add(Array(repeating: 0, count: leavings.size + 2))
    #expect(memory.isMostlyDead)
    let moved = try memory.moved(to: Leavings())
    #expect(moved.leavings.size == tools.reduce(0) { $0 + $1.size } && known(moved) == 2 && !moved.isMostlyDead)
  }

  /// Two processes that add to the same leavings do not write over each other.
  @Test func addsAfterWhatOthersAdded() throws {
    let scratch = try Scratch()
    let folder = try Folder(opening: scratch.path)
    let one = try Leavings(making: "left", in: folder)
    let first = try one.add([1, 2, 3])
    let other = try Leavings(opening: "left", in: folder, adds: true)
    let (second, third) = (try other.add([4, 5]), try one.add([6]))
    #expect(try one.read(first) == [1, 2, 3] && one.read(second) == [4, 5] && one.read(third) == [6])
  }
}
