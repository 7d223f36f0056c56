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
/// An entry accepts every warning of its code in its file; one about personal data, those of its exact text only. One that accepts nothing
/// is itself a warning, and one that names an error, no rule at all or no text is an error; each stands where the entry does. Errors stay,
/// whatever the entries say. The texts themselves are no new finding in register.yaml.
///
/// - Parameter isWhole: whether these are the findings of all tools; else what accepts nothing here may accept something elsewhere.
package func accept(_ findings: [Finding], by settings: Settings, isWhole: Bool = true) -> Acceptance {
  var open: [Finding] = []
  var accepted: [Acceptance.Accepted] = []
  var used: Set<Int> = []
  let texts = Set(settings.accepted.compactMap(\.mark))
  for finding in inOrder(findings) {
    let isAccepted = finding.facts[textMark].map(texts.contains) ?? false
    if isAccepted, finding.severity != .error, finding.place.file == settings.path { continue }
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
  fileprivate var mark: String? { text.map(mark(ofText:)) }

  /// Files are named from `Content/` on, with or without it.
  fileprivate func covers(_ finding: Finding) -> Bool {
    finding.code == code && (text == nil ? !needsText : mark == finding.facts[textMark])
      && (finding.place.file.utf8.elementsEqual(file.utf8)
        || finding.place.file.utf8.elementsEqual(("Content/" + file).utf8))
  }

  /// What is accepted of a person is never more than was looked at.
  private var needsText: Bool { code.hasPrefix("privacy.") && Rule.named(code)?.severity == .warning }

  fileprivate func wrong(isUsed: Bool) -> Finding? {
    guard let rule = Rule.named(code) else {
      var facts = ["code": code]
      facts["near"] = nearest(code, among: Rule.all.map(\.code))
      return Finding("accepted.unknown", at: place, facts)
    }
    let facts = ["code": code, "file": file]
    if rule.severity == .error { return Finding("accepted.error", at: place, facts) }
    if needsText, text == nil { return Finding("accepted.text", at: place, facts) }
    return isUsed ? nil : Finding("accepted.unused", at: place, facts)
  }
}
