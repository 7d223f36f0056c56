extension Rule {
  /// Rules about what a tool's documents say of each other.
  static let consistency: [Rule] = [
    Rule(
      "document.rule", .error, "{say}",
      labels: ["did you mean '{near}'?", "'{value}' stands alone"],
      why: "{because}", fixes: ["{fix}"],
      more: "Kinds state such rules as data, under `rules`, in words of their own."),
    Rule(
      "notice.to-come", .error, "the tool is said to have ended, and {day} is still to come",
      labels: ["today is {today}"],
      why: "readers would be told that it was retired on a day that is not here yet",
      fixes: ["put the day right; or until then set the record's phase back and choose Announced in the notice"]),
    Rule(
      "period.order", .warning, "the time it covers ends in {end}, before it starts",
      labels: ["it starts in {start}"],
      why: "readers cannot tell which time the results are about",
      fixes: ["put the day right that is wrong"]),
    Rule(
      "period.completed", .warning, "it was completed in {completed}, before the time it covers ends",
      labels: ["that ends in {end}"],
      why: "what has not happened yet cannot have been counted",
      fixes: ["put the day right that is wrong"]),
    Rule(
      "document.not-there", .error, "'{field}' names the document '{document}', which is not there",
      labels: ["did you mean '{near}'?"],
      why: "readers are sent to it and would find nothing",
      fixes: ["name a file of this tool's folder without `.md`", "or add the document: `gazette new` writes one to fill in"]),
    Rule(
      "document.names-itself", .error, "'{field}' names this document itself",
      labels: ["leads back here"], why: "readers would go round in a circle", fixes: ["name another document, or take it out"]),
    Rule(
      "document.no-evaluation", .warning, "'{field}' names '{document}', which is no evaluation",
      labels: ["is of the kind {kind}"],
      why: "readers who follow it look for figures and their limits",
      fixes: ["name an evaluation, or write `{{not_measured: …}}` with the reason"]),
    Rule(
      "review.overdue", .warning, "this should have been reviewed by {due}",
      labels: ["has passed"],
      why: "readers are told that it is overdue, and cannot know whether it still holds",
      fixes: ["review it, then write the day of the next review"]),
    Rule(
      "review.unset", .warning, "this was finished in {since} and has no day of review",
      labels: ["more than {months} months ago"],
      why: "what nobody looks at again stops being true without anybody noticing",
      fixes: ["add `review_due:` with the day by which somebody will look at it again"]),
    Rule(
      "audience.nothing", .warning, "nothing is written for {audience} under '{section}'",
      labels: ["would be missing from their page"],
      why: "this is what their page is to begin with",
      fixes: ["write '{field}', or under any of these fields a part '### For {audience}'"]),
    Rule(
      "figures.told", .warning, "{number} is told to {audience} and to nobody else",
      labels: ["in neither the general text nor an evaluation"],
      why: "one audience must not be given another figure than the rest",
      fixes: [
        "put the figure into an evaluation, from which every page takes it",
        "or say the same in the general text",
      ]),
    Rule(
      "figures.differs", .warning, "{metric} is said to be {number}, and no evaluation says so",
      labels: ["the newest evaluation says {known}"],
      why: "readers who see two figures for one thing believe neither",
      fixes: ["leave the figure out of the text: pages show it where it belongs", "or put the evaluation right"]),
  ]
}
