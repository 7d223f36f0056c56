import Testing

@testable import Views

/// Names on a page: each once, none of them a field's own.
@Suite struct PageNamesTests {
  @Test func givesEachNameOnce() {
    var names = PageNames(keeping: ["risks", "a--3"])
    #expect(
      ["a", "a", "a", "a--2", "risks", "risks"].map { names.unique($0) } == ["a", "a--2", "a--4", "a--2--2", "risks--2", "risks--3"])
    #expect(names.claim("risks") == "risks" && names.claim("risks") == nil)
  }

  @Test(.timeLimit(.minutes(2))) func givesOneNameAnyNumberOfTimes() {
    var names = PageNames()
    let given = (0..<50_000).map { _ in names.unique("a") }
    #expect(Set(given).count == 50_000 && given.last == "a--50000")
  }
}
