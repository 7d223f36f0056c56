import Findings
import Reading

/// What is wrong between kinds: two with one id, a kind that replaces itself (or one nobody knows), a `was:` that leads nowhere.
func checkFamily(_ drafts: [KindDraft]) -> [Finding] {
  var findings: [Finding] = []
  var byID: [String: KindDraft] = [:]
  for draft in drafts {
    if byID[draft.id.text] != nil {
      findings.append(
        Finding(
          "kind.twice", at: draft.source.place(draft.id.span),
          ["what": "kind", "value": draft.id.text]))
    }
    byID[draft.id.text] = draft
  }
  for draft in drafts {
    guard let replaces = draft.replaces else { continue }
    var facts = ["kind": draft.id.text, "replaces": replaces.text]
    guard let older = byID[replaces.text] else {
      facts["near"] = nearest(replaces.text, among: drafts.map(\.id.text).filter { $0 != draft.id.text })
      findings.append(
        Finding("kind.replaces-unknown", at: draft.source.place(replaces.span), facts))
      continue
    }
    if leadsBack(from: draft, byID) {
      findings.append(Finding("kind.replaces-itself", at: draft.source.place(replaces.span), facts))
      continue
    }
    findings += checkAncestry(draft, of: older)
  }
  return findings
}

/// Whether what a kind replaces comes back to that kind itself; a circle further down is told where it is.
private func leadsBack(from draft: KindDraft, _ byID: [String: KindDraft]) -> Bool {
  var next = draft.replaces?.text
  var steps = 0
  while let id = next, steps <= byID.count {
    if id == draft.id.text { return true }
    next = byID[id]?.replaces?.text
    steps += 1
  }
  return false
}

private func checkAncestry(_ draft: KindDraft, of older: KindDraft) -> [Finding] {
  var known: [String] = []
  for field in older.fields {
    known.append(field.id)
    known += field.fields.map { "\(field.id).\($0.id)" }
  }
  var findings: [Finding] = []
  for field in draft.fields {
    for was in field.was + field.fields.flatMap(\.was) where !known.contains(was) {
      var facts = ["field": field.id, "was": was, "replaces": older.id.text]
      facts["near"] = nearest(was, among: known)
      findings.append(
        Finding("kind.was-unknown", at: draft.source.place(draft.spans[field.id] ?? draft.id.span), facts))
    }
  }
  return findings
}

/// Every example must be accepted by its own field's type.
func checkExamples(_ draft: KindDraft) -> [Finding] {
  draft.fields.flatMap { field in
    ([field] + field.fields).flatMap { checkExample($0, draft.source) }
  }
}

private func checkExample(_ field: Field, _ source: Source) -> [Finding] {
  guard let example = field.example else { return [] }
  var reader = ValueReader(source: source, grounds: nil)
  let value = reader.value(example, field)
  var findings = reader.findings.map { finding in
    Finding(
      "kind.example", at: finding.place, ["field": field.id, "problem": finding.told.summary])
  }
  if value.state == .missing {
    findings.append(
      Finding(
        "kind.example", at: source.place(example.span),
        ["field": field.id, "problem": "it is blank"]))
  }
  return findings
}
