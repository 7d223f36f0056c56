import Bytes
import Ledger
import Testing

@Suite struct VerifyTests {
  @Test func aWholeSiteHasNoFlaw() throws {
    #expect(try TinySite.whole.flaws() == [])
    #expect(TinySite.whole.paths.count == 24)
  }

  /// Spoils each file in turn and expects the first flaw to name it: as the file, or as the list that disagrees with another file.
  private func spoil(_ change: (inout [UInt8]) -> Void) throws {
    for path in TinySite.whole.paths {
      var site = TinySite.whole
      var bytes = site.files[path] ?? []
      change(&bytes)
      guard bytes != site.files[path] else { continue }
      site.files[path] = bytes
      let first = try site.flaws().first
      #expect(first?.file == path || first?.list == path, "\(path): \(first?.told ?? "no flaw")")
    }
  }

  @Test(arguments: TinySite.whole.paths) func everyByteCounts(_ path: String) throws {
    let whole = TinySite.whole
    let known = whole.files.mapValues { Digest(of: $0) }
    var missed: [String] = []
    for index in (whole.files[path] ?? []).indices {
      for bit in [UInt8(1), 0x20, 0x80] {
        var files = whole.files
        files[path]?[index] ^= bit
        let copy = SiteCopy(
          entries: files.map { SiteCopy.Entry(path: $0.key, size: $0.value.count) },
          bytes: { files[$0] ?? [] },
          digest: { $0 == path ? Digest(of: files[$0] ?? []) : known[$0] ?? Digest(of: "") })
        let first = try verify(copy).first
        if first?.file != path, first?.list != path {
          missed.append("byte \(index): \(first?.told ?? "no flaw")")
        }
      }
    }
    #expect(missed == [])
  }

  @Test func everyFileCutShortOrGrownIsNamed() throws {
    try spoil { $0.removeAll() }
    try spoil { _ = $0.popLast() }
    try spoil { $0.removeFirst() }
    try spoil { $0.append(0x0A) }
    try spoil { $0.append(0) }
    try spoil { $0.insert(0x20, at: 0) }
    try spoil { bytes in bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    try spoil { bytes in bytes += bytes }
  }

  @Test func everyFileRemovedIsNamed() throws {
    for path in TinySite.whole.paths {
      var site = TinySite.whole
      site.files[path] = nil
      #expect(try site.flaws().first?.kind == .missing)
      #expect(try site.flaws().first?.file == path)
      // A half-made copy may have a link or a name in capitals instead.
      let link = SiteCopy.Entry(path: path, size: 1, isFile: false)
      #expect(try site.flaws(extra: [link]).first?.kind == .irregular)
      site.files[path.uppercased() == path ? path.lowercased() : path.uppercased()] =
        TinySite.whole.files[path]
      #expect(try site.flaws().first?.file == path)
      #expect(try site.flaws().first?.found.lowercased() == path.lowercased())
    }
  }

  @Test(arguments: [
    "a.html", "tools/finder/versions/1/source/added.md", "tools/finder/versions/9/source/record.md",
    "tools/new/versions/1/source/record.md", "tools/finder/versions/01/source/record.md",
    "editions/1/source/added.yaml", "editions/4/edition.json",
    "editions/1/SHA256SUMS.old", "editions/01/edition.json", "editions/1/extra/deep.json",
    "LEDGER.sig", ".hidden", "editions/x/y", "SHA256SUMS/x",
  ])
  func everyFileAddedIsNamed(_ path: String) throws {
    var site = TinySite.whole
    site.files[path] = Array("added".utf8)
    #expect(try site.flaws().map(\.kind) == [.unlisted])
    #expect(try site.flaws().first?.file == path)
    // Whoever adds to where editions freeze gains nothing by listing it.
    site.sealAll()
    let frozen = path.hasPrefix("tools/") || path.hasPrefix("editions/")
    #expect(try site.flaws().map(\.file) == (frozen ? [path] : []))
  }

  /// Whoever is told of each file of an edition that the ledger does not know would take a genuine one away.
  @Test func aLedgerCutShortIsNoFilesToTakeAway() throws {
    var site = TinySite.whole
    let lines = (site.files[ProofPath.ledger] ?? []).split(separator: 0x0A)
    site.files[ProofPath.ledger] = Array(lines.dropLast().joined(separator: [0x0A])) + [0x0A]
    #expect(
      try site.flaws().map(\.told).map { $0.prefix { $0 != " " } + " " + ($0.split(separator: " ").dropFirst().first ?? "") }
        == ["unledgered editions/3/SHA256SUMS", "altered LEDGER"])
    site = TinySite.whole
    site.files["editions/4/SHA256SUMS"] = Array("added".utf8)
    #expect(try site.flaws().map(\.kind) == [.unledgered])
  }

  @Test func namesThatAreTwoFilesSomewhereAreRefused() throws {
    for path in ["\u{212A}", "../up", "a//b", "caf\u{E9}", "a\nb", "/x", "-", "editions/1/../2", ""] {
      let entry = SiteCopy.Entry(path: path, size: 1)
      #expect(try TinySite.whole.flaws(extra: [entry]).map(\.told) == ["unplain \(path)"])
    }
  }

  @Test func everyTwoFilesSwappedAreNamed() throws {
    let paths = TinySite.whole.paths
    for (index, one) in paths.enumerated() {
      for other in paths[(index + 1)...] {
        var site = TinySite.whole
        guard site.files[one] != site.files[other] else { continue }
        (site.files[one], site.files[other]) = (site.files[other], site.files[one])
        let first = try site.flaws().first
        #expect(first.map { [$0.file, $0.list].contains { $0 == one || $0 == other } } == true)
      }
    }
  }

  @Test func twoVersionsSwappedWithTheSitesListMadeToFit() throws {
    var site = TinySite.whole
    let one = "tools/finder/versions/1/source/record.md"
    let other = "tools/finder/versions/2/source/record.md"
    (site.files[one], site.files[other]) = (site.files[other], site.files[one])
    site.sealAll()
    #expect(
      try site.flaws().map(\.told) == [
        "altered \(one) by editions/1/SHA256SUMS", "altered \(other) by editions/2/SHA256SUMS",
      ])
  }

  /// One forger, always more thorough: each list made to fit moves the flaw one list up, until only an older copy can tell.
  @Test func aForgerMustRemakeEverythingAfter() throws {
    var site = TinySite.whole
    site.files["editions/2/edition.json"] = Array("{\"edition\": 2, \"date\": \"2001-01-01\"}\n".utf8)
    site.sealAll()
    #expect(
      try site.flaws().map(\.told) == ["altered editions/2/edition.json by editions/2/SHA256SUMS"])
    site.sealEditionAgain(2)
    site.sealAll()
    #expect(
      try site.flaws().first?.told == "altered editions/2/SHA256SUMS by LEDGER")
    site.sealLedgerAgain()
    site.sealAll()
    #expect(try site.flaws().first?.told == "unchained editions/3/SHA256SUMS by LEDGER")
    site.sealEditionAgain(3)
    site.sealAll()
    #expect(try site.flaws().first?.told == "altered editions/3/SHA256SUMS by LEDGER")
    site.sealLedgerAgain()
    site.sealAll()
    #expect(try site.flaws() == [])
    let flaws = try extends(old: TinySite.whole.copy(), new: site.copy())
    #expect(flaws.map { "\($0.kind) \($0.file):\($0.line)" } == ["rewritten LEDGER:2"])
  }

  @Test func aLostLedgerIsOneFlaw() throws {
    var site = TinySite.whole
    site.files["LEDGER"] = nil
    #expect(try site.flaws().map(\.told) == ["missing LEDGER"])
    site.files["LEDGER"] = Array("x\n".utf8)
    #expect(try site.flaws().map(\.told) == ["misspelt LEDGER:1 found digest"])
  }

  @Test func anEditionCutOut() throws {
    var site = TinySite.whole
    let lines = (site.files["LEDGER"] ?? []).split(separator: 0x0A)
    site.files["LEDGER"] = Array((lines[0] + [0x0A] + lines[2] + [0x0A]))
    site.sealAll()
    #expect(try site.flaws().first?.told == "misspelt LEDGER:2 found sequence")
  }
}

@Suite struct SequenceTests {
  private func flaws(_ editions: [[String: String]]) throws -> [String] {
    var site = TinySite()
    for edition in editions { site.publish(edition) }
    return try site.flaws().map(\.told)
  }

  private func version(_ number: Int, _ file: String = "record.md") -> String {
    "tools/finder/versions/\(number)/source/\(file)"
  }

  @Test func versionsFollowEachOther() throws {
    #expect(try flaws([[version(1): "a"], [:], [version(2): "a"]]) == [])
    #expect(
      try flaws([[version(2): "a"]]) == [
        "skipped \(version(2)) by editions/1/SHA256SUMS expected 1 found 2"
      ])
    #expect(
      try flaws([[version(1): "a"], [version(3): "a"]]) == [
        "skipped \(version(3)) by editions/2/SHA256SUMS expected 2 found 3"
      ])
    #expect(
      try flaws([[version(1): "a", version(2): "b"]])
        == [
          "skipped \(version(2)) by editions/1/SHA256SUMS expected 2 found 2"
        ].map { $0.replacing("expected 2", with: "expected 1") })
  }

  @Test func whatIsFrozenStaysSo() throws {
    #expect(
      try flaws([[version(1): "a"], [version(1): "a"]]) == [
        "refrozen \(version(1)) by editions/2/SHA256SUMS"
      ])
    #expect(
      try flaws([[version(1): "a"], [version(1, "late.md"): "b"]])
        == [
          "misplaced \(version(1, "late.md")) by editions/2/SHA256SUMS",
          "unlisted \(version(1, "late.md")) by LEDGER",
        ].prefix(1).map { $0 })
  }

  @Test func anEditionFreezesOnlyItsOwn() throws {
    for path in ["index.html", "editions/7/edition.json", "editions/1/SHA256SUMS.sig", "a/b"] {
      #expect(
        try flaws([[:], [path: "x"]]).first
          == "misplaced \(path) by editions/2/SHA256SUMS")
    }
  }

  @Test func anEditionListsItsRecord() throws {
    var site = TinySite()
    site.publish([:])
    let line = SumsFile.Line(digest: Digest(of: "x"), path: "editions/1/source/a.yaml")
    site.files[ProofPath.record(1)] = nil
    site.files[line.path] = Array("x".utf8)
    site.files[ProofPath.sums(1)] = try SumsFile.listing([line]).get().bytes
    site.sealLedgerAgain()
    site.sealAll()
    #expect(
      try site.flaws().map(\.told) == [
        "unrecorded editions/1/SHA256SUMS expected editions/1/edition.json"
      ])
  }
}
