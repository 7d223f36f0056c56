import Editions
import Findings
import Reading
import Records
import Testing

/// A record moved over two generations of a kind, to the letter.
@Suite struct UpgradeTests {
  private let vocabulary: Vocabulary

  init() throws {
    let files = [("envelope", envelope), ("visit-1", first), ("visit-2", second), ("visit-3", third), ("other", other)]
    let shipped = try Shipped.vocabulary()
    let kinds = readKinds(
      files.map { Source(path: "Content/kinds/\($0.0).yaml", bytes: Array($0.1.utf8)) }, for: shipped.audiences.map(\.id))
    #expect(kinds.1.map(\.code) == [])
    vocabulary = Vocabulary(settings: shipped.settings, kinds: kinds.0, audiences: shipped.audiences, metrics: [])
  }

  private func upgrade(_ text: String, to id: String) throws -> Upgrade? {
    let (draft, unread) = read(Source(path: "Content/tools/a/record.md", bytes: Array(text.utf8)))
    let (document, wrong) = understand(try #require(draft), with: vocabulary)
    #expect((unread + wrong).filter { $0.severity == .error }.map(\.code) == [])
    let kind = try #require(vocabulary.kind(id))
    return Editions.upgrade(try #require(document), to: kind, with: vocabulary)
  }

  private func told(_ upgrade: Upgrade?) throws -> String {
    let upgrade = try #require(upgrade)
    let missing = upgrade.missing.map { "write \($0.field) '\($0.label)'" }
    let left = upgrade.left.map { left in
      "left \(left.field)\(left.audience.map { " (\($0))" } ?? ""): \(left.words) <\(left.because)>"
    }
    return upgrade.text + (missing + left).joined(separator: "\n")
  }

  @Test func movesAlongTheLineAndKeepsEveryWord() throws {
    #expect(try told(upgrade(old, to: "visit-3")) == new)
  }

  /// What was typed in the front matter as a heading would cut a section in two.
  @Test func aTextThatWouldBeginAnotherSectionIsLeftToAPerson() throws {
    let text = "---\nkind: visit-2\nname: A\nstory: |\n  Fog.\n\n  ### For end users\n\n  Ice.\n---\n"
    #expect(
      try told(upgrade(text, to: "visit-3")).hasSuffix(
        """
        write sort 'Sort'
        write story 'What happened'
        left story: Fog.

        ### For end users

        Ice. <a heading in it would begin another part of the document; mark it in another way>
        """))
  }

  @Test func aReasonMovesWithItsFieldAndStandsAsideForWords() throws {
    let text = "---\nkind: visit-1\nname: A\nscope: {unknown: Nobody looked}\nguests: {not_applicable: None came}\n---\n"
    let moved = try #require(try upgrade(text, to: "visit-3"))
    #expect(moved.text.contains("story: {unknown: Nobody looked}\n") && moved.left == [])
    #expect(moved.text.contains("people: {not_applicable: None came}\n"))
    let both = try #require(try upgrade(text + "## Saw\n\nA heron.\n", to: "visit-3"))
    #expect(both.text.contains("## What happened\n\nA heron.\n"))
    #expect(both.left.map(\.words) == ["unknown: Nobody looked"])
    #expect(both.left.map(\.because) == ["its new place is answered by another field too"])
  }

  @Test(arguments: [("visit-2", "visit-1"), ("visit-2", "visit-2"), ("visit-2", "other"), ("other", "visit-3")])
  func goesNoOtherWay(_ from: String, _ to: String) throws {
    #expect(try upgrade("---\nkind: \(from)\nname: A\n---\n", to: to) == nil)
  }
}

private let old = """
  ---
  kind: visit-1
  # A comment is no answer.
  name: The lake
  number: 7
  day: Wet
  seen: [Bird, Fish]
  guests:
    - {who: Ann, why: To help}
    - who: Bo
      why: |
        To see.

        > And to learn.
      from: Here
  lang: en
  note: Kept as it is.
  ---

  ## For end users

  Come *early*.

  ## Scope

  The  lake; see [the map](map.svg).

  ### For affected people

  Your lake.

  ## Saw

  A heron.

  ### For affected people

  Your heron.

  ### For technical readers

  `Ardea cinerea`
  """

private let new = """
  ---
  kind: visit-3
  # Visit 3. A visit.
  #
  # Facts stand here, each on its own line after its name, a colon and a space. Longer texts stand below the
  # second line of three hyphens: write yours in the place of the lines that start with >.
  # Lines that start with # are help. Nothing in them is an answer, but everybody can read them in the published
  # source: write no notes to colleagues here, and delete the help whenever you like.
  # `gazette check` lists what is needed and still blank. If there is no answer, say why in its place, in one of
  # these ways:
  #   {not_applicable: why}  {unknown: why}  {not_measured: why}  {withheld: ground, because: why}  {see: another-document}
  # To tell one audience in words of its own, write a heading below the text for everybody: `### For the public`,
  # `### For affected people`, `### For end users`, `### For senior leaders`, `### For technical readers`.

  # == What ==
  name: The lake

  # Sort (needed): Its sort.
  # One of: Dry; Damp
  # For example: Dry
  sort:
  seen: [Bird]
  people:
    - who: Ann
      why: To help
      role:
    - who: Bo
      why: |
        To see.

        > And to learn.
      role:

  # == About this document ==
  lang: en
  note: Kept as it is.
  ---

  ## For end users

  Come *early*.

  ## What happened

  The  lake; see [the map](map.svg).

  A heron.

  ### For affected people

  Your lake.

  Your heron.

  ### For technical readers

  `Ardea cinerea`

  ## If dry

  > [To write if 'Sort' is Dry] Then what.
  >
  > For example:
  >
  > Dust.
  write sort 'Sort'
  write people.role 'People: Role'
  left number: 7 <nobody counts>
  left day: Wet <'Sort' takes one of: Dry; Damp>
  left seen: Bird; Fish <'Seen' takes one of: Bird>
  left guests.from: Here <the newer kind has no field for it>
  """

private let envelope = """
  id: envelope
  label: About
  role: envelope
  sections: [{id: about, label: About, audiences: [technical]}]
  fields:
    - {id: lang, section: about, label: Language, type: choice, choices: [en, cy], means: lang, help: Its language., example: en}
    - {id: note, section: about, label: Note, type: prose, help: Anything else., example: Nothing else.}

  """

private func head(_ id: String, _ replaces: String = "") -> String {
  """
  id: \(id)
  label: Visit \(id.suffix(1))
  \(replaces.isEmpty ? "" : "replaces: " + replaces)
  role: record
  describe: A visit.
  sections: [{id: what, label: What, topic: a, audiences: [technical]}]
  fields:
    - {id: name, section: what, label: Name, type: text, required: true, means: name, help: Its name., example: The lake}

  """
}

private let other = head("other")

private let first =
  head("visit-1") + """
      - {id: number, section: what, label: Number, type: number, help: Count., example: 7}
      - {id: day, section: what, label: Day, type: choice, choices: [Dry, Wet], help: Look up., example: Dry}
      - {id: seen, section: what, label: Seen, type: choices, choices: [Bird, Fish], help: Look., example: [Bird]}
      - id: guests
        section: what
        label: Guests
        help: Who came.
        type: group
        key: who
        item: Guest
        fields:
          - {id: who, label: Who, type: text, required: true, help: Name., example: Ann}
          - {id: why, label: Why, type: prose, help: Reason., example: To help}
          - {id: from, label: From, type: text, help: Place., example: Here}
        example: [{who: Ann}]
      - {id: scope, section: what, label: Scope, type: prose, help: What of., example: The lake.}
      - {id: saw, section: what, label: Saw, type: prose, help: What was there., example: A heron.}

    """

private let second =
  head("visit-2", "visit-1") + """
      - {id: count, section: what, label: Count, type: number, was: number, help: Count., example: 7}
      - {id: day, section: what, label: Day, type: choice, choices: [Dry, Damp], was: day, help: Look up., example: Dry}
      - {id: seen, section: what, label: Seen, type: choices, choices: [Bird], was: seen, help: Look., example: [Bird]}
      - {id: people, section: what, label: People, type: prose, was: [guests.who, guests.why], help: Who came., example: Ann}
      - {id: story, section: what, label: Story, type: prose, was: [scope, saw], help: All of it., example: The lake.}

    """

private let third =
  head("visit-3", "visit-2") + """
      - {id: sort, section: what, label: Sort, type: choice, choices: [Dry, Damp], was: day, required: true, help: Its sort., example: Dry}
      - {id: seen, section: what, label: Seen, type: choices, choices: [Bird], was: seen, help: Look., example: [Bird]}
      - id: people
        section: what
        label: People
        help: Who came.
        type: group
        key: who
        item: Person
        fields:
          - {id: who, label: Who, type: text, required: true, help: Name., example: Ann}
          - {id: why, label: Why, type: prose, was: people, help: Reason., example: To help}
          - {id: role, label: Role, type: text, required: true, help: Role., example: Guide}
        example: [{who: Ann, role: Guide}]
      - {id: story, section: what, label: Story, heading: What happened, type: prose, was: story, required: true, help: All., example: The lake.}
      - id: if_dry
        section: what
        label: If dry
        type: prose
        required_when: {sort: Dry}
        help: Then what.
        example: Dust.
    dropped:
      - {id: count, because: nobody counts}

    """
