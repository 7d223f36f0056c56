extension Rule {
  /// Rules about the register's data files: its settings, kinds, audiences and measures.
  static let data: [Rule] = [
    Rule(
      "register.missing", .error, "there is no folder Content/ here",
      why: "a register's drafts and settings stand in Content/",
      fixes: ["go to the register's folder, or name it with `--root DIR`", "`gazette init DIR` makes a new register"]),
    Rule(
      "register.no-kinds", .error, "there are no kinds of documents, neither here nor beside the program",
      why: "kinds say what a record or an assessment is asked; without them nothing can be checked or shown",
      fixes: [
        "put the folder `share/gazette` beside the program's `bin`, as it was installed: a program that was copied alone has no kinds",
        "give the register kinds of its own in Content/kinds/",
      ]),
    Rule(
      "data.not-map", .error, "{what} is written as keys with values",
      why: "without its keys nothing here can be read",
      fixes: ["write `key: value`, one on each line"]),
    Rule(
      "data.missing-key", .error, "{what} needs '{key}'",
      why: "the program cannot guess it, and a blank here would show on the site",
      fixes: ["add a line `{key}: …`"]),
    Rule(
      "data.unknown-key", .error, "{what} has no '{key}'",
      labels: ["did you mean '{near}'?", "not known here"],
      why: "a misspelt key would be left out in silence",
      fixes: [
        "write '{near}' instead", "where '{rest}' is the end of a sentence, put the whole sentence between double quotes",
        "take the line out if it is not needed",
      ]),
    Rule(
      "data.not-text", .error, "'{key}' takes one text",
      why: "a list or a map here has no meaning", fixes: ["write `{key}: …` on one line"]),
    Rule(
      "data.not-list", .error, "'{key}' takes a list",
      why: "each entry is read by itself", fixes: ["put each entry on a line that starts with `- `"]),
    Rule(
      "data.not-number", .error, "'{key}' takes a number, not '{value}'",
      why: "it is calculated with", fixes: ["write digits, with a point before decimals: 0.5"]),
    Rule(
      "data.not-allowed", .error, "'{key}' cannot be '{value}'",
      labels: ["did you mean '{near}'?"], why: "a word that is not known has no effect, and nobody would notice",
      fixes: ["write one of: {allowed}"]),
    Rule(
      "kind.name", .error, "the kind '{id}' stands in a file of another name",
      why: "people and other kinds find a kind by its file's name",
      fixes: ["rename the file to {id}.yaml, or change the id to match"]),
    Rule(
      "kind.twice", .error, "the {what} '{value}' is used twice",
      why: "two things with one name cannot be told apart",
      fixes: ["give one of them another name"]),
    Rule(
      "kind.unknown-section", .error, "there is no section '{section}' in this kind",
      labels: ["did you mean '{near}'?"], why: "a field stands under its section's heading",
      fixes: ["name one of the kind's sections, or add this one under `sections`"]),
    Rule(
      "kind.unknown-field", .error, "'{field}' is the name of no field",
      labels: ["did you mean '{near}'?"],
      why: "a condition on it never holds, and what hangs on it is never asked or checked",
      fixes: ["name a field of this kind, or of the record under `needs_record`: as `field`, `group.part` or `means:…`"]),
    Rule(
      "kind.no-audience", .error, "nobody reads the field '{field}'",
      why: "what is shown to no audience should not be asked for",
      fixes: ["list at least one audience under `audiences`"]),
    Rule(
      "kind.no-topic", .error, "the field '{field}' of a record has no topic",
      why: "the topic decides where on each audience's page the field stands",
      fixes: ["add `topic:` to the field or to its section"]),
    Rule(
      "kind.field-name", .error, "'{id}' cannot be the id of a field",
      why: "ids are written by people in front matter and kept for ever",
      fixes: ["use lower-case letters, digits and underscores, beginning with a letter"]),
    Rule(
      "kind.no-choices", .error, "the field '{field}' has nothing to choose from",
      why: "whatever is written would be refused", fixes: ["list the allowed values under `choices`"]),
    Rule(
      "kind.needless-choices", .error, "the field '{field}' lists choices but takes any text",
      why: "people would think that only these are allowed",
      fixes: ["make its type `choice` or `choices`, or take the list out"]),
    Rule(
      "kind.no-parts", .error, "the group '{field}' has no parts",
      why: "a group is a list of items with the same parts",
      fixes: ["list the parts under `fields`"]),
    Rule(
      "kind.needless-parts", .error, "the field '{field}' has parts but is no group",
      why: "the parts would never be asked for", fixes: ["make its type `group`"]),
    Rule(
      "kind.unknown-key-part", .error, "the group '{field}' has no part '{key}' to tell its items apart",
      labels: ["did you mean '{near}'?"],
      why: "items are compared from version to version by this part",
      fixes: ["name one of the group's parts under `key`"]),
    Rule(
      "kind.rule-needs-nothing", .error, "this rule asks for nothing",
      why: "a rule that cannot fail gives false comfort",
      fixes: [
        "add `needs_document`, `needs_record`, `needs_field`, or `each` with `matched_in`; or `refused: true`, where no such document may be published"
      ]),
    Rule(
      "kind.replaces-unknown", .error, "'{kind}' replaces '{replaces}', which does not exist",
      labels: ["did you mean '{near}'?"],
      why: "records could not be moved or compared from one to the other",
      fixes: ["name a kind of this register, or take the line out"]),
    Rule(
      "kind.replaces-itself", .error, "'{kind}' comes back to itself through what it replaces",
      why: "a record could be moved on for ever", fixes: ["take out one `replaces` of the circle"]),
    Rule(
      "kind.was-unknown", .error, "'{field}' was '{was}', which '{replaces}' does not have",
      labels: ["did you mean '{near}'?"],
      why: "the words of an older record would be lost on the way",
      fixes: ["name a field of {replaces}, as `field` or `group.part`"]),
    Rule(
      "kind.example", .error, "the example of '{field}' does not fit its own type: {problem}",
      why: "people copy examples, and would be told off for it",
      fixes: ["put the example right, or change the type"]),
    Rule(
      "metric.range", .error, "the range of '{metric}' takes two ends",
      why: "a value outside the range is a slip that should be caught",
      fixes: [#"write the lowest and the highest value, with "" for no bound: [0, ""]"#]),
    Rule(
      "register.address", .error, "'{value}' is no web address",
      why: "feeds, downloads and citations carry the site's full address",
      fixes: ["write it with https:// in front: https://example.org/register/"]),
    Rule(
      "register.to-fill-in", .error, "'{value}' is what a new register comes with, and not your own",
      why: "readers would be sent to nobody",
      fixes: ["write your own", "or mark the register as invented, to try things: `illustrative: true`"]),
    Rule(
      "register.interval", .error, "'{value}' is no length of time",
      why: "records are marked overdue for review by it", fixes: ["write `12 months` or `1 year`"]),
    Rule(
      "accepted.unused", .warning, "nothing in '{file}' is found by '{code}', which is accepted here",
      why: "readers are shown what was accepted and why, and this is there no longer",
      fixes: ["take it out", "name the file as the finding does, such as `tools/early-help-finder/record.md`"]),
    Rule(
      "accepted.error", .error, "'{code}' is an error, which cannot be accepted",
      why: "what is wrong in a published record cannot be made right with a reason; only warnings can",
      fixes: ["put right what is wrong in {file}, and take this out"]),
    Rule(
      "accepted.text", .error, "the acceptance of '{code}' in '{file}' does not say which words may stay",
      why: "whoever accepts something about a person answers for these words, and not for what is written there later",
      fixes: [
        "add `text:` with the exact words the warning points at, such as `text: 01225 123456`",
        "write an acceptance for each text where there are several",
      ]),
    Rule(
      "accepted.unknown", .error, "there is no rule '{code}'",
      labels: ["did you mean '{near}'?"],
      why: "an acceptance of nothing looks as if something had been thought through",
      fixes: ["write the code that stands in brackets at the end of a warning; `gazette explain` lists all"]),
    Rule(
      "register.limit", .error, "'{value}' is no size for a file",
      why: "larger files are refused unread", fixes: ["write a number and a unit, such as `10 MB`"]),
  ]
}
