package import Bytes
package import Findings
import Reading
package import Records

/// A named role's approval of exactly these bytes.
package struct SignOff: Sendable, Hashable {
  package let role: String
  /// The post of the person who approved; never a name.
  package let by: String
  package let on: Day
  /// The tool's digest at that moment, as 64 hexadecimal digits.
  package let digest: String
  /// Where the digest stands in the file.
  package let span: Span

  package init(role: String, by: String, on: Day, digest: String, span: Span = Span(start: 0, length: 0)) {
    self.role = role
    self.by = by
    self.on = on
    self.digest = digest
    self.span = span
  }
}

/// Reads `sign-offs.yaml`, a list of approvals; each must be whole or is left out with a finding.
package func readSignOffs(
  _ source: Source, settings: Settings
) -> ([SignOff], [Finding]) {
  var (node, findings) = readYAML(source)
  guard let node else { return ([], findings) }
  guard case .list(let nodes) = node.content else {
    findings.append(Finding("sign-off.form", at: source.place(node.span)))
    return ([], findings)
  }
  var result: [SignOff] = []
  for node in nodes {
    guard let signOff = signOff(node) else {
      findings.append(Finding("sign-off.form", at: source.place(node.span)))
      continue
    }
    if !settings.signOff.contains(where: { $0.role == signOff.role }) {
      var facts = ["role": signOff.role]
      facts["near"] = nearest(signOff.role, among: settings.signOff.map(\.role))
      findings.append(Finding("sign-off.unknown-role", at: source.place(node.span), facts))
    }
    result.append(signOff)
  }
  return (result, findings)
}

/// The approvals in `sign-offs.yaml` that seem to name a person where only a post is wanted.
package func namesInSignOffs(_ source: Source) -> [Finding] {
  let nodes = readYAML(source).0?.list ?? []
  return nodes.compactMap { node in
    guard let by = node["by"]?.scalar, namesPerson(by.text) else { return nil }
    return Finding("sign-off.name", at: source.place(by.span), ["by": by.text])
  }
}

private func signOff(_ node: Node) -> SignOff? {
  guard case .map(let entries) = node.content, entries.count == 4,
    let role = node["role"]?.scalar, let by = node["by"]?.scalar, !by.text.isEmpty,
    let on = node["on"]?.scalar.flatMap({ Day($0.text) }), let digest = node["digest"]?.scalar,
    isDigest(digest.text)
  else { return nil }
  return SignOff(role: role.text, by: by.text, on: on, digest: digest.text, span: digest.span)
}

/// Whether a text is 64 lower-case hexadecimal digits.
package func isDigest(_ text: String) -> Bool {
  text.utf8.count == 64
    && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

/// The text of `sign-offs.yaml` with one approval more; what stood there stays as it was.
package func appending(_ signOff: SignOff, to text: [UInt8]) -> [UInt8] {
  var bytes = text
  if let last = bytes.last, last != 0x0A { bytes.append(0x0A) }
  let nowhere = Span(start: 0, length: 0)
  let role = Node(span: nowhere, content: .scalar(Scalar(text: signOff.role, span: nowhere)))
  bytes.append("- " + writeYAML("role", role).joined(separator: "\n  "))
  bytes.append("\n  by: ")
  bytes.appendJSON(signOff.by)
  bytes.append("\n  on: ")
  bytes.append(signOff.on.text)
  bytes.append("\n  digest: ")
  bytes.append(signOff.digest)
  bytes.append(0x0A)
  return bytes
}
