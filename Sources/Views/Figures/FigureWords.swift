import Bytes
import Records

/// A figure in words and digits, in the language of its page.
struct FigureWords {
  /// In which form: for everybody, with plain words around the digits, or as it is written among specialists.
  enum Form { case people, words, symbols }

  let language: Language

  /// The measure's plain sentence with the evaluation's own nouns; nothing where it names one that the evaluation lacks, or has no figure.
  func sentence(_ outcome: Outcome, of evaluation: Evaluation) -> String? {
    guard outcome.held == nil, let value = outcome.value else { return nil }
    let metric = outcome.metric
    let texts = outcome.group == nil ? metric.plain : metric.plainGroup
    guard let text = texts[language.code] ?? texts["en"] else { return nil }
    let frequency = outcome.frequency
    return filled(text) { name in
      switch name {
      case "in_100": frequency.map { counted($0.text) }
      case "rest_100": frequency.map { counted($0.rest) }
      case "value": value.text
      case "percent": percent(value, metric)
      case "unit": language.label(metric.unit)
      case "group": outcome.group
      case "reference": outcome.referenceGroup
      default: evaluation.nouns[name]
      }
    }
  }

  private func counted(_ text: String) -> String {
    switch text {
    case Phrase.fewerThanOne.rawValue: language.say(.fewerThanOne)
    case Phrase.moreThanNinetyNine.rawValue: language.say(.moreThanNinetyNine)
    default: text
    }
  }

  private func percent(_ number: Number, _ metric: Metric) -> String? {
    switch metric.form {
    case .share: shifted(number.text, by: 2) + "%"
    case .percent: number.text + "%"
    case .ratio, .amount: nil
    }
  }

  /// The value as it was typed, with the unit of an amount.
  func value(_ text: String, of metric: Metric) -> String {
    switch metric.form {
    case .amount where !metric.unit.isEmpty: text + " " + language.label(text == "1" ? singular(metric.unit) : metric.unit)
    case .percent: text + "%"
    case .share, .ratio, .amount: text
    }
  }

  /// A share or a difference of shares out of a hundred, where a person would count it so; else as it stands.
  func counted(_ text: String, of metric: Metric) -> String {
    guard metric.form == .share else { return value(text, of: metric) }
    return language.say(.inAHundred, ["count": trimmed(shifted(text, by: 2))])
  }

  /// What the figure should have been; nothing where nothing was decided or the measure has no better and worse.
  func threshold(_ outcome: Outcome, _ form: Form) -> String? {
    guard let threshold = outcome.threshold else { return nil }
    let metric = outcome.metric
    let text = form == .people ? counted(threshold.text, of: metric) : value(threshold.text, of: metric)
    switch metric.better {
    case .higher: return form == .symbols ? "≥ " + text : language.say(.atLeast, ["value": text])
    case .lower: return form == .symbols ? "≤ " + text : language.say(.atMost, ["value": text])
    case .closer:
      guard let (low, high) = bounds(threshold, metric) else { return nil }
      return form == .symbols ? low + "–" + high : language.say(.between, ["low": low, "high": high])
    case .neither: return nil
    }
  }

  /// The bounds within which a measure with a best value in the middle is accepted.
  private func bounds(_ threshold: Number, _ metric: Metric) -> (String, String)? {
    let places = decimals(threshold.text)
    guard let low = fixed((metric.target ?? 0) - threshold.value, decimals: places),
      let high = fixed((metric.target ?? 0) + threshold.value, decimals: places)
    else { return nil }
    return (low, high)
  }

  /// The words that stand for a figure that is not shown.
  func held(_ held: Outcome.Held) -> String {
    switch held {
    case .smallNumbers(let limit): language.say(.fewerThan, ["limit": String(limit)])
    case .protected, .because, .state: language.say(.notShown)
    }
  }

  /// Who a row of figures is about.
  func group(_ outcome: Outcome) -> String {
    switch (outcome.characteristic, outcome.group) {
    case (_, let group?): group
    case (_?, nil): language.say(.allGroups)
    case (nil, nil): language.say(.everyone)
    }
  }

  /// The same with what the group differs in.
  func fullGroup(_ outcome: Outcome) -> String {
    switch (outcome.characteristic, outcome.group) {
    case (let characteristic?, let group?):
      language.say(.groupOf, ["characteristic": characteristic, "group": group])
    case (let characteristic?, nil): language.say(.allGroupsOf, ["characteristic": characteristic])
    case (nil, _): group(outcome)
    }
  }
}

/// A whole number with its thousands set apart; another as it was typed.
func countText(_ number: Number) -> String { Int(number.text).map(grouped) ?? number.text }
