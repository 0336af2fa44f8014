import Indicators
import Testing

@testable import Wording

@Suite struct PeriodWordingTests {
  @Test(arguments: [
    ("2024", "2024", "2024"), ("2019-2021", "2019–2021", "2019–2021"),
    ("2024K2", "2. kvartal 2024", "Q2 2024"), ("2024M06", "juni 2024", "June 2024"),
    ("2024H1", "1. halvår 2024", "H1 2024"), ("2024U05", "uke 5 2024", "week 5, 2024"),
    ("2023/24", "skoleåret 2023/24", "school year 2023/24"),
    ("2016/17-2018/19", "skoleårene 2016/17–2018/19", "school years 2016/17–2018/19"), ("hva", "hva", "hva"),
  ])
  func names(code: String, nb: String, en: String) {
    #expect(Language.nb.period(code: code) == nb)
    #expect(Language.en.period(code: code) == en)
  }

  @Test func datesInTextHaveAPointAndInTablesTwoDigits() throws {
    let day = try #require(CalendarDay("2014-06-05"))
    #expect(Language.nb.date(day) == "5. juni 2014")
    #expect(Language.nb.shortDate(day) == "05.06.2014")
    #expect(Language.en.date(day) == "5 June 2014")
    #expect(Language.en.shortDate(day) == "2014-06-05")
  }

  @Test func spans() {
    #expect(Language.nb.span(from: "2008", to: "2025") == "2008–2025")
    #expect(Language.nb.span(from: "2024", to: "2024") == "2024")
    #expect(Language.nb.span(from: "2020K1", to: "2024K4") == "1. kv. 2020 – 4. kv. 2024")
    #expect(Language.nb.span(from: "2008-2010", to: "2023-2025") == "2008–2010 – 2023–2025")
  }

  @Test func lists() {
    #expect(Language.nb.list([]) == "")
    #expect(Language.nb.list(["a"]) == "a")
    #expect(Language.nb.list(["a", "b", "c"]) == "a, b og c")
    #expect(Language.en.list(["a", "b"]) == "a and b")
  }
}
