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
  package let plain: PlainSentences
  package let plainGroup: PlainSentences
  package let subject: String
  package let picture: String
  /// Where it stands among the measures: what people ask first comes first.
  package let order: Int
  /// The measures of which it tells how far apart the groups are; of several, the widest gap counts.
  let gapOf: [String]

  init?(_ map: inout MapReader, order: Int) {
    self.order = order
    let id = map.text("id", required: true)
    let label = map.text("label", required: true)
    plainLabel = map.text("plain_label")
    let describe = map.text("describe", required: true)
    let range = map.scalars("range", required: true)
    let better = map.choice("better", of: Better.allCases.map(\.rawValue), required: true)
    let form = map.choice("form", of: Form.allCases.map(\.rawValue), required: true)
    plain = PlainSentences("plain", required: true, &map)
    plainGroup = PlainSentences("plain_group", &map)
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
    guard let id, let label, let describe, plain.isGiven,
      let better = better.flatMap(Better.init(rawValue:)), let form = form.flatMap(Form.init(rawValue:))
    else { return nil }
    self.id = id
    self.label = label
    self.describe = describe
    self.better = better
    self.form = form
  }
}

/// A measure in plain words by language, with `{positive}`, `{in_100}` and the like; other words where the figure is below nothing, or is all.
package struct PlainSentences: Sendable {
  private let usual: [String: String]
  private let below: [String: String]
  private let all: [String: String]

  var isGiven: Bool { !usual.isEmpty }

  fileprivate init(_ key: String, required: Bool = false, _ map: inout MapReader) {
    usual = map.byLanguage(key, required: required)
    below = map.byLanguage(key + "_below")
    all = map.byLanguage(key + "_all")
  }

  package func text(for value: Number, of form: Metric.Form, in language: String) -> String? {
    let isAll = form == .share && value.value == 1
    let texts = isAll && !all.isEmpty ? all : value.value < 0 && !below.isEmpty ? below : usual
    return texts[language] ?? texts["en"]
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
    guard let metric = map.nested(node, what: "a measure", { Metric(&$0, order: metrics.count) }) else { continue }
    if metrics.contains(where: { $0.id == metric.id }) {
      map.add("kind.twice", node.span, ["what": "id", "value": metric.id])
    }
    metrics.append(metric)
  }
  findings += map.finish()
  metrics.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  return (metrics, findings)
}
