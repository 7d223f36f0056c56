import Bytes
import Findings
import Reading

/// A number told to one audience stands in the general texts, in another value or in an evaluation too.
///
/// Every number that a page calculates from an evaluation counts as being there: a share as a percentage, and what is left of a
/// hundred. Days and years are no figures.
@Sendable func checkToldNumbers(_ context: CheckContext) -> [Finding] {
  let tellings = context.texts.filter(\.isTelling)
  guard tellings.contains(where: { $0.text.bytes.contains(where: isDigit) }) else { return [] }
  let known = knownNumbers(context)
  var findings: [Finding] = []
  for telling in tellings {
    var told: Set<String> = []
    for number in telling.text.bytes.numbers {
      guard !known.contains(number.plain), !(number.percent && known.contains(hundredth(number.plain))),
        !telling.text.bytes.isDate(number.range), told.insert(number.plain).inserted
      else { continue }
      let written = String(decoding: telling.text.bytes[number.range], as: UTF8.self)
      findings.append(
        Finding("figures.told", at: telling.place(number.range), ["number": written, "audience": telling.audiences.first?.heading ?? ""]))
    }
  }
  return findings
}

private func knownNumbers(_ context: CheckContext) -> Set<String> {
  // What a share is out of.
  var known: Set<String> = ["1", "2", "10", "100", "1000"]
  for document in context.tool.all {
    let own = (document.intros + document.values.flatMap(\.tellings)).map(\.passage.span)
    for number in document.source.bytes.numbers
    where !own.contains(where: { $0.start <= number.range.lowerBound && number.range.upperBound <= $0.end }) {
      known.insert(number.plain)
      if number.percent { known.insert(hundredth(number.plain)) }
    }
  }
  for evaluation in context.tool.evaluations {
    for outcome in evaluation.outcomes {
      for number in [outcome.value, outcome.low, outcome.high, outcome.threshold, outcome.baseline] {
        guard let number else { continue }
        known.formUnion(forms(of: number, outcome.metric))
      }
    }
  }
  return known
}

/// A value as it is typed and as pages say it: 0.814 is 81.4, 81 and 19 of a hundred.
private func forms(of number: Number, _ metric: Metric) -> [String] {
  var result = [canonical(number.text)]
  let hundred: Double? =
    switch metric.form {
    case .share: number.value * 100
    case .percent: number.value
    case .ratio, .amount: nil
    }
  result.append(canonical(plain(number.value.rounded())))
  guard let hundred else { return result }
  for value in [hundred, 100 - hundred] {
    result.append(plain(value.rounded()))
    result.append(canonical(plain((value * 10).rounded() / 10)))
  }
  return result
}

// MARK: numbers in a text

struct TypedNumber {
  var range: Range<Int>
  /// Without commas, and zeros that say nothing.
  var plain: String
  var percent: Bool
}

extension [UInt8] {
  /// Every number in digits: `0.81`, `5,180`, `81%`. Digits that are part of a word are none.
  var numbers: [TypedNumber] {
    withUnsafeBufferPointer { text in
      var result: [TypedNumber] = []
      var index = 0
      while true {
        index = text.place(from: index) { $0.digits }
        guard index < text.count else { return result }
        let start = index
        while index < count, isDigit(text[index]) || (isOne(text[index], of: ".,") && index + 1 < count && isDigit(text[index + 1])) {
          index += 1
        }
        let isJoined = start > 0 && (isLetter(text[start - 1]) || text[start - 1] >= 0x80)
        guard !isJoined, index - start <= 15 else { continue }
        result.append(
          TypedNumber(
            range: start..<index, plain: canonical(String(decoding: text[start..<index], as: UTF8.self)),
            percent: follows("%", at: index) || follows(" per cent", at: index)))
      }
    }
  }

  private func follows(_ text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= count, lowered(self[index]) == text.utf8Start.pointee else { return false }
    return withUnsafeBufferPointer { PrivacyScan($0).phrase(text, at: index, whole: false) != nil }
  }

  /// Whether a number is a year, or a day with its month after it.
  func isDate(_ range: Range<Int>) -> Bool {
    if range.count == 4, self[range.lowerBound] == UInt8(ascii: "1") || self[range.lowerBound] == UInt8(ascii: "2"),
      self[range.lowerBound + 1] == UInt8(ascii: "9") || self[range.lowerBound + 1] == UInt8(ascii: "0")
    {
      return true
    }
    guard range.count <= 2 else { return false }
    return months.contains { follows($0, at: range.upperBound) }
  }
}

private let months: [StaticString] = [
  " january", " february", " march", " april", " may", " june", " july", " august", " september", " october", " november", " december",
]

/// `5,180` → `5180`, `0.80` → `0.8`, `01632` stays.
private func canonical(_ text: String) -> String {
  if text.utf8.allSatisfy(isDigit) { return text }
  var bytes = text.utf8.filter { $0 != UInt8(ascii: ",") }
  if bytes.contains(UInt8(ascii: ".")) {
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func hundredth(_ text: String) -> String {
  Number(text).map { canonical(plain(($0.value * 100).rounded() / 10_000)) } ?? text
}
