extension Rule {
  /// Rules about where links lead, and about what stands beside the documents.
  static let leads: [Rule] = [
    Rule(
      "link.missing", .error, "'{address}' is no file of this tool",
      labels: ["did you mean '{near}'?", "leads nowhere"],
      why: "readers would come to a page that is not there",
      fixes: ["write the name of a document or an attachment in this folder, such as beta-2026.md", "add the file to the folder"]),
    Rule(
      "link.form", .warning, "this was meant for a link or picture and is none",
      why: "readers see the brackets as they stand here",
      fixes: [
        "where the address has spaces, put it between < and >, such as `[the report](<annual report.pdf>)`, or rename the file",
        "else write `[words](address)` without a space between the brackets",
      ]),
    Rule(
      "link.picture", .error, "the picture '{address}' would be loaded from elsewhere",
      why: "pages load nothing from others, so that nobody learns who reads them and nothing changes behind your back",
      fixes: ["put a copy of the picture into this folder and write its name"]),
    Rule(
      "link.vague", .warning, "the words '{words}' do not say where the link leads",
      labels: ["to {address}"],
      why: "people who listen to a page have its links read out one by one, without the text around them",
      fixes: ["make the link of the words that say what is there: `[How we decide](…)`"]),
    Rule(
      "link.two-names", .warning, "'{words}' leads to the same address as '{first}'",
      labels: ["{address}"],
      why: "readers open both and find one thing; often one of the two addresses is a slip",
      fixes: ["check both addresses; the first is in {where}", "if they are one thing, call it by one name"]),
    Rule(
      "link.private", .error, "'{address}' works only inside your organisation",
      labels: ["nobody outside can open it"],
      why: "readers cannot follow it, and it tells strangers how your network is laid out",
      fixes: ["put a copy of the file beside the document and link to that", "or write in words where it is kept"]),
    Rule(
      "link.sign-in", .warning, "'{address}' may ask readers to sign in",
      why: "most such addresses open only for people of one organisation",
      fixes: ["open it in a private window; if it asks for a name, publish a copy beside the document instead"]),
  ]

  static let attachments: [Rule] = [
    Rule(
      "attachment.left-behind", .error, "'{file}' looks like a copy that a program left here",
      why: "everything in a tool's folder becomes public, old words and notes as well",
      fixes: ["delete it or move it out of the folder"]),
    Rule(
      "attachment.unnamed", .warning, "no document leads to '{file}', and it would be published",
      why: "everything in a tool's folder becomes public, notes that were never meant for it as well",
      fixes: ["link to it where readers need it, such as `[what it is]({file})`", "or move it out of the folder"]),
    Rule(
      "attachment.type", .error, "'{file}' is not what its name says",
      labels: ["is {found}"],
      why: "computers open a file by its name, and refuse or misread what is something else",
      fixes: ["save it again in the form its name says", "or rename it after what it is"]),
    Rule(
      "attachment.location", .error, "the picture '{file}' holds the place where it was taken",
      why: "it may be somebody's home, and everybody can read it out of the file",
      fixes: ["save the picture again without its details, as PNG for instance"]),
    Rule(
      "attachment.author", .error, "'{file}' holds a person's name as its author",
      why: "the name would be public, and the person was not asked",
      fixes: [
        "save it again without author: in office programs under 'Inspect document', for PDF under 'Properties'"
      ]),
    Rule(
      "attachment.device", .error, "the picture '{file}' holds the serial number of a camera",
      why: "it tells which other pictures the same person took",
      fixes: ["save the picture again without its details, as PNG for instance"]),
    Rule(
      "attachment.active", .error, "'{file}' holds {found}",
      why: "what is published must do nothing by itself on a reader's computer",
      fixes: ["save it again as a plain picture or document"]),
    Rule(
      "attachment.outside", .error, "the picture '{file}' loads '{address}'",
      why: "a reader's visit would be told to somebody else, and the picture breaks when that is gone",
      fixes: ["put everything into the picture itself, or save it as PNG"]),
    Rule(
      "attachment.locked", .error, "'{file}' is locked with a password, so nothing in it can be looked at",
      why: "readers could not open it, and nobody can check what it holds", fixes: ["save it without a password"]),
    Rule(
      "attachment.comments", .warning, "'{file}' holds comments",
      why: "comments are written for colleagues, and readers of the file see them too",
      fixes: ["delete the comments, or publish it as PDF"]),
    Rule(
      "attachment.not-read", .warning, "nobody has looked into '{file}' for personal data",
      why: "the words in a file of this sort cannot be read here, so a name or a number in it would be published unseen",
      fixes: [
        "look through all of it, and accept this in register.yaml with who did",
        "or publish the same as text, CSV or an office file, which are looked through here",
      ]),
    Rule(
      "attachment.unreadable", .warning, "'{file}' cannot be looked into",
      labels: ["{problem}"],
      why: "it may hold names or places that nobody checked", fixes: ["save it again with a usual program"]),
  ]
}
