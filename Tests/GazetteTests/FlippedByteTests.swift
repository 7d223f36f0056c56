import Findings
import Foundation
import Publishing
import Testing

/// A real published site of two editions, spoilt byte by byte: each time what does not fit is named first.
///
/// The proof alone is held to every byte of a tiny site elsewhere. Here it is what readers are given, on a disk: every byte of the
/// ledger, every seventh of each edition's list and record, and of every other file the first byte, the last and one between.
@Suite struct FlippedByteTests {
  @Test func everyFileIsNamed() throws {
    let register = try SmallRegister.published()
    let site = register.path + "/Site"
    let order = VerifyOrder(site: site, older: nil, signers: nil, theme: nil, threads: 1)
    #expect(try verifySite(order).findings == [])
    let files = try FileManager.default.subpathsOfDirectory(atPath: site).sorted().filter { path in
      try FileManager.default.attributesOfItem(atPath: site + "/" + path)[.type] as? FileAttributeType == .typeRegular
    }
    var flips = 0
    var missed: [String] = []
    for path in files {
      let url = URL(fileURLWithPath: site + "/" + path)
      let whole = [UInt8](try Data(contentsOf: url))
      for place in places(whole.count, of: path) {
        var spoilt = whole
        spoilt[place] ^= UInt8(1) << UInt8(place % 8)
        try Data(spoilt).write(to: url)
        flips += 1
        let first = try verifySite(order).findings.first
        // A digest that is spoilt in a list is told of the file it no longer fits, with the list.
        let named = first.map { [$0.place.file] + $0.facts.values } ?? []
        if !named.contains(path) { missed.append("byte \(place) of \(path): \(first?.place.file ?? "nothing")") }
      }
      try Data(whole).write(to: url)
    }
    #expect(missed == [])
    #expect(flips > 700 && files.count > 60, "\(flips) bytes of \(files.count) files")
    #expect(try verifySite(order).findings == [])
  }

  private func places(_ count: Int, of path: String) -> [Int] {
    if path == "LEDGER" { return Array(0..<count) }
    let isProof = path.hasPrefix("editions/") && !path.hasSuffix(".html") && !path.contains("/source/")
    if isProof { return Array(stride(from: 0, to: count, by: 7)) }
    return [0, count / 2, count - 1].filter { $0 >= 0 && $0 < count }
  }
}
