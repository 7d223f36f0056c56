package import Findings

/// Findings parted by what `register.yaml` accepts.
package struct Acceptance: Sendable {
  /// A warning that is accepted, and the entry that accepts it.
  package struct Accepted: Sendable {
    package let finding: Finding
    package let entry: Settings.Acceptance
  }

  /// What is still to be told, with what is wrong with the acceptances themselves.
  package let open: [Finding]
  /// What is not told any more but shown to readers with its reason.
  package let accepted: [Accepted]
}

/// Takes out of all findings of a register the warnings it accepts.
///
/// An entry accepts every warning of its code in its file. One that accepts nothing is itself a warning, and one that names an error
/// or no rule at all is an error; each stands where the entry does. Errors stay, whatever the entries say.
///
/// - Parameter isWhole: whether these are the findings of all tools; else what accepts nothing here may accept something elsewhere.
package func accept(_ findings: [Finding], by settings: Settings, isWhole: Bool = true) -> Acceptance {
  var open: [Finding] = []
  var accepted: [Acceptance.Accepted] = []
  var used: Set<Int> = []
  for finding in inOrder(findings) {
    let number = settings.accepted.firstIndex { $0.covers(finding) }
    if let number { used.insert(number) }
    if let number, finding.severity != .error {
      accepted.append(Acceptance.Accepted(finding: finding, entry: settings.accepted[number]))
    } else {
      open.append(finding)
    }
  }
  for (number, entry) in settings.accepted.enumerated() {
    if let wrong = entry.wrong(isUsed: used.contains(number) || !isWhole) { open.append(wrong) }
  }
  return Acceptance(open: open, accepted: accepted)
}

extension Settings.Acceptance {
  /// Files are named from `Content/` on, with or without it.
  fileprivate func covers(_ finding: Finding) -> Bool {
    finding.code == code
      && (finding.place.file.utf8.elementsEqual(file.utf8)
        || finding.place.file.utf8.elementsEqual(("Content/" + file).utf8))
  }

  fileprivate func wrong(isUsed: Bool) -> Finding? {
    guard let rule = Rule.named(code) else {
      var facts = ["code": code]
      facts["near"] = nearest(code, among: Rule.all.map(\.code))
      return Finding("accepted.unknown", at: place, facts)
    }
    let facts = ["code": code, "file": file]
    if rule.severity == .error { return Finding("accepted.error", at: place, facts) }
    return isUsed ? nil : Finding("accepted.unused", at: place, facts)
  }
}
