import Bytes
import Editions
import Findings
import Ledger
import Records

/// What is to be taken out of a published version, and why.
package struct RedactionOrder: Sendable {
  package let tool: String
  package let version: Int
  package let file: String
  package let because: String
  package let role: String
  /// What stands there instead; nothing where nothing does.
  package let replacement: [UInt8]?

  package init(
    tool: String, version: Int, file: String, because: String, role: String, replacement: [UInt8]?
  ) {
    self.tool = tool
    self.version = version
    self.file = file
    self.because = because
    self.role = role
    self.replacement = replacement
  }
}

/// Takes a frozen file out of the site, in an edition of its own that says what, when, why and by which role.
///
/// The file's bytes go at once, together with every page that was made from them and with what the program remembers; its hash stays in the
/// edition's record, so that nothing else can be put in its place. An edition of its own, so that the proof holds at every moment.
package func redact(
  _ wanted: RedactionOrder, from register: RegisterFiles, _ how: PublishOrder,
  told: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
) throws(PublishError) -> Published {
  try underLock(how) { stage, frozen throws(PublishError) in
    if let unknown = unknownRole(wanted.role, register.vocabulary.settings, "redact.role") { return .refused([unknown]) }
    let (redaction, findings) = redaction(wanted, in: frozen, on: how.order.day)
    guard let redaction else { return .refused(findings) }
    let number = frozen.ledger.count + 1
    let edition = Edition(
      number: number, date: how.order.day, note: how.order.note, previous: frozen.history.newestHash,
      generator: how.order.generator,
      theme: Edition.Theme(name: how.order.theme.name, digest: how.order.theme.digest.text), tools: [],
      changed: [], removed: [], redactions: [redaction])
    var files: [(path: String, bytes: [UInt8])] = []
    if let replacement = wanted.replacement {
      files.append((ProofPath.source(number) + redaction.replacementName, replacement))
    }
    guard let next = sealed(edition, files, after: frozen.ledger) else {
      return .refused([Finding("publish.names", at: .file(redaction.path))])
    }
    let changed = try lay(next, on: stage, after: frozen, how, told)
    let hash = next.ledger[number]?.text ?? ""
    let left = left(after: redaction, register, frozen)
    let exchanged = try commit(stage, how)
    if !how.isRehearsal { try disk { () throws(DiskError) in try forget(under: how.root) } }
    return .edition(edition, hash: hash, changed: changed, findings: left, exchanged: exchanged)
  }
}

/// Takes away what the program keeps of what it read, and so of what went: the memory of builds, and the preview. Both are made again.
private func forget(under root: String) throws(DiskError) {
  let kept: Folder
  do { kept = try Folder(opening: root).folder(".gazette") } catch {
    if error.isNothing { return }
    throw error
  }
  for name in ["memory", "preview"] { try removeTree(name, in: kept.descriptor, told: kept.told(name)) }
}

/// What a redaction cannot reach: the draft, which would be published again, and what the editions say themselves.
private func left(after redaction: Editions.Redaction, _ register: RegisterFiles, _ frozen: Frozen) -> [Finding] {
  var findings: [Finding] = []
  if let files = register.tool(redaction.tool) {
    let bytes = register.read(files)
    for file in bytes.files where file.source.map({ Digest(of: $0.bytes).text == redaction.was }) == true {
      findings.append(Finding("redact.draft", at: .file(bytes.path + "/" + file.name), ["tool": redaction.tool]))
    }
  }
  for other in frozen.history.versions(of: redaction.tool) where other.number != redaction.version {
    let path = ProofPath.source(of: redaction.tool, version: other.number) + redaction.file
    guard let site = frozen.site, let held = bytes(path, in: site), Digest(of: held).text == redaction.was else { continue }
    findings.append(
      Finding(
        "redact.version", at: .file("Site/" + path), ["tool": redaction.tool, "version": String(other.number), "file": redaction.file]))
  }
  let version = frozen.history.versions(of: redaction.tool).first { $0.number == redaction.version }
  if let version, redaction.file == "record.md" ? !version.entry.change.isEmpty : redaction.file == signOffsName {
    findings.append(
      Finding("redact.edition", at: .file("Site/" + ProofPath.record(version.edition)), ["edition": String(version.edition)]))
  }
  return findings
}

/// Errors of what is to stand in the place of a file that the file itself did not have: nobody approves it, so it must at least be sound.
private func flaws(of wanted: RedactionOrder, at path: String, _ frozen: Frozen, on day: Day) -> [Finding] {
  guard let replacement = wanted.replacement,
    let version = frozen.history.versions(of: wanted.tool).first(where: { $0.number == wanted.version }),
    let vocabulary = Archive(frozen).vocabulary(at: version.edition)
  else { return [] }
  let source = Source(path: path, bytes: replacement)
  guard wanted.file.hasSuffix(".md"), !wanted.file.contains("/") else { return inspectFile(source).filter { $0.severity == .error } }
  let folder = frozen.folder(wanted.tool, version: wanted.version)
  func errors(_ documents: [Source]) -> [Finding] {
    let changed = ToolFolder(id: folder.id, path: folder.path, documents: documents, attachments: folder.attachments)
    let (tool, wrong) = gather(changed, with: vocabulary)
    let found = wrong + (tool.map { check(CheckContext(tool: $0, vocabulary: vocabulary, today: day)) } ?? [])
    return veiled(found.filter { $0.severity == .error && $0.place.file == path }, of: documents)
  }
  let before = Set(errors(folder.documents).map(\.code))
  return errors(folder.documents.map { $0.path == path ? source : $0 }).filter { !before.contains($0.code) }
}

private func redaction(
  _ wanted: RedactionOrder, in frozen: Frozen, on day: Day
) -> (Editions.Redaction?, [Finding]) {
  let path = ProofPath.source(of: wanted.tool, version: wanted.version) + wanted.file
  var facts = ["tool": wanted.tool, "version": String(wanted.version), "file": wanted.file]
  guard frozen.history.versions(of: wanted.tool).contains(where: { $0.number == wanted.version }) else {
    return (nil, [Finding("redact.no-version", at: .file("Site/LEDGER"), facts)])
  }
  if let last = frozen.history.newest?.date, day < last {
    facts = ["day": day.text, "last": last.text]
    return (nil, [Finding("publish.backwards", at: .file("Site/LEDGER"), facts)])
  }
  if frozen.history.redactions.contains(where: { $0.path == path }) {
    return (nil, [Finding("redact.twice", at: .file("Site/" + path), facts)])
  }
  if wanted.file == "record.md", wanted.replacement == nil {
    return (nil, [Finding("redact.record", at: .file("Site/" + path), facts)])
  }
  guard let site = frozen.site, let was = bytes(path, in: site) else {
    return (nil, [Finding("redact.no-file", at: .file("Site/" + path), facts)])
  }
  let wrong = flaws(of: wanted, at: path, frozen, on: day)
  if !wrong.isEmpty { return (nil, wrong) }
  return (
    Editions.Redaction(
      tool: wanted.tool, version: wanted.version, file: wanted.file, was: Digest(of: was).text,
      now: wanted.replacement.map { Digest(of: $0).text }, because: wanted.because, role: wanted.role, on: day),
    []
  )
}
