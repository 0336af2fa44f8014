import Testing

@testable import Indicators

@Suite struct PanelAxesTests {
  private let zones = [Zone(code: "A"), Zone(code: "B")]

  @Test func axesAreCheckedOnceAndCutToOneZone() throws {
    let periods = [2023, 2024].compactMap { Period(year: $0) }
    let axes = try PanelAxes(zones: zones, periods: periods)
    #expect(axes.with(zone: zones[1]).zones == [zones[1]])
    #expect(axes.with(zone: zones[1]).periods == periods)
  }

  @Test func aZoneOrAPeriodThatComesTwiceIsRefused() throws {
    let year = try #require(Period(year: 2024))
    #expect(throws: IndicatorsError.duplicateAxisValue(axis: "zone", value: "A")) {
      try PanelAxes(zones: zones + [Zone(code: "A", name: "again")], periods: [year])
    }
    #expect(throws: IndicatorsError.duplicateAxisValue(axis: "period", value: "2024")) {
      try PanelAxes(zones: zones, periods: [year, year])
    }
  }

  @Test func periodsOutOfOrderAreRefused() throws {
    let periods = [2024, 2023].compactMap { Period(year: $0) }
    #expect(throws: IndicatorsError.unorderedPeriods(earlier: "2023", later: "2024")) {
      try PanelAxes(zones: zones, periods: periods)
    }
  }
}
