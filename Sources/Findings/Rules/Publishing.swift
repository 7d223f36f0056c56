extension Rule {
  /// Rules about publishing: approvals, editions, addresses that must not go, and what stands in a site.
  static let publishing: [Rule] = signOffs + publications + addresses

  private static let signOffs: [Rule] = [
    Rule(
      "sign-off.form", .error, "this is no approval as `gazette approve` writes it",
      why: "an approval that cannot be read approves nothing",
      fixes: ["take it out and approve again: `gazette approve TOOL --role ROLE --by \"post title\"`"]),
    Rule(
      "register.unapproved", .warning, "nobody has to approve what is published",
      why: "it is public as soon as anybody publishes, and readers are told that nobody signed it",
      fixes: [
        "name who approves it under `sign_off`: `- {{role: corporate-communications, label: Corporate communications, for: [{sorts}]}}`",
        "or accept this in register.yaml, and say why there",
      ]),
    Rule(
      "sign-off.unknown-role", .error, "'{role}' is no role of this register",
      labels: ["did you mean '{near}'?"],
      why: "only roles that register.yaml names can approve",
      fixes: ["approve with a role that register.yaml lists under `sign_off`, or add the role there"]),
    Rule(
      "sign-off.name", .warning, "the approval by '{by}' seems to name a person",
      labels: ["a post is wanted here"],
      why: "it stays public for good, and cannot be taken out once it is published; people have a right not to be named",
      fixes: ["take the approval out of the file, and approve again with the post alone, such as `--by \"Head of Early Help\"`"]),
    Rule(
      "sign-off.missing", .error, "{label} has not approved '{tool}' as it stands",
      why: "nothing becomes public that its named roles have not approved",
      fixes: ["when it is approved: `gazette approve {tool} --role {role} --by \"post title\"`"]),
    Rule(
      "sign-off.stale", .error, "{label} approved '{tool}' on {on}, and it has changed since",
      why: "an approval holds for exactly the bytes that were approved",
      fixes: ["show the change to {by}, then `gazette approve {tool} --role {role} --by \"{by}\"`"]),
    Rule(
      "sign-off.to-come", .error, "{by} approved on {on}, after the edition's own day, {day}",
      why: "readers would be told of an approval that has not been given yet",
      fixes: ["put the day right in the sign-offs, or publish on that day"]),
  ]

  private static let publications: [Rule] = [
    Rule(
      "publish.backwards", .error, "{day} is before the newest edition, of {last}",
      why: "an edition before another would rewrite what was public when",
      fixes: ["check the computer's clock, or give a later day with `--on`"]),
    Rule(
      "publish.no-change-note", .error, "the record does not say what changed",
      labels: ["add `change:` here"],
      why: "readers and feeds are told every change in one sentence",
      fixes: ["write `change:` and one sentence for the public, and `significance:`"]),
    Rule(
      "publish.same-change-note", .error, "the note of what changed is still that of version {version}",
      labels: ["say what changed this time"],
      why: "readers would be told the last change again",
      fixes: ["write what has changed since version {version}"]),
    Rule(
      "publish.no-slip", .warning, "this is called a {significance}, and it changes {what}",
      why: "the fewest roles approve a {significance}, because it changes no answer that readers rely on",
      fixes: ["set `significance:` to what it is, and have it approved as such", "or accept this in register.yaml, and say why there"]),
    Rule(
      "publish.redacted", .error, "these are the very bytes that were taken out of version {version} of '{tool}' on {on}",
      why: "published again, what had to go would be public again",
      fixes: ["take out of {file} what must not be public"]),
    Rule(
      "publish.names", .error, "a file's name cannot be listed in SHA256SUMS",
      why: "a name with a line end or a backslash cannot be checked with sha256sum",
      fixes: ["rename the file: letters, digits, hyphens and full stops"]),
    Rule(
      "site.no-ledger", .error, "Site/ holds files but no LEDGER",
      why: "what stands there was not published by this program, or is only a part of it",
      fixes: ["put the whole published site back, or move the folder away to begin anew"]),
    Rule(
      "site.ledger", .error, "Site/LEDGER is not as the program writes it",
      why: "it is the proof of what was published; nothing is added to a broken chain",
      fixes: ["put back the file from git or a mirror, then `gazette verify`"]),
    Rule(
      "edition.unreadable", .error, "the record of edition {edition} cannot be read",
      why: "it may be damaged, or from a newer program; nothing is added to what is not understood",
      fixes: ["put back the file from git or a mirror, or use the newer program"]),
    Rule(
      "edition.altered", .error, "the sums of edition {edition} are not those the ledger holds",
      why: "what was published was changed afterwards; nothing is added to a broken chain",
      fixes: ["put back the files from git or a mirror, then `gazette verify`"]),
    Rule(
      "edition.unshowable", .error, "version {version} of '{tool}' can no longer be read",
      why: "its pages are public and must not go; this program refuses what an older one accepted",
      fixes: ["use the program that published it, and report this as a mistake of this one"]),
    Rule(
      "edition.form", .error, "this is no edition.json as the program writes it",
      why: "a record with another spelling could say two things",
      fixes: ["put back the file from git or a mirror"]),
  ]

  private static let addresses: [Rule] = [
    Rule(
      "tool.unknown", .error, "there is no tool '{tool}' here",
      labels: ["did you mean '{near}'?"], why: "the command has nothing to work on",
      fixes: ["write '{near}'", "see `gazette status` for all tools"], isOfCommand: true),
    Rule(
      "approve.role", .error, "'{role}' is no role of this register",
      labels: ["did you mean '{near}'?"], why: "only roles that register.yaml names can approve",
      fixes: ["use one of: {roles}"], isOfCommand: true),
    Rule(
      "approve.name", .error, "'{by}' seems to name a person",
      why: "an approval stays public for good, and cannot be taken out once it is published; people have a right not to be named",
      fixes: [
        "write the post alone, such as `--by \"Head of Early Help\"`",
        "if it is a post or a place, write it with small letters or in a sentence: `Head of trading standards`, `Director for Milton Keynes`",
      ], isOfCommand: true),
    Rule(
      "redact.role", .error, "'{role}' is no role of this register",
      labels: ["did you mean '{near}'?"], why: "readers are told which role decided that something had to go",
      fixes: ["use one of: {roles}", "or add the role in register.yaml under `sign_off`, with `for: []` where it approves nothing"],
      isOfCommand: true),
    Rule(
      "redact.no-version", .error, "'{tool}' has no version {version}",
      why: "there is nothing to take out", fixes: ["see `gazette history {tool}`"], isOfCommand: true),
    Rule(
      "redact.no-file", .error, "version {version} of '{tool}' has no file '{file}'",
      why: "there is nothing to take out", fixes: ["see the file names in Site/tools/{tool}/versions/{version}/source/"],
      isOfCommand: true),
    Rule(
      "redact.record", .error, "a version cannot do without its record",
      why: "readers of version {version} of '{tool}' would find nothing there, and not why",
      fixes: ["write the record without what must go, and give it with `--with FILE`"], isOfCommand: true),
    Rule(
      "redact.draft", .warning, "the draft still holds what was taken out",
      why: "the next publication of '{tool}' is refused until it is gone there too",
      fixes: ["take out of this file what must not be public"]),
    Rule(
      "redact.version", .warning, "version {version} of '{tool}' still holds the same bytes",
      why: "what had to go is still public there",
      fixes: ["`gazette redact {tool} {version} {file}` with the same reason"]),
    Rule(
      "redact.edition", .warning, "the note of what changed and the posts of those who approved stay in edition {edition}",
      why: "the proof is made of what an edition says, so it cannot be taken out; pages tell both",
      fixes: ["where a person is named there, ask whoever answers for data protection whether the site must be begun anew"]),
    Rule(
      "redact.twice", .error, "'{file}' of version {version} of '{tool}' was taken out already",
      why: "it is gone, and its tombstone stands", fixes: ["see the tool's history on the site"], isOfCommand: true),
    Rule(
      "address.tool-gone", .error, "the tool '{tool}' was public and is no longer among the drafts",
      why: "people have its address, and a record that vanishes looks like something to hide",
      fixes: [
        "put the folder back and add a notice: `gazette new retirement {tool}`",
        "or say where it went in register.yaml: `redirects: {{{tool}: other-tool}}`",
      ]),
    Rule(
      "address.document-gone", .error, "'{document}' of '{tool}' was public and is no longer there",
      why: "people have its address; a document that was replaced is kept and marked superseded",
      fixes: [
        "put the file back and set `status: superseded`",
        "or say where it went in register.yaml: `redirects: {{{tool}/{document}: {tool}/other}}`",
      ]),
    Rule(
      "address.page-gone", .error, "the page '{page}' was public and is no longer there",
      why: "people have its address",
      fixes: ["put it back, or say where it went in register.yaml: `redirects: {{pages/{page}: pages/other}}`"]),
    Rule(
      "address.pages-gone", .warning, "pages that were public would go: {address}",
      why: "people have their addresses, and other sites lead there",
      fixes: ["keep {keep}; what it is called may change all the same"]),
  ]
}
