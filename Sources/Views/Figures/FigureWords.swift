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
    func told(_ sentences: PlainSentences) -> String? {
      sentences.text(for: value, of: metric.form, in: language.code).flatMap { text in
        filled(text) { part(of: outcome, value, $0) ?? evaluation.nouns[$0] }
      }
    }
    guard let group = outcome.group else { return told(metric.plain) }
    // Held against another group that is not named, it still says what it is.
    return told(metric.plainGroup) ?? (outcome.referenceGroup == nil ? told(metric.plain).map { "“\(group)”: " + $0 } : nil)
  }

  /// What is worked out of a figure for its sentence, by name.
  private func part(of outcome: Outcome, _ value: Number, _ name: String) -> String? {
    let metric = outcome.metric
    return switch name {
    case "in_100": outcome.frequency.map { counted($0.text) }
    case "rest_100": outcome.frequency.map { counted($0.rest) }
    case "value": value.text
    case "size": size(value)
    case "amount": self.value(size(value), of: metric)
    case "percent": percent(value, metric)
    case "unit": language.label(metric.unit)
    case "group": outcome.group
    case "reference": outcome.referenceGroup
    default: nil
    }
  }

  /// The digits without their sign.
  private func size(_ number: Number) -> String { number.text.hasPrefix("-") ? String(number.text.dropFirst()) : number.text }

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
    let text = form == .people ? toldAs(outcome, threshold) : value(threshold.text, of: metric)
    switch metric.better {
    case .higher where form == .people && metric.form == .share && threshold.value == 1: return language.say(.all)
    case .lower where form == .people && metric.form == .share && threshold.value == 0: return language.say(.none)
    case .higher: return form == .symbols ? "≥ " + text : language.say(.atLeast, ["value": text])
    case .lower: return form == .symbols ? "≤ " + text : language.say(.atMost, ["value": text])
    case .closer:
      guard let (low, high) = bounds(threshold, metric) else { return nil }
      return form == .symbols ? low + " to " + high : language.say(.between, ["low": low, "high": high])
    case .neither: return nil
    }
  }

  /// A threshold in the unit of the sentence beside it: as a percentage, or out of a hundred.
  private func toldAs(_ outcome: Outcome, _ threshold: Number) -> String {
    let metric = outcome.metric
    let sentence = metric.plain.text(for: threshold, of: metric.form, in: language.code)
    guard sentence?.contains("{percent}") == true, let percent = percent(threshold, metric) else {
      return counted(threshold.text, of: metric)
    }
    return percent
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
func countText(_ number: Number) -> String {
  guard let whole = Int(number.text), String(whole) == number.text else { return number.text }
  return grouped(whole)
}
