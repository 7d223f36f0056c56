import Bytes
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    "2026-02-30", "2026-2-03", "2025-02-29", "2026-13-01", "2026-00-10", " 2026-01-01", "26-01-01",
  ])
  func refusesWhatIsNoDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func countsEveryDayOfFourCenturies() throws {
    var previous = try #require(Day("1999-12-31")).number
    for year in 2000..<2400 {
      for month in 1...12 {
        for day in 1...Day.length(ofMonth: month, in: year) {
          let now = try #require(Day(year: year, month: month, day: day))
          #expect(now.number == previous + 1)
          previous = now.number
        }
      }
    }
  }

  @Test func readsSecondsSince1970() {
    #expect(Day(secondsSince1970: 0)?.text == "1970-01-01")
    #expect(Day(secondsSince1970: 951_782_400)?.text == "2000-02-29")
    #expect(Day(secondsSince1970: 1_795_132_800)?.text == "2026-11-20")
  }

  @Test func addsMonthsToTheEndOfAMonth() {
    #expect(Day("2026-01-31")?.adding(months: 1)?.text == "2026-02-28")
    #expect(Day("2026-11-30")?.adding(months: 3)?.text == "2027-02-28")
    #expect(Day("2026-06-15")?.adding(months: 12)?.text == "2027-06-15")
  }
}
