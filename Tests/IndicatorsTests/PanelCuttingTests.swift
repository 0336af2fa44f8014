import TestSupport
import Testing

@testable import Indicators

@Suite struct PanelCuttingTests {
  static func panel() throws -> Panel {
    try TestPanels.quotients([[1, 2, 3], [4, 5, 6]], over: [[10, 10, 10], [20, 20, 20]], from: 2020)
      .withHidden(5, bounds: 1...4)
  }

  @Test func cuttingKeepsCellsWithTheirZonesAndPeriods() throws {
    let cut = try Self.panel().cut(zones: [1, 0], periods: [1, 2])
    #expect(cut.zones.map(\.code) == ["2", "1"])
    #expect(cut.periods.map(\.description) == ["2021", "2022"])
    #expect(cut.numerators?[0] == 5 && cut.values[0] == 0.25)
    #expect(cut.statuses.map(\.kind) == [.observed, .suppressedPrimary, .observed, .observed])
    #expect(cut.bounds == [1: 1...4])
    #expect(try Self.panel().cut() == Self.panel())
  }

  @Test func periodsStayInOrderAndOnce() throws {
    #expect(throws: IndicatorsError.unorderedPeriods(earlier: "2021", later: "2022")) {
      _ = try Self.panel().cut(periods: [2, 1])
    }
    #expect(throws: IndicatorsError.duplicateAxisValue(axis: "zone", value: "1")) {
      _ = try Self.panel().cut(zones: [0, 0])
    }
  }

  @Test func aRangeKeepsThePeriodsWithinIt() throws {
    let range = try #require(PeriodRange("2021.."))
    #expect(try Self.panel().within(range).periods.map(\.description) == ["2021", "2022"])
    #expect(try Self.panel().within(try #require(PeriodRange("1990"))).periods.isEmpty)
  }

  @Test func aMultiplierChangesValuesOnlyWhereThePartsAreKnown() throws {
    let declared = try Self.panel().declared(as: "neet", kind: .proportion, unit: .perCent, multiplier: 100)
    #expect(declared.indicator == "neet" && declared.unit == .perCent && declared.multiplier == 100)
    #expect(Array(declared.values.prefix(5)) == [10, 20, 30, 20, 25])
    #expect(declared.values[5].isNaN)
    let bare = try TestPanels.values([[14.2]], kind: nil).declared(
      kind: .index, unit: .unknown, multiplier: 100)
    #expect(bare.values == [14.2])
  }

  @Test func hiddenCellsLoseTheirNumbers() throws {
    let hidden = try Self.panel().hiding([
      0: .suppressedPrimary, 1: .suppressedSecondary, 5: .suppressedSeries, 99: .missing,
    ])
    #expect(hidden.statuses[0].kind == .suppressedPrimary && hidden.values[0].isNaN)
    #expect(hidden.numerators?[1].isNaN == true && hidden.denominators?[1].isNaN == true)
    // Hidden before stays as it was, with its bounds.
    #expect(hidden.statuses[5].kind == .suppressedPrimary && hidden.bounds == [5: 1...4])
    #expect(throws: IndicatorsError.self) { _ = try Self.panel().hiding([0: .observed]) }
  }
}
