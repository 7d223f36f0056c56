import Bytes

/// The few words that stand inside a computed text.
///
/// Whole sentences come from the theme's words and from the measures; these are pieces of a figure, such as "at least 0.80", and a
/// language file's labels say each of them in its own language, found by the English.
package enum Phrase: String, CaseIterable, Sendable {
  case all = "all"
  case allGroups = "All groups"
  case allGroupsOf = "{characteristic}: all groups"
  case atLeast = "at least {value}"
  case atMost = "at most {value}"
  case between = "between {low} and {high}"
  case everyone = "Everyone"
  case fewerThan = "fewer than {limit}"
  case fewerThanOne = "fewer than 1"
  case groupOf = "{characteristic}: {group}"
  case inAHundred = "{count} in 100"
  case lifecycle = "Lifecycle"
  case moreThanNinetyNine = "more than 99"
  case none = "none"
  case notShown = "not shown"
  case stages = "{count} stages, {from} to {to}; the list beside the picture says the same."
  case target = "target: {value}"
  case threshold = "threshold {value}"
  case trend = "From {from} in {since} to {to} in {until}."
  case versions = "Versions"
  case versionsTold = "{count} versions, {from} to {to}; the list below says the same."
}

extension Language {
  func say(_ phrase: Phrase, _ parts: KeyValuePairs<String, String> = [:]) -> String {
    filled(label(phrase.rawValue)) { name in parts.first { $0.key == name }?.value } ?? phrase.rawValue
  }

  func shortDate(_ day: Day) -> String { shortDate(year: day.year, month: day.month) }

  /// `2026-03` → `Mar 26`: short enough for an axis.
  func shortDate(year: Int, month: Int?) -> String {
    guard let month, (1...12).contains(month) else { return String(year) }
    let two = String(year % 100)
    return label(shortMonths[month - 1]) + " " + (two.utf8.count == 1 ? "0" + two : two)
  }
}

private let shortMonths = [
  "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
