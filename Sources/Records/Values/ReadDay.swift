import Bytes

/// The day that a person most likely meant by a text that is no `YYYY-MM-DD`: `3rd May 2027`, `May 3, 2027`, `03/05/2027` (day first).
///
/// Only for advice in a finding; nothing is ever read so.
func likelyDay(_ text: String) -> Day? {
  var numbers: [Int] = []
  var month: Int?
  for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    if let number = Int(digits), digits.count <= 4 {
      numbers.append(number)
    } else if word.count >= 3,
      let index = monthNames.firstIndex(where: { $0.hasPrefix(word) || word.hasPrefix($0) })
    {
      month = index + 1
    }
  }
  if let month, numbers.count == 2 {
    let year = numbers.max() ?? 0
    return Day(year: year, month: month, day: numbers[0] == year ? numbers[1] : numbers[0])
  }
  guard month == nil, numbers.count == 3 else { return nil }
  if numbers[0] > 31 { return Day(year: numbers[0], month: numbers[1], day: numbers[2]) }
  let year = numbers[2] < 100 ? 2000 + numbers[2] : numbers[2]
  return Day(year: year, month: numbers[1], day: numbers[0])
}

/// The English names, in small letters.
package let monthNames = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december",
]
