extension Rule {
  /// Rules about files as such: where they stand, what they are, whether they can be read.
  static let files: [Rule] = [
    Rule(
      "file.unreadable", .error, "'{file}' cannot be read: {reason}",
      why: "a file that cannot be read cannot be checked or published",
      fixes: ["let your account read the file, or take it out of the register"]),
    Rule(
      "file.link", .error, "'{file}' is a link, not a file",
      labels: ["it points to {target}"],
      why: "what a link points to can change without a trace here, and may not be meant for the public",
      fixes: ["put a copy of the file in its place"]),
    Rule(
      "file.folder", .error, "'{file}' is a folder where a file should be",
      why: "a folder cannot be read as a document",
      fixes: ["rename the folder, or move the file it holds to this name"]),
    Rule(
      "file.special", .error, "'{file}' is a pipe or a device, not a file",
      why: "what it says is different each time it is read",
      fixes: ["put a plain file in its place"]),
    Rule(
      "file.large", .error, "'{file}' is too large to read",
      why: "readers on slow lines must be able to open everything that is published, and all of it is kept for good",
      fixes: [
        "make it smaller than {limit} KiB, or split it",
        "publish it elsewhere and link to it",
      ]),
    Rule(
      "file.unread", .warning, "'{file}' is not read",
      why: "what it says is not checked and not shown as a page, and nobody would notice",
      fixes: [
        "documents are the files right in a tool's folder that end in `.md`, pages those in Content/pages/",
        "kinds and audiences are the files in Content/kinds/ and Content/audiences/ that end in `.yaml`",
        "take it out of Content/ if it is not needed there",
      ]),
    Rule(
      "file.attached", .warning, "'{file}' is no document where it stands, and would be published as a file",
      why: "everything in a tool's folder becomes public; what this says is not checked as a document and has no page",
      fixes: [
        "to make it a document, put it right into the tool's folder under a name that ends in `.md`",
        "take it out of the folder if it is not meant for the public",
      ]),
    Rule(
      "file.name", .error, "the name '{file}' has a character that not every computer can keep",
      why: "everything published is copied, cloned and checked on other computers under this name",
      fixes: ["rename it with small letters, digits and hyphens"]),
    Rule(
      "file.letters", .error, "the name '{file}' has a letter outside a to z",
      why: "such a letter can be written in two ways that look the same, so the file could be lost or doubled when it is copied",
      fixes: ["rename it with small letters, digits and hyphens"]),
    Rule(
      "file.twin", .error, "the names '{file}' and '{other}' differ only in capital letters or in how a letter is stored",
      why: "on many computers these are one name, and one file would take the other's place",
      fixes: ["rename one of them"]),
  ]
}
