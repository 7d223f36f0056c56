import Bytes
import Editions
import Records
import Templates
import Testing

@testable import Views

/// Where a reader who wants to check the register gets a copy of it.
@Suite struct CopyTests {
  @Test(
    arguments: [
      ("", "words/check_copy", nil),
      ("\nrepository: https://example.org/register.git", "words/check_clone", "https://example.org/register.git"),
    ] as [(String, String, String?)])
  func theWholeSiteIsToBeHad(_ settings: String, _ word: String, _ address: String?) throws {
    let vocabulary = try Made.vocabulary(Made.settings + settings)
    let edition = Edition(
      number: 1, date: try #require(Day("2026-01-15")), note: "", previous: nil, generator: "gazette",
      theme: Edition.Theme(name: "civic", digest: ""), tools: [], changed: [], removed: [], redactions: [])
    let history = History(editions: [edition], hashes: [String(repeating: "1", count: 64)])
    let view = try Made.view([], vocabulary, history: history)
    let pages = compose(RegisterHistory(news: [], proofs: []), of: view).pages
    for name in ["editions/", "editions/1/"] {
      let page = try #require(pages.first { $0.address == name }).model
      let step = try #require(page.object("check")?.list("steps").first)
      #expect(step.text("word") == word && step.text("href") == address)
    }
    #expect(view.dataPage([]).model.text("repository") == address)
  }
}
