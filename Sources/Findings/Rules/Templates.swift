extension Rule {
  /// Rules about a theme's templates: how they are written, what they name, and where in HTML a tag may stand.
  static let templates: [Rule] =
    templateForm + templateSections + templateLinks + templateNames + templateHTML + templateRuns

  /// The form of tags.
  private static let templateForm: [Rule] = [
    Rule(
      "template.encoding", .error, "this line is not UTF-8",
      why: "every page is UTF-8, and other bytes would show as broken characters",
      fixes: ["save the file as UTF-8"]),
    Rule(
      "template.unclosed-tag", .error, "the tag '{tag}' does not end",
      labels: ["'{close}' is missing after this"],
      why: "everything after it would be read as part of the tag",
      fixes: ["close the tag with '{close}'"]),
    Rule(
      "template.empty-tag", .error, "the tag '{tag}' is empty",
      labels: ["name what stands here"],
      why: "a tag without a name prints nothing",
      fixes: ["write a name in it, or take the tag out"]),
    Rule(
      "template.name", .error, "'{name}' is not a name",
      labels: ["no spaces, and a word on both sides of each dot"],
      why: "a name that nothing can have would print nothing",
      fixes: ["write one word, or words joined by dots, such as 'tool.name'"]),
    Rule(
      "template.delimiters", .error, "'{tag}' does not say which delimiters come next",
      labels: ["write two, with a space between them"],
      why: "without both the tags that follow cannot be told from text",
      fixes: ["write two marks between the equals signs, or take the tag out"],
      more: "Delimiters are changed by a tag with two marks between equals signs. Neither may hold a space or an equals sign."),
  ]

  /// Sections and other pairs of tags.
  private static let templateSections: [Rule] = [
    Rule(
      "template.unclosed-section", .error, "'{tag}' is never closed",
      labels: ["must be closed before '{before}'", "its closing tag is missing"],
      why: "nobody can tell where the section ends",
      fixes: ["write the closing tag for '{name}' where the section ends"]),
    Rule(
      "template.stray-close", .error, "'{tag}' closes nothing",
      labels: ["no section is open here"],
      why: "a closing tag without an opening one hints at a section that was lost",
      fixes: ["take the tag out, or write the tag that opens '{name}'"]),
    Rule(
      "template.mismatched", .error, "'{tag}' does not close '{open}'",
      labels: ["the tag of line {line} is closed with the name '{name}'"],
      why: "nobody can tell which section ends here",
      fixes: ["write '{name}' here, or close the section of line {line} first"]),
    Rule(
      "template.deep", .error, "more than {limit} sections stand within each other here",
      why: "so deep a template is a slip, or made to stop the program",
      fixes: ["move the inner part to a template of its own"]),
    Rule(
      "template.ignored", .warning, "what stands in '{parent}' outside its blocks is never shown",
      labels: ["shown nowhere"],
      why: "a page takes only the blocks from here; the rest is the parent's",
      fixes: ["move it into a block, or take it out"]),
    Rule(
      "template.block-twice", .error, "'{parent}' fills the block '{name}' twice",
      labels: ["filled first in line {line}"],
      why: "only one of them could be shown",
      fixes: ["keep one of the two"]),
  ]

  /// Templates that ask for others.
  private static let templateLinks: [Rule] = [
    Rule(
      "theme.no-page", .error, "the theme has no template '{name}'",
      labels: ["did you mean '{near}'?"],
      why: "a page of the site is rendered from it",
      fixes: [
        "rename '{near}' to '{name}'", "add the template '{name}', or extend a theme that has it",
      ]),
    Rule(
      "template.no-template", .error, "there is no template '{name}'",
      labels: ["did you mean '{near}'?"],
      why: "what it should bring would be missing from the page",
      fixes: ["write '{near}'", "add the template, or take the tag '{tag}' out"]),
    Rule(
      "template.no-words", .error, "the language file has no words '{name}'",
      labels: ["did you mean '{near}'?"],
      why: "the words would be missing from the page",
      fixes: ["write 'words/{near}'", "add '{name}' to the strings of this language"]),
    Rule(
      "template.no-choice", .error, "the data names a template '{name}', and there is none",
      labels: ["needed for the page '{page}'", "asked for here"],
      why: "what it should show would be missing from the page",
      fixes: ["add the template '{name}'"]),
    Rule(
      "template.unknown-block", .error, "'{parent}' has no block '{name}'",
      labels: ["did you mean '{near}'?", "goes nowhere"],
      why: "what fills a block that is not there is never shown",
      fixes: ["write '{near}'", "add the block '{name}' to '{parent}'"]),
    Rule(
      "template.circle", .error, "templates use each other without end: {circle}",
      labels: ["comes back to where it began"],
      why: "the page would never be finished",
      fixes: ["put '{tag}' in a section over the list it should follow, or take it out"]),
    Rule(
      "template.deep-calls", .error,
      "sections and templates stand more than {limit} deep within each other here",
      why: "so deep a theme is a slip, or made to stop the program",
      fixes: ["use fewer templates within templates"]),
    Rule(
      "template.too-large", .error, "'{name}' grows too large when all its parts are put together",
      labels: ["too much already before this"],
      why: "a few templates that use each other many times would fill the memory",
      fixes: ["use the templates within it fewer times"]),
  ]

  /// Names of the data.
  private static let templateNames: [Rule] = [
    Rule(
      "template.unknown-name", .error, "there is no '{name}' here",
      labels: ["did you mean '{near}'?", "here are: {known}", "no page gives this name"],
      why: "a name that is not there prints nothing, and nobody would notice",
      fixes: ["write '{near}'", "see the theme's guide for the names of each page"]),
    Rule(
      "template.unknown-part", .error, "'{of}' has no '{name}'",
      labels: ["did you mean '{near}'?", "'{of}' is {kind}, open a section on it"],
      why: "a name that is not there prints nothing, and nobody would notice",
      fixes: ["write '{near}'", "see the theme's guide for the names of each page"]),
    Rule(
      "template.no-item", .error, "'{tag}' stands for nothing here",
      labels: ["needs a section over a list of plain texts, or over one text"],
      why: "a dot stands for the item of the innermost section, and this one has names instead",
      fixes: ["write the name of what should be shown"]),
    Rule(
      "template.not-text", .error, "'{name}' is {kind} and cannot be printed",
      labels: ["open a section on it instead"],
      why: "it would print nothing, and nobody would notice",
      fixes: ["go into it with a section, and print the names within"]),
    Rule(
      "template.not-a-name", .error, "'{name}' is {kind} and names no template",
      labels: ["must be a text"],
      why: "the template could not be found",
      fixes: ["write a name whose text is the name of a template"]),
    Rule(
      "template.not-markup", .error, "'{name}' is text, and '{tag}' takes markup only",
      labels: ["write '{{{{{name}}}}}'"],
      why: "text that is not escaped would let anyone write HTML into the page",
      fixes: ["write two braces, so that it is escaped"]),
    Rule(
      "template.markup-escaped", .error, "'{name}' is markup, and '{tag}' would show its tags as text",
      labels: ["write '{{{{{{{name}}}}}}}'"],
      why: "readers would see '<p>' and the like",
      fixes: ["write three braces, so that it is printed as it is"]),
    Rule(
      "template.unseen", .warning, "no sample shows what is in '{name}', so this section is not checked",
      labels: ["the list is empty in every sample"],
      why: "a mistyped name in the section would print nothing, and nobody would notice",
      fixes: ["give the page's sample one element of '{name}'"]),
  ]

  /// Places in HTML where a tag is dangerous.
  private static let templateHTML: [Rule] = [
    Rule(
      "template.in-script", .error, "'{tag}' stands in a <script>",
      labels: ["no tags in a script"],
      why: "what is safe in text is not safe in a script, and the site works without any",
      fixes: ["put the value in a data- attribute of an element", "write the script as an asset"]),
    Rule(
      "template.in-style", .error, "'{tag}' stands in a <style>",
      labels: ["no tags in a style sheet"],
      why: "what is safe in text is not safe in a style sheet",
      fixes: ["choose a class in the template, and write its style in an asset"]),
    Rule(
      "template.in-comment", .error, "'{tag}' stands in an HTML comment",
      labels: ["no tags in a comment"],
      why: "a value can end the comment, and nobody sees what goes wrong there",
      fixes: ["take the tag out, or write the comment as a comment of the template"]),
    Rule(
      "template.event-attribute", .error, "'{tag}' stands in '{attribute}', which is a script",
      labels: ["no tags in attributes that begin with 'on'"],
      why: "what is safe in text is not safe in a script, and the site's policy forbids these",
      fixes: ["put the value in a data- attribute, and take '{attribute}' out"]),
    Rule(
      "template.style-attribute", .error, "'{tag}' stands in a style attribute",
      labels: ["no tags in 'style'"],
      why: "what is safe in text is not safe in a style, and the site's policy forbids these",
      fixes: ["choose a class instead, and write its style in an asset"]),
    Rule(
      "template.unquoted", .error, "'{tag}' is the value of '{attribute}' without quotes",
      labels: ["put double quotes around it"],
      why: "a space in the value would end the attribute and begin another",
      fixes: ["write the value between double quotes"]),
    Rule(
      "template.single-quotes", .error, "'{tag}' stands between single quotes",
      labels: ["write '{attribute}' with double quotes"],
      why: "an apostrophe in the value would end the attribute",
      fixes: ["write the value between double quotes"]),
    Rule(
      "template.in-tag", .error, "'{tag}' prints into an HTML tag, outside of any attribute's value",
      labels: ["only between tags, or between double quotes"],
      why: "a value could make up a tag or an attribute of its own",
      fixes: ["write the attribute's name, and the value between double quotes"]),
    Rule(
      "template.markup-here", .error, "'{tag}' prints markup where only text can stand",
      labels: ["in the attribute '{attribute}'", "<{element}> shows text only"],
      why: "the tags of the markup would end what they stand in, or show as text",
      fixes: ["print a text here, with two braces"]),
    Rule(
      "template.chosen-here", .error, "'{tag}' lets the data choose a template within an HTML tag",
      labels: ["only between tags"],
      why: "what comes in cannot be checked for the place it comes to",
      fixes: ["name the template here, or choose one for the whole element"]),
    Rule(
      "template.branches", .error, "the section '{tag}' ends elsewhere in HTML than it begins",
      labels: ["closes or opens a tag, quote or comment only sometimes"],
      why: "with and without it, what follows would mean two different things",
      fixes: ["let the section hold whole elements, whole attributes, or text within one"]),
    Rule(
      "template.branches-call", .error, "'{name}' uses itself and ends elsewhere in HTML than it begins",
      why: "each turn would begin in the middle of a tag, quote or comment",
      fixes: ["let the template hold whole elements"]),
    Rule(
      "template.open-end", .error, "the page '{name}' ends within a tag, a comment or a script",
      labels: ["something is not closed before this"],
      why: "browsers would not show what follows it",
      fixes: ["look for a missing '>', quote or closing tag above"]),
  ]

  /// What only rendering shows.
  private static let templateRuns: [Rule] = [
    Rule(
      "template.too-long", .error, "the page '{page}' is longer than {limit} bytes",
      labels: ["it was stopped here"],
      why: "no reader can use such a page, and it could fill the disk",
      fixes: ["look for a template that repeats itself, or a list that should be split"]),
    Rule(
      "template.endless", .error, "the page '{page}' does not come to an end",
      labels: ["it was stopped here"],
      why: "templates use each other again and again, or data holds itself",
      fixes: ["let the section around this tag follow a list that becomes shorter each time"]),
  ]
}
