import Bytes
import Editions
import Findings
import Ledger
import Records

extension Flaw {
  /// The flaw as a finding: the rule's name is the flaw's.
  var finding: Finding {
    var place = Place.file(inOld ? "OLD/" + file : file)
    place.line = line
    var facts = ["file": file, "expected": expected, "found": found]
    facts["list"] = list.isEmpty ? nil : list
    if found.isEmpty { facts["found"] = nil }
    if expected.isEmpty { facts["expected"] = nil }
    return Finding("proof." + kind.rawValue, at: place, facts)
  }
}

/// Approvals that are not for the bytes that were published, and versions whose digest is not that of their files.
func approvalFindings(_ frozen: Frozen) -> [Finding] {
  var findings: [Finding] = []
  let redacted = Set(frozen.history.redactions.map { "\($0.tool)/\($0.version)" })
  for edition in frozen.history.editions {
    for tool in edition.tools {
      let path = ProofPath.record(edition.number)
      for signOff in tool.signOffs where signOff.digest != tool.digest {
        let facts = ["tool": tool.tool, "version": String(tool.version), "role": signOff.role]
        findings.append(Finding("proof.approval", at: .file(path), facts))
      }
      guard !redacted.contains("\(tool.tool)/\(tool.version)") else { continue }
      if frozen.digest(of: tool.tool, version: tool.version)?.text != tool.digest {
        let facts = ["tool": tool.tool, "version": String(tool.version)]
        findings.append(Finding("proof.digest", at: .file(path), facts))
      }
    }
  }
  return findings
}

extension Frozen {
  /// The digest of a version's files as they stand frozen.
  func digest(of tool: String, version: Int) -> Digest? {
    let path = String(ProofPath.source(of: tool, version: version).dropLast())
    guard let site, let folder = try? site.folder(path) else { return nil }
    let lines = folder.list(hidden: true).files.compactMap { entry -> SumsFile.Line? in
      bytes(path + "/" + entry.path, in: site).map {
        SumsFile.Line(digest: Digest(of: $0), path: entry.path)
      }
    }
    return toolDigest(lines)
  }
}

/// Checks the signatures of editions where signers are named.
///
/// Somebody may begin to sign late: what was published before is held by the chain that the first signature closes. From there on each
/// edition has its own, and the newest has one in any case.
func signatureFindings(_ frozen: Frozen, at place: String, _ signers: String?) -> (count: Int, findings: [Finding]) {
  guard let signers, let site = frozen.site else { return (0, []) }
  var count = 0
  var findings: [Finding] = []
  for edition in frozen.history.editions {
    let path = ProofPath.signature(edition.number)
    guard let sums = bytes(ProofPath.sums(edition.number), in: site),
      bytes(path, in: site) != nil
    else {
      guard count > 0 || edition.number == frozen.history.editions.last?.number else { continue }
      let facts = ["edition": String(edition.number)]
      findings.append(Finding("proof.unsigned", at: .file(path), facts))
      continue
    }
    count += 1
    if let problem = signatureProblem(sums, signature: place + "/" + path, signers) {
      let facts = ["edition": String(edition.number), "problem": problem]
      findings.append(Finding("proof.signature", at: .file(path), facts))
    }
  }
  return (count, findings)
}

/// What `ssh-keygen` says against a signature; nothing where it is good and made by one of the signers.
private func signatureProblem(_ sums: [UInt8], signature: String, _ signers: String) -> String? {
  let found = run(["ssh-keygen", "-Y", "find-principals", "-f", signers, "-s", signature], input: [])
  guard let found else { return "ssh-keygen could not be started" }
  let principal = String(decoding: found.output, as: UTF8.self).split(separator: "\n").first.map(String.init)
  guard found.status == 0, let principal else { return "it was made with a key that is not among the signers" }
  let words = [
    "ssh-keygen", "-Y", "verify", "-n", "gazette", "-f", signers, "-I", principal, "-s", signature,
  ]
  guard let checked = run(words, input: sums) else { return "ssh-keygen could not be started" }
  return checked.status == 0 ? nil : "it is not a signature of this edition's SHA256SUMS"
}
