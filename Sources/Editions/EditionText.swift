import Bytes
package import Findings
import Reading

/// The one spelling of `edition.json`.
package func write(_ edition: Edition) -> [UInt8] {
  var writer = JSONWriter()
  writer.object { writer in
    writer.member("edition", edition.number)
    writer.member("date", edition.date.text)
    writer.member("note", edition.note)
    writer.key("previous")
    if let previous = edition.previous { writer.string(previous) } else { writer.null() }
    writer.member("generator", edition.generator)
    writer.key("theme")
    writer.object { writer in
      writer.member("name", edition.theme.name)
      writer.member("digest", edition.theme.digest)
    }
    writer.key("tools")
    writer.array { writer in for tool in edition.tools { write(tool, &writer) } }
    writer.key("changed")
    writer.array { writer in for path in edition.changed { writer.string(path) } }
    writer.key("removed")
    writer.array { writer in for path in edition.removed { writer.string(path) } }
    writer.key("redactions")
    writer.array { writer in for redaction in edition.redactions { write(redaction, &writer) } }
  }
  return writer.finish()
}

private func write(_ tool: EditionTool, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.member("tool", tool.tool)
    writer.member("version", tool.version)
    writer.member("digest", tool.digest)
    writer.member("change", tool.change)
    writer.member("significance", tool.significance)
    writer.key("sign_offs")
    writer.array { writer in
      for signOff in tool.signOffs {
        writer.object { writer in
          writer.member("role", signOff.role)
          writer.member("by", signOff.by)
          writer.member("on", signOff.on.text)
          writer.member("digest", signOff.digest)
        }
      }
    }
  }
}

private func write(_ redaction: Redaction, _ writer: inout JSONWriter) {
  writer.object { writer in
    writer.member("tool", redaction.tool)
    writer.member("version", redaction.version)
    writer.member("file", redaction.file)
    writer.member("was", redaction.was)
    writer.key("now")
    if let now = redaction.now { writer.string(now) } else { writer.null() }
    writer.member("because", redaction.because)
    writer.member("role", redaction.role)
    writer.member("on", redaction.on.text)
  }
}

/// Reads `edition.json` back. JSON is YAML, so the strict reader of front matter reads it; whatever is not in our spelling is refused.
///
/// It grows with the tools that changed, by a kilobyte for each, and so is longer than anything a person writes.
package func readEdition(_ source: Source) -> (Edition?, [Finding]) {
  var limits = Limits()
  limits.file = longestEdition
  var (node, findings) = readYAML(source, limits: limits)
  guard let node, let edition = edition(node), write(edition) == source.bytes else {
    if findings.isEmpty { findings.append(Finding("edition.form", at: .file(source.path))) }
    return (nil, findings)
  }
  return (edition, findings)
}

/// Bytes: room for a quarter of a million tools.
private let longestEdition = 1 << 28

private func edition(_ node: Node) -> Edition? {
  guard let number = node["edition"]?.scalar.flatMap({ numbered($0.text) }), number > 0,
    let date = node["date"]?.scalar.flatMap({ Day($0.text) }), let note = node["note"]?.scalar,
    let previous = node["previous"]?.scalar, let generator = node["generator"]?.scalar,
    let theme = node["theme"], let name = theme["name"]?.scalar,
    let digest = theme["digest"]?.scalar, let tools = node["tools"]?.list,
    let changed = node["changed"]?.list, let removed = node["removed"]?.list,
    let redactions = node["redactions"]?.list
  else { return nil }
  return Edition(
    number: number, date: date, note: note.text,
    previous: previous.quoted ? previous.text : nil, generator: generator.text,
    theme: Edition.Theme(name: name.text, digest: digest.text), tools: tools.compactMap(tool),
    changed: changed.compactMap { $0.scalar?.text }, removed: removed.compactMap { $0.scalar?.text },
    redactions: redactions.compactMap(redaction))
}

private func tool(_ node: Node) -> EditionTool? {
  guard let id = node["tool"]?.scalar, let version = node["version"]?.scalar.flatMap({ numbered($0.text) }),
    let digest = node["digest"]?.scalar, let change = node["change"]?.scalar,
    let significance = node["significance"]?.scalar, let signOffs = node["sign_offs"]?.list
  else { return nil }
  return EditionTool(
    tool: id.text, version: version, digest: digest.text, change: change.text,
    significance: significance.text,
    signOffs: signOffs.compactMap { node in
      guard let role = node["role"]?.scalar, let by = node["by"]?.scalar,
        let on = node["on"]?.scalar.flatMap({ Day($0.text) }), let digest = node["digest"]?.scalar
      else { return nil }
      return SignOff(role: role.text, by: by.text, on: on, digest: digest.text)
    })
}

private func redaction(_ node: Node) -> Redaction? {
  guard let tool = node["tool"]?.scalar, let version = node["version"]?.scalar.flatMap({ numbered($0.text) }),
    let file = node["file"]?.scalar, let was = node["was"]?.scalar, let now = node["now"]?.scalar,
    let because = node["because"]?.scalar, let role = node["role"]?.scalar,
    let on = node["on"]?.scalar.flatMap({ Day($0.text) })
  else { return nil }
  return Redaction(
    tool: tool.text, version: version, file: file.text, was: was.text,
    now: now.quoted ? now.text : nil, because: because.text, role: role.text, on: on)
}

/// The number of an edition or a version: none is larger than a thousand million.
private func numbered(_ text: String) -> Int? { Int(text).flatMap { abs($0) <= 1_000_000_000 ? $0 : nil } }
