import Records
import Testing

@testable import Editions

@Suite struct ChangesTests {
  func told(
    _ before: [(String, String)], _ after: [(String, String)], redacted: Redacted = Redacted()
  ) throws -> String {
    let (one, two) = (try Shipped.tool(before), try Shipped.tool(after))
    let changes = changes(from: one, to: two, with: try Shipped.vocabulary(), redacted: redacted)
    #expect(apply(changes.patch, to: canonical(one)) == canonical(two))
    return (changes.happening?.rawValue ?? "nothing") + "\n" + changes.told
  }

  let record = """
    ---
    kind: atrs-4.0
    name: Early Help Finder
    phase: Production
    region: [South West, London]
    models:
      - {model_name: Need score, model_version: "2.1"}
      - {model_name: Text reader, model_version: "1"}
    change: First.
    ---
    ## For affected people
    Welcome.

    ## Description
    Lists families who may want early help, so that a practitioner can offer it sooner.

    ### For affected people
    A computer looks at records.

    ## Appeals and review
    Ask the team. A person allways decides.
    """

  @Test func sameVersionTwice() throws {
    let found = try told([("record", record)], [("record", record)])
    #expect(
      found == "nothing\n")
  }

  @Test func spellingFixIsOneWord() throws {
    let after = record.replacing("allways", with: "always").replacing("First.", with: "A spelling fix.")
    let found = try told([("record", record)], [("record", after)])
    #expect(
      found == """
        changed
        foremost field record.appeals_and_review 'Appeals and review' changed: Ask the team. A person [-allways-]{+always+} decides.
        housekeeping field record.change 'What changed' changed: [-First-]{+A spelling fix+}.

        """)
  }

  @Test func everySortOfChange() throws {
    let after = """
      ---
      kind: atrs-4.0
      name: Early Help Finder
      phase: {withheld: commercial, because: A contract says so.}
      region: [London, Wales]
      senior_responsible_owner: Director of children's services
      models:
        - {model_name: Text reader, model_version: "2"}
        - {model_name: Need score, model_version: "2.1"}
        - {model_name: Third one}
      change: First.
      ---
      ## Description
      Lists families who may want early help, so that a practitioner
      can offer it sooner.

      ### For affected people
      A computer looks at school records.

      ### For end users
      You see a list.
      """
    let found = try told([("record", record)], [("record", after)])
    #expect(
      found == """
        changed
        foremost field record.phase 'Phase' state_changed: Production → {withheld}commercial: A contract says so.
        foremost telling record.description for affected-people 'Description' changed: A computer looks at {+school +}records.
        foremost telling record.description for end-users 'Description' added: - → You see a list.
        foremost field record.appeals_and_review 'Appeals and review' removed: Ask the team. A person allways decides. → -
        notable field record.senior_responsible_owner 'Senior responsible owner' added: - → Director of children's services
        notable field record.models 'Models' changed
          item record 'Text reader' changed
            field record.models.model_version 'Model version' changed: [-1-]{+2+}
          item record 'Third one' added
            field record.models.model_name 'Model name' added: - → Third one
        notable intro record for affected-people '' removed: Welcome. → -
        ordinary field record.region 'Region' changed: added ["Wales"] removed ["South West"] kept 1
        housekeeping field record.description 'Description' respaced: Lists families who may want early help, so that a practitioner~ ~
        ~can offer it sooner.

        """)
  }

  @Test func firstAndLastVersion() throws {
    let tool = try Shipped.tool([("record", "---\nkind: atrs-4.0\nname: A\n---\n")])
    let vocabulary = try Shipped.vocabulary()
    let first: Changes = changes(from: nil, to: tool, with: vocabulary)
    #expect(first.happening == .added)
    #expect(
      first.told == """
        foremost document record 'A' added
          field record.name 'Name' added: - → A

        """)
    let last: Changes = changes(from: tool, to: nil, with: vocabulary)
    #expect(last.happening == .withdrawn)
    #expect(
      last.told == """
        foremost document record 'A' removed
          field record.name 'Name' removed: A → -

        """)
    #expect(apply(last.patch, to: canonical(tool)) == .empty)
    #expect(changes(from: nil, to: nil, with: vocabulary).happening == nil)
  }

  /// A notice that holds says how far the end is, when it comes and whenever it says something else.
  @Test(arguments: [
    ("", "Announced", "deprecated"), ("", "Paused", "paused"), ("", "Ended", "retired"), ("Announced", "Paused", "paused"),
    ("Paused", "Announced", "deprecated"), ("Announced", "Ended", "retired"), ("Paused", "Paused", "changed"),
    ("Announced", "", "changed"), ("Announced", "withdrawn", "changed"), ("withdrawn", "Paused", "paused"),
  ])
  func aNoticeSaysHowFarTheEndIs(_ before: String, _ after: String, _ happening: String) throws {
    func documents(_ stage: String) -> [(String, String)] {
      let status = stage == "withdrawn" ? "Announced\nstatus: withdrawn" : stage
      let notice = "---\nkind: retirement\ntitle: Notice\nnotice_stage: \(status)\nchange: \(before) to \(after), \(stage)\n---\n"
      return [("record", record.replacing("First.", with: stage))] + (stage.isEmpty ? [] : [("notice", notice)])
    }
    let found = try told(documents(before), documents(after) + (before == after ? [("more", "---\nkind: dpia\ntitle: More\n---\n")] : []))
    #expect(found.split(separator: "\n").first.map(String.init) == happening)
  }

  @Test func documentsComeAndGo() throws {
    let notice = "---\nkind: retirement\ntitle: Retired\n---\n"
    let found = try told([("record", record), ("old", notice)], [("record", record)], redacted: Redacted(after: ["old.md"]))
    #expect(
      found == "redacted\nforemost document old 'Retired' redacted: - → -\n")
    let retired = try told([("record", record)], [("record", record), ("retirement", notice)])
    #expect(
      retired == """
        retired
        foremost document retirement 'Retired' added
          field retirement.title 'Title' added: - → Retired

        """)
  }

  /// A notice says how far the end is; only one that says nothing of it, or that it has come, retires the tool.
  @Test(arguments: [("Announced", "deprecated"), ("Paused", "paused"), ("Ended", "retired")])
  func aNoticeSaysWhatBecomesOfTheTool(_ stage: String, _ word: String) throws {
    let notice = "---\nkind: retirement\ntitle: Notice\nnotice_stage: \(stage)\n---\n"
    let found = try told([("record", record)], [("record", record), ("retirement", notice)])
    #expect(found.prefix { $0 != "\n" } == word)
  }

  @Test func attachmentsByDigest() throws {
    let a = String(repeating: "a", count: 64)
    let b = String(repeating: "b", count: 64)
    let one = try Shipped.tool(
      [("record", record)],
      attachments: [Records.Attachment(name: "gone.pdf", size: 1, digest: a), Records.Attachment(name: "plan.pdf", size: 9, digest: a)])
    let two = try Shipped.tool([("record", record)], attachments: [Records.Attachment(name: "plan.pdf", size: 9, digest: b)])
    let changes = changes(from: one, to: two, with: try Shipped.vocabulary())
    #expect(
      changes.told == """
        ordinary attachment gone.pdf 'gone.pdf' removed: \(a) → -
        ordinary attachment plan.pdf 'plan.pdf' changed: \(a) → \(b)

        """)
    #expect(apply(changes.patch, to: canonical(one)) == canonical(two))
  }

  @Test func acrossStandards() throws {
    let before = """
      ---
      kind: atrs-2.1
      name: Early Help Finder
      external_supplier_involvement: "Yes"
      external_supplier: [{name: Example Ltd, role: Hosting}]
      ---
      ## Human decisions and review
      A person decides.

      ## Detailed description
      How it works.

      ## Scope
      Only families with children.

      ## Data cleaning
      Nobody is named.

      ## Risks
      It may miss a child.

      ## Annex
      A table.
      """
    let after = """
      ---
      kind: atrs-4.0
      name: Early Help Finder
      third_party_involvement: "Yes"
      third_party: [{name: Example Ltd, role: Hosting and advice}]
      development_data: [{dataset_name: Cases, data_cleaning: Nobody is named at all.}]
      risks: [{risk: Missing a child, description: It may miss a child.}]
      ---
      ## Human review
      A person always decides.

      ## Detailed description
      How it works.

      Only families with children.
      """
    let found = try told([("record", before)], [("record", after)])
    #expect(
      found == """
        changed
        foremost field record.human_review (was human_decisions_and_review) 'Human review' changed: A person {+always +}decides.
        notable kind record 'Transparency record' changed: atrs-2.1 → atrs-4.0
        notable field record.third_party (was external_supplier) 'Third parties' changed
          item record 'Example Ltd' changed
            field record.third_party.role 'Third party role' changed: Hosting{+ and advice+}
        notable field record.development_data 'Development data' changed
          item record 'Cases' changed
            field record.development_data.dataset_name 'Dataset name' added: - → Cases
            field record.development_data.data_cleaning 'Data cleaning' changed: Nobody is named{+ at all+}.
        notable field record.risks 'Risks and mitigations' changed
          item record 'Missing a child' changed
            field record.risks.risk 'Risk' added: - → Missing a child
        ordinary field record.annex 'Annex' removed: A table. → - because this version has no annex; move each part to the section it belongs to, or attach it as a file

        """)
  }

  @Test func nothingInCommon() throws {
    let other = "---\nkind: atrs-1.1\nname: Risk Ladder\n---\n## Scope\nOther words.\n"
    let found = try told([("record", record)], [("record", other)])
    #expect(
      found == """
        changed
        foremost field record.description 'Description' removed: Lists families who may want early help, so that a practitioner can offer it sooner. → -
        foremost telling record.description for affected-people 'Description' removed: A computer looks at records. → -
        foremost field record.phase 'Phase' removed: Production → -
        foremost field record.appeals_and_review 'Appeals and review' removed: Ask the team. A person allways decides. → -
        notable kind record 'Transparency record' changed: atrs-4.0 → atrs-1.1
        notable field record.name 'Name' changed: [-Early Help Finder-]{+Risk Ladder+}
        notable field record.scope (was detailed_description) 'Scope' added: - → Other words.
        notable field record.models 'Models' removed
          item record 'Need score' removed
            field record.models.model_name 'Model name' removed: Need score → -
            field record.models.model_version 'Model version' removed: 2.1 → -
          item record 'Text reader' removed
            field record.models.model_name 'Model name' removed: Text reader → -
            field record.models.model_version 'Model version' removed: 1 → -
        notable intro record for affected-people '' removed: Welcome. → -
        ordinary field record.region 'Region' removed: South West; London → -
        housekeeping field record.change 'What changed' removed: First. → -

        """)
  }
}
