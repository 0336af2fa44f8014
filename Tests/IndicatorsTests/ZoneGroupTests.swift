import Testing

@testable import Indicators

@Suite struct ZoneGroupTests {
  @Test func aGroupIsCalledByItsIdWhereNobodyNamedIt() {
    let rest = ZoneGroup(id: "resten-av-larvik", definition: .difference(whole: "3909", minus: "39090300"))
    #expect(rest.name("nb") == "resten-av-larvik")
    let named = ZoneGroup(
      id: "torstrand", name: LocalisedText(nb: "Torstrand"), definition: .union(["3909000014"]))
    #expect(named.name("en") == "Torstrand")
  }

  @Test(arguments: [0, -0.1, 1.0000001, Double.nan, .infinity])
  func weightsOfASuccessionAreShares(weight: Double) throws {
    let day = try #require(CalendarDay(year: 2024))
    #expect(ZoneSuccession(from: "1507", to: "1508", weight: weight, on: day) == nil)
    #expect(ZoneSuccession(from: "1507", to: "1508", weight: 0.6, on: day)?.weight == 0.6)
    #expect(ZoneSuccession(from: "3805", to: "3909", on: day)?.weight == 1)
  }
}
