extension Rule {
  /// Rules about what must not be public: the numbers, homes and mailboxes of people, and keys.
  ///
  /// An error is kept for what carries a check digit, a word beside it, or a form that hardly occurs by chance.
  static let privacy: [Rule] =
    people + codes + places + [
      Rule(
        "privacy.more", .error, "{count} more stretches of this file look like personal information",
        why: "a file with so much of it was hardly meant to be published",
        fixes: ["take the file out of the register, and write what readers need in words"]),
      Rule(
        "privacy.secret", .error, "'{text}' looks like a password or a key",
        labels: ["would open something for anybody"],
        why: "it works for everybody who reads it, and it stays in the history after it is deleted",
        fixes: ["take it out, and change it wherever it is used"]),
      Rule(
        "privacy.small-number", .warning, "the table counts {text} in a column of people",
        labels: ["few enough to be recognised"],
        why: "somebody who knows the place can tell who is meant by such a small number",
        fixes: ["write `fewer than 5`, and hide a second number if the first can be worked out from the total"]),
      Rule(
        "privacy.role", .warning, "'{field}' seems to hold a person's name",
        labels: ["a post is wanted here"],
        why: "people move on and have a right not to be named; the post stays",
        fixes: ["write the post, such as Head of Early Help"]),
      Rule(
        "privacy.undeclared", .note, "nobody has declared that no person can be identified from this document",
        labels: [#"add `no_person_identified: "Yes"` once somebody has read it for that"#],
        why: "names and rare stories cannot be found by a program, so a person has to look",
        fixes: ["read the document with only this question in mind, and add the line"]),
      Rule(
        "privacy.identified", .error, "this document says that a person can be identified from it",
        why: "it would be public, and cannot be called back",
        fixes: [#"take out what tells who it is, and then write `no_person_identified: "Yes"`"#]),
    ]

  private static let codes: [Rule] = [
    Rule(
      "privacy.nhs-number", .error, "'{text}' looks like an NHS number",
      labels: ["passes the check of an NHS number"],
      why: "it names one patient, for ever",
      fixes: [
        "take it out",
        "if it is the number of something else, write it without spaces, after a word that says of what: `contract 6604876470`",
      ]),
    Rule(
      "privacy.possible-nhs-number", .warning, "'{text}' may be an NHS number",
      labels: ["passes the check of an NHS number, as one in eleven numbers of ten digits does"],
      why: "an NHS number names one patient, for ever",
      fixes: [
        "take it out if it is one",
        "if it is the number of something else, write it without spaces, after a word that says of what: `contract 6604876470`",
      ]),
    Rule(
      "privacy.national-insurance", .error, "'{text}' looks like a National Insurance number",
      why: "it names one person, and can be used in their name",
      fixes: ["take it out; as an example write QQ123456C, which belongs to nobody"]),
    Rule(
      "privacy.pupil-number", .error, "'{text}' looks like a Unique Pupil Number",
      labels: ["passes the check of a pupil number"], why: "it names one child", fixes: ["take it out"]),
    Rule(
      "privacy.driving-licence", .error, "'{text}' looks like the number of a driving licence",
      why: "it holds the surname and the date of birth of one person", fixes: ["take it out"]),
    Rule(
      "privacy.tax-reference", .error, "'{text}' looks like a person's tax reference",
      why: "it names one person, and can be used in their name", fixes: ["take it out"]),
    Rule(
      "privacy.passport", .error, "'{text}' looks like the number of a passport",
      why: "it names one person, and can be used in their name", fixes: ["take it out"]),
    Rule(
      "privacy.card", .error, "'{text}' looks like the number of a bank card",
      labels: ["passes the check of a card number"], why: "money can be taken with it", fixes: ["take it out"]),
    Rule(
      "privacy.bank-account", .error, "'{text}' looks like the number of a bank account",
      labels: ["passes the check of an IBAN"], why: "money can be taken with it",
      fixes: ["take it out; send details for payment only to those who ask"]),
    Rule(
      "privacy.sort-code", .error, "'{text}' looks like the sort code of a bank account",
      why: "with the account number, money can be taken", fixes: ["take it out, and the account number too"]),
  ]

  private static let people: [Rule] = [
    Rule(
      "privacy.mobile", .error, "'{text}' looks like a mobile telephone number",
      why: "a mobile number reaches one person, wherever they are and whatever their post",
      fixes: [
        "write the number of the team's switchboard; as an example write 07700 900123, which belongs to nobody",
        "if it is the number of something else, write it without spaces, after a word that says of what: `case 07911123456`",
      ]),
    Rule(
      "privacy.phone", .warning, "'{text}' looks like a telephone number, and this is no contact field",
      why: "a number in a text may be a person's own, and it is forgotten there when it changes",
      fixes: ["put it into a contact field", "accept it in register.yaml if it is a team's number"]),
    Rule(
      "privacy.personal-email", .error, "'{text}' is an email address with a provider for private mail",
      why: "it belongs to a person, and what is sent there is out of the organisation's hands",
      fixes: ["write the address of a team's mailbox"]),
    Rule(
      "privacy.named-email", .warning, "'{text}' looks like the email address of one person",
      why: "people move on, and their address is misused once it is public",
      fixes: ["write the address of a team's mailbox, such as algorithms@example.org"]),
    Rule(
      "privacy.email", .note, "'{text}' may be the email address of one person",
      why: "only a team's mailbox should be public", fixes: ["make sure that a team reads it"]),
    Rule(
      "privacy.birth-date", .error, "'{text}' looks like somebody's date of birth",
      why: "with a name or a place it says who somebody is",
      fixes: ["take it out; for a group of people write the years or the ages; for a thing write `began` in place of `born`"]),
    Rule(
      "privacy.named-person", .warning, "'{text}' looks like the name of somebody the service cares for",
      why: "people the tool is used on must not be recognised in its record",
      fixes: ["write about people without their names: `a pupil`, `one family`"]),
    Rule(
      "privacy.name-and-age", .warning, "'{text}' looks like a person's name and age",
      why: "the two together say who somebody is", fixes: ["take out the name"]),
    Rule(
      "privacy.titled-name", .note, "'{text}' looks like a person's name",
      why: "posts can be public; names only where the person has agreed",
      fixes: ["write the post instead of the name"]),
  ]

  private static let places: [Rule] = [
    Rule(
      "privacy.home-address", .warning, "'{text}' looks like the address of a house: is it somebody's home?",
      why: "a home address says who lives there",
      fixes: ["take it out", "put an office's address into a contact field"]),
    Rule(
      "privacy.postcode", .note, "'{text}' looks like a postcode",
      why: "some postcodes have only one house", fixes: ["make sure that it is an office's, or write only its first half"]),
    Rule(
      "privacy.location", .warning, "'{text}' is a place to within a few metres",
      why: "so exact a place can be a home", fixes: ["write the place with at most two decimals, or name the district"]),
    Rule(
      "privacy.network-address", .note, "'{text}' looks like the address of a computer",
      why: "it helps those who want to break in", fixes: ["take it out unless it is meant for the public"]),
  ]
}
