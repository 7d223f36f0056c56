extension Rule {
  /// Rules about the text of documents.
  static let markdown: [Rule] = [
    Rule(
      "markdown.html", .error, "HTML code is not used in texts",
      labels: ["'{text}'"],
      why: "a text is shown in five views, as data and in print, and HTML code would break some of them",
      fixes: ["use Markdown for headings, lists, tables and emphasis", "write `\\<` where a '<' is meant"]),
    Rule(
      "markdown.comment", .error, "a comment in a text would be public",
      labels: ["anybody can read this in the source"],
      why: "the source of each text is published with it, notes to colleagues included",
      fixes: ["delete the comment"]),
    Rule(
      "markdown.underlined-heading", .error, "the line of hyphens or equals signs makes a heading of the text above it",
      labels: ["this becomes a heading"],
      why: "headings here say which field a text belongs to",
      fixes: ["put an empty line above the hyphens for a rule", "write a heading inside a text as `#### Heading`"]),
    Rule(
      "markdown.title", .error, "a heading with one '#' is kept for the page's title",
      why: "a page has one title, and it comes from the facts at the top",
      fixes: ["write `##` and the name of a field, or `####` for a heading inside a text"]),
    Rule(
      "markdown.heading-place", .error, "this heading does not start at the beginning of its line",
      why: "so it is taken for part of the text, and not for the name of a field",
      fixes: ["move it to the beginning of the line", "write a heading inside a text as `#### Heading`"]),
    Rule(
      "markdown.heading-empty", .error, "this heading has no words",
      why: "the heading says which field the text belongs to",
      fixes: ["write the name of the field after `##`"]),
    Rule(
      "markdown.heading-in-telling", .error, "'{heading}' stands inside what is told '{telling}'",
      why: "nobody could tell whether the text is for everybody or for one audience only",
      fixes: [
        "write it as `#### …` if it is for that audience only",
        "move it above the first `### For …` if it is for everybody",
      ]),
    Rule(
      "markdown.fence", .error, "a block of code is opened and never closed",
      labels: ["opened here"],
      why: "all text after it is taken for code, headings included",
      fixes: ["put a line `{mark}` after the code"]),
    Rule(
      "markdown.image-text", .error, "the picture '{address}' has no text for people who cannot see it",
      why: "the law on accessibility asks for it, and search cannot find a picture without words",
      fixes: ["say what the picture shows: `![Chart: waiting times fell by half](chart.png)`"]),
    Rule(
      "markdown.footnote-missing", .error, "a mark here names a note that is not in this section",
      why: "a section is shown on several pages, and takes its notes with it",
      fixes: ["write the note below the text of the same section: `[^1]: the note`"]),
    Rule(
      "markdown.footnote-unused", .error, "no mark in this section names the note {mark}",
      why: "a note without a mark is shown nowhere, so what it says would be lost",
      fixes: ["put {mark} in the text it belongs to, in the same section", "delete the note"]),
    Rule(
      "markdown.link-missing", .warning, "a link here names an address that is not in this section",
      why: "readers see the square brackets and no link",
      fixes: ["write the address after the words: `[words](https://…)`", "write `\\[` where a bracket is meant"]),
    Rule(
      "markdown.length", .error, "this text is {size} bytes long; the limit is {limit}",
      why: "nobody reads as much under one heading, and very long texts can stop the program",
      fixes: ["shorten it, or publish it as an attachment"]),
    Rule(
      "markdown.sections", .error, "the document has more than {limit} headings",
      why: "no document needs as many, and they can stop the program",
      fixes: ["split the document"]),
    Rule(
      "markdown.nesting", .error, "lists or quotations are nested more than {limit} deep",
      why: "nobody can follow such depth, and reading it can stop the program",
      fixes: ["make it flatter"]),
    Rule(
      "markdown.delimiters", .error, "the same mark stands more than {limit} times in a row",
      why: "some such texts take minutes to read",
      fixes: ["use `---` on a line of its own for a rule, and shorten the row of marks"]),
    Rule(
      "markdown.declarations", .error, "the text has more than {limit} of '<!' and '<?'",
      why: "some such texts take minutes to read, and HTML code is not used in texts",
      fixes: ["take the HTML code out"]),
    Rule(
      "markdown.pipes", .error, "this line has more than {limit} of '|'",
      why: "a table so wide fits on no page",
      fixes: ["split the table, or publish it as an attachment in CSV"]),
    Rule(
      "markdown.table-line", .error, "this line of a table is longer than {limit} bytes",
      why: "a cell that long is not readable in a table",
      fixes: ["move the long text out of the table"]),
    Rule(
      "markdown.cells", .error, "the table has more than {limit} cells",
      why: "nobody reads such a table on a page",
      fixes: ["publish it as an attachment in CSV, and a summary here"]),
    Rule(
      "markdown.tables", .error, "the text has more than {limit} lines of hyphens",
      why: "some such texts take minutes to read",
      fixes: ["split the section, or publish the tables as an attachment"]),
    Rule(
      "markdown.definitions", .error, "the text defines more than {limit} links at its end",
      why: "some such texts grow beyond measure when they are read",
      fixes: ["write the addresses where the links are: `[words](https://…)`"]),
    Rule(
      "markdown.definition", .error, "the definition of a link is longer than {limit} bytes",
      why: "some such texts grow beyond measure when they are read",
      fixes: ["shorten the address or its title"]),
    Rule(
      "markdown.size", .error, "the text grows to more than {limit} bytes when it is read",
      why: "a page that large cannot be opened on a telephone",
      fixes: ["shorten it, or publish it as an attachment"]),
  ]

  /// Rules about links and pictures as they are written.
  static let links: [Rule] = [
    Rule(
      "link.scheme", .error, "'{address}' is not an address a public page may link to",
      labels: ["starts with '{scheme}'"],
      why: "readers can follow only web, mail and telephone addresses and links inside the register",
      fixes: ["use an address that starts with https:, mailto: or tel:, or a relative one"]),
    Rule(
      "link.empty", .error, "the link or picture has no address",
      why: "it leads nowhere",
      fixes: ["write the address between the round brackets, or take the link out"]),
    Rule(
      "link.text", .warning, "the link to '{address}' has no words",
      why: "people who listen to the page hear only the address",
      fixes: ["say where the link leads: `[How we decide](how.md)`"]),
  ]
}
