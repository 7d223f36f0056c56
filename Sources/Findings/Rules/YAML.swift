extension Rule {
  /// Rules about the form of front matter and data files.
  static let yaml: [Rule] = [
    Rule(
      "yaml.syntax", .error, "this is not valid YAML: {problem}",
      why: "what cannot be read cannot be checked or published",
      fixes: ["compare the lines above with the example that `gazette explain yaml.syntax` shows"],
      more: """
        Facts about a document stand at its top as `name: value`, one to a line:

            name: Early Help Finder
            region: [South West]
            third_party:
              - name: Example Analytics Ltd
                role: builds the model
            summary: |
              A longer text starts on the next line,
              each line two spaces further in.
        """),
    Rule(
      "yaml.colon", .error, "a value that has a colon and a space in it needs quotes",
      labels: ["YAML takes this colon for the end of a second name"],
      why: "without quotes nobody can tell where the name ends and the value begins",
      fixes: ["put the whole value between double quotes, as in `title: \"Early help: the finder\"`"]),
    Rule(
      "yaml.quote", .error, "a quotation mark is opened and never closed",
      labels: ["opened here"],
      why: "everything after the open quotation mark is taken for one value",
      fixes: ["close the quotation mark at the end of its value"]),
    Rule(
      "yaml.quote-late", .error, "a quotation mark is opened here and closed only on line {line}",
      labels: ["opened here"],
      why: "all that stands between is taken for one value, and what comes after it for none",
      fixes: ["close the quotation mark at the end of its own value"]),
    Rule(
      "yaml.quote-after", .error, "the value ends at this quotation mark, and the line goes on",
      labels: ["closes here"],
      why: "what stands behind it belongs to no value",
      fixes: [
        "put the whole value in quotation marks",
        "write the mark twice where it is part of the value and single ones stand around it: `'It''s a finder'`",
        "write `\\\"` where it is part of the value and double ones stand around it",
      ]),
    Rule(
      "yaml.bracket", .error, "a list or map in brackets is not closed with '{bracket}'",
      labels: ["expected ',' or '{bracket}' before this"],
      why: "everything after the open bracket is taken for part of it",
      fixes: ["close the bracket, or put a comma between two items"]),
    Rule(
      "yaml.indentation", .error, "this line does not line up with the lines above it",
      labels: ["starts further in or out than its neighbours"],
      why: "the space at the start of a line says what belongs to what",
      fixes: ["start it in the same column as the other lines of its list or group"]),
    Rule(
      "yaml.key-colon", .error, "a name here has no colon after it",
      labels: ["expected ': ' on this line"],
      why: "a fact is written as a name, a colon, a space and a value",
      fixes: ["write `name: value`, or indent the line if it goes on with the value above"]),
    Rule(
      "yaml.character", .error, "a value cannot start with '{character}' unless it is in quotes",
      why: "YAML keeps this character for itself",
      fixes: ["put the whole value between double quotes"]),
    Rule(
      "yaml.tab", .error, "a tab stands where spaces belong",
      labels: ["use spaces here"],
      why: "a tab is as wide as each program likes, so it cannot say what belongs to what",
      fixes: ["replace the tab with two spaces for each step"]),
    Rule(
      "yaml.comment", .error, "a comment needs a space before its '#'",
      labels: ["put a space before it, or the whole value in quotes"],
      why: "without the space it could be part of the value, and would be lost",
      fixes: ["write ` # comment`, or put the whole value in quotes if '#' is part of it"]),
    Rule(
      "yaml.directive", .error, "a line that starts with '%' is an instruction to YAML, and none is followed here",
      why: "a file should mean the same to every reader",
      fixes: ["take the line out, or indent it if it belongs to a text"]),
    Rule(
      "yaml.documents", .error, "a second YAML document starts here",
      why: "only the first would be read, and the rest would be lost without a word",
      fixes: ["put everything in one document, and take out this line"]),
    Rule(
      "yaml.anchor", .error, "'{text}' starts with a label ('&'), which is not used here",
      labels: ["put the value in quotes if '&' is part of it"],
      why: "every value stands where it is read, so that a change shows in its own place",
      fixes: ["take the label out, or put the value in double quotes"]),
    Rule(
      "yaml.alias", .error, "'{alias}' points at a value elsewhere, which is not followed",
      labels: ["put the value in quotes if '*' is part of it"],
      why: "every value stands where it is read, so that a change shows in its own place",
      fixes: ["write the value out, or put it in double quotes if it starts with '*'"]),
    Rule(
      "yaml.tag", .error, "'{text}' starts with a type ('!'), which is not used here",
      labels: ["put the value in quotes if '!' is part of it"],
      why: "the kind of the document says what type each field has",
      fixes: ["take the type out, or put the value in double quotes"]),
    Rule(
      "yaml.duplicate", .error, "'{key}' is given twice in the same place",
      labels: ["the second one"],
      why: "only one of the two could be published, and nobody could tell which",
      fixes: ["keep one of them, or put both under one name as a list"]),
    Rule(
      "yaml.key", .error, "the name of a value must be a plain word or words",
      labels: ["not a name"],
      why: "a list, a map or nothing at all cannot name a value",
      fixes: ["write a name before the colon, without a '?' in front"]),
    Rule(
      "yaml.nesting", .error, "values are nested more than {limit} deep",
      why: "no field needs such depth, and reading it can stop the program",
      fixes: ["bring the inner values up, or split them into several fields"]),
    Rule(
      "yaml.escape", .error, "this value makes the forbidden character {character} with a backslash",
      why: "hidden characters make a page say something else than its source",
      fixes: ["take the sequence out; write `\\\\` for a backslash"]),
    Rule(
      "yaml.empty", .error, "nothing is written here",
      why: "a file without facts says nothing that could be checked or published",
      fixes: ["write facts as `name: value`, one to a line"]),
    Rule(
      "yaml.not-fields", .error, "this should be a list of facts written as `name: value`",
      why: "each fact is found by its name",
      fixes: ["write one fact to a line: its name, a colon, a space, its value"]),
  ]
}
