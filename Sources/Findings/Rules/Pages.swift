extension Rule {
  /// Rules about ordinary pages and about addresses that lead elsewhere.
  static let pages: [Rule] = [
    Rule(
      "page.name", .error, "'{name}' cannot be the name of a page",
      why: "the file's name is the page's address for good, and must work everywhere",
      fixes: ["rename the file with small letters, digits and hyphens, such as `about-us.md`"]),
    Rule(
      "page.reserved", .error, "a page cannot be called '{name}'",
      why: "the site keeps a folder of its own under that address",
      fixes: ["rename the file, such as `about-{name}.md`"]),
    Rule(
      "page.link", .error, "'{address}' leads nowhere on this site",
      labels: ["did you mean '{near}'?"],
      why: "readers would come to a page that is not there",
      fixes: ["write where it leads from this page's folder, such as `../licence/` or `../tools/name-of-tool/`, or a full address"]),
    Rule(
      "redirect.form", .error, "the redirect '{from}: {to}' does not go from one thing to another of its sort",
      why: "a reader who follows an old address must land on what took its place",
      fixes: [
        "write `old-tool: new-tool`, `tool/document: tool/other` or `pages/old: pages/new`"
      ]),
    Rule(
      "redirect.target", .error, "the redirect '{from}' leads to '{to}', which is not there",
      labels: ["did you mean '{near}'?"],
      why: "a reader who follows an old address must land on a page",
      fixes: ["name something that stands in the register now"]),
    Rule(
      "redirect.taken", .error, "'{from}' leads elsewhere, and stands in the register too",
      why: "one address cannot show a page and send readers away from it",
      fixes: ["take out the redirect, or the files that stand under its address"]),
  ]
}
