extension Rule {
  /// Rules about the results of an evaluation.
  static let figures: [Rule] = values + groups

  private static let values: [Rule] = [
    Rule(
      "figures.metric", .error, "there is no measure '{metric}'",
      labels: ["did you mean '{near}'?", "not in metrics.yaml"],
      why: "without the measure nothing can be said about the figure",
      fixes: ["write the short name of a measure in metrics.yaml", "add the measure there, with a plain sentence for readers"]),
    Rule(
      "figures.range", .error, "{part} is {value}, and {metric} lies between {low} and {high}",
      labels: ["did you mean {write}?", "cannot be"],
      why: "a figure outside the range of its measure is a slip",
      fixes: ["check the figure against its source; shares are written from 0 to 1"]),
    Rule(
      "figures.bound", .error, "{part} is {value}, and {metric} cannot be {side} {bound}",
      labels: ["cannot be"], why: "a figure outside the range of its measure is a slip",
      fixes: ["check the figure against its source"]),
    Rule(
      "figures.interval", .error, "the range from {low} to {high} does not hold the result, {value}",
      labels: ["not within {low} to {high}"],
      why: "the range says where the real figure most likely lies, so the result must lie in it",
      fixes: ["check the three figures against their source"]),
    Rule(
      "figures.interval-order", .error, "the range ends at {high} before it starts at {low}",
      labels: ["below the lower end"], why: "readers and pictures need the lower end first",
      fixes: ["exchange the two ends"]),
    Rule(
      "figures.half-interval", .error, "the range has one end only",
      labels: ["'{missing}' is not given"], why: "a range with one end cannot be drawn or judged",
      fixes: ["add the other end, or take this one out"]),
    Rule(
      "figures.level", .warning, "nothing says how sure the range is",
      labels: ["add `level: 95` if it is a 95% range"],
      why: "a 95% range and a 50% range look the same and mean different things",
      fixes: ["ask whoever worked out the range, and add `level:`"]),
    Rule(
      "figures.level-alone", .warning, "'level' is given without a range",
      why: "it says how sure a range is, and there is none", fixes: ["add `low:` and `high:`, or take `level` out"]),
    Rule(
      "figures.no-value", .error, "this entry has no result",
      labels: ["add `value:`"],
      why: "a measure without a figure tells readers nothing, not even why",
      fixes: [
        "add `value:`", "or `suppressed: Small numbers` if too few people are in it",
        "or `value: {{not_measured: …}}` with the reason",
      ]),
    Rule(
      "figures.count", .error, "'n' is {value}, which is no number of people or cases",
      labels: ["not a whole number"],
      why: "it is how many were counted", fixes: ["write the number counted, without decimals"]),
    Rule(
      "figures.no-threshold", .warning, "{metric} is reported without a threshold",
      labels: ["nothing says what would be good enough"],
      why: "without a limit set beforehand nobody can say whether the result is good",
      fixes: [
        "add `threshold:` with the figure that was agreed before the test",
        "accept this in register.yaml if none was agreed",
      ]),
    Rule(
      "figures.baseline", .warning, "this says {given} and not {missing}",
      labels: ["add `{key}:`"], why: "a figure to compare with is worth what is known about it",
      fixes: ["give both, or neither"]),
    Rule(
      "figures.twice", .error, "{metric} is given twice for {group}",
      labels: ["first in line {line}"], why: "readers would see two figures for one thing",
      fixes: ["keep one of the two; an earlier test is an evaluation of its own"]),
  ]

  private static let groups: [Rule] = [
    Rule(
      "figures.group-count", .warning, "nothing says how many this figure for '{group}' is based on",
      labels: ["add `n:`"],
      why: "a figure for ten people and one for ten thousand are not worth the same",
      fixes: ["add `n:` with the number of people or cases in the group"]),
    Rule(
      "figures.small", .error, "this figure is based on {count}, fewer than {limit}",
      labels: ["too few to publish"],
      why: "with so few, somebody who knows the place can tell who is meant; the file itself is public too",
      fixes: ["take out the figures and `n`, and write `suppressed: Small numbers`", "or join the group with another"]),
    Rule(
      "figures.held-back", .error, "this figure is held back and yet stands here",
      labels: ["would be public in this file"],
      why: "pages would not show it, but the file can be downloaded",
      fixes: ["take the figure out, or take out `suppressed`"]),
    Rule(
      "figures.held-reason", .warning, "this figure is withheld and nothing says why",
      labels: ["add `note:` with the reason"],
      why: "a reader who is told nothing deserves to know why", fixes: ["add `note:` with one plain sentence"]),
    Rule(
      "figures.one-hidden", .warning, "'{group}' is the only group of {characteristic} that is held back",
      labels: ["can be worked out from the others"],
      why: "with the figure for everyone and for all other groups, the hidden one can be calculated",
      fixes: ["hold back the next smallest group as well", "or join the group with another"]),
    Rule(
      "figures.gap", .warning, "{metric} is {value} for {characteristic}, and its groups lie {gap} apart",
      labels: ["{measure} is {low} for '{lowest}' and {high} for '{highest}'"],
      why: "readers see both on one page and believe neither",
      fixes: ["work the gap out again from the groups", "or put the figures of the groups right"]),
    Rule(
      "figures.outside", .warning, "{metric} is {value} for everyone, and no group of {characteristic} lies {side} {bound}",
      labels: ["everybody is in one of the groups, from {low} to {high}"],
      why: "a figure for everyone lies between the lowest and the highest of its groups",
      fixes: ["put the figure for everyone right, or those of the groups"]),
    Rule(
      "figures.reference", .error, "the group is compared with '{group}', which has no figure here",
      labels: ["did you mean '{near}'?"],
      why: "the gap cannot be worked out",
      fixes: ["write the name of a group exactly as in its own entry of the same measure", "add an entry for it"]),
    Rule(
      "figures.characteristic", .error, "the group '{group}' has no characteristic",
      labels: ["add `characteristic:`"],
      why: "readers must know in what the groups differ: age, sex, district",
      fixes: ["add `characteristic:`, spelled the same each time"]),
    Rule(
      "figures.no-groups", .warning, "no group of people is compared, and nothing says why",
      labels: ["for everyone only"],
      why: "a tool can be right for most and wrong for some; whether it was looked at is what people ask first",
      fixes: ["add results for groups", "or say under '{field}' why a characteristic was not tested"]),
  ]
}
