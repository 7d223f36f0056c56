package import Bytes
package import Findings
import Ledger

/// What was told at the end of a build of which everything still stands: then nothing is read, and the same is told again.
package struct Glance: Sendable {
  package let pages: Int
  package let findings: [Finding]

  private static let form = "gazette glance 3"

  /// What the last build into a place told, where all it saw and made stands as it did on that day.
  package init?(_ keeper: MemoryKeeper, _ standing: Standing, of root: Folder, into target: String, on day: Day) {
    guard standing.isWhole, let bytes = keeper.glance, let place = try? FileTree(over: Folder(opening: target, called: target)).standing(),
      keeper.holds(place)
    else { return nil }
    var unpacker = Unpacker(bytes)
    do throws(Unpacker.Damaged) {
      guard var told = try unpacker.next(MarkedBytes.self).unpacker, unpacker.isAtEnd else { return nil }
      guard try told.next(String.self) == Glance.form, try told.next(Day.self) == day,
        try told.next(Mark.self) == standing.memory.mark, try told.next(MarkedNames.self).stand(in: root.descriptor)
      else { return nil }
      pages = try told.next()
      findings = try told.next()
    } catch { return nil }
  }

  /// - Parameters:
  ///   - memory: the mark of what stands beside it.
  ///   - seen: all that was read but for the tools.
  static func packed(
    on day: Day, beside memory: Mark, _ seen: MarkedNames, pages: Int, findings: [Finding]
  ) -> [UInt8] {
    var packer = Packer()
    packer.put(form)
    packer.put(day)
    packer.put(memory)
    packer.put(seen)
    packer.put(pages)
    packer.put(findings)
    return Packer(MarkedBytes(packer)).bytes
  }
}
