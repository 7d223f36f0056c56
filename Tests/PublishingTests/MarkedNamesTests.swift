import Bytes
import Ground
import Testing

@testable import Publishing

/// A folder that was seen is known again, and any change of what stands there is seen.
@Suite struct MarkedNamesTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    _ = try scratch.shell("mkdir -p at/a/empty at/b && echo one > at/a/one && echo two > at/b/two")
  }

  private func names(since start: Int64 = .max) throws -> MarkedNames {
    try Folder(opening: scratch.path).names(in: "at", called: "", since: start)
  }

  @Test func whatStandsIsKnownAgain() throws {
    let (names, root) = (try names(), try Folder(opening: scratch.path))
    #expect(names.stand(in: root.descriptor))
    #expect(names.files.map(\.path) == ["at/a/one", "at/b/two"])
    #expect(try names == self.names() && names.hasSameNames(as: self.names()))
    let packed = Packer(names).bytes
    var unpacker = Unpacker(packed)
    #expect(try unpacker.next(MarkedNames.self) == names)
  }

  @Test(arguments: [
    "echo other > at/a/one", "rm at/b/two", "touch at/a/empty/new", "touch at/new", "mkdir at/b/new", "rmdir at/a/empty", "rm -r at",
    "mv at/a at/c && ln -s c at/a", "mv at c && ln -s c at", "rm at/a/one && mkdir at/a/one", "rm at/a/one && ln -s two at/a/one",
  ])
  func whatChangedIsSeen(_ change: String) throws {
    let (names, root) = (try names(), try Folder(opening: scratch.path))
    _ = try scratch.shell("sleep 0.02; " + change)
    #expect(!names.stand(in: root.descriptor))
  }

  /// The clock of a disk goes in steps: what was touched since a build began is not known by its times.
  @Test func whatWasTouchedMeanwhileIsNotKnown() throws {
    let root = try Folder(opening: scratch.path)
    let start = try #require(try root.entry("at")).changed
    #expect(try !names(since: start).stand(in: root.descriptor))
    #expect(try !names().known(since: start).stand(in: root.descriptor))
    #expect(try names().known(since: start + 60_000_000_000) == names())
  }

  @Test func whatIsNotThereIsKnownAsNotThere() throws {
    let root = try Folder(opening: scratch.path)
    var names = MarkedNames(in: "")
    names.add("Site", in: root, since: .max)
    #expect(names.stand(in: root.descriptor))
    _ = try scratch.shell("mkdir Site")
    #expect(!names.stand(in: root.descriptor))
  }
}
