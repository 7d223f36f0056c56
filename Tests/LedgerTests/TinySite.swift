import Bytes
import Ledger

/// A small site held in memory, made edition by edition as a publisher would, and spoilt as an attacker would.
struct TinySite {
  var files: [String: [UInt8]] = [:]
  var redactions: [Redaction] = []
  private(set) var ledger = LedgerFile()

  /// Three editions of two tools: the first tool has three versions, the second comes with edition two.
  static let whole: TinySite = {
    var site = TinySite()
    site.publish([
      "tools/finder/versions/1/source/record.md": "a record\n",
      "tools/finder/versions/1/source/photo.png": "\u{0}PNG",
      "editions/1/source/register.yaml": "title: Register\n",
    ])
    site.publish([
      "tools/finder/versions/2/source/record.md": "a better record\n",
      "tools/triage/versions/1/source/record.md": "another record\n",
    ])
    site.publish([
      "tools/finder/versions/3/source/record.md": "the best record\n",
      "editions/3/source/register.yaml": "title: The register\n",
    ])
    return site
  }()

  /// Makes the next edition; what a sums file cannot list is left out, for hostile tests put it in by hand.
  mutating func publish(_ frozen: [String: String]) {
    let edition = ledger.count + 1
    var lines: [SumsFile.Line] = []
    var all = frozen
    all[ProofPath.record(edition)] = "{\"edition\": \(edition)}\n"
    for (path, text) in all {
      files[path] = Array(text.utf8)
      lines.append(SumsFile.Line(digest: Digest(of: text), path: path))
    }
    guard case .success(let sealed) = sealEdition(lines, after: ledger) else { return }
    ledger = sealed.ledger
    files[ProofPath.sums(edition)] = sealed.sums.bytes
    files[ProofPath.signature(edition)] = Array("signature \(edition)\n".utf8)
    files[ProofPath.ledger] = ledger.bytes
    files["editions/\(edition)/index.html"] = Array("<h1>Edition \(edition)</h1>\n".utf8)
    files["index.html"] = Array("<h1>Register of \(edition)</h1>\n".utf8)
    files["tools/finder/index.html"] = Array("<h1>Finder of \(edition)</h1>\n".utf8)
    files["tools/finder/versions/1/index.html"] = Array("<h1>Finder</h1>\n".utf8)
    sealAll()
  }

  /// Lists every file anew, as anyone can.
  mutating func sealAll() {
    let lines = files.map { SumsFile.Line(digest: Digest(of: $0.value), path: $0.key) }
    if case .success(let sums) = sealSite(lines) { files[ProofPath.site] = sums.bytes }
  }

  /// Makes an edition's list anew over what the files hold now.
  mutating func sealEditionAgain(_ edition: Int) {
    guard let old = files[ProofPath.sums(edition)],
      case .success(let sums) = SumsFile.reading(old)
    else { return }
    let lines = sums.lines.map {
      SumsFile.Line(digest: Digest(of: files[$0.path] ?? []), path: $0.path)
    }
    if case .success(let again) = SumsFile.listing(lines) {
      files[ProofPath.sums(edition)] = again.bytes
    }
  }

  /// Makes the ledger anew over the editions' lists as they are now.
  mutating func sealLedgerAgain() {
    let digests = (1...ledger.count).map { Digest(of: files[ProofPath.sums($0)] ?? []) }
    files[ProofPath.ledger] = LedgerFile(digests).bytes
  }

  var paths: [String] { files.keys.sorted { $0.precedesByBytes($1) } }

  func copy(extra: [SiteCopy.Entry] = []) -> SiteCopy {
    SiteCopy(
      entries: files.map { SiteCopy.Entry(path: $0.key, size: $0.value.count) } + extra,
      bytes: { files[$0] ?? [] },
      digest: { Digest(of: files[$0] ?? []) })
  }

  func flaws(extra: [SiteCopy.Entry] = []) throws -> [Flaw] {
    try verify(copy(extra: extra), redactions: redactions)
  }
}

extension Flaw {
  /// The flaw as a line of text.
  var told: String {
    var text = "\(kind.rawValue) \(file)"
    if line > 0 { text += ":\(line)" }
    if !list.isEmpty { text += " by \(list)" }
    if expected.utf8.count < 64, !expected.isEmpty { text += " expected \(expected)" }
    if found.utf8.count < 64, !found.isEmpty { text += " found \(found)" }
    return text + (inOld ? " in old" : "")
  }
}
