import TestSupport
import Testing

@testable import Indicators

@Suite struct PanelTests {
  static func panel(
    values: [Double], numerators: [Double]? = nil, denominators: [Double]? = nil, statuses: [CellStatus],
    zones: [Zone] = TestPanels.zones(1), periods: [Period] = TestPanels.years(from: 2020, 2),
    bounds: [Int: ClosedRange<Double>] = [:]
  ) throws -> Panel {
    try Panel(
      indicator: "x", zones: zones, periods: periods, values: values, numerators: numerators,
      denominators: denominators, statuses: statuses, bounds: bounds)
  }

  @Test func cellsAreTakenOut() throws {
    let panel = try TestPanels.quotients([[1, nil], [3, 4]], over: [[10, 10], [10, 8]], multiplier: 100)
    #expect(panel[zone: 0, period: 0] == Cell(value: 10, numerator: 1, denominator: 10, status: .observed))
    #expect(panel[zone: 0, period: 1] == Cell(value: nil, status: .missing))
    #expect(panel[zone: 1, period: 1].value == 50)
    #expect(panel.series(1) == 2..<4)
    #expect(panel.position(ofZone: "2") == 1 && panel.position(ofZone: "02") == nil)
    #expect(panel.position(of: try #require(Period(year: 2001))) == 1)
    #expect(panel.position(of: try #require(Period(year: 1999))) == nil)
  }

  @Test func columnsHaveACellForEachZoneAndPeriod() {
    let good: [CellStatus] = [.observed, .observed]
    #expect(throws: IndicatorsError.wrongShape(what: "values", expected: 2, found: 1)) {
      _ = try Self.panel(values: [1], statuses: good)
    }
    #expect(throws: IndicatorsError.wrongShape(what: "numerators", expected: 2, found: 0)) {
      _ = try Self.panel(values: [1, 2], numerators: [], statuses: good)
    }
    #expect(throws: IndicatorsError.wrongShape(what: "denominators", expected: 2, found: 3)) {
      _ = try Self.panel(values: [1, 2], denominators: [1, 2, 3], statuses: good)
    }
    #expect(throws: IndicatorsError.wrongShape(what: "statuses", expected: 2, found: 1)) {
      _ = try Self.panel(values: [1, 2], statuses: [.observed])
    }
  }

  @Test func axesNameEverythingOnceAndInOrder() throws {
    let observed: [CellStatus] = [.observed, .observed]
    let year = try #require(Period(year: 2020))
    let twice = [Zone(code: "1", name: "a"), Zone(code: "1", name: "b")]
    #expect(throws: IndicatorsError.duplicateAxisValue(axis: "zone", value: "1")) {
      _ = try Self.panel(values: [1, 2], statuses: observed, zones: twice, periods: [year])
    }
    #expect(throws: IndicatorsError.duplicateAxisValue(axis: "period", value: "2020")) {
      _ = try Self.panel(values: [1, 2], statuses: observed, periods: [year, year])
    }
    #expect(throws: IndicatorsError.unorderedPeriods(earlier: "2020", later: "2021")) {
      _ = try Self.panel(
        values: [1, 2], statuses: observed, periods: TestPanels.years(from: 2020, 2).reversed())
    }
  }

  @Test func numbersAndStatusesAgree() {
    let mismatch = IndicatorsError.statusMismatch(zone: "1", period: "2021")
    let half: [CellStatus] = [.observed, .missing]
    for wrong in [0, Double.infinity] {
      #expect(throws: mismatch) { _ = try Self.panel(values: [1, wrong], statuses: half) }
      #expect(throws: mismatch) {
        _ = try Self.panel(values: [1, .nan], numerators: [1, wrong], statuses: half)
      }
    }
    #expect(throws: mismatch) {
      _ = try Self.panel(values: [1, .nan], denominators: [1, -.infinity], statuses: half)
    }
    let full: [CellStatus] = [.observed, .observed]
    for wrong in [Double.nan, .infinity, -.infinity] {
      #expect(throws: mismatch) { _ = try Self.panel(values: [1, wrong], statuses: full) }
      #expect(throws: mismatch) {
        _ = try Self.panel(values: [1, 2], numerators: [1, wrong], statuses: full)
      }
      #expect(throws: mismatch) {
        _ = try Self.panel(values: [1, 2], denominators: [1, wrong], statuses: full)
      }
    }
  }

  @Test func aPopulationMayBeKnownBehindAHiddenCount() throws {
    let panel = try Self.panel(
      values: [1, .nan], numerators: [1, .nan], denominators: [10, 20], statuses: [.observed, .suppressed])
    #expect(panel[zone: 0, period: 1].denominator == nil)
    #expect(panel.denominators?[1] == 20)
  }

  @Test func boundsAreOfHiddenCells() throws {
    let statuses: [CellStatus] = [.observed, .suppressed]
    #expect(try Self.panel(values: [1, .nan], statuses: statuses, bounds: [1: 1...4]).bounds == [1: 1...4])
    #expect(throws: IndicatorsError.statusMismatch(zone: "1", period: "2020")) {
      _ = try Self.panel(values: [1, .nan], statuses: statuses, bounds: [0: 1...4])
    }
    for outside in [2, -1, Int.max] {
      #expect(throws: IndicatorsError.wrongShape(what: "bounds", expected: 2, found: outside)) {
        _ = try Self.panel(values: [1, .nan], statuses: statuses, bounds: [outside: 1...4])
      }
    }
    #expect(throws: IndicatorsError.self) {
      _ = try Self.panel(values: [1, .nan], statuses: statuses, bounds: [1: -Double.infinity...4])
    }
  }

  @Test func anEmptyPanelIsAPanel() throws {
    let panel = try Self.panel(values: [], statuses: [], zones: [], periods: [])
    #expect(panel.values.isEmpty && panel == panel)
    #expect(try panel.cut().zones.isEmpty)
  }

  @Test func hiddenCellsAreEqualToHiddenCells() throws {
    let one = try TestPanels.values([[1, nil], [3, 4]])
    let other = try TestPanels.values([[1, nil], [3, 4]])
    #expect(one == other)
    #expect(one != (try TestPanels.values([[1, nil], [3, 5]])))
    #expect(one != (try one.withHidden(0)))
    #expect(one != (try TestPanels.values([[1, nil], [3, 4]], kind: .mean)))
  }
}
