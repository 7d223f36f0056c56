extension Rule {
  /// Rules about how hard texts are to read. All of them warn: a hard text is still better than none.
  static let reading: [Rule] = [
    Rule(
      "reading.sentence", .warning, "this sentence has {words} words; for {audience} at most {limit} are meant",
      labels: ["one of {long} long sentences here, of {all}", "the longest here"],
      why: "most people lose the thread after 25 words, and people in trouble sooner",
      fixes: ["make two or three sentences of it", "turn what it lists into a list"]),
    Rule(
      "reading.age", .warning, "what is written for {audience} takes a reading age of {age}; the target is {target}",
      labels: ["hardest here: {hardest}"],
      why: "people who cannot follow it cannot question what is done to them",
      fixes: [
        "shorter sentences and everyday words, first of all here",
        "or tell it to them in words of their own under '### For {audience}'",
      ]),
    Rule(
      "reading.initials", .warning, "'{initials}' is explained nowhere",
      labels: ["what does it stand for?"],
      why: "readers outside do not know it, and will not ask",
      fixes: [
        "write it out the first time, with the initials in brackets",
        "or add it to `explained` in register.yaml and to the page that explains such words",
      ]),
    Rule(
      "reading.jargon", .warning, "'{word}' is a word of the trade, and {audience} read this",
      labels: ["perhaps: {plain}"],
      why: "a word that only insiders know shuts everybody else out",
      fixes: ["write: {plain}", "or add it to `explained` in register.yaml and to the page that explains such words"]),
  ]
}
