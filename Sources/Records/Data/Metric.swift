package import Findings
import Reading

/// A measure an evaluation can report, and how it is said in plain words.
///
/// A class that never changes: every figure knows its measure, and a reference costs next to nothing.
package final class Metric: Sendable {
  package enum Better: String, Sendable, CaseIterable { case higher, lower, closer, neither }
  package enum Form: String, Sendable, CaseIterable { case share, percent, ratio, amount }

  package let id: String
  package let label: String
  /// What it is called where readers need not know the name; nothing where the label is plain enough.
  package let plainLabel: String?
  package let also: [String]
  package let describe: String
  package let lowest: Double?
  package let highest: Double?
  package let better: Better
  package let target: Double?
  package let form: Form
  package let unit: String
  /// The plain sentence by language, with `{positive}`, `{in_100}` and the like.
  package let plain: [String: String]
  package let plainGroup: [String: String]
  package let subject: String
  package let picture: String
  /// The measures of which it tells how far apart the groups are; of several, the widest gap counts.
  let gapOf: [String]

  init?(_ map: inout MapReader) {
    let id = map.text("id", required: true)
    let label = map.text("label", required: true)
    plainLabel = map.text("plain_label")
    let describe = map.text("describe", required: true)
    let range = map.scalars("range", required: true)
    let better = map.choice("better", of: Better.allCases.map(\.rawValue), required: true)
    let form = map.choice("form", of: Form.allCases.map(\.rawValue), required: true)
    let plain = map.text("plain", required: true)
    plainGroup = byLanguage(map.text("plain_group"), map.text("plain_group_cy"))
    let welsh = map.text("plain_cy")
    also = map.texts("also")
    target = map.number("target")?.value
    gapOf = map.texts("gap_of")
    unit = map.text("unit") ?? ""
    subject = map.text("subject") ?? "subjects"
    picture = map.choice("picture", of: ["pictogram", "bar", "none"]) ?? "none"
    let bounds = range.map { $0.text.isEmpty ? nil : map.number($0, "range")?.value }
    lowest = bounds.first ?? nil
    highest = bounds.last ?? nil
    if range.count != 2 { map.add("metric.range", map.span, ["metric": id ?? ""]) }
    guard let id, let label, let describe, let plain,
      let better = better.flatMap(Better.init(rawValue:)), let form = form.flatMap(Form.init(rawValue:))
    else { return nil }
    self.id = id
    self.label = label
    self.describe = describe
    self.better = better
    self.form = form
    self.plain = byLanguage(plain, welsh)
  }
}

/// The measures of a register, by id.
package func readMetrics(_ source: Source) -> ([Metric], [Finding]) {
  var findings: [Finding] = []
  let (node, found) = readYAML(source)
  findings += found
  guard let node, var map = MapReader(node, in: source, what: "the measures", findings: &findings)
  else { return ([], findings) }
  var metrics: [Metric] = []
  for node in map.list("metrics", required: true) {
    guard let metric = map.nested(node, what: "a measure", { Metric(&$0) }) else { continue }
    if metrics.contains(where: { $0.id == metric.id }) {
      map.add("kind.twice", node.span, ["what": "id", "value": metric.id])
    }
    metrics.append(metric)
  }
  findings += map.finish()
  metrics.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  return (metrics, findings)
}

private func byLanguage(_ english: String?, _ welsh: String?) -> [String: String] {
  var result: [String: String] = [:]
  result["en"] = english
  result["cy"] = welsh
  return result
}
