import Foundation
import Ground
import Ledger
import Testing

@testable import Publishing

/// Files made piece by piece: on a stage, in a preview's folder, and compared with what stands.
@Suite struct PourTests {
  /// More than one portion of the disk layer, in pieces that end anywhere.
  private let pieces: [[UInt8]] = (0..<70).map { number in
    [UInt8](repeating: UInt8(number), count: number * 97) + Array("line \(number)\n".utf8)
  }

  private func pour(_ pieces: [[UInt8]], _ take: (Pieces) throws(DiskError) -> Poured) throws -> Poured {
    var rest = pieces[...]
    return try take { rest.popFirst() }
  }

  @Test func aStageHoldsThePiecesAsOneFile() throws {
    let scratch = try Scratch()
    let whole = pieces.flatMap { $0 }
    for (round, written) in [Written.made, .kept].enumerated() {
      let stage = try Stage(for: scratch.path + "/Site")
      let poured = try pour(pieces) { next throws(DiskError) in try stage.pour("data/all", next) }
      #expect(poured == Poured(size: whole.count, digest: Digest(of: whole), written: written), "round \(round)")
      try stage.commit()
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: scratch.path + "/Site/data/all"))) == whole)
    }
  }

  /// One byte other, one piece more, one less, and nothing at all: each is told from the same.
  @Test func aPreviewWritesOnlyWhatDiffers() throws {
    let scratch = try Scratch()
    let tree = try FileTree(at: scratch.path + "/preview")
    var other = pieces
    other[40][100] ^= 1
    let rounds: [([[UInt8]], Written)] = [
      (pieces, .made), (pieces, .kept), (other, .changed), (pieces, .changed), (pieces + [[1]], .changed),
      (Array(pieces.dropLast()), .changed), ([], .changed), ([], .kept), ([[], [7], []], .changed),
    ]
    for (number, (pieces, written)) in rounds.enumerated() {
      let whole = pieces.flatMap { $0 }
      let compared = try pour(pieces) { next throws(DiskError) in try tree.folder.compare("all", next) }
      let poured = try pour(pieces) { next throws(DiskError) in try tree.pour("all", next) }
      #expect(poured == Poured(size: whole.count, digest: Digest(of: whole), written: written), "round \(number)")
      #expect(compared == poured, "round \(number)")
      #expect(try [UInt8](Data(contentsOf: URL(fileURLWithPath: scratch.path + "/preview/all"))) == whole)
    }
    #expect(try scratch.shell("ls -A preview") == ".gazette-build\nall\n")
  }
}
