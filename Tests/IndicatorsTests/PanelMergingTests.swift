import TestSupport
import Testing

@testable import Indicators

@Suite struct PanelMergingTests {
  @Test func yearsAndZonesOfAllFilesAreJoined() throws {
    let early = try TestPanels.values([[1, 2]], from: 2020)
    let late = try TestPanels.values([[3, 4], [5, 6]], from: 2022)
    let all = try Panel.merging([late, early])
    #expect(all.periods.map(\.description) == ["2020", "2021", "2022", "2023"])
    #expect(all.zones.map(\.code) == ["1", "2"])
    #expect(Array(all.values.prefix(4)) == [1, 2, 3, 4])
    #expect(all.statuses.suffix(4) == [.missing, .missing, .observed, .observed])
    #expect(try Panel.merging([early]) == early)
  }

  @Test func equalFiguresMayComeTwiceAndDifferentOnesNot() throws {
    let one = try TestPanels.values([[1, 2]])
    #expect(try Panel.merging([one, one]) == one)
    #expect(throws: IndicatorsError.self) { _ = try Panel.merging([one, TestPanels.values([[1, 3]])]) }
  }

  @Test func equalSharesOfDifferentCountsAreDifferentFigures() throws {
    let small = try TestPanels.quotients([[1]], over: [[10]])
    let large = try TestPanels.quotients([[10]], over: [[100]])
    #expect(throws: IndicatorsError.self) { _ = try Panel.merging([small, large]) }
  }

  @Test func aCellWithoutAFigureTakesTheFirstStatusThatSaysMore() throws {
    let missing = try TestPanels.values([[nil, nil]])
    let hidden = try TestPanels.values([[1, nil]]).withHidden(0, bounds: 1...4)
    for order in [[missing, hidden], [hidden, missing]] {
      let all = try Panel.merging(order)
      #expect(all.statuses.map(\.kind) == [.suppressedPrimary, .missing])
      #expect(all.bounds == [0: 1...4])
    }
    let shown = try TestPanels.values([[3, nil]])
    for order in [[shown, hidden], [hidden, shown]] {
      let all = try Panel.merging(order)
      #expect(all.values[0] == 3 && all.bounds.isEmpty)
    }
  }

  @Test func unlikeFiguresAreNotJoined() throws {
    #expect(throws: IndicatorsError.axesDiffer(indicator: "test")) {
      _ = try Panel.merging([TestPanels.values([[1]]), TestPanels.values([[1]], kind: .mean)])
    }
    #expect(throws: IndicatorsError.axesDiffer(indicator: "test")) {
      _ = try Panel.merging([
        TestPanels.quotients([[1]], over: [[2]]), TestPanels.values([[1]], kind: .proportion),
      ])
    }
  }

  @Test func provisionalFiguresMayBeLeftOut() throws {
    let panel = try Panel(
      indicator: "x", zones: TestPanels.zones(1), periods: TestPanels.years(from: 2020, 2), values: [1, 2],
      statuses: [.observed, CellStatus(.observed, flags: .provisional)])
    let left = try panel.withoutProvisional()
    #expect(left.statuses.map(\.kind) == [.observed, .missing])
    #expect(left.values[0] == 1 && left.values[1].isNaN)
    #expect(try left.withoutProvisional() == left)
  }
}
