import Bytes
import Editions
import Records
import Templates
import Testing

@testable import Views

/// What each reader meets of the standard's words and numbers, and of languages.
@Suite struct ReaderTests {
  private func pages(_ changed: (String, String)..., documents: [(String, String)] = []) throws -> [Page] {
    let record = changed.reduce(Sample.record) { $0.replacing($1.0, with: $1.1) }
    return try Sample.pages(try Sample.tool([("record", record)] + documents))
  }

  @Test(arguments: [
    ("Production", "in_use", "production"), ("Public beta", "trial", "trial"), ("Pre-deployment", "not_yet", "not_yet"),
    ("Retired", "ended", "retired"),
  ])
  func whoeverIsNoSpecialistReadsWhetherItIsInUse(_ phase: String, _ word: String, _ sign: String) throws {
    let pages = try pages(("phase: Production", "phase: " + phase))
    for reader in ["", "affected-people/", "end-users/"] {
      let told = try Sample.page(pages, "tools/finder/" + reader).object("in_use")
      #expect(told.map { dump($0) } == "id: \(sign)\nword: words/status_\(word)")
    }
    for reader in ["senior-leaders/", "technical/"] {
      #expect(try Sample.page(pages, "tools/finder/" + reader).object("in_use") == nil)
    }
  }

  @Test func onlySpecialistsMeetTheStandardsNumbers() throws {
    let third = #"third_party: [{name: Example Ltd, companies_house_number: "00000000", role: Built it.}]"#
    let pages = try pages(("decides_or_advises:", "third_party_involvement: \"Yes\"\n\(third)\ndecides_or_advises:"))
    let told = try ["", "senior-leaders/", "technical/"].filter { reader in
      dump(try Sample.page(pages, "tools/finder/" + reader)).contains("ref: 2.1.4.3")
    }
    #expect(told == ["technical/"])
  }

  /// A page in Welsh says which of its links lead to pages in English, and the other way round.
  @Test func linksUpSayInWhichLanguageTheyLead() throws {
    let pages = try pages(("kind: atrs-4.0", "kind: atrs-4.0\nlang: cy"), documents: [("dpia", DocumentPageTests.assessment)])
    let told = try ["tools/finder/", "tools/finder/documents/dpia/"].map { address in
      let crumbs = try Sample.page(pages, address).object("crumbs")?.list("items") ?? []
      return crumbs.map { ($0.text("label") ?? "home") + " " + ($0.text("lang") ?? "-") }
    }
    #expect(told == [["home en"], ["home -", "Finder cy"]])
  }

  @Test(arguments: [("Data protection officer", nil), ("Head of information", "Data protection officer")] as [(String, String?)])
  func aRoleIsNamedWhereThePostIsCalledOtherwise(_ post: String, _ role: String?) throws {
    let vocabulary = try Sample.vocabulary()
    let frame = Frame(site: try Made.site(vocabulary), address: "", lang: "en")
    let signed = SignOff(role: "data-protection-officer", by: post, on: try #require(Day("2026-11-16")), digest: "")
    #expect(signOffModel(signed, vocabulary.settings, frame).text("role") == role)
  }
}
