extension Rule {
  /// Rules about what a file of text is made of: its characters, and the halves of a document.
  static let text: [Rule] = [
    Rule(
      "file.empty", .error, "the file is empty",
      why: "an empty file says nothing that could be checked or published",
      fixes: ["write something in it, or delete it"]),
    Rule(
      "file.byte-order-mark", .error, "the file starts with an invisible byte order mark",
      labels: ["three invisible bytes stand here"],
      why: "two files that look the same would have different digests, and some programs misread the first line",
      fixes: ["save the file as 'UTF-8' and not as 'UTF-8 with BOM'"]),
    Rule(
      "file.front-matter", .error, "the document does not start with a line '---'",
      labels: ["expected '---' here"],
      why: "the facts about a document stand at its top between two lines of three hyphens",
      fixes: ["begin the file with `---`, then `kind: …` and the other facts, then `---` again"]),
    Rule(
      "file.front-matter-open", .error, "the facts at the top of the document are never closed",
      labels: ["opened here"],
      why: "without a second line '---' the whole text is taken for facts",
      fixes: ["put a line `---` after the last fact"]),
    Rule(
      "file.many", .error, "{count} more problems are not listed",
      why: "so many problems usually have one cause",
      fixes: ["put the ones above right and check again"]),
    Rule(
      "text.encoding", .error, "the file is not UTF-8 text",
      labels: ["the first byte that is no UTF-8"],
      why: "letters would be shown as something else than was written",
      fixes: ["save the file with the encoding 'UTF-8'"]),
    Rule(
      "text.merge", .error, "two people's versions of the same lines stand here, one after the other",
      labels: ["the first begins here"],
      why: "a merge was not finished: both would be published, with the marks between them",
      fixes: ["keep the lines that are right, and take out the others and the lines with `<<<<<<<`, `=======` and `>>>>>>>`"]),
    Rule(
      "text.control", .error, "the control character {character} stands here",
      why: "it cannot be seen, and programs disagree on what it means",
      fixes: ["delete it and write the text again by hand"]),
    Rule(
      "text.direction", .error, "the character {character} turns the direction of the text",
      why: "readers would see another order than the file has, so what is signed off is not what is read",
      fixes: ["delete it and write the text again by hand"]),
    Rule(
      "text.invisible", .error, "the invisible character {character} stands here",
      why: "two texts that look the same would differ, and search would not find the word",
      fixes: ["delete it and write the word again by hand"]),
    Rule(
      "text.line-end", .error, "this line ends with a lone carriage return",
      why: "programs disagree on whether a new line starts here",
      fixes: ["save the file with line ends 'LF' (or 'CRLF')"]),
  ]
}
