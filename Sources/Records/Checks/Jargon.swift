import Findings
import Reading

/// Words of the trade in texts for people outside it, each with what to write instead. One finding for each word, where it first stands.
func checkJargon(_ texts: [ReadText], _ context: CheckContext) -> [Finding] {
  var findings: [Finding] = []
  let explained = Set(context.vocabulary.settings.explained.map { $0.lowercased() })
  var told: Set<Int> = []
  for text in texts {
    guard let audience = text.audiences.first(where: { ($0.readingAge ?? 99) <= 14 }) else { continue }
    for (range, number) in text.text.jargon where !told.contains(number) {
      told.insert(number)
      let (word, plain) = jargon[number]
      guard !explained.contains(word.description) else { continue }
      let facts = ["word": word.description, "plain": plain, "audience": audience.heading]
      findings.append(Finding("reading.jargon", at: text.place(range), facts))
    }
  }
  return findings
}

extension ProseText {
  fileprivate var jargon: [(range: Range<Int>, number: Int)] {
    bytes.withUnsafeBufferPointer { text in
      let scan = PrivacyScan(text)
      var result: [(range: Range<Int>, number: Int)] = []
      for index in 0..<text.count where isLetter(text[index]) && !isWordByte(scan.before(index)) {
        for number in jargonByLetter[Int(lowered(text[index]) - 0x61)] {
          if let end = scan.phrase(Records.jargon[number].word, at: index) ?? plural(scan, number, index) {
            result.append((index..<end, number))
          }
        }
      }
      return result
    }
  }

  private func plural(_ scan: PrivacyScan, _ number: Int, _ index: Int) -> Int? {
    guard let end = scan.phrase(Records.jargon[number].word, at: index, whole: false), scan.byte(end) == UInt8(ascii: "s"),
      scan.ends(end + 1)
    else { return nil }
    return end + 1
  }
}

private let jargonByLetter: [[Int]] = (0..<26).map { letter in
  jargon.indices.filter { Int(jargon[$0].word.utf8Start.pointee) - 0x61 == letter }
}

private let jargon: [(word: StaticString, plain: String)] = [
  ("utilise", "use"), ("utilised", "used"), ("utilising", "using"), ("utilisation", "use"), ("leverage", "use"), ("leveraging", "using"),
  ("facilitate", "help"), ("prior to", "before"), ("commence", "start"), ("commenced", "started"), ("in order to", "to"),
  ("in the event of", "if"), ("with regard to", "about"), ("in respect of", "about"), ("pursuant to", "under"),
  ("notwithstanding", "even so"), ("ascertain", "find out"), ("expedite", "speed up"), ("stakeholder", "people with an interest"),
  ("going forward", "from now on"), ("holistic", "whole"), ("synergy", "working together"), ("paradigm", "way"),
  ("best-of-breed", "good"), ("deliverable", "what is handed over"), ("actionable", "useful"), ("operationalise", "put into practice"),
  ("data subject", "person the information is about"), ("data controller", "organisation that answers for the information"),
  ("data processor", "firm that handles the information"), ("special category data", "sensitive information"),
  ("lawful basis", "legal reason"), ("proportionality", "whether it goes no further than it must"),
  ("hyperparameter", "setting of the model"), ("gradient boosting", "a kind of statistical model"),
  ("gradient boosted", "a kind of statistical model"), ("random forest", "a kind of statistical model"),
  ("logistic regression", "a kind of statistical model"), ("neural network", "a kind of computer model"),
  ("machine learning model", "computer model that learned from past cases"), ("natural language processing", "reading text by computer"),
  ("large language model", "computer program that writes text"), ("feature engineering", "choosing the facts the model uses"),
  ("training data", "past cases the model learned from"), ("confusion matrix", "table of right and wrong results"),
  ("false positive", "somebody picked out by mistake"), ("false negative", "somebody missed"),
  ("true positive", "somebody rightly picked out"), ("true negative", "somebody rightly left out"),
  ("demographic parity", "whether groups are picked out equally often"),
  ("equalised odds", "whether it is right equally often for each group"),
  ("area under the curve", "how well it puts cases in order"), ("overfitting", "learning the past cases by heart"),
  ("data drift", "changes in the information over time"), ("model drift", "getting worse over time"),
  ("ground truth", "what really happened"),
  ("human-in-the-loop", "a person decides"), ("human in the loop", "a person decides"), ("inference", "result"),
  ("classifier", "model that sorts cases"), ("pseudonymised", "with the names replaced by numbers"),
  ("pseudonymisation", "replacing names by numbers"), ("recidivism", "offending again"),
  ("safeguarding partners", "organisations that protect children"),
]
