import Bytes
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
      let (words, seconds, byStart) = (jargonWords, jargonSeconds, jargonByStart)
      var result: [(range: Range<Int>, number: Int)] = []
      text.eachWordStart { index in
        guard index + 1 < text.count, isLetter(text[index]), isLetter(text[index + 1]),
          seconds[Int(letterNumber(text[index]))] &>> letterNumber(text[index + 1]) & 1 != 0
        else { return }
        let start = startNumber(text[index], text[index + 1])
        let third = scan.byte(index + 2) | 0x20
        for place in byStart.starts[start]..<byStart.starts[start + 1] {
          guard byStart.thirds[place] == third || byStart.thirds[place] == 0x20 else { continue }
          let number = byStart.numbers[place]
          guard let end = scan.phrase(words[number], at: index, whole: false) else { continue }
          let stop = scan.byte(end) == UInt8(ascii: "s") ? end + 1 : end
          if scan.ends(stop) { result.append((index..<stop, number)) }
        }
      }
      return result
    }
  }
}

/// The words of the trade by their first two letters: most words of a text begin like none of them.
///
/// Those that begin alike stand together in one list: a list for each would be counted at every word. Their third letters stand beside them,
/// for few words of a text go on as one of these does.
private let jargonByStart: (numbers: [Int], thirds: [UInt8], starts: [Int]) = {
  let begins = jargon.map { startNumber($0.word.utf8Start[0], $0.word.utf8Start[1]) }
  let numbers = jargon.indices.sorted { (begins[$0], $0) < (begins[$1], $1) }
  let starts = (0...26 * 26).map { start in numbers.count { begins[$0] < start } }
  return (numbers, numbers.map { jargon[$0].word.utf8Start[2] }, starts)
}()

/// For each letter those that come second in some word of the trade, one bit each.
private let jargonSeconds: [UInt32] = {
  var seconds = [UInt32](repeating: 0, count: 26)
  for entry in jargon { seconds[Int(letterNumber(entry.word.utf8Start[0]))] |= 1 << letterNumber(entry.word.utf8Start[1]) }
  return seconds
}()

/// Without what to write instead, which is counted at every look.
private let jargonWords = jargon.map(\.word)

private func startNumber(_ first: UInt8, _ second: UInt8) -> Int { Int(letterNumber(first)) * 26 + Int(letterNumber(second)) }

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
