import Findings
import Reading

/// A figure typed beside the name of a measure is the one an evaluation gives.
///
/// `recall of 0.81`, `81% accuracy`: compared with every value, end of a range, threshold and figure to compare with that an evaluation
/// of the tool gives for that measure, to as many decimals as were typed. Where no evaluation reports the measure there is nothing to
/// compare with.
@Sendable func checkTypedFigures(_ context: CheckContext) -> [Finding] {
  let outcomes = context.tool.evaluations.flatMap(\.outcomes)
  let measures = measures(outcomes)
  guard !measures.isEmpty else { return [] }
  var findings: [Finding] = []
  for text in context.texts {
    for typed in text.text.typedFigures(measures) {
      let measure = measures[typed.measure]
      guard !measure.values.contains(where: { typed.agrees(with: $0) }) else { continue }
      let written = String(decoding: text.text.bytes[typed.range], as: UTF8.self)
      findings.append(
        Finding("figures.differs", at: text.place(typed.range), ["metric": measure.label, "number": written, "known": measure.newest]))
    }
  }
  return findings
}

/// A measure that the tool's evaluations report, with all that is said of it; shares from 0 to 1.
private struct Measure {
  var label: String
  var names: [[UInt8]]
  var values: [Double]
  /// The newest figure for everyone.
  var newest: String

  init(_ metric: Metric) {
    label = metric.label
    names = ([metric.label] + metric.also).map { Array($0.lowercased().utf8) }
    values = []
    newest = ""
  }

  mutating func add(_ outcome: Outcome, _ scale: Double) {
    for number in [outcome.value, outcome.low, outcome.high, outcome.threshold, outcome.baseline] {
      if let number { values.append(number.value * scale) }
    }
    if outcome.isForAll || newest.isEmpty { newest = outcome.value?.text ?? newest }
  }
}

private func measures(_ outcomes: [Outcome]) -> [Measure] {
  var result: [String: Measure] = [:]
  for outcome in outcomes where outcome.share != nil {
    let metric = outcome.metric
    let scale = metric.form == .percent ? 0.01 : 1
    result[metric.id, default: Measure(metric)].add(outcome, scale)
  }
  return result.sorted { $0.key < $1.key }.map(\.value)
}

private struct TypedFigure {
  var range: Range<Int>
  var measure: Int
  var value: Double
  /// Half of the last decimal that was typed.
  var slack: Double

  func agrees(with known: Double) -> Bool { abs(known - value) <= slack + 1e-9 }
}

extension ProseText {
  fileprivate func typedFigures(_ measures: [Measure]) -> [TypedFigure] {
    let shares = bytes.numbers.compactMap { number in share(number).map { (number, $0.value, $0.slack) } }
    guard !shares.isEmpty else { return [] }
    let small = bytes.map(lowered)
    var result: [TypedFigure] = []
    for (number, value, slack) in shares {
      for index in measures.indices where measures[index].names.contains(where: { stands($0, beside: number, in: small) }) {
        result.append(TypedFigure(range: number.range, measure: index, value: value, slack: slack))
        break
      }
    }
    return result
  }

  /// A number that can be a share: with a per cent sign, or from 0 to 1 with decimals.
  private func share(_ number: TypedNumber) -> (value: Double, slack: Double)? {
    guard let value = Number(number.plain)?.value else { return nil }
    let written = bytes[number.range]
    let decimals = written.lastIndex(of: UInt8(ascii: ".")).map { number.range.upperBound - $0 - 1 } ?? 0
    var slack = 0.5
    for _ in 0..<decimals { slack /= 10 }
    if number.percent { return value <= 100 ? (value / 100, slack / 100) : nil }
    return decimals > 0 && value < 1 ? (value, slack) : nil
  }

  /// Whether a measure's name stands just before a number (`recall of`, `recall was`) or just after it (`81% recall`).
  private func stands(_ name: [UInt8], beside number: TypedNumber, in small: [UInt8]) -> Bool {
    var end = number.range.lowerBound
    var words = 0
    while end > 0, words <= 3 {
      if end >= name.count, small[(end - name.count)..<end].elementsEqual(name),
        end == name.count || !isWordByte(small[end - name.count - 1])
      {
        return true
      }
      // Step back over one joining word.
      var start = end
      while start > 0, isOne(small[start - 1], of: " (:=,") { start -= 1 }
      if start >= name.count, small[(start - name.count)..<start].elementsEqual(name),
        start == name.count || !isWordByte(small[start - name.count - 1])
      {
        return true
      }
      var word = start
      while word > 0, isLower(small[word - 1]) { word -= 1 }
      guard joining.contains(where: { $0.utf8.elementsEqual(small[word..<start]) }) else { return false }
      end = word
      words += 1
    }
    return false
  }
}

private let joining = [
  "of", "is", "was", "at", "about", "around", "nearly", "over", "reached", "reaches", "a", "an", "to", "the", "stood", "rate",
]
