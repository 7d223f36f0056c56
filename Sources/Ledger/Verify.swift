import Bytes

/// Checks a copy of the site against its own proof; nothing is wrong where nothing is returned.
///
/// In this order, the first thing that does not fit first: the ledger; each edition's list against the ledger, the edition before
/// it, and the sequence of versions; every frozen file against the list that froze it; names that no list holds where editions
/// freeze; redacted files; then every file against the site's own list. A file is told once.
///
/// What this cannot see: a copy that was made anew from the first edition on, or cut short at the end, with all lists made to fit. For
/// that, compare with an older copy (`extends`), check signatures, and rebuild the pages.
///
/// - Parameter redactions: what the editions' records list as redacted. Their bytes are checked here like any other, so a record
///   may be read for its redactions before it is known to be sound.
/// - Throws: only what `site` throws.
package func verify(_ site: SiteCopy, redactions: [Redaction] = []) throws -> [Flaw] {
  var examination = Examination(site, redactions)
  try examination.examineEditions()
  try examination.examineFrozenFiles()
  try examination.examineNames()
  try examination.examineSite()
  return examination.flaws
}

/// A verification under way: what is known so far and what did not fit.
struct Examination {
  private(set) var flaws: [Flaw] = []

  private let site: SiteCopy
  private let redactions: [Int: [Redaction]]
  /// Plain files by name; what has no plain name is in no list and stands only in `site.entries`.
  private var files: Set<String> = []
  private var irregular: Set<String> = []
  private var folded: [String: String] = [:]
  private var digests: [String: Digest] = [:]
  /// Files a flaw was told of: they are not told again.
  private var told: Set<String> = []

  private var editions = 0
  /// Whether every list could be read, so that what stands in none is known to be added.
  private var listsAreWhole = false
  private var frozen: [String: (digest: Digest, edition: Int)] = [:]
  private var redacted: Set<String> = []
  private var versions: [String: Int] = [:]

  init(_ site: SiteCopy, _ redactions: [Redaction]) {
    self.site = site
    self.redactions = Dictionary(grouping: redactions, by: \.edition)
    for entry in site.entries where nameFault(of: entry.path) == nil {
      if entry.isFile { files.insert(entry.path) } else { irregular.insert(entry.path) }
    }
  }

  private mutating func tell(_ flaw: Flaw) {
    flaws.append(flaw)
    told.insert(flaw.file)
  }

  /// Whether there is such a file; tells where there is none.
  private mutating func has(_ path: String, list: String) -> Bool {
    if files.contains(path) { return true }
    if irregular.contains(path) {
      tell(Flaw(.irregular, path, list: list))
    } else {
      tell(Flaw(.missing, path, list: list, found: near(path)))
    }
    return false
  }

  /// A name that differs from a missing one only in capitals, as copies from some computers have; empty where there is none.
  private mutating func near(_ path: String) -> String {
    if folded.isEmpty {
      for name in files { folded[lowered(name)] = name }
    }
    return folded[lowered(path)] ?? ""
  }

  private mutating func digest(_ path: String) throws -> Digest {
    if let known = digests[path] { return known }
    let digest = try site.digest(path)
    digests[path] = digest
    return digest
  }

  /// Tells where a file is not there or not what a list says.
  private mutating func compare(_ path: String, with expected: Digest, list: String) throws {
    guard !told.contains(path), has(path, list: list) else { return }
    let found = try digest(path)
    if found != expected {
      tell(Flaw(.altered, path, list: list, expected: expected.text, found: found.text))
    }
  }
}

// MARK: - Editions

extension Examination {
  mutating func examineEditions() throws {
    guard has(ProofPath.ledger, list: "") else { return }
    switch LedgerFile.reading(try site.bytes(ProofPath.ledger)) {
    case .failure(let mistake): tell(Flaw(mistake, in: ProofPath.ledger))
    case .success(let ledger):
      editions = ledger.count
      listsAreWhole = true
      for edition in 1...max(1, ledger.count) { try examine(edition, of: ledger) }
    }
  }

  private mutating func examine(_ edition: Int, of ledger: LedgerFile) throws {
    let path = ProofPath.sums(edition)
    guard let expected = ledger[edition] else { return }
    try compare(path, with: expected, list: ProofPath.ledger)
    listsAreWhole = listsAreWhole && !told.contains(path)
    guard files.contains(path) else { return }
    switch SumsFile.reading(try site.bytes(path)) {
    case .failure(let mistake):
      listsAreWhole = false
      if !told.contains(path) { tell(Flaw(mistake, in: path)) }
    case .success(let sums):
      examineChain(edition, sums, ledger)
      if sums[ProofPath.record(edition)] == nil {
        tell(Flaw(.unrecorded, path, expected: ProofPath.record(edition)))
      }
      redact(edition)
      for line in sums.lines where edition == 1 || line.path != ProofPath.sums(edition - 1) {
        freeze(line, edition)
      }
      settleVersions(edition, sums)
    }
  }

  private mutating func examineChain(_ edition: Int, _ sums: SumsFile, _ ledger: LedgerFile) {
    guard let previous = ledger[edition - 1] else { return }
    let found = sums[ProofPath.sums(edition - 1)]
    if found != previous {
      let path = ProofPath.sums(edition)
      let list = ProofPath.ledger
      tell(
        Flaw(.unchained, path, list: list, expected: previous.text, found: found?.text ?? ""))
    }
  }

  /// Takes out what an edition lists as redacted, before it may freeze a replacement.
  private mutating func redact(_ edition: Int) {
    for redaction in redactions[edition] ?? [] {
      let path = redaction.path
      let isSource = path.contains("/source/")
      guard isSource, let known = frozen[path], known.digest == redaction.old else {
        let found = frozen[path]?.digest.text ?? ""
        let list = ProofPath.record(edition)
        tell(Flaw(.unfounded, path, list: list, expected: redaction.old.text, found: found))
        continue
      }
      frozen[path] = nil
      redacted.insert(path)
    }
  }

  private mutating func freeze(_ line: SumsFile.Line, _ edition: Int) {
    let list = ProofPath.sums(edition)
    switch FrozenPlace(line.path) {
    case .edition(edition): break
    case .edition(let earlier) where earlier < edition && replaces(line.path, edition): break
    case .version(let tool, let number):
      let last = versions[tool] ?? 0
      // What takes a redacted file's place stands in the old version; the next version is new.
      if number == last + 1 || (number <= last && replaces(line.path, edition)) { break }
      if number <= last {
        let kind = frozen[line.path] == nil ? Flaw.Kind.misplaced : .refrozen
        return tell(Flaw(kind, line.path, list: list))
      }
      tell(Flaw(.skipped, line.path, list: list, expected: "\(last + 1)", found: "\(number)"))
    default: return tell(Flaw(.misplaced, line.path, list: list))
    }
    frozen[line.path] = (line.digest, edition)
    redacted.remove(line.path)
  }

  /// Whether an edition redacts something in the folder this file is frozen in.
  private func replaces(_ path: String, _ edition: Int) -> Bool {
    let place = FrozenPlace(path)
    return frozen[path] == nil
      && (redactions[edition] ?? []).contains { FrozenPlace($0.path) == place }
  }

  private mutating func settleVersions(_ edition: Int, _ sums: SumsFile) {
    for line in sums.lines {
      if case .version(let tool, let number) = FrozenPlace(line.path) {
        versions[tool] = max(versions[tool] ?? 0, number)
      }
    }
  }
}

// MARK: - Files

extension Examination {
  mutating func examineFrozenFiles() throws {
    let inOrder = frozen.sorted { one, other in
      one.value.edition != other.value.edition
        ? one.value.edition < other.value.edition : one.key.precedesByBytes(other.key)
    }
    for (path, known) in inOrder {
      try compare(path, with: known.digest, list: ProofPath.sums(known.edition))
    }
  }

  mutating func examineNames() throws {
    for entry in site.entries.sorted(by: { $0.path.precedesByBytes($1.path) }) {
      let path = entry.path
      if nameFault(of: path) != nil {
        tell(Flaw(.unplain, path))
        continue
      }
      if told.contains(path) { continue }
      if !entry.isFile {
        tell(Flaw(.irregular, path))
        continue
      }
      switch FrozenPlace(path) {
      case .made: continue
      case .proof(let edition) where edition <= editions: continue
      case .proof(let edition) where path == ProofPath.sums(edition) && listsAreWhole: try pass(edition)
      case .edition, .version, .proof:
        if frozen[path] != nil || !listsAreWhole { continue }
        tell(Flaw(redacted.contains(path) ? .unredacted : .unlisted, path, list: ProofPath.ledger))
      default: tell(Flaw(.unlisted, path, list: ProofPath.ledger))
      }
    }
  }

  /// Tells once of an edition that the ledger does not know, and not of each file that it lists: they are right where it is the ledger
  /// that was cut off.
  private mutating func pass(_ edition: Int) throws {
    let path = ProofPath.sums(edition)
    tell(Flaw(.unledgered, path, list: ProofPath.ledger))
    told.insert(ProofPath.signature(edition))
    guard case .success(let sums) = SumsFile.reading(try site.bytes(path)) else { return }
    for line in sums.lines { told.insert(line.path) }
  }

  mutating func examineSite() throws {
    let list = ProofPath.site
    guard has(list, list: "") else { return }
    switch SumsFile.reading(try site.bytes(list)) {
    case .failure(let mistake): tell(Flaw(mistake, in: list))
    case .success(let sums):
      var listed: Set<String> = [list]
      for line in sums.lines {
        listed.insert(line.path)
        if line.path == list {
          tell(Flaw(.misplaced, list, list: list))
        } else {
          try compare(line.path, with: line.digest, list: list)
        }
      }
      for path in files.subtracting(listed).sorted(by: { $0.precedesByBytes($1) })
      where !told.contains(path) {
        tell(Flaw(.unlisted, path, list: list))
      }
    }
  }
}

/// A plain name with its capitals made small.
private func lowered(_ path: String) -> String {
  String(
    decoding: path.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
}

extension Flaw {
  init(_ mistake: SumsFile.Mistake, in file: String, inOld: Bool = false) {
    self.init(
      .misspelt, file, line: mistake.line, found: mistake.reason.word, inOld: inOld)
  }
}

extension SumsFile.Reason {
  /// The reason as one word, for who turns facts into sentences.
  package var word: String {
    switch self {
    case .name(let fault): "name-" + fault.rawValue
    case .carriageReturn: "carriage-return"
    default: "\(self)"
    }
  }
}
