extension Rule {
  /// Rules about the fields of a document: what each takes and how a value says that it is not given.
  static let fields: [Rule] = [
    Rule(
      "field.unknown", .error, "{kind} has no field '{field}'",
      labels: ["did you mean '{near}'?", "not a field of this document"],
      why: "a misspelt field would be left out of the published record in silence",
      fixes: ["write '{near}' instead", "take the line out if the field is not needed"]),
    Rule(
      "field.missing", .error, "'{label}' is not written yet",
      labels: ["add `{field}:` here, or a section '## {section}' below", "add `{field}:` here"],
      why: "readers are told what the standard promises them; a blank reads as something to hide",
      fixes: [
        "write it: {help}",
        "or say why there is none, such as `{field}: {{not_applicable: …}}` with the reason",
      ]),
    Rule(
      "field.to-write", .error, "'{label}' is still to write",
      labels: ["write it here"],
      why: "readers are told what the standard promises them; a blank reads as something to hide",
      fixes: [
        "write it: {help}",
        "or say why there is none, such as `{field}: {{not_applicable: …}}` with the reason",
      ]),
    Rule(
      "field.help-left", .error, "the help for '{label}' still stands in its text",
      labels: ["written by `gazette new`, and not for readers"],
      why: "it would be published as if it were your own words",
      fixes: ["delete the help and its example, the lines that start with `>`, and keep what you wrote"]),
    Rule(
      "field.list-more", .error, "{count} more entries of '{field}' were not looked at",
      why: "what is wrong with those before them is most likely wrong with these",
      fixes: ["put right what was found in this list, then check again"]),
    Rule(
      "field.cut", .warning, "'{rest}' is not read: in facts, a space and # begin a note to yourself",
      why: "readers would be told only what stands before it",
      fixes: ["put the whole value between double quotes", "or, where it is a note, give it a line of its own that begins with #"]),
    Rule(
      "field.swallowed", .warning, "'{part}:' stands inside the text of '{field}'",
      labels: ["in this text, a line begins with '{part}:'"],
      why: "it is read as a line of the text, and '{label}' as not answered",
      fixes: ["let '{part}:' start in the same column as '{field}:'"]),
    Rule(
      "field.missing-part", .error, "this {item} has no '{label}'",
      labels: ["write '{blank}' here", "add `{part}:` here"],
      why: "a list with gaps cannot be read as a table or compared",
      fixes: ["write `{part}: …`, or a reason such as `{part}: {{unknown: …}}`"]),
    Rule(
      "field.not-asked", .error, "'{label}' is not asked for here",
      labels: ["does not go with the answers above"],
      why: "an answer to a question that was ruled out contradicts the rest of the record",
      fixes: ["take it out, or change the answer that rules it out"]),
    Rule(
      "field.told-twice", .error, "'{heading}' is written twice: here and further up",
      labels: ["already written above"],
      why: "two answers to one question can differ, and readers would see only one",
      fixes: ["keep one of the two"]),
    Rule(
      "field.one-text", .error, "'{field}' takes a text, not a list or a map",
      why: "it would be shown as nothing",
      fixes: ["write the text after `{field}:`"]),
    Rule(
      "field.no-answer", .warning, "'{value}' is no answer",
      why: "readers are told why there is none: does it not apply, is it not known, or not yet decided?",
      fixes: ["write `{field}: {{not_applicable: why}}` or `{field}: {{unknown: why}}` at the top of the file, or leave it empty for now"]),
    Rule(
      "field.one-line", .error, "'{field}' takes one line",
      why: "it is shown in headings and lists",
      fixes: ["shorten it to one line; longer text has a field of its own"]),
    Rule(
      "field.too-long", .error, "'{field}' takes at most {max} characters; this has {count}",
      why: "it is shown where there is room for no more", fixes: ["shorten it"]),
    Rule(
      "field.date", .error, "'{field}' takes a date as YYYY-MM-DD",
      labels: ["write {write}", "no such date"],
      why: "dates are sorted, compared with today and shown to readers in words",
      fixes: ["write the year, the month and the day in digits, such as 2027-05-03"]),
    Rule(
      "field.part-date", .error, "'{field}' takes a date: a year, a month or a day",
      labels: ["write {write}", "no such date"],
      why: "dates are sorted, compared with today and shown to readers in words",
      fixes: ["write 2027, 2027-05 or 2027-05-03"]),
    Rule(
      "field.number", .error, "'{field}' takes a number, not '{value}'",
      why: "figures are compared and drawn, so each must be a plain number",
      fixes: ["write digits with a point before decimals, such as 0.81; units and words go elsewhere"]),
    Rule(
      "field.range", .error, "'{field}' is {value}, but must be {bound}",
      why: "a value outside the range is a slip", fixes: ["check the figure against its source"]),
    Rule(
      "field.choice", .error, "'{field}' cannot be '{value}'",
      labels: ["did you mean '{near}'?", "not one of the choices"],
      why: "readers filter and compare tools by this, so all must use the same words",
      fixes: ["write one of: {choices}"]),
    Rule(
      "field.choice-twice", .error, "'{value}' stands twice in '{field}'",
      why: "each is counted once", fixes: ["take one out"]),
    Rule(
      "field.list", .error, "'{field}' takes a list of short texts",
      why: "each entry is shown and filtered by itself", fixes: ["write `{field}: [one, another]`"]),
    Rule(
      "field.address", .error, "'{field}' takes a web address, not '{value}'",
      why: "readers follow it",
      fixes: ["write the whole address with https://, or the name of a file in this folder"]),
    Rule(
      "field.email", .error, "'{value}' is no email address",
      why: "it is how people reach you", fixes: ["write a team mailbox, such as algorithms@example.org"]),
    Rule(
      "field.link", .error, "'{field}' names a document, and '{value}' is no document's name",
      why: "readers are taken there",
      fixes: ["write the name of a file in this tool's folder without `.md`, such as beta-2026"]),
    Rule(
      "field.contact", .error, "'{field}' takes a way to reach somebody",
      why: "a person with a question needs an address that is answered",
      fixes: ["write `{field}:` and below it `email:`, `phone:`, `post:` or `address:`"]),
    Rule(
      "field.contact-way", .error, "'{way}' is no part of a contact",
      labels: ["did you mean '{near}'?"], why: "it would be left out",
      fixes: ["use role, email, phone, address, post or hours"]),
    Rule(
      "field.group", .error, "'{field}' takes a list of items, each with its parts",
      why: "it is shown as a table or a list",
      fixes: ["start each {item} with `- ` and write its parts as `key: value`"]),
    Rule(
      "field.single", .error, "'{field}' takes one item only",
      why: "only the first would be shown", fixes: ["keep one"]),
    Rule(
      "field.unknown-part", .error, "'{part}' is no part of '{field}'",
      labels: ["did you mean '{near}'?", "not known here"],
      why: "it would be left out of the published record in silence",
      fixes: ["write '{near}' instead", "take it out if it is not needed"]),
    Rule(
      "field.item-twice", .error, "two items of '{field}' have the same {part}, '{value}'",
      why: "items are compared from version to version by it",
      fixes: ["give each its own, or join the two"]),
    Rule(
      "state.word", .error, "'{key}' is not how a missing answer is written",
      labels: ["did you mean '{near}'?"], why: "only a few words are known here, and a reader would be shown nothing",
      fixes: ["write `{field}: {{{near}: why}}`, with a space after the colon"]),
    Rule(
      "state.in-text", .error, "this reason stands in the text, and readers would see its brackets",
      why: "reasons for a missing answer stand with the facts at the top of the file, where they are told in words",
      fixes: ["write `{field}: {state}` between the two lines `---`, and take the heading '{heading}' out"]),
    Rule(
      "state.reason", .error, "'{field}' says '{state}' without a reason",
      why: "a reader who is told nothing deserves to know why",
      fixes: ["write the reason after `{state}:` in one plain sentence"]),
    Rule(
      "state.because", .error, "'{field}' is withheld without saying why",
      labels: ["add `because: …`"],
      why: "what is withheld must be justified in public, in words people understand",
      fixes: ["add `because:` and one plain sentence after the ground"]),
    Rule(
      "state.ground", .error, "'{ground}' is no ground for withholding in this register",
      labels: ["did you mean '{near}'?"],
      why: "grounds are agreed once for the whole register and explained to readers",
      fixes: ["use one of: {grounds}; or add the ground to register.yaml under `withheld_grounds`"]),
    Rule(
      "state.mixed", .error, "'{key}' does not go with a value that is not given",
      why: "a value is either given or not", fixes: ["take '{key}' out, or give the value"]),
    Rule(
      "state.comma", .error, "the reason ends at its comma",
      labels: ["'{key}' is read as something else"],
      why: "between curly brackets, a comma begins the next thing that is said",
      fixes: ["put the reason between double quotes: `{{{state}: \"{reason}\"}}`"]),
  ]

  /// Rules about a document as a whole, its headings and its tool's folder.
  static let documents: [Rule] = [
    Rule(
      "document.no-kind", .error, "this document does not say what kind it is",
      labels: ["add `kind:` as the first line below"],
      why: "the kind says which fields it has and who reads them",
      fixes: ["write `kind:` and one of: {kinds}"]),
    Rule(
      "document.unknown-kind", .error, "there is no kind '{kind}'",
      labels: ["did you mean '{near}'?"], why: "nothing of this document can be checked or shown",
      fixes: ["write one of: {kinds}"]),
    Rule(
      "document.name", .error, "'{name}' cannot be the name of a document",
      why: "the name becomes part of a public address that never changes",
      fixes: ["rename the file: lower-case letters, digits and hyphens only, such as beta-2026.md"]),
    Rule(
      "heading.unknown", .error, "'{heading}' is no field of {kind}",
      labels: ["did you mean '{near}'?", "not a field of this document"],
      why: "what stands under it would not be published",
      fixes: [
        "write '## {near}' instead",
        "use `###` for a heading of your own inside a field's text",
      ]),
    Rule(
      "heading.missing", .error, "this text stands under no heading",
      why: "the heading says which field a text belongs to, so this one would not be published",
      fixes: ["write `##` and the name of a field above it", "move it under the heading it belongs to"]),
    Rule(
      "heading.ambiguous", .error, "'{heading}' may be more than one field",
      why: "the text would go to the wrong place", fixes: ["write {headings}, or put the reference number before it"]),
    Rule(
      "heading.not-prose", .error, "'{heading}' is not written as a section",
      labels: ["belongs in the front matter"],
      why: "it takes one short value, which is checked and compared",
      fixes: ["write `{field}: …` between the `---` lines at the top"]),
    Rule(
      "heading.unknown-audience", .error, "there is no audience '{audience}'",
      labels: ["did you mean 'For {near}'?"],
      why: "nobody would be shown what stands here", fixes: ["write one of: {audiences}"]),
    Rule(
      "heading.audience-twice", .error, "'For {audience}' stands twice here",
      why: "only one telling can be shown", fixes: ["join the two"]),
    Rule(
      "tool.name", .error, "'{tool}' cannot be the name of a tool's folder",
      why: "the name becomes part of public addresses that never change",
      fixes: ["rename the folder: lower-case letters, digits and hyphens only, at most 64"]),
    Rule(
      "tool.no-record", .error, "the tool '{tool}' has no record",
      why: "a tool is published by its record; the other documents stand beside it",
      fixes: [
        "if it stands here under another name, rename it to record.md",
        "or add record.md: `gazette new tool {tool}` writes one with every field",
      ]),
    Rule(
      "tool.two-records", .error, "the tool '{tool}' has more than one record",
      why: "readers must know which one counts",
      fixes: ["keep record.md and take this one out; older versions are kept by publishing"]),
    Rule(
      "tool.record-name", .error, "the record is called '{name}.md'",
      why: "every tool's record has the same name, so that people and addresses find it",
      fixes: ["rename it to record.md"]),
  ]
}
