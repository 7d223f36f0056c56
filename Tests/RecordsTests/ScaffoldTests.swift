import Bytes
import Findings
import Ground
import Reading
import Records
import Testing

/// A new document to the letter, and how what is left of its help is told from what somebody wrote.
@Suite struct ScaffoldTests {
  private let vocabulary: Vocabulary

  init() throws {
    let shipped = try Checkout.vocabulary()
    let (kinds, findings) = readKinds(
      [
        Source(path: "Content/kinds/visit.yaml", bytes: Array(visit.utf8)),
        Source(path: "Content/kinds/envelope.yaml", bytes: Array(envelope.utf8)),
      ], for: shipped.audiences.map(\.id))
    #expect(Shipped.told(findings) == "")
    vocabulary = Vocabulary(
      settings: shipped.settings, kinds: kinds,
      audiences: shipped.audiences.filter { ["end-users", "technical"].contains($0.id) }, metrics: [])
  }

  private func kind() throws -> Kind { try #require(vocabulary.kind("visit")) }

  private func check(_ text: String) throws -> String {
    let source = Source(path: "record.md", bytes: Array(text.utf8))
    let (draft, unread) = read(source)
    let (document, wrong) = understand(try #require(draft), with: vocabulary)
    let tool = Tool(id: "a", record: try #require(document), documents: [], attachments: [], with: vocabulary)
    let today = try #require(Day("2026-04-01"))
    let found = Records.check(CheckContext(tool: tool, vocabulary: vocabulary, today: today))
    return Shipped.told((unread + wrong + found).filter { $0.code.hasPrefix("field.") })
  }

  @Test func asksForEveryField() throws {
    #expect(scaffold(of: try kind(), for: vocabulary.audiences) == blank)
    #expect(
      try check(blank) == """
        record.md:23:5 field.to-write: 'Day' is still to write
        record.md:56:4 field.to-write: 'What we saw' is still to write
        """)
  }

  @Test func asksOnlyForWhatIsNotAnswered() throws {
    let (node, _) = readYAML(
      Source(
        path: "answers",
        bytes: Array(
          """
          title: A visit
          day: 2026-03-14
          kind_of_day: Wet
          helpers: {not_applicable: We went alone}
          place: {role: Gate, phone: 01632 960123}
          saw: |
            A heron.
          left: {see: other}
          note: None

          """.utf8)))
    let answers = try #require(node?.map)
    let text = scaffold(
      of: try kind(), for: [],
      answers: Dictionary(answers.map { ($0.key.text, $0.value) }, uniquingKeysWith: { first, _ in first }))
    #expect(
      text == """
        ---
        kind: visit
        title: A visit
        day: 2026-03-14
        kind_of_day: Wet
        helpers: {not_applicable: We went alone}
        place:
          role: Gate
          phone: 01632 960123
        left: {see: other}
        note: None
        ---

        ## What we saw

        A heron.

        """)
    #expect(try check(text) == "")
  }

  @Test(arguments: [
    ("> [To write] Tell it.", "7:4 field.to-write: 'What we saw' is still to write"),
    ("> [To write if 'Day' is Wet] Tell it.\n>\n> For example:\n>\n> - a", "7:4 field.to-write: 'What we saw' is still to write"),
    ("", "7:4 field.to-write: 'What we saw' is still to write"),
    ("> [To write] Tell it.\n\nA heron.", "9:1 field.help-left: the help for 'What we saw' still stands in its text"),
    ("A heron.\n\n> [To write] Tell it.", "11:1 field.help-left: the help for 'What we saw' still stands in its text"),
    ("> [To write] Tell it.\nA heron.", "7:4 field.to-write: 'What we saw' is still to write"),
    ("> To write is to see.\n\nA heron.", ""),
    ("> For example:\n>\n> A heron.", "7:4 field.to-write: 'What we saw' is still to write"),
    ("A heron.\n\n> For example:\n>\n> - a", "11:1 field.help-left: the help for 'What we saw' still stands in its text"),
    ("> For example: a heron that stands in the rain.", ""),
    ("- > [To write] in a list\n\nA heron.", ""),
    ("A heron. [To write] more.", ""),
  ])
  func knowsItsOwnHelp(_ text: String, _ expected: String) throws {
    let document = "---\nkind: visit\nday: 2026-03-14\n---\n\n\n## What we saw\n\n\(text)\n"
    #expect(try check(document) == (expected.isEmpty ? "" : "record.md:" + expected))
  }

  @Test func knowsItsOwnHelpInTheFrontMatter() throws {
    #expect(
      try check("---\nkind: visit\nday: 2026-03-14\nsaw: |\n  > [To write] Tell it.\n---\n") == """
        record.md:4:6 field.to-write: 'What we saw' is still to write
        """)
    #expect(
      try check("---\nkind: visit\nday:\nsaw: |\n  > [To write] Tell it.\n\n  A heron.\n---\n") == """
        record.md:3:5 field.to-write: 'Day' is still to write
        record.md:5:3 field.help-left: the help for 'What we saw' still stands in its text
        """)
    #expect(
      try check("---\nkind: visit\nsaw: A heron.\nday: 2026-03-14\nhelpers:\n  - name:\n  - role: Guest\n---\n") == """
        record.md:6:10 field.missing-part: this Helper has no 'Name'
        record.md:7:5 field.missing-part: this Helper has no 'Name'
        """)
  }
}

private let envelope = """
  id: envelope
  label: About
  role: envelope
  sections: [{id: about, label: About this document, audiences: [technical]}]
  fields:
    - {id: title, section: about, label: Title, type: text, means: title, help: Its title., example: A visit}
    - {id: note, section: about, label: Note, type: prose, help: Anything else., example: Nothing else.}

  """

private let visit = """
  id: visit
  label: Visit
  standard: {name: Standard of visits, version: "2"}
  role: record
  describe: >
    What was seen on a visit.
  sections:
    - {id: when, label: When, topic: a, audiences: [technical]}
    - {id: what, label: What, topic: a, audiences: [technical]}
  fields:
    - {id: day, ref: "1.1", section: when, label: Day, type: date, required: true, help: The day., example: 2026-03-14}
    - {id: kind_of_day, section: when, label: Kind of day, type: choice, choices: [Dry, Wet], help: Look up., example: Dry}
    - id: helpers
      section: what
      label: Helpers
      help: Who came along.
      type: group
      item: Helper
      fields:
        - {id: name, label: Name, type: text, max: 40, required: true, help: What you call them., example: Ann}
        - {id: role, label: Role, type: choice, choices: [Guide, Guest], help: What they did., example: Guide}
      example: [{name: The ranger}]
    - {id: place, section: what, label: Place, type: contact, help: Where., example: {role: Gate, phone: 01632 960123}}
    - {id: saw, section: what, label: Saw, heading: What we saw, type: prose, required: true, help: Tell it., example: "A heron.\\n\\n- and a fish"}
    - id: left
      section: what
      label: What we left
      type: prose
      required_when: {kind_of_day: [Wet, Dry]}
      help: Tell that too.
      example: Nothing.

  """

private let blank = """
  ---
  kind: visit
  # Visit (Standard of visits 2). What was seen on a visit.
  #
  # Facts stand here, each on its own line after its name, a colon and a space. Longer texts stand below the
  # second line of three hyphens: write yours in the place of the lines that start with >.
  # Lines that start with # are help. Nothing in them is an answer, but everybody can read them in the published
  # source: write no notes to colleagues here, and delete the help whenever you like.
  # `gazette check` lists what is needed and still blank. If there is no answer, say why in its place, in one of
  # these ways:
  #   {not_applicable: why}  {unknown: why}  {not_measured: why}  {withheld: ground, because: why}  {see: another-document}
  # To tell one audience in words of its own, write a heading below the text for everybody: `### For end users`,
  # `### For technical readers`.

  # Title (may stay blank): Its title.
  # For example: A visit
  title:

  # == When ==

  # 1.1 Day (needed): The day.
  # For example: 2026-03-14
  day:

  # Kind of day (may stay blank): Look up.
  # One of: Dry; Wet
  # For example: Dry
  kind_of_day:

  # == What ==

  # Helpers (may stay blank): Who came along.
  # Its parts:
  #     name: Name (needed). What you call them. At most 40 characters.
  #     role: Role (may stay blank). What they did.
  #       One of: Guide; Guest
  # To answer, take away the # before the lines below and write your own words in them; copy them for each further
  # helper.
  helpers:
  #  - name: The ranger
  #    role:

  # Place (may stay blank): Where.
  # To answer, take away the # before the lines below and write your own words in them.
  place:
  #  role: Gate
  #  phone: 01632 960123

  # == About this document ==

  # Note (may stay blank): Anything else.
  # For example: Nothing else.
  note:
  ---

  ## What we saw

  > [To write] Tell it.
  >
  > For example:
  >
  > A heron.
  >
  > - and a fish

  ## What we left

  > [To write if 'Kind of day' is Wet or Dry] Tell that too.
  >
  > For example:
  >
  > Nothing.

  """
