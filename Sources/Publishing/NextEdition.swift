package import Bytes
package import Editions
package import Findings
package import Ledger
import Records

/// The next edition as it would be published: its record and every file it freezes.
package struct NextEdition: Sendable {
  package let edition: Edition
  /// Every file it freezes with its bytes, `edition.json` among them; paths from the site's root, sorted by byte.
  package let files: [(path: String, bytes: [UInt8])]
  package let sums: SumsFile
  package let ledger: LedgerFile
}

/// What an edition is asked to be.
package struct EditionOrder: Sendable {
  package let day: Day
  package let note: String
  /// The program, such as `gazette 0.1.0`.
  package let generator: String
  package let theme: Theme
  package let threads: Int

  package init(day: Day, note: String, generator: String, theme: Theme, threads: Int) {
    self.day = day
    self.note = note
    self.generator = generator
    self.theme = theme
    self.threads = threads
  }
}

/// Works out the next edition from the drafts.
///
/// - Returns: nothing and findings where it must be refused; nothing and no findings where nothing has changed.
package func nextEdition(
  _ register: RegisterFiles, after frozen: Frozen, _ order: EditionOrder
) -> (next: NextEdition?, findings: [Finding]) {
  var drafting = Drafting(register: register, frozen: frozen, order: order)
  let next = drafting.next()
  return (next, inOrder(drafting.findings))
}

private struct Drafting {
  let register: RegisterFiles
  let frozen: Frozen
  let order: EditionOrder
  var findings: [Finding] = []
  private var files: [(path: String, bytes: [UInt8])] = []

  init(register: RegisterFiles, frozen: Frozen, order: EditionOrder) {
    self.register = register
    self.frozen = frozen
    self.order = order
  }

  mutating func next() -> NextEdition? {
    if let last = frozen.history.newest?.date, order.day < last {
      let facts = ["day": order.day.text, "last": last.text]
      findings.append(Finding("publish.backwards", at: .file("Site/LEDGER"), facts))
      return nil
    }
    findings += vanished(register, frozen)
    let tools = tools()
    let common = CommonFiles(drafts: register.common)
    let (changed, removed) = difference(from: frozen.newestCommon, to: common)
    guard !findings.contains(where: { $0.severity == .error }) else { return nil }
    guard !tools.isEmpty || !changed.isEmpty || !removed.isEmpty else { return nil }
    let number = frozen.ledger.count + 1
    for name in changed {
      files.append((ProofPath.source(number) + name, common.files[name]?.bytes ?? []))
    }
    return seal(
      Edition(
        number: number, date: order.day, note: order.note, previous: frozen.history.newestHash,
        generator: order.generator,
        theme: Edition.Theme(name: order.theme.name, digest: order.theme.digest.text), tools: tools,
        changed: changed, removed: removed, redactions: []))
  }

  private mutating func seal(_ edition: Edition) -> NextEdition? {
    let result = sealed(edition, files, after: frozen.ledger)
    if result == nil {
      findings.append(Finding("publish.names", at: .file("Content")))
    }
    return result
  }

  /// The new versions, each examined, signed and read whole.
  private mutating func tools() -> [EditionTool] {
    let (register, frozen, order) = (self.register, self.frozen, self.order)
    let all = register.tools
    let results = parallel(all.count, threads: order.threads) { number in
      newVersion(all[number], of: register, after: frozen, on: order.day)
    }
    var entries: [EditionTool] = []
    for result in results {
      findings += result.findings
      guard let entry = result.entry, let bytes = result.bytes else { continue }
      entries.append(entry)
      for file in bytes.files {
        if let source = file.source { files.append((entry.sourceFolder + "/" + file.name, source.bytes)) }
      }
    }
    return entries
  }
}

/// Adds the record and the sums to what an edition freezes.
func sealed(
  _ edition: Edition, _ frozenFiles: [(path: String, bytes: [UInt8])], after ledger: LedgerFile
) -> NextEdition? {
  var files = frozenFiles
  files.append((ProofPath.record(edition.number), write(edition)))
  files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  let lines = files.map { SumsFile.Line(digest: Digest(of: $0.bytes), path: $0.path) }
  guard case .success(let sealed) = sealEdition(lines, after: ledger) else { return nil }
  return NextEdition(edition: edition, files: files, sums: sealed.sums, ledger: sealed.ledger)
}

/// The names of common files that are new or different, and of those that are gone.
func difference(from older: CommonFiles, to newer: CommonFiles) -> (changed: [String], removed: [String]) {
  let changed = newer.names.filter { name in
    older.files[name]?.bytes != newer.files[name]?.bytes
  }
  return (changed, older.names.filter { newer.files[$0] == nil })
}
