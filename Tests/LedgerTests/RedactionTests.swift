import Ledger
import Testing

private let photo = "tools/finder/versions/1/source/photo.png"
private let old = Digest(of: "\u{0}PNG")

@Suite struct RedactionTests {
  /// The whole site with the photo gone and a fourth edition that may say so.
  private func redacted(
    _ redactions: [Redaction], frozen: [String: String] = [:]
  ) -> TinySite {
    var site = TinySite.whole
    site.files[photo] = nil
    site.redactions = redactions
    site.publish(frozen)
    return site
  }

  @Test func aListedAbsenceIsAccepted() throws {
    let site = redacted([Redaction(path: photo, old: old, edition: 4)])
    #expect(try site.flaws() == [])
    #expect(
      try extends(old: TinySite.whole.copy(), new: site.copy(), redactions: site.redactions) == [])
    #expect(
      try extends(old: TinySite.whole.copy(), new: site.copy()).map(\.told) == [
        "missing \(photo) by editions/1/SHA256SUMS"
      ])
  }

  @Test func noOtherAbsenceIs() throws {
    var site = redacted([Redaction(path: photo, old: old, edition: 4)])
    let record = "tools/finder/versions/1/source/record.md"
    site.files[record] = nil
    site.sealAll()
    #expect(try site.flaws().map(\.told) == ["missing \(record) by editions/1/SHA256SUMS"])
    #expect(
      try redacted([]).flaws().map(\.told) == ["missing \(photo) by editions/1/SHA256SUMS"])
  }

  @Test func aReplacementAndATombstoneStandInTheOldVersion() throws {
    let tombstone = photo + ".removed"
    let site = redacted(
      [Redaction(path: photo, old: old, edition: 4)], frozen: [photo: "blurred", tombstone: "why"])
    #expect(try site.flaws() == [])
    var altered = site
    altered.files[photo] = Array("\u{0}PNG".utf8)
    altered.sealAll()
    #expect(try altered.flaws().map(\.told) == ["altered \(photo) by editions/4/SHA256SUMS"])
    let register = "editions/1/source/register.yaml"
    let settings = redacted(
      [
        Redaction(path: photo, old: old, edition: 4),
        Redaction(path: register, old: Digest(of: "title: Register\n"), edition: 4),
      ], frozen: [register: "title: R\n"])
    #expect(try settings.flaws() == [])
  }

  @Test func whatWasRedactedMustBeGone() throws {
    var site = redacted([Redaction(path: photo, old: old, edition: 4)])
    site.files[photo] = Array("\u{0}PNG".utf8)
    site.sealAll()
    #expect(try site.flaws().map(\.told) == ["unredacted \(photo) by LEDGER"])
  }

  @Test(arguments: [
    Redaction(path: photo, old: Digest(of: "other"), edition: 4),
    Redaction(path: photo, old: old, edition: 1),
    Redaction(path: "tools/none/versions/1/source/a", old: old, edition: 4),
    Redaction(
      path: "editions/1/edition.json", old: Digest(of: "{\"edition\": 1}\n"), edition: 4),
    Redaction(path: "index.html", old: old, edition: 4),
    Redaction(
      path: "editions/1/SHA256SUMS", old: Digest(of: TinySite.whole.files["editions/1/SHA256SUMS"] ?? []),
      edition: 2),
  ])
  func redactionsOfNothing(_ redaction: Redaction) throws {
    #expect(
      try redacted([redaction]).flaws().first?.told
        == "unfounded \(redaction.path) by editions/\(redaction.edition)/edition.json")
  }

  @Test func anEditionThatIsNotThereRedactsNothing() throws {
    let site = redacted([Redaction(path: photo, old: old, edition: 5)])
    #expect(try site.flaws().first?.told == "missing \(photo) by editions/1/SHA256SUMS")
  }
}

@Suite struct ExtendsTests {
  private func grown(_ change: (inout TinySite) -> Void = { _ in }) -> TinySite {
    var site = TinySite.whole
    site.publish(["tools/triage/versions/2/source/record.md": "more\n"])
    site.publish([:])
    change(&site)
    return site
  }

  @Test func aLaterCopyExtendsEveryEarlierOne() throws {
    var sites = [TinySite()]
    for number in 1...6 {
      var next = sites[number - 1]
      next.publish(["tools/finder/versions/\(number)/source/record.md": "version \(number)"])
      sites.append(next)
    }
    for old in 1...6 {
      for new in 1...6 {
        let flaws = try extends(old: sites[old].copy(), new: sites[new].copy())
        let expected = new >= old ? [] : ["shorter LEDGER:0"]
        #expect(flaws.map { "\($0.kind) \($0.file):\($0.line)" } == expected)
      }
    }
  }

  @Test func aLedgerAloneIsEnough() throws {
    var old = TinySite.whole
    old.files = old.files.filter { $0.key == "LEDGER" }
    #expect(try extends(old: old.copy(), new: grown().copy()) == [])
    let record = "tools/triage/versions/1/source/record.md"
    let spoilt = grown { $0.files[record] = Array("x".utf8) }
    #expect(
      try extends(old: old.copy(), new: spoilt.copy()).map(\.told) == [
        "altered \(record) by editions/2/SHA256SUMS"
      ])
  }

  @Test func everyFrozenFileOfTheOldIsLookedAt() throws {
    var frozen = 0
    for path in TinySite.whole.paths where path.contains("/source/") || path.hasSuffix("edition.json") {
      frozen += 1
      let gone = grown { $0.files[path] = nil }
      #expect(try extends(old: TinySite.whole.copy(), new: gone.copy()).map(\.file) == [path])
      let spoilt = grown { $0.files[path]?.append(0) }
      #expect(try extends(old: TinySite.whole.copy(), new: spoilt.copy()).map(\.file) == [path])
    }
    #expect(frozen == 10)
  }

  @Test func aSpoiltOldCopyIsToldApart() throws {
    var old = TinySite.whole
    old.files["editions/2/SHA256SUMS"]?.append(0x0A)
    #expect(
      try extends(old: old.copy(), new: grown().copy()).map(\.told) == [
        "altered editions/2/SHA256SUMS by LEDGER in old"
      ])
    old.files["LEDGER"] = Array("garbage\n".utf8)
    #expect(
      try extends(old: old.copy(), new: grown().copy()).map(\.told) == [
        "misspelt LEDGER:1 found digest in old"
      ])
    old.files["LEDGER"] = nil
    #expect(
      try extends(old: old.copy(), new: grown().copy()).map(\.told) == ["missing LEDGER in old"])
  }
}
